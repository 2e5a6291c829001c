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
      var place = start
      while place < end, place - start < key.count, text[place] == key[place - start] { place += 1 }
      let isKey = place - start == key.count
      if isKey, place < end, text[place] == UInt8(ascii: "\t") {
        return UnsafeBufferPointer(rebasing: text[(place + 1)..<end])
      }
      // A tab sorts before all that keys are made of.
      if text[start] == UInt8(ascii: "#") || (!isKey && (place == end || text[place] < key[place - start])) {
        lower = min(end + 1, upper)
      } else {
        upper = start
      }
    }
    return nil
  }

  /// The lines whose keys begin with a byte.
  ///
  /// - Complexity: O(log n) steps, no allocation.
  func lines(beginningWith first: UInt8) -> UnsafeBufferPointer<UInt8> {
    let start = place { $0 < first }
    return UnsafeBufferPointer(rebasing: text[start..<max(start, place { $0 <= first })])
  }

  /// Where the first line begins that does not begin with a byte before, comments left out.
  private func place(_ isBefore: (UInt8) -> Bool) -> Int {
    var lower = 0
    var upper = text.count
    while lower < upper {
      let middle = (lower + upper) / 2
      var start = middle
      while start > lower, text[start - 1] != UInt8(ascii: "\n") { start -= 1 }
      if text[start] == UInt8(ascii: "#") || isBefore(text[start]) {
        var end = middle
        while end < upper, text[end] != UInt8(ascii: "\n") { end += 1 }
        lower = min(end + 1, upper)
      } else {
        upper = start
      }
    }
    return lower
  }
}
