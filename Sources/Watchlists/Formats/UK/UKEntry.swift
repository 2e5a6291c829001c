import Designations

/// One entry of the UK Sanctions List or of OFSI's list while its rows or elements come in.
struct UKEntry {
  /// Where it begins in the file.
  let line: Int
  private(set) var designation: Designation
  private var names = UKNames()

  init(id: String, line: Int) {
    self.line = line
    designation = Designation(
      id: EntityID(publisher: "uk", local: id), list: "", type: .unknown, names: [])
  }

  /// The designation with its names in order.
  var whole: Designation {
    var whole = designation
    names.give(to: &whole)
    return whole
  }

  /// `Individual`, `Entity` or `Ship`.
  mutating func setType(_ text: String) {
    if let type = ["individual": .person, "entity": .organization, "ship": .vessel][text.lowercased()]
      as EntityType?
    {
      designation.type = type
    }
  }

  mutating func addName(_ parts: [String], family: String, kind: String, quality: String) {
    let text = UKNames.joined(parts, family: family, isPerson: designation.type == .person)
    names.add(text, kind: kind, quality: quality)
  }

  mutating func addNonLatinName(_ text: String, language: String) {
    names.add(
      text, kind: "AKA", quality: "", language: Languages.tag(ofName: language), isOriginalScript: true)
  }

  /// The numbers of the same entry at OFSI and at the UN.
  mutating func addReferences(ofsi: String, un: String) {
    designation.addIdentifier(.other, ofsi, detail: "OFSI group ID")
    designation.addIdentifier(.other, un, detail: "UN reference number")
    if !designation.id.local.isEmpty {
      designation.addIdentifier(.other, designation.id.local, detail: UKOtherInformation.reference)
    }
  }

  mutating func addRegime(_ regime: String) {
    guard !regime.isEmpty else { return }
    designation.programmes.addOnce(regime)
    if let act = UKRegimes.regulations(of: regime) { designation.legalBases.addOnce(act) }
  }

  /// `07/10/1952`, with zeros or letters for what is unknown (`dd/mm/1945`), or a year; a place may be
  /// enumerated.
  mutating func addBirth(_ text: String, town: String, country: String) {
    for text in Enumerations.values(in: text) {
      if let date = DateText.dayFirst(text) ?? PartialDate(text) {
        designation.birthDates.addOnce(.exact(date))
      } else if let date = DateText.english(text) {
        designation.birthDates.addOnce(date)
      }
    }
    let countries = Enumerations.values(in: country)
    for (index, town) in Enumerations.values(in: town).enumerated() {
      designation.birthPlaces.addOnce(
        town + (countries.indices.contains(index) ? ", " + countries[index] : ""))
    }
    addCountries(country, .birth)
  }

  mutating func addTitle(_ text: String) {
    for title in Enumerations.values(in: text) { designation.titles.addOnce(title) }
  }

  mutating func addCountries(_ text: String, _ relation: ListedCountry.Relation) {
    for country in Enumerations.values(in: text) { designation.addCountries(country, relation) }
  }

  /// Lines of an address, the country last.
  mutating func addAddress(_ lines: [String]) { designation.addAddress(lines) }

  mutating func addGender(_ text: String) {
    if let gender = Gender(rawValue: text.lowercased()) { designation.gender = gender }
  }

  /// Numbers in one column and what is to be said of them in another, both enumerated.
  mutating func addNumbers(_ kind: Identifier.Kind, _ numbers: String, details: String) {
    let numbers = Enumerations.values(in: numbers)
    let details = Enumerations.values(in: details)
    for (index, number) in numbers.enumerated() {
      let detail = numbers.count == details.count ? details[index] : numbers.count == 1 ? details.first : nil
      let value = kind == .imo ? number.after("IMO").map { $0.tidied } ?? number : number
      designation.addIdentifier(kind, value, country: detail.flatMap { UKEntry.country(in: $0) })
    }
  }

  /// The number inside of a text like `Passport No: 592667 (Qatari passport issued on 3 May 2007)`.
  mutating func addNumber(within text: String, _ kind: Identifier.Kind) {
    let words = text.split { $0 == " " || $0 == ":" || $0 == "," || $0 == "(" }
    guard let number = words.first(where: { $0.utf8.count { (48...57).contains($0) } >= 4 }) else { return }
    let value = number.last == "." ? number.dropLast() : number
    designation.addIdentifier(kind, String(value), country: UKEntry.country(in: text))
  }

  mutating func addRegistrations(_ text: String) {
    for identifier in UKOtherInformation.registrations(text) { designation.addIdentifier(identifier) }
  }

  mutating func addWallet(_ text: String) { designation.addIdentifier(.wallet, text) }

  mutating func addLinks(_ text: String) {
    for name in Enumerations.values(in: text) { designation.linkedTo.addOnce(name) }
  }

  mutating func addDates(listed: String, changed: String) {
    designation.listedOn =
      designation.listedOn ?? DateText.dayFirst(listed) ?? DateText.iso(listed)
    designation.lastChanged =
      designation.lastChanged ?? DateText.dayFirst(changed) ?? DateText.iso(changed)
  }

  /// Free text, from the first row only: the others repeat it.
  mutating func addRemarks(_ texts: [String]) {
    guard designation.remarks == nil else { return }
    for text in texts { designation.addRemark(text) }
  }

  /// Items like `(UK Sanctions List Ref):RUS0001. (Gender):Male (IMO number):7408873`.
  mutating func addOtherInformation(_ text: String) {
    guard designation.remarks == nil else { return }
    designation.addRemark(text)
    for item in UKOtherInformation.items(in: text) {
      switch item.label {
      case "UK Sanctions List Ref":
        designation.addIdentifier(.other, item.value, detail: UKOtherInformation.reference)
      case "UN Ref": designation.addIdentifier(.other, item.value, detail: "UN reference number")
      case "Gender": addGender(item.value)
      case "IMO number": addNumbers(.imo, item.value, details: "")
      case "Business Reg No": addRegistrations(item.value)
      case "Parent company", "Current owners": addLinks(item.value)
      case "Flag of ship": addCountries(item.value, .flag)
      default: break
      }
    }
  }

  /// The first country or nationality among the words of a note.
  private static func country(in text: String) -> String? {
    if let code = Countries.code(text) { return code }
    let words = text.split { !$0.isLetter }
    for (index, word) in words.enumerated() where word.count > 2 {
      if index + 1 < words.count, let code = Countries.code("\(word) \(words[index + 1])") { return code }
      if let code = Countries.code(String(word)) { return code }
    }
    return nil
  }
}
