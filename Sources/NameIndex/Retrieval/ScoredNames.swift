/// The scores of names against one reading of a query, by what is compared of them: lists name one person often, and often alike,
/// so that a common name of a customer meets the same words many times.
///
/// The last name of each place is kept. Memory: about 60 KB.
struct ScoredNames {
  private struct Entry {
    var name: NameRecord
    var score: Double
    var reading: UInt64
  }
  private var entries: [Entry?] = []
  /// The number of the reading; names of others may be gone.
  private var reading: UInt64 = 0
  private static let places = 1024

  /// Begins with a reading; forgets what was scored against others.
  mutating func begin() { reading &+= 1 }

  /// The score of a name, from a name before it where their rows say the same.
  ///
  /// - Parameter find: Called where none did. The store must stay until the next reading begins.
  mutating func score(of name: NameRecord, find: () -> Double) -> Double {
    if entries.isEmpty { entries = Array(repeating: nil, count: ScoredNames.places) }
    let place = Int(truncatingIfNeeded: name.comparedHash >> 32) & (ScoredNames.places - 1)
    if let known = entries[place], known.reading == reading, known.name.isCompared(like: name) {
      return known.score
    }
    let score = find()
    entries[place] = Entry(name: name, score: score, reading: reading)
    return score
  }
}
