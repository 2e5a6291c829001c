import TestSupport
import Testing

@testable import NameSimilarity

/// What words without a partner cost is never below the lines that retrieval judges names by.
@Suite struct LeastCostTests {
  @Test func `no line is above what any words cost`() {
    let scorer = NameScorer()
    let (steps, stepsAWeight) = (64, 16)
    let lines = scorer.leastCosts(count: 3, steps: steps, stepsAWeight: stepsAWeight)
    var random = SeededRandom(seed: 5)
    func number(below limit: Double) -> Double { Double(random.next() % 100_000) / 100_000 * limit }
    for _ in 0..<20_000 {
      let (agreeing, missing, contradicting) = (number(below: 5), number(below: 3), number(below: 3))
      // Pairs agree with no more than they weigh.
      let weighted = agreeing * (0.6 + number(below: 0.4))
      let convexity = scorer.convexity(agreeing: weighted)
      let cost =
        contradicting + scorer.parameters.missing * missing
        * (1 + convexity * missing / (missing + agreeing / 2))
      let step = min(steps - 1, Int(agreeing * Double(stepsAWeight)) + 1)
      for line in lines {
        #expect(line.slope * (missing + contradicting) - line.offsets[step] <= cost + 1e-9)
      }
    }
  }

  @Test func `a line tells more than the least share of a weight where little agrees`() throws {
    let scorer = NameScorer()
    let lines = scorer.leastCosts(count: 2, steps: 64, stepsAWeight: 16)
    // Two common names, of which one agrees.
    let told = try #require(lines.map { $0.slope * 0.8 - $0.offsets[14] }.max())
    #expect(told > scorer.parameters.missing * 0.8)
  }
}
