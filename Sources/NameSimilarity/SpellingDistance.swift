import NameText

/// The phonetically weighted edit distance of two short strings over the symbols of `SpellingCosts`; see `SpellingRows`.
package final class SpellingDistance {
  private let rows = SpellingRows()

  package init() {}

  /// The distance in 1/100 of an edit, or nil when it is above `limit`.
  ///
  /// - Complexity: O(a x b); ends early when `limit` is out of reach; no allocation.
  package func distance(
    _ a: UnsafePointer<UInt8>, _ aLength: Int, _ b: UnsafePointer<UInt8>, _ bLength: Int, limit: Int32
  ) -> Int32? {
    rows.start(a, aLength, limit: limit)
    let end = min(bLength, Token.maximumLength)
    for index in 0..<end where !rows.enter(b[index], depth: index + 1) { return nil }
    return rows.distance(depth: end)
  }
}
