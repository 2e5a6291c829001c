import NameText

/// One bit for each skeleton, at a place that its hash tells: most words that no skeleton equals are known to be such without a
/// search (Bloom 1970, with one hash).
struct SkeletonFilter {
  private let bits: MappedArray<UInt64>

  /// - Parameter bits: A power of two of words, or none.
  init?(_ bits: MappedArray<UInt64>) {
    guard bits.count.nonzeroBitCount == 1 else { return nil }
    self.bits = bits
  }

  /// Whether a skeleton with these bytes may be among those that the filter was made of.
  ///
  /// - Complexity: O(length).
  func mayHold(_ skeleton: UnsafeBufferPointer<UInt8>) -> Bool {
    let place = SkeletonFilter.place(skeleton, in: bits.count)
    return bits.unchecked(place.word) >> place.bit & 1 != 0
  }

  /// The bits of a filter, of about eight a skeleton.
  static func bits(of skeletons: some Collection<ArraySlice<UInt8>>) -> [UInt64] {
    var count = 1
    while count * 8 < skeletons.count { count *= 2 }
    var bits = [UInt64](repeating: 0, count: count)
    for skeleton in skeletons {
      let place = skeleton.withUnsafeBufferPointer { SkeletonFilter.place($0, in: count) }
      bits[place.word] |= 1 << place.bit
    }
    return bits
  }

  private static func place(_ skeleton: UnsafeBufferPointer<UInt8>, in count: Int) -> (word: Int, bit: UInt64)
  {
    let hash: UInt64 = FNVHash.of(skeleton)
    // The low bits of a product tell less than the high ones.
    let mixed = hash ^ hash >> 32
    return (Int(mixed >> 6 & UInt64(count - 1)), mixed & 63)
  }
}
