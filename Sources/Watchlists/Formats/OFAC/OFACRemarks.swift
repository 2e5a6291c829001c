import Designations

/// The facts in the remarks of an OFAC entry: items like `DOB 12 Mar 1960; POB Minsk, Belarus; Gender Male.`
enum OFACRemarks {
  /// Adds what `remarks` say to the designation. Items that are no such facts stay in its remarks only.
  static func read(_ remarks: String, into designation: inout Designation) {
    designation.remarks = remarks
    var rest = remarks.tidied[...]
    while let (item, after) = rest.split(at: "; ") {
      read(item: item.after("alt. ") ?? item, into: &designation)
      rest = after
    }
    let last = withoutFullStop(rest)
    read(item: last.after("alt. ") ?? last, into: &designation)
  }

  private static func read(item: Substring, into designation: inout Designation) {
    // Every form by its first letter, since a list has a hundred thousand items.
    switch item.utf8.first {
    case UInt8(ascii: "D"), UInt8(ascii: "P"), UInt8(ascii: "G"), UInt8(ascii: "N"), UInt8(ascii: "L"),
      UInt8(ascii: "a"), UInt8(ascii: "f"), UInt8(ascii: "n"), UInt8(ascii: "c"):
      if readFact(item, into: &designation) { return }
    default: break
    }
    if let (label, rest) = OFACIdentifiers.label(of: item) {
      let (value, country) = valueAndCountry(rest)
      if let identifier = OFACIdentifiers.identifier(label: label, value: value, country: country) {
        designation.identifiers.addOnce(identifier)
      }
    }
  }

  /// Reads an item that is no number; false when it may be one.
  private static func readFact(_ item: Substring, into designation: inout Designation) -> Bool {
    if let date = item.after("DOB ") {
      if let date = DateText.english(String(date)) { designation.birthDates.addOnce(date) }
    } else if let place = item.after("POB ") {
      add(birthPlace: String(place), to: &designation)
    } else if let name = quotedName(item) {
      designation.addName(name, quality: .weak)
    } else if let country = item.after("nationality ") {
      designation.addCountries(String(country), .nationality)
    } else if let country = item.after("citizen ") {
      designation.addCountries(String(country), .citizenship)
    } else if let gender = item.after("Gender ") {
      designation.gender = Gender(rawValue: gender.lowercased())
    } else if let name = item.after("Linked To: ") {
      designation.linkedTo.addOnce(name.tidied)
    } else if let country = item.after("Nationality of Registration ") {
      designation.addCountries(String(country), .jurisdiction)
    } else {
      return false
    }
    return true
  }

  static func add(birthPlace place: String, to designation: inout Designation) {
    designation.birthPlaces.addOnce(place)
    if let code = Countries.code(atEndOf: place) {
      designation.countries.addOnce(ListedCountry(code: code, relation: .birth))
    }
  }

  /// `X` of `a.k.a. 'X'`: names in single quotes are the weak ones, which stand nowhere else.
  private static func quotedName(_ item: Substring) -> String? {
    for mark in ["a.k.a. '", "f.k.a. '", "n.k.a. '"] {
      guard let quoted = item.after(mark) else { continue }
      return (quoted.last == "'" ? quoted.dropLast() : quoted).tidied
    }
    return nil
  }

  /// `7707083893` and `Russia` of ` 7707083893 (Russia) expires 01 Jan 2030`.
  private static func valueAndCountry(_ text: Substring) -> (String, String?) {
    var value = text
    var country: String?
    if let (before, after) = text.split(at: " (") {
      value = before
      country = after.split(at: ")").map { String($0.0) }
    }
    for mark in [" expires ", " issued "] {
      if let (before, _) = value.split(at: mark) { value = before }
    }
    return (value.tidied, country)
  }

  /// Without the full stop that ends the remarks; the one of an abbreviation (`S.A.`) stays.
  /// Remarks that are cut off may end with a semicolon instead.
  private static func withoutFullStop(_ item: Substring) -> Substring {
    if item.utf8.last == UInt8(ascii: ";") { return item.dropLast() }
    guard item.utf8.last == UInt8(ascii: ".") else { return item }
    let lastWord = item.utf8.lastIndex(of: UInt8(ascii: " ")).map { item[$0...].dropFirst() } ?? item
    let points = lastWord.utf8.count { $0 == UInt8(ascii: ".") }
    let isAbbreviation = points > 1 && !lastWord.contains("/") && !lastWord.hasSuffix("..")
    return isAbbreviation && item.hasPrefix("Linked To: ") ? item : item.dropLast()
  }
}
