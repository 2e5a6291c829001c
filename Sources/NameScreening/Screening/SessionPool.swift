import NameIndex
import NameSimilarity
import NameText
import Synchronization

/// What one task remembers between customers: words analysed, words looked up in the index, and what whole names met; and its
/// working memory. It changes the speed, never the hits. An object, since its parts would all be counted with each copy.
final class ScreeningSession {
  let search: SearchSession
  let analysis = AnalysisMemo()
  let found = FoundMatches()
  let comparer = NameComparer(scorer: .standard)
  /// The lane whose words it learned first.
  let lane: Int

  /// - Parameter common: What it shares with tasks that screen against the same lists at once.
  init(lane: Int = 0, common: CommonFindings? = nil) {
    self.lane = lane
    search = SearchSession(common: common)
  }
}

/// Sessions that wait for a task to use them: what one learned about words serves the next.
final class SessionPool: Sendable {
  private struct Idle: @unchecked Sendable {
    // A session is touched by the one task that took it out of the pool.
    var sessions: [ScreeningSession] = []
  }
  private let idle = Mutex(Idle())
  /// What all of them share.
  let common: CommonFindings?

  init(common: CommonFindings? = CommonFindings()) { self.common = common }

  /// A session for the calling task alone, until it is put back: one of its lane where one is idle.
  // Not lent to a closure, which would copy all that it captures.
  func take(lane: Int = 0) -> ScreeningSession {
    idle.withLock { idle in
      let place = idle.sessions.lastIndex { $0.lane == lane } ?? idle.sessions.indices.last
      return place.map { idle.sessions.remove(at: $0) }
    } ?? ScreeningSession(lane: lane, common: common)
  }

  func putBack(_ session: ScreeningSession) {
    idle.withLock { $0.sessions.append(session) }
  }
}
