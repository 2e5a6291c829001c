import Designations

/// What kind of identifier a number without a label is, by its form and check digits.
enum IdentifierShapes {
  /// - Parameters:
  ///   - type: Whose it is: only vessels have radio identities.
  ///   - countries: Codes of the entity's countries; Russian numbers count only where they fit.
  static func identifier(_ value: String, of type: EntityType, countries: [String]) -> Identifier {
    let bytes = Array(value.utf8)
    if let number = value.after("IMO"), number.utf8.count == 7, number.utf8.allSatisfy(isDigit) {
      return Identifier(kind: .imo, value: String(number))
    }
    if type == .vessel, bytes.allSatisfy({ isDigit($0) || isCapital($0) }) {
      let isNumber = bytes.allSatisfy(isDigit)
      // Maritime identities begin with a country's digits 201 to 775.
      if isNumber, bytes.count == 9, (50...55).contains(bytes[0]) {
        return Identifier(kind: .mmsi, value: value)
      }
      if !isNumber, (3...7).contains(bytes.count) { return Identifier(kind: .callSign, value: value) }
    }
    if bytes.allSatisfy(isDigit) {
      let isRussian = countries.isEmpty || countries.contains("RU")
      if isRussian, isINN(bytes) { return Identifier(kind: .taxID, value: value, detail: "INN") }
      if isRussian, isOGRN(bytes) { return Identifier(kind: .registration, value: value, detail: "OGRN") }
    }
    if isLEI(bytes) { return Identifier(kind: .lei, value: value) }
    if isBIC(bytes) { return Identifier(kind: .bic, value: value) }
    return Identifier(kind: .other, value: value)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }
  private static func isCapital(_ byte: UInt8) -> Bool { (65...90).contains(byte) }

  /// Ten or twelve digits with their control digits. Source: order of the Russian tax service on the INN, as in
  /// python-stdnum.
  static func isINN(_ digits: [UInt8]) -> Bool {
    func control(_ weights: [Int]) -> UInt8 {
      let sum = zip(weights, digits).reduce(0) { $0 + $1.0 * Int($1.1 - 48) }
      return UInt8(sum % 11 % 10) + 48
    }
    switch digits.count {
    case 10: return control([2, 4, 10, 3, 5, 9, 4, 6, 8]) == digits[9]
    case 12:
      return control([7, 2, 4, 10, 3, 5, 9, 4, 6, 8]) == digits[10]
        && control([3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8]) == digits[11]
    default: return false
    }
  }

  /// Thirteen digits, or fifteen of a sole trader.
  static func isOGRN(_ digits: [UInt8]) -> Bool {
    guard digits.count == 13 || digits.count == 15 else { return false }
    let body = digits.dropLast().reduce(0) { $0 * 10 + Int($1 - 48) }
    return UInt8(body % (digits.count - 2) % 10) + 48 == digits[digits.count - 1]
  }

  /// Twenty letters and digits whose remainder by 97 is 1 (ISO 17442).
  static func isLEI(_ bytes: [UInt8]) -> Bool {
    guard bytes.count == 20, bytes.allSatisfy({ isDigit($0) || isCapital($0) }),
      isDigit(bytes[18]), isDigit(bytes[19])
    else { return false }
    let remainder = bytes.reduce(0) { remainder, byte in
      isDigit(byte) ? (remainder * 10 + Int(byte - 48)) % 97 : (remainder * 100 + Int(byte - 55)) % 97
    }
    return remainder == 1
  }

  /// Eight or eleven characters with a country in the fifth and sixth (ISO 9362).
  static func isBIC(_ bytes: [UInt8]) -> Bool {
    guard bytes.count == 8 || bytes.count == 11, bytes[..<6].allSatisfy(isCapital),
      bytes[6...].allSatisfy({ isDigit($0) || isCapital($0) })
    else { return false }
    return Countries.name(ofCode: String(decoding: bytes[4..<6], as: UTF8.self)) != nil
  }
}
