import NameText
import TestSupport
import Testing

@testable import NameSimilarity

@Suite struct TokenSimilarityTests {
  let distance = SpellingDistance()

  @Test func isSymmetric() throws {
    var tokens = try SampleTokens.embedded(every: 8)
    for text in ["А", "Sasha", "Aleksandr", "Bob", "17", "XVII", "محمد", "Иванович", "Ltd", "Çelik", "Celik"]
    {
      tokens += try NameAnalyzer.standard.analyze(text).readings[0].tokens.map(\.token)
    }
    var random = SeededRandom(seed: 21)
    for _ in 0..<8_000 {
      guard let a = random.pick(tokens), let b = random.pick(tokens) else { continue }
      let there = TokenSimilarity.of(a.features, b.features, distance: distance)
      let back = TokenSimilarity.of(b.features, a.features, distance: distance)
      #expect(there.value == back.value && there.evidence == back.evidence, "\(a.form) \(b.form)")
      #expect(there.value >= 0 && there.value <= 1, "\(a.form) \(b.form)")
    }
    for token in tokens {
      #expect(
        TokenSimilarity.of(token.features, token.features, distance: distance).value == 1, "\(token.form)")
    }
  }

  @Test func aHigherLeastOnlyDropsWhatIsBelowIt() throws {
    let tokens = try SampleTokens.embedded(every: 20)
    var random = SeededRandom(seed: 22)
    for _ in 0..<3_000 {
      guard let a = random.pick(tokens) else { continue }
      let edited = SymbolStrings.edited(Array(a.features.formBytes), &random).filter { $0 > 96 || $0 < 58 }
      guard
        let b = try NameAnalyzer.standard.analyze(SymbolStrings.text(edited)).readings.first?.tokens.first?
          .token
      else { continue }
      let all = TokenSimilarity.of(a.features, b.features, distance: distance)
      for least: Float in [0.7, 0.8, 0.9] {
        let some = TokenSimilarity.of(a.features, b.features, least: least, distance: distance)
        // A similarity that equals `least` may fall either way: the limit of the cost is rounded.
        if abs(all.value - least) < 1e-5 { continue }
        // The first letters exchanged: see `aTranspositionOfTheFirstLettersIsWithinItsCost`.
        if a.skeleton.dropFirst().first == b.skeleton.first { continue }
        #expect(
          (some.value > least ? some.value : 0) == (all.value > least ? all.value : 0),
          "\(a.form) \(b.form) at \(least)")
      }
    }
  }
}

@Suite struct AssignmentTests {
  /// The best sum over every way to pair rows with columns.
  private func best(
    _ table: PairTable, _ query: ScoredSide, _ listed: ScoredSide, row: Int, taken: Set<Int>
  ) -> Double {
    guard row < query.count else { return 0 }
    var best = best(table, query, listed, row: row + 1, taken: taken)
    for column in 0..<listed.count where !taken.contains(column) && table[row, column].value > 0 {
      let gain =
        Double(table[row, column].value) * Double(min(query.weight(at: row), listed.weight(at: column)))
      best = max(best, gain + self.best(table, query, listed, row: row + 1, taken: taken.union([column])))
    }
    return best
  }

  @Test func isOptimal() {
    var random = SeededRandom(seed: 31)
    let query = ScoredSide()
    let listed = ScoredSide()
    let table = PairTable()
    for round in 0..<600 {
      query.removeAll()
      listed.removeAll()
      for _ in 0..<(1 + random.below(5)) {
        query.append(weight: Float.random(in: 0.05...1, using: &random), role: .name)
      }
      for _ in 0..<(1 + random.below(5)) {
        listed.append(weight: Float.random(in: 0.05...1, using: &random), role: .name)
      }
      table.reset(rows: query.count, columns: listed.count)
      for row in 0..<query.count {
        for column in 0..<listed.count where random.chance(0.6) {
          table[row, column] = TokenSimilarity(
            value: Float.random(in: 0.6...1, using: &random), evidence: .spelling)
        }
      }
      var sum = 0.0
      var rows: Set<Int> = []
      var columns: Set<Int> = []
      Assignment.forEachPair(
        table, query, listed, freeRows: Bits(all: query.count), freeColumns: Bits(all: listed.count)
      ) { row, column in
        sum +=
          Double(table[row, column].value) * Double(min(query.weight(at: row), listed.weight(at: column)))
        #expect(rows.insert(row).inserted && columns.insert(column).inserted)
        #expect(table[row, column].value > 0)
      }
      let expected = best(table, query, listed, row: 0, taken: [])
      #expect(abs(sum - expected) < 1e-5, "round \(round): \(sum), best \(expected)")
    }
  }
}
