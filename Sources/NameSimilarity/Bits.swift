/// A set of token positions below `NameAnalyzer.maximumWords`, which is 64.
struct Bits: Sequence, IteratorProtocol {
  private var bits: UInt64

  init(all count: Int) { bits = count >= 64 ? .max : (1 << UInt64(count)) - 1 }

  var isEmpty: Bool { bits == 0 }
  var count: Int { bits.nonzeroBitCount }
  func contains(_ index: Int) -> Bool { bits & (1 << UInt64(index)) != 0 }
  mutating func insert(_ index: Int) { bits |= 1 << UInt64(index) }
  mutating func remove(_ index: Int) { bits &= ~(1 << UInt64(index)) }

  /// Positions in ascending order, one after another.
  mutating func next() -> Int? {
    guard bits != 0 else { return nil }
    let position = bits.trailingZeroBitCount
    bits &= bits - 1
    return position
  }
}
