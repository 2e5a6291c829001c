/// FNV-1a (Fowler, Noll, Vo; RFC 9923): equal for equal bytes, everywhere.
package enum FNVHash {
  /// - Complexity: O(bytes).
  @inlinable
  package static func of(_ bytes: some Sequence<UInt8>) -> UInt32 {
    var hash: UInt32 = 2_166_136_261
    for byte in bytes { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
    return hash
  }

  /// The same for bytes in memory, which other modules need no copy of their own for.
  ///
  /// - Complexity: O(bytes).
  package static func of(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return hash
  }

  /// - Complexity: O(bytes).
  @inlinable
  package static func of(_ bytes: some Sequence<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return hash
  }
}
