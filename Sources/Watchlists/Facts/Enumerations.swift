/// Values that a publisher writes into one cell with numbers before them: `(1) A (2) B`, `1) A 2) B`,
/// `(a) A (b) B`.
enum Enumerations {
  /// The values without their numbers; the whole text when there are none.
  static func values(in text: String) -> [String] {
    if text.isEmpty { return [] }
    // Without a bracket there is no number.
    guard text.utf8.contains(UInt8(ascii: ")")) else {
      let value = text.tidied
      return value.isEmpty ? [] : [value]
    }
    var text = text
    return text.withUTF8 { bytes in
      var values: [[UInt8]] = [[]]
      var isEnumerated = false
      var start = 0
      while start < bytes.count {
        guard !isBlank(bytes[start]) else {
          start += 1
          continue
        }
        var end = start
        while end < bytes.count, !isBlank(bytes[end]) { end += 1 }
        while let behind = endOfMark(bytes, start..<end) {
          isEnumerated = true
          values.append([])
          start = behind
        }
        if start < end {
          if !values[values.count - 1].isEmpty { values[values.count - 1].append(UInt8(ascii: " ")) }
          values[values.count - 1] += bytes[start..<end]
        }
        start = end
      }
      guard isEnumerated else { return [ListText.tidied(bytes)].filter { !$0.isEmpty } }
      // `(1)-(3) X` and `(1) to (3) X` leave what stands between the numbers; `-` stands for nothing.
      return values.map { $0.withUnsafeBufferPointer { ListText.tidied($0) } }
        .filter { !["", "-", "to", ",", "and", "–"].contains($0) }
    }
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\n")
  }

  /// Behind `(1)`, `12)`, `(a)` or `b)` at the front of a word; nil when it begins otherwise.
  private static func endOfMark(_ bytes: UnsafeBufferPointer<UInt8>, _ word: Range<Int>) -> Int? {
    func byte(_ position: Int) -> UInt8 { position < word.upperBound ? bytes[position] : 0 }
    var position = word.lowerBound
    if byte(position) == UInt8(ascii: "-"), byte(position + 1) == UInt8(ascii: "(") { position += 1 }
    if byte(position) == UInt8(ascii: "(") { position += 1 }
    if (48...57).contains(byte(position)) {
      let first = position
      while (48...57).contains(byte(position)) { position += 1 }
      guard position - first <= 2 else { return nil }
    } else if (97...122).contains(byte(position) | 0x20) {
      position += 1
    }
    guard byte(position) == UInt8(ascii: ")"), position > word.lowerBound else { return nil }
    return position + 1
  }
}
