import Watchlists

/// How the words of a customer file or of a command line become the facts of a customer.
extension Customer {
  /// The ISO code of a country given as a code or by its English name; what is not known stays as it is
  /// written, in upper case, and the evidence says that it was not recognised.
  package static func countryCode(_ text: String) -> String {
    Countries.code(text) ?? text.uppercased()
  }

  /// `nil` for words that say nothing about the type, e.g. `any` or `LegalEntity`.
  ///
  /// The schemata of FollowTheMoney and the everyday words of customer bases are understood, in any letter case.
  package static func entityType(_ text: String) -> EntityType? {
    switch text.lowercased() {
    case "person", "individual", "natural person", "natural_person", "p", "i": .person
    case "organization", "organisation", "company", "entity", "corporate", "business", "publicbody",
      "legal person", "legal_person", "o", "c", "e":
      .organization
    case "vessel", "ship": .vessel
    case "aircraft", "airplane": .aircraft
    default: nil
    }
  }

  /// `nil` for anything but female and male.
  package static func gender(_ text: String) -> Gender? {
    switch text.lowercased() {
    case "f", "female", "w", "woman": .female
    case "m", "male", "man": .male
    default: nil
    }
  }

  /// `KIND:VALUE`, e.g. `bic:VTBRRUMM`, `passport:4510123456`, or with the issuer `passport@RU:4510123456`.
  package static func identifier(_ text: String) -> Identifier? {
    guard let colon = text.firstIndex(of: ":") else { return nil }
    let value = text[text.index(after: colon)...].trimmed
    let head = text[..<colon].split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false)
    guard !value.isEmpty, let word = head.first, let kind = identifierKind(word.lowercased()) else {
      return nil
    }
    return Identifier(
      kind: kind, value: value, country: head.count > 1 ? countryCode(String(head[1])) : nil)
  }

  private static func identifierKind(_ word: String) -> Identifier.Kind? {
    switch word {
    case "crypto_address", "address": .wallet
    case "swift": .bic
    case "inn", "tax": .taxID
    default: Identifier.Kind(rawValue: word)
    }
  }
}

extension StringProtocol {
  /// Without the blanks around it.
  var trimmed: String {
    if let first = unicodeScalars.first, let last = unicodeScalars.last, first.standsAlone, last.standsAlone {
      return String(self)
    }
    guard let first = firstIndex(where: { !$0.isWhitespace }),
      let last = lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return String(self[first...last])
  }
}

extension Unicode.Scalar {
  /// Whether it is known for neither a blank nor a mark that would make one character with a blank.
  fileprivate var standsAlone: Bool {
    switch value {
    case 0x21...0x7E, 0xC0..<0x300, 0x370..<0x483, 0x48A..<0x530, 0x5D0...0x5EA, 0x620...0x64A,
      0x4E00...0x9FFF, 0xAC00...0xD7A3:
      true
    default: false
    }
  }
}
