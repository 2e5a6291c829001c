/// A table of two columns, searched in the text that the binary carries: lines of a key, a tab and a value, in byte order of
/// the keys, below comment lines.
struct SortedLines {
  /// Valid as long as the process runs.
  let text: UnsafeBufferPointer<UInt8>

  /// The value of a key; nil when the table does not hold it.
  ///
  /// - Complexity: O(log n) line comparisons, no allocation.
  func value(of key: [UInt8]) -> UnsafeBufferPointer<UInt8>? {
    var lower = 0
    var upper = text.count
    while lower < upper {
      var start = (lower + upper) / 2
      while start > lower, text[start - 1] != UInt8(ascii: "\n") { start -= 1 }
      var end = start
      while end < upper, text[end] != UInt8(ascii: "\n") { end += 1 }
      let line = UnsafeBufferPointer(rebasing: text[start..<end])
      let found = line.prefix { $0 != UInt8(ascii: "\t") }
      if line.first == UInt8(ascii: "#") || found.lexicographicallyPrecedes(key) {
        lower = min(end + 1, upper)
      } else if found.elementsEqual(key) {
        return UnsafeBufferPointer(rebasing: line.dropFirst(found.count + 1))
      } else {
        upper = start
      }
    }
    return nil
  }
}
