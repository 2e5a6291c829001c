import NameText
import Synchronization

/// What tasks that search one index at once find out for each other: what words meet, and tables of the names of common words.
///
/// Each keeps what it took in a memory of its own (`SearchSession`), so that it asks here only once.
package final class CommonFindings: Sendable {
  package let companions: Companions
  private let parts: [Part]

  /// Words are found in so many parts, so that few tasks wait for each other.
  private static let partCount = 16

  /// The hits are the same with any of these; see `SearchSession`.
  package init(
    capacity: Int = SearchSession.defaultCapacity, leastCompanions: Int = Companions.usualLeastNames,
    leastSharedCompanions: Int = Companions.usualLeastShared
  ) {
    companions = Companions(leastNames: leastCompanions, leastShared: leastSharedCompanions)
    let share = max(1, capacity / CommonFindings.partCount)
    parts = (0..<CommonFindings.partCount).map { _ in Part(capacity: share) }
  }

  /// What a word meets, where a task has found it: a copy for the one that asks.
  func units(of word: Token, _ depth: Depth) -> MetUnits? {
    part(of: word).words.withLock { $0.withValue(of: word, make: UnitsByDepth()) { $0.units(depth) } }
      .map(MetUnits.init(copying:))
  }

  /// Keeps what a word meets for others.
  func keep(_ units: MetUnits, of word: Token, _ depth: Depth) {
    part(of: word).words.withLock {
      $0.withValue(of: word, make: UnitsByDepth()) { found in
        if found.units(depth) == nil { found.keep(units, depth) }
      }
    }
  }

  private func part(of word: Token) -> Part { parts[Int(word.keyHash % UInt64(parts.count))] }

  private final class Part: Sendable {
    let words: Mutex<RecentWords<UnitsByDepth>>

    init(capacity: Int) { words = Mutex(RecentWords(capacity: capacity)) }
  }
}
