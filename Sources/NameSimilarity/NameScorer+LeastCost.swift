extension NameScorer {
  /// A line below what words without a partner cost, whatever of them contradicts: a share of their weight less an offset.
  ///
  /// With E missing and C contradicting, where pairs agree with A at most, the denominator grows by at least
  /// C + m E (1 + k E / (E + A / 2)), with m = `missing` and k the convexity at A. That is convex in E, and less the more
  /// agrees, so that a tangent at the slope s, which is at most that of C, lies below it for every A that is not above.
  package struct CostLine: Sendable {
    /// Of the weight without a partner.
    package var slope: Double
    /// By A in steps of `1 / stepsAWeight`, for all that is at most so many steps.
    package var offsets: [Double]
  }

  /// The lines at some slopes between `missing` and what contradicts.
  ///
  /// - Parameters:
  ///   - count: How many lines.
  ///   - steps: How many steps of agreement; beyond them the lines tell nothing.
  package func leastCosts(count: Int, steps: Int, stepsAWeight: Int) -> [CostLine] {
    let least = parameters.missing
    let most = min(1, parameters.contradiction)
    return (1...max(1, count)).map { number in
      let slope = least + max(0, most - least) * Double(number) / Double(count)
      let offsets = (0..<steps).map { step in
        step == steps - 1
          ? NameScorer.noCost : offset(slope: slope, agreement: Double(step) / Double(stepsAWeight))
      }
      return CostLine(slope: slope, offsets: offsets)
    }
  }

  /// An offset that leaves nothing.
  private static let noCost = 1e9

  /// The most that the slope is above the cost: where the derivative m (1 + k (1 - a^2 / (E + a)^2)) equals it, a = A / 2.
  private func offset(slope: Double, agreement: Double) -> Double {
    let convexity = convexity(agreeing: agreement)
    let half = agreement / 2
    let left = parameters.missing * (1 + convexity) - slope
    guard left > 0 else { return slope > parameters.missing ? NameScorer.noCost : 0 }
    let missing = max(0, half * ((parameters.missing * convexity / left).squareRoot() - 1))
    guard missing > 0 else { return 0 }
    let cost = parameters.missing * missing * (1 + convexity * missing / (missing + half))
    return max(0, slope * missing - cost) * (1 + 1e-9) + 1e-9
  }
}
