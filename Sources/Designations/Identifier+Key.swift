/// The form of an identifier under which equal ones are found, whatever their spelling: its class and its bytes.
///
///     IdentifierKey.keys(for: Identifier(kind: .bic, value: "sabr ru mm 012"))  // [.bank "SABRRUMM"]
///
/// Rules (ISO 9362, BIP 173, EIP-55, Bitcoin Cash cashaddr; document numbers as `rigour.ids.strict` folds them):
///
/// - BIC: letters and digits, upper case, the first 8; the branch is `Identifier.branch`.
/// - Wallet, whatever the asset: no blanks; `0x` addresses, bech32 (`bc1`, `ltc1`, `bnb1`) and cashaddr in lower case,
///   the latter without its prefix; all others in exact case, and a second key without case, since a base58 address
///   copied by a careless program differs only in case.
/// - Passport, national, tax, registration and other numbers are one class: letters and digits in upper case,
///   Cyrillic letters that look Latin folded (`КМ 12` is `KM12`), zeros kept. Departing from rigour, other letters
///   stay, because a number without its series is another number.
/// - IMO number: digits, filled with zeros to 7. MMSI: digits. Call sign, LEI: letters and digits in upper case.
package struct IdentifierKey: Sendable, Hashable {
  /// Identifiers are compared within their class only. The raw values stand in index files.
  package enum Class: UInt8, Sendable, CaseIterable {
    case document = 1
    case bank = 2
    case wallet = 3
    /// A wallet address without its letter case: equal ones are suspected to be the same.
    case caselessWallet = 4
    case ship = 5
    case maritimeMobile = 6
    case callSign = 7
    case legalEntity = 8
  }

  package let keyClass: Class
  /// UTF-8, never empty.
  package let bytes: [UInt8]

  /// The keys of an identifier: none where nothing is left of its value, two for a base58 address, else one.
  package static func keys(for identifier: Identifier) -> [IdentifierKey] {
    switch identifier.kind {
    case .passport, .nationalID, .taxID, .registration, .other:
      keys(.document, identifier.lettersAndDigits)
    case .bic:
      keys(.bank, String(identifier.lettersAndDigits.prefix(8)))
    case .imo:
      keys(.ship, identifier.digits.isEmpty ? "" : identifier.digits.filled(to: 7))
    case .mmsi:
      keys(.maritimeMobile, identifier.digits)
    case .callSign:
      keys(.callSign, identifier.lettersAndDigits)
    case .lei:
      keys(.legalEntity, identifier.lettersAndDigits)
    case .wallet:
      walletKeys(identifier.value)
    }
  }

  private static func walletKeys(_ value: String) -> [IdentifierKey] {
    let address = WalletAddress(value)
    let exact = keys(.wallet, address.text)
    return address.isCaseless ? exact : exact + keys(.caselessWallet, address.text.lowercased())
  }

  private static func keys(_ keyClass: Class, _ text: String) -> [IdentifierKey] {
    text.isEmpty ? [] : [IdentifierKey(keyClass: keyClass, bytes: Array(text.utf8))]
  }
}

extension Identifier {
  /// The branch of a BIC; nil for the head office (`XXX` or none) and for every other kind.
  package var branch: String? {
    guard kind == .bic else { return nil }
    let branch = String(lettersAndDigits.dropFirst(8).prefix(3))
    return branch.isEmpty || branch == "XXX" ? nil : branch
  }

  /// The letters and digits of the value, in upper case, Cyrillic ones that look Latin as Latin.
  var lettersAndDigits: String {
    var text = ""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "0"..."9", "A"..."Z":
        text.unicodeScalars.append(scalar)
      case _ where scalar.properties.numericType == .decimal:
        text += scalar.properties.numericValue.map { String(Int($0)) } ?? ""
      case _ where scalar.properties.isAlphabetic:
        for upper in scalar.properties.uppercaseMapping.unicodeScalars {
          text.unicodeScalars.append(upper.latinTwin)
        }
      default:
        break
      }
    }
    return text
  }

  /// The decimal digits of the value, of any script, as ASCII.
  var digits: String { lettersAndDigits.filter { $0.isASCII && $0.isNumber } }
}

extension Unicode.Scalar {
  /// The Latin capital that this capital cannot be told from in print, or itself.
  fileprivate var latinTwin: Unicode.Scalar {
    if let twin = Self.latinTwins[self] { return twin }
    // Full-width Latin capitals.
    return (0xFF21...0xFF3A).contains(value) ? Unicode.Scalar(UInt8(value - 0xFF21 + 0x41)) : self
  }

  private static let latinTwins: [Unicode.Scalar: Unicode.Scalar] = [
    "А": "A", "В": "B", "Е": "E", "К": "K", "М": "M", "Н": "H", "О": "O", "Р": "P", "С": "C", "Т": "T",
    "У": "Y",
    "Х": "X", "І": "I",
  ]
}

extension String {
  fileprivate func filled(to length: Int) -> String {
    String(repeating: "0", count: max(0, length - count)) + self
  }
}
