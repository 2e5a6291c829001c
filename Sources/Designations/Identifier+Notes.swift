/// What is formally wrong with an identifier. Only a note: lists contain typing errors, and such a number still
/// compares with equal ones. The raw values are words for a reader.
package enum IdentifierNote: String, Sendable, CaseIterable {
  case bicShape = "not the shape of a BIC"
  case innCheckDigit = "check digit of the INN is wrong"
  case ogrnCheckDigit = "check digit of the OGRN is wrong"
  case imoCheckDigit = "check digit of the IMO number is wrong"
  case leiCheckDigits = "check digits of the LEI are wrong"
  case mixedCaseAddress = "bech32 address in mixed case"
  /// Fewer than 5 characters: equal by chance too easily.
  case short = "too short to identify anybody"
}

extension Identifier {
  /// What is formally wrong with the identifier; empty for most.
  ///
  /// A tax or registration number is taken for an INN or OGRN where its country is Russia, or its detail says so, and
  /// it has the length of one. Algorithms: ISO 9362 (BIC), ISO 17442 and ISO 7064 MOD 97-10 (LEI); INN, OGRN and IMO
  /// as python-stdnum 2.2 and rigour 1.8 have them, but for the 15-digit OGRNIP, whose remainder 10...12 counts by
  /// its last digit.
  package var notes: [IdentifierNote] {
    switch kind {
    case .bic:
      return Self.isBIC(lettersAndDigits) ? [] : [.bicShape]
    case .imo:
      return Self.isIMO(digits) ? [] : [.imoCheckDigit]
    case .lei:
      return Self.isLEI(lettersAndDigits) ? [] : [.leiCheckDigits]
    case .wallet:
      return WalletAddress(value).isMixedCase ? [.mixedCaseAddress] : []
    case .passport, .nationalID, .taxID, .registration, .other:
      if lettersAndDigits.count < 5 { return [.short] }
      let digits = Self.values(of: digits)
      if isRussian("INN"), [10, 12].contains(digits.count), kind != .passport {
        return Self.isINN(digits) ? [] : [.innCheckDigit]
      }
      if isRussian("OGRN"), [13, 15].contains(digits.count), kind != .passport {
        return Self.isOGRN(digits) ? [] : [.ogrnCheckDigit]
      }
      return []
    case .mmsi, .callSign:
      return []
    }
  }

  private func isRussian(_ name: String) -> Bool {
    if let detail, detail.uppercased().split(whereSeparator: { !$0.isLetter }).contains(Substring(name)) {
      return true
    }
    return country == "RU" && (name == "INN" ? kind == .taxID : kind == .registration)
  }

  private static func values(of text: String) -> [Int] { text.compactMap(\.wholeNumberValue) }

  private static func isBIC(_ text: String) -> Bool {
    let letters = text.utf8
    return [8, 11].contains(letters.count) && letters.prefix(6).allSatisfy { (0x41...0x5A).contains($0) }
  }

  /// Of a ship, or of a company.
  private static func isIMO(_ text: String) -> Bool {
    let digits = values(of: text)
    guard digits.count == 7 else { return false }
    return sum(digits, weights: [7, 6, 5, 4, 3, 2]) % 10 == digits[6]
      || (11 - sum(digits, weights: [8, 6, 4, 2, 9, 7]) % 11) % 10 == digits[6]
  }

  private static func isINN(_ digits: [Int]) -> Bool {
    if digits.count == 10 {
      return sum(digits, weights: [2, 4, 10, 3, 5, 9, 4, 6, 8]) % 11 % 10 == digits[9]
    }
    return sum(digits, weights: [7, 2, 4, 10, 3, 5, 9, 4, 6, 8]) % 11 % 10 == digits[10]
      && sum(digits, weights: [3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8]) % 11 % 10 == digits[11]
  }

  private static func isOGRN(_ digits: [Int]) -> Bool {
    let number = digits.dropLast().reduce(0) { $0 * 10 + $1 }
    return number % (digits.count == 13 ? 11 : 13) % 10 == digits.last
  }

  private static func isLEI(_ text: String) -> Bool {
    guard text.utf8.count == 20, text.utf8.suffix(2).allSatisfy({ $0 < 0x3A }) else { return false }
    var remainder = 0
    for byte in text.utf8 {
      // A letter counts as two digits, A = 10 to Z = 35.
      remainder = byte < 0x3A ? remainder * 10 + Int(byte) - 0x30 : remainder * 100 + Int(byte) - 0x37
      remainder %= 97
    }
    return remainder == 1
  }

  private static func sum(_ digits: [Int], weights: [Int]) -> Int {
    zip(digits, weights).reduce(0) { $0 + $1.0 * $1.1 }
  }
}
