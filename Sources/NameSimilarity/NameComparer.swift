import NameText

/// Compares two analysed names without an index: the plain path that `compare` shows, that `--exhaustive` takes, and
/// that retrieval must equal.
package final class NameComparer {
  package let scorer: NameScorer
  package let distance = SpellingDistance()
  private let table = PairTable()
  private let querySide = ScoredSide()
  private let listedSide = ScoredSide()

  package init(scorer: NameScorer = NameScorer()) { self.scorer = scorer }

  /// The best score over the readings of both names.
  ///
  /// - Complexity: O(readings x tokens x tokens) edit distances.
  package func score(_ query: AnalyzedName, _ listed: AnalyzedName, isPerson: Bool) -> Double {
    var best = 0.0
    for a in query.readings {
      for b in listed.readings { best = max(best, score(a, b, isPerson: isPerson)) }
    }
    return best
  }

  package func score(_ query: NameReading, _ listed: NameReading, isPerson: Bool) -> Double {
    align(query, listed, isPerson: isPerson).score
  }

  package func align(_ query: NameReading, _ listed: NameReading, isPerson: Bool) -> NameAlignment {
    fill(querySide, query)
    fill(listedSide, listed)
    table.reset(rows: query.tokens.count, columns: listed.tokens.count)
    for (row, a) in query.tokens.enumerated() {
      for (column, b) in listed.tokens.enumerated() {
        let found = TokenSimilarity.of(a.token.features, b.token.features, distance: distance)
        if found.value > 0 { table[row, column] = found }
      }
    }
    for join in query.joins {
      for (column, b) in listed.tokens.enumerated() {
        add(join, b, onQuerySide: true, other: column)
      }
    }
    for join in listed.joins {
      for (row, a) in query.tokens.enumerated() {
        add(join, a, onQuerySide: false, other: row)
      }
    }
    return scorer.align(querySide, listedSide, table, isPerson: isPerson)
  }

  private func add(_ join: NameJoin, _ token: NameToken, onQuerySide: Bool, other: Int) {
    let found = TokenSimilarity.ofJoin(
      join.token.features, isFuzzy: join.isFuzzy, token.token.features, distance: distance)
    guard found.value > 0 else { return }
    table.joins.append(
      JoinedPair(
        onQuerySide: onQuerySide, first: join.first, last: join.last, other: other, similarity: found))
  }

  private func fill(_ side: ScoredSide, _ reading: NameReading) {
    side.removeAll()
    for token in reading.tokens { side.append(weight: token.weight, role: token.role) }
  }
}
