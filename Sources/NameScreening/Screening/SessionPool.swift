import NameIndex
import Synchronization

/// Search sessions that wait for a task to use them: what one learned about words serves the next.
final class SessionPool: Sendable {
  private struct Idle: @unchecked Sendable {
    // A session is touched by the one task that took it out of the pool.
    var sessions: [SearchSession] = []
  }
  private let idle = Mutex(Idle())

  func withSession<Result, Failure: Error>(
    _ body: (SearchSession) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let session = idle.withLock { $0.sessions.popLast() } ?? SearchSession()
    defer { idle.withLock { $0.sessions.append(session) } }
    return try body(session)
  }
}
