/// A growing array of byte strings in two flat arrays: no allocation a string.
package struct ByteStrings: Sendable {
  /// The most bytes that fit, so that positions are `UInt32`.
  static let byteLimit = Int(UInt32.max)

  /// All strings one after another.
  package private(set) var bytes: [UInt8] = []
  /// Where each string begins, and the end of the last: `count + 1` elements.
  package private(set) var starts: [UInt32] = [0]

  package init() {}

  package init(_ strings: some Sequence<some Sequence<UInt8>>) throws(IndexError) {
    for string in strings { try append(string) }
  }

  package var count: Int { starts.count - 1 }

  /// - Throws: `IndexError.tooLarge` above 4 GiB.
  package mutating func append(_ string: some Sequence<UInt8>) throws(IndexError) {
    bytes.append(contentsOf: string)
    guard bytes.count <= Self.byteLimit else {
      throw .tooLarge(what: "bytes of text", count: bytes.count, limit: Self.byteLimit)
    }
    starts.append(UInt32(bytes.count))
  }

  /// The string at an index below `count`.
  package subscript(index: Int) -> ArraySlice<UInt8> { bytes[Int(starts[index])..<Int(starts[index + 1])] }

  /// Calls `body` with a way to reach every string without copying; indices must be below `count`, and what it
  /// returns must not leave `body`.
  @inline(__always)
  func withUnsafeStrings<Result>(_ body: ((UInt32) -> UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    // `starts` ascends and ends at `bytes.count`, so every range made of two neighbours is inside.
    bytes.withUnsafeBufferPointer { bytes in
      starts.withUnsafeBufferPointer { starts in
        body { index in
          let start = Int(starts[Int(index)])
          return UnsafeBufferPointer(
            start: bytes.baseAddress.map { $0 + start }, count: Int(starts[Int(index) + 1]) - start)
        }
      }
    }
  }

  /// The indices of all strings in byte order; equal strings stay in their order.
  ///
  /// - Complexity: O(n log n) comparisons, most of them of one integer that holds the first 8 bytes.
  package func byteOrder() -> [UInt32] {
    withUnsafeStrings { string in
      var keys: [(prefix: UInt64, index: UInt32)] = (0..<UInt32(count)).map { index in
        let string = string(index)
        var prefix: UInt64 = 0
        for position in 0..<8 {
          prefix = prefix << 8 | (position < string.count ? UInt64(string[position]) : 0)
        }
        return (prefix, index)
      }
      keys.sort { a, b in
        if a.prefix != b.prefix { return a.prefix < b.prefix }
        let (first, second) = (string(a.index), string(b.index))
        if first.lexicographicallyPrecedes(second) { return true }
        return second.lexicographicallyPrecedes(first) ? false : a.index < b.index
      }
      return keys.map(\.index)
    }
  }
}
