/// How many of how many, with what that says about the rate.
package struct Proportion: Sendable, Equatable {
  package var count: Int
  package var total: Int

  package init(_ count: Int, of total: Int) {
    self.count = count
    self.total = total
  }

  /// 0...1; 0 of none is 0.
  package var rate: Double { total == 0 ? 0 : Double(count) / Double(total) }

  /// The 95 % confidence interval of the rate, by Wilson (1927): it stays within 0...1 and holds for small counts, where
  /// the usual plus-or-minus does not.
  package var interval: ClosedRange<Double> {
    guard total > 0 else { return 0...1 }
    let n = Double(total)
    let z = 1.959_963_984_540_054
    let center = (rate + z * z / (2 * n)) / (1 + z * z / n)
    let half = z / (1 + z * z / n) * (rate * (1 - rate) / n + z * z / (4 * n * n)).squareRoot()
    // Exact at the ends, whatever rounding does.
    return (count == 0 ? 0 : max(0, center - half))...(count == total ? 1 : min(1, center + half))
  }

  package static func + (a: Proportion, b: Proportion) -> Proportion {
    Proportion(a.count + b.count, of: a.total + b.total)
  }
}
