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
    var sessions: [(session: ScreeningSession, lane: Int?)] = []

    mutating func take(lane: Int?) -> ScreeningSession? {
      guard let lane else { return sessions.popLast()?.session }
      guard let place = sessions.firstIndex(where: { $0.lane == lane }) else { return nil }
      return sessions.remove(at: place).session
    }
  }
  private let idle = Mutex(Idle())

  /// - Parameter lane: Gives what comes in one lane the same session, as long as it comes one after the other.
  func withSession<Result, Failure: Error>(
    lane: Int? = nil, _ body: (ScreeningSession) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let session = idle.withLock { $0.take(lane: lane) } ?? ScreeningSession()
    defer { idle.withLock { $0.sessions.append((session, lane)) } }
    return try body(session)
  }
}
