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
    Enumerations.values(in: text)
      .flatMap { $0.split { $0 == ";" || $0 == "," || $0 == "\n" } }
      .compactMap { registration($0) }
  }

  private static func registration(_ text: Substring) -> Identifier? {
    let words = text.split { !$0.isLetter && !$0.isNumber && !"-/.".contains($0) }
    guard let number = words.last(where: { $0.utf8.contains { (48...57).contains($0) } }) ?? words.last
    else { return nil }
    let label = words.prefix { $0 != number }.joined(separator: " ")
    let upper = label.uppercased()
    if upper.holds("SWIFT") || upper.holds("BIC") {
      let code = words.last {
        [8, 11].contains($0.utf8.count) && $0.allSatisfy { $0.isUppercase || $0.isNumber }
      }
      return code.map { Identifier(kind: .bic, value: String($0)) }
    }
    guard number.utf8.contains(where: { (48...57).contains($0) }) else { return nil }
    let kind: Identifier.Kind =
      upper.holds("INN") || upper.holds("TAX") || upper.holds("TIN")
      ? .taxID : upper.holds("LEI") ? .lei : .registration
    return Identifier(kind: kind, value: String(number), detail: label.isEmpty ? nil : label)
  }
}
