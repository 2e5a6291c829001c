/// Values that a publisher writes into one cell with numbers before them: `(1) A (2) B`, `1) A 2) B`,
/// `(a) A (b) B`.
enum Enumerations {
  /// The values without their numbers; the whole text when there are none.
  static func values(in text: String) -> [String] {
    if text.isEmpty { return [] }
    // Without a bracket there is no number.
    guard text.utf8.contains(UInt8(ascii: ")")) else { return [text.tidied].filter { !$0.isEmpty } }
    var values: [String] = [""]
    var isEnumerated = false
    for word in text.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
      var word = word
      while let end = endOfMark(word) {
        isEnumerated = true
        values.append("")
        word = word[end...]
      }
      if !word.isEmpty {
        values[values.count - 1] += (values[values.count - 1].isEmpty ? "" : " ") + word
      }
    }
    guard isEnumerated else { return [text.tidied].filter { !$0.isEmpty } }
    // `(1)-(3) X` and `(1) to (3) X` leave what stands between the numbers; `-` stands for nothing.
    return values.map(\.tidied).filter { !["", "-", "to", ",", "and", "–"].contains($0) }
  }

  /// Behind `(1)`, `12)`, `(a)` or `b)` at the front of a word; nil when it begins otherwise.
  private static func endOfMark(_ word: Substring) -> Substring.Index? {
    var rest = word
    if rest.first == "(" || rest.first == "-" && rest.dropFirst().first == "(" {
      rest = rest.drop { $0 == "-" }.dropFirst()
    }
    guard let first = rest.first else { return nil }
    if first.isASCII, first.isNumber {
      let digits = rest.prefix { $0.isASCII && $0.isNumber }
      guard digits.count <= 2 else { return nil }
      rest = rest[digits.endIndex...]
    } else if first.isASCII, first.isLetter {
      rest = rest.dropFirst()
    }
    guard rest.first == ")", rest.startIndex > word.startIndex else { return nil }
    return rest.index(after: rest.startIndex)
  }
}
