import Designations

/// The items in the column "Other Information".
enum UKOtherInformation {
  static let reference = "UK Sanctions List reference"

  /// `(label):value` pieces; a value reaches to the next label, without the full stop behind it.
  static func items(in text: String) -> [(label: String, value: String)] {
    text.withBytes { text in
      var items: [(label: String, value: String)] = []
      var rest = text
      while let (before, after) = rest.split(at: "):") {
        let start = before.lastOffset(of: UInt8(ascii: "("))
        if !items.isEmpty { items[items.count - 1].value = clean(before.slice(0, start ?? before.count)) }
        items.append((start.map { before.dropFirst($0 + 1).tidied } ?? "", ""))
        rest = after
      }
      if !items.isEmpty { items[items.count - 1].value = clean(rest) }
      return items
    }
  }

  private static func clean(_ value: ByteText) -> String {
    value.tidied.withBytes { value in
      var value = value
      // A reference ends before its full stop, whatever sentences follow.
      if let (first, _) = value.split(at: ". "), first.count <= 12, first.offset(of: UInt8(ascii: " ")) == nil
      {
        value = first
      }
      while value.last == UInt8(ascii: ".") || value.last == UInt8(ascii: " ") { value = value.dropLast() }
      return value.string
    }
  }

  /// Registration numbers with the names of their kinds before them: `Kazakhstan BIN - 170440031562`,
  /// `(1) INN: 7706569306, OGRN: 1037739709138`, `SWIFT/BIC VTBRRUMM`.
  static func registrations(_ text: String) -> [Identifier] {
    var identifiers: [Identifier] = []
    for value in Enumerations.values(in: text) {
      value.withBytes { value in
        var start = 0
        for end in 0...value.count where end == value.count || [0x3B, 0x2C, 0x0A].contains(value[end]) {
          if let identifier = registration(value.slice(start, end)) { identifiers.append(identifier) }
          start = end + 1
        }
      }
    }
    return identifiers
  }

  private static func registration(_ text: ByteText) -> Identifier? {
    let words = words(of: text)
    let isNumber = { (word: ByteText) in word.bytes.contains { (48...57).contains($0) } }
    guard let place = words.lastIndex(where: isNumber) ?? words.indices.last else { return nil }
    let number = words[place].string
    let label = words[..<place].map(\.string).joined(separator: " ")
    let upper = label.uppercased()
    if upper.holds("SWIFT") || upper.holds("BIC") {
      let code = words.last { word in
        [8, 11].contains(word.count)
          && word.bytes.allSatisfy { (48...57).contains($0) || (65...90).contains($0) }
      }
      return code.map { Identifier(kind: .bic, value: $0.string) }
    }
    guard isNumber(words[place]) else { return nil }
    let kind: Identifier.Kind =
      upper.holds("INN") || upper.holds("TAX") || upper.holds("TIN")
      ? .taxID : upper.holds("LEI") ? .lei : .registration
    return Identifier(kind: kind, value: number, detail: label.isEmpty ? nil : label)
  }

  /// Runs of letters, digits, `-`, `/` and `.`; beyond ASCII all is a letter but punctuation, which begins with 0xE2.
  private static func words(of text: ByteText) -> [ByteText] {
    var words: [ByteText] = []
    var start = 0
    var place = 0
    func end() { if place > start { words.append(text.slice(start, place)) } }
    while place < text.count {
      switch text[place] {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x2F, 0x80..<0xE2, 0xE3...0xFF: place += 1
      case let byte:
        end()
        place = min(place + (byte == 0xE2 ? 3 : 1), text.count)
        start = place
      }
    }
    end()
    return words
  }
}
