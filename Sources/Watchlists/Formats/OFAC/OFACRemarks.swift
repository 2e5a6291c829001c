import Designations

/// The facts in the remarks of an OFAC entry: items like `DOB 12 Mar 1960; POB Minsk, Belarus; Gender Male.`
enum OFACRemarks {
  /// Adds what `remarks` say to the designation. Items that are no such facts stay in its remarks only.
  static func read(_ remarks: String, into designation: inout Designation) {
    designation.remarks = remarks
    remarks.tidied.withBytes { text in
      var rest = text
      while let (item, after) = rest.split(at: "; ") {
        read(item: item.after("alt. ") ?? item, into: &designation)
        rest = after
      }
      let last = withoutFullStop(rest)
      read(item: last.after("alt. ") ?? last, into: &designation)
    }
  }

  private static func read(item: ByteText, into designation: inout Designation) {
    if readFact(item, into: &designation) { return }
    if let identifier = OFACIdentifiers.identifier(in: item) { designation.identifiers.addOnce(identifier) }
  }

  /// Reads an item that is no number; false when it may be one.
  private static func readFact(_ item: ByteText, into designation: inout Designation) -> Bool {
    // Every form by its first letter, since a list has a hundred thousand items.
    switch item.first {
    case UInt8(ascii: "D"):
      guard let date = item.after("DOB ") else { return false }
      if let date = DateText.english(date) { designation.birthDates.addOnce(date) }
    case UInt8(ascii: "P"):
      guard let place = item.after("POB ") else { return false }
      add(birthPlace: place, to: &designation)
    case UInt8(ascii: "G"):
      guard let gender = item.after("Gender ") else { return false }
      designation.gender = Gender(rawValue: gender.string.lowercased())
    case UInt8(ascii: "L"):
      guard let name = item.after("Linked To: ") else { return false }
      designation.linkedTo.addOnce(name.tidied)
    case UInt8(ascii: "N"):
      guard let country = item.after("Nationality of Registration ") else { return false }
      designation.addCountries(country.string, .jurisdiction)
    case UInt8(ascii: "a"), UInt8(ascii: "f"), UInt8(ascii: "n"), UInt8(ascii: "c"):
      if let name = quotedName(item) {
        designation.addName(name, quality: .weak)
      } else if let country = item.after("nationality ") {
        designation.addCountries(country.string, .nationality)
      } else if let country = item.after("citizen ") {
        designation.addCountries(country.string, .citizenship)
      } else {
        return false
      }
    default: return false
    }
    return true
  }

  static func add(birthPlace place: String, to designation: inout Designation) {
    place.withBytes { add(birthPlace: $0, to: &designation) }
  }

  private static func add(birthPlace place: ByteText, to designation: inout Designation) {
    designation.birthPlaces.addOnce(place.string)
    if let code = Countries.code(atEndOf: place) {
      designation.countries.addOnce(ListedCountry(code: code, relation: .birth))
    }
  }

  /// `X` of `a.k.a. 'X'`: names in single quotes are the weak ones, which stand nowhere else.
  private static func quotedName(_ item: ByteText) -> String? {
    guard item.count > 8, item.dropFirst(1).hasPrefix(".k.a. '") else { return nil }
    let quoted = item.dropFirst(8)
    return (quoted.last == UInt8(ascii: "'") ? quoted.dropLast() : quoted).tidied
  }

  /// Without the full stop that ends the remarks; the one of an abbreviation (`S.A.`) stays.
  /// Remarks that are cut off may end with a semicolon instead.
  private static func withoutFullStop(_ item: ByteText) -> ByteText {
    if item.last == UInt8(ascii: ";") { return item.dropLast() }
    guard item.last == UInt8(ascii: "."), item.hasPrefix("Linked To: ") else {
      return item.last == UInt8(ascii: ".") ? item.dropLast() : item
    }
    let lastWord = item.dropFirst(item.lastOffset(of: UInt8(ascii: " ")).map { $0 + 1 } ?? 0)
    let points = lastWord.bytes.count { $0 == UInt8(ascii: ".") }
    let isAbbreviation =
      points > 1 && lastWord.offset(of: UInt8(ascii: "/")) == nil
      && lastWord[lastWord.count - 2] != UInt8(ascii: ".")
    return isAbbreviation ? item : item.dropLast()
  }
}
