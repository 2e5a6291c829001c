import NameText

/// One side of a comparison: weights and roles of its tokens, in their order. Holds up to `NameAnalyzer.maximumWords`.
package final class ScoredSide {
  package private(set) var count = 0
  let weights: UnsafeMutablePointer<Float>
  let roles: UnsafeMutablePointer<TokenRole>

  package init() {
    // Safe: `append` keeps count within the capacity; freed in deinit only.
    weights = .allocate(capacity: NameAnalyzer.maximumWords)
    roles = .allocate(capacity: NameAnalyzer.maximumWords)
  }

  deinit {
    weights.deallocate()
    roles.deallocate()
  }

  package func removeAll() { count = 0 }

  /// Adds a token; one beyond the capacity is left out.
  package func append(weight: Float, role: TokenRole) {
    guard count < NameAnalyzer.maximumWords else { return }
    weights[count] = weight
    roles[count] = role
    count += 1
  }

  package func role(at index: Int) -> TokenRole { index < count ? roles[index] : .title }
  package func weight(at index: Int) -> Float { index < count ? weights[index] : 0 }

  /// The sum of the weights in a range of tokens.
  func total(_ range: ClosedRange<Int>) -> Double {
    var sum = 0.0
    for index in range where index < count { sum += Double(weights[index]) }
    return sum
  }
}
