import NameText

/// Two names have one score, whichever of them is asked for.
///
/// The words of two names can be paired in several equally good ways, of which the first is taken, and sums are rounded in
/// the order in which they are taken. So that neither depends on which side is the query, the two sides are put into an
/// order of their own before they are compared.
extension NameScorer {
  /// Whether the listed name comes before the query in that order: the fewer and the lighter words first.
  ///
  /// - Complexity: O(1) but for names whose words weigh the same: O(words x words).
  static func isTurned(_ query: ScoredSide, _ listed: ScoredSide, _ table: PairTable) -> Bool {
    if query.count != listed.count { return listed.count < query.count }
    for index in 0..<query.count {
      if query.weights[index] != listed.weights[index] { return listed.weights[index] < query.weights[index] }
      if query.roles[index] != listed.roles[index] {
        return listed.roles[index].rawValue < query.roles[index].rawValue
      }
    }
    for row in 0..<min(table.rows, table.columns) {
      for column in 0..<row {
        let (one, other) = (table[row, column], table[column, row])
        if one.value != other.value { return other.value < one.value }
        if one.evidence != other.evidence { return other.evidence.rawValue < one.evidence.rawValue }
      }
    }
    guard !table.joins.isEmpty else { return false }
    let own = table.joins.filter(\.onQuerySide).map(\.key)
    let others = table.joins.filter { !$0.onQuerySide }.map(\.turned.key)
    return others.lexicographicallyPrecedes(own)
  }
}

extension JoinedPair {
  /// The same with the two sides exchanged.
  var turned: JoinedPair {
    var turned = self
    turned.onQuerySide.toggle()
    return turned
  }

  /// The order of joins, which decides between equally good ones.
  fileprivate struct Key: Comparable {
    var places: (Int, Int, Int, Int)
    var value: Float

    static func < (a: Key, b: Key) -> Bool {
      a.places == b.places ? a.value < b.value : a.places < b.places
    }
    static func == (a: Key, b: Key) -> Bool { a.places == b.places && a.value == b.value }
  }

  fileprivate var key: Key { Key(places: (onQuerySide ? 0 : 1, first, last, other), value: similarity.value) }
}

extension PairTable {
  /// Puts the joins into their order, which is the same however they were found.
  func sortJoins() {
    if joins.count > 1 { joins.sort { $0.key < $1.key } }
  }
}

extension NameAlignment {
  /// The same with the two sides exchanged.
  var turned: NameAlignment {
    var turned = self
    turned.pairs = pairs.map {
      Pair(query: $0.listed, listed: $0.query, similarity: $0.similarity, weight: $0.weight)
    }
    turned.contradictions = contradictions.map { ($0.listed, $0.query, $0.weight) }
    turned.missingQuery = missingListed
    turned.missingListed = missingQuery
    return turned
  }
}
