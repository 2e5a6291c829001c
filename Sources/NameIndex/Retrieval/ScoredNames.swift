/// The scores of names of one search by what is compared of them: lists name one person often, and often alike, so that a common
/// name of a customer meets the same words many times.
///
/// The last name of each place is kept. Memory: 40 KB.
struct ScoredNames {
  private struct Entry {
    var name: NameRecord
    var score: Double
    var search: UInt64
  }
  private var entries: [Entry?] = []
  private var search: UInt64 = 0
  private static let places = 1024

  /// Forgets the names of the search before.
  mutating func begin() { search &+= 1 }

  /// The score of a name, from a name before it where their rows say the same.
  ///
  /// - Parameter find: Called where none did. The store must stay as long as the search goes on.
  mutating func score(of name: NameRecord, find: () -> Double) -> Double {
    if entries.isEmpty { entries = Array(repeating: nil, count: ScoredNames.places) }
    let place = Int(truncatingIfNeeded: name.comparedHash >> 32) & (ScoredNames.places - 1)
    if let known = entries[place], known.search == search, known.name.isCompared(like: name) {
      return known.score
    }
    let score = find()
    entries[place] = Entry(name: name, score: score, search: search)
    return score
  }
}
