import NameSimilarity

/// How alike the words and joins of one query and the words of a list are, each pair compared once: names share their words.
///
/// For a search that scores every name. Memory: 12 bytes a pair, of at most `mostPairs`.
struct ComparedPairs {
  /// With more, pairs are compared whenever they come.
  private static let mostPairs = 1 << 23

  private var found: [TokenSimilarity] = []
  /// The query that each pair was compared for last.
  private var queries: [UInt32] = []
  private var query: UInt32 = 0
  private var units = 0

  /// Begins with a query.
  mutating func begin(rows: Int, units: Int) {
    self.units = 0
    guard rows > 0, units > 0, rows <= ComparedPairs.mostPairs / units else { return }
    if found.count < rows * units || query == .max {
      found = Array(repeating: .none, count: rows * units)
      queries = Array(repeating: 0, count: rows * units)
      query = 0
    }
    query += 1
    self.units = units
  }

  /// - Parameter compare: Called for a pair that was not compared yet.
  @inline(__always)
  mutating func similarity(row: Int, unit: Int, compare: () -> TokenSimilarity) -> TokenSimilarity {
    let place = row * units + unit
    guard unit < units, place < found.count else { return compare() }
    if queries[place] == query { return found[place] }
    let similarity = compare()
    queries[place] = query
    found[place] = similarity
    return similarity
  }
}
