extension [UInt8] {
  /// Appends an unsigned integer in groups of 7 bits, the lowest first, the high bit set on all but the last (LEB128).
  mutating func append(varint value: UInt64) {
    var rest = value
    while rest >= 0x80 {
      append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    append(UInt8(truncatingIfNeeded: rest))
  }
}
