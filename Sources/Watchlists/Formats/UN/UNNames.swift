/// Names that the UN writes into one element.
enum UNNames {
  /// The names in a text like `A; B`, `A (B; C)`, `a) A b) B`, `A (original script: B)`.
  static func names(in text: String) -> [String] {
    // Nearly all hold one name.
    let isPlain =
      text.utf8.allSatisfy { $0 != 0x28 && $0 != 0x29 && $0 != 0x3B } && text.utf8.last != UInt8(ascii: ",")
    if isPlain { return [text.tidied].filter { !$0.isEmpty } }
    let text = text.pieces(by: "(original script)").joined(separator: " ")
    return withoutEnumeration(text).flatMap { $0.pieces(by: ";") }.flatMap(bracketed)
  }

  /// A bracket that is not closed within the part, or not opened, encloses further names; one that is may
  /// hold the name in another script. Any other explains, and stays.
  private static func bracketed(_ part: String) -> [String] {
    var part = part[...]
    while let last = part.last, last == "," || last == " " { part = part.dropLast() }
    while let first = part.first, first == ")" || first == " " { part = part.dropFirst() }
    let opening = part.utf8.count { $0 == UInt8(ascii: "(") }
    let closing = part.utf8.count { $0 == UInt8(ascii: ")") }
    let bracket = opening > closing ? part.lastIndex(of: "(") : part.firstIndex(of: "(")
    if opening < closing {
      let name = part.dropLast(part.last == ")" ? 1 : 0).tidied
      return name.isEmpty ? [] : [name]
    }
    guard let bracket else { return part.isEmpty ? [] : [part.tidied] }
    let before = part[..<bracket].tidied
    var inside = part[part.index(after: bracket)...].tidied
    if opening == closing {
      guard inside.last == ")" else { return [part.tidied] }
      inside = inside.dropLast().tidied
      inside = inside.after("original script:")?.tidied ?? inside
      guard !before.isEmpty, isLatin(before) != isLatin(inside) else { return [part.tidied] }
    }
    return [before, inside].filter { !$0.isEmpty }
  }

  /// Whether there is a Latin letter among the letters.
  private static func isLatin(_ text: String) -> Bool {
    text.unicodeScalars.contains { $0.properties.isAlphabetic && $0.value < 0x250 }
  }

  /// The pieces between `a)`, `b)`, … where a text is enumerated so.
  private static func withoutEnumeration(_ text: String) -> [String] {
    var pieces = [""]
    for word in text.split(separator: " ") {
      let bytes = Array(word.utf8)
      let isMark = bytes.count == 2 && (97...122).contains(bytes[0]) && bytes[1] == UInt8(ascii: ")")
      if isMark {
        pieces.append("")
      } else {
        pieces[pieces.count - 1] += (pieces[pieces.count - 1].isEmpty ? "" : " ") + word
      }
    }
    return pieces.filter { !$0.isEmpty }
  }
}
