import NameIndex
import NameText
import Synchronization

/// What one task remembers between customers: words analysed, words looked up in the index, and what whole names met.
/// It changes the speed, never the hits.
struct ScreeningSession {
  let search = SearchSession()
  let analysis = AnalysisMemo()
  let found = FoundMatches()
}

/// Sessions that wait for a task to use them: what one learned about words serves the next.
final class SessionPool: Sendable {
  private struct Idle: @unchecked Sendable {
    // A session is touched by the one task that took it out of the pool.
    var sessions: [ScreeningSession] = []
  }
  private let idle = Mutex(Idle())

  func withSession<Result, Failure: Error>(
    _ body: (ScreeningSession) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let session = idle.withLock { $0.sessions.popLast() } ?? ScreeningSession()
    defer { idle.withLock { $0.sessions.append(session) } }
    return try body(session)
  }
}
