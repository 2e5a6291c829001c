import Designations
import TabularText

/// The Security Council's consolidated list, XML.
///
/// Source: `https://scsanctions.un.org/resources/xml/en/consolidated.xml` and the schema it names.
enum UNConsolidated: SingleFileFormat {
  static let name = "UN consolidated XML"

  static func recognizes(_ head: FileHead) -> Bool { head.rootElement == "CONSOLIDATED_LIST" }

  static func read(_ file: ListFile) throws(WatchlistError) -> [LoadedList] {
    var description = ListDescription(
      name: "un-sc", publisher: "United Nations Security Council", format: name)
    var entries = ListEntries(file: file.name)
    let damage = try XMLRecordReader.read(file.stream, records: ["INDIVIDUAL", "ENTITY"]) { root in
      description.date = root["dateGenerated"].flatMap { DateText.iso($0)?.description }
    } record: { element in
      entries.add(designation(element), line: element.line)
    }
    entries.add(damage)
    return [try entries.loaded(description)]
  }

  private static func designation(_ element: XMLElement) -> Designation {
    let isPerson = element.name == "INDIVIDUAL"
    var designation = Designation(
      id: EntityID(publisher: "un", local: element.text(of: "DATAID")), list: "",
      type: isPerson ? .person : .organization,
      names: [])
    let parts = ["FIRST_NAME", "SECOND_NAME", "THIRD_NAME", "FOURTH_NAME"].map { element.text(of: $0) }
    designation.addName(parts.joined(separator: " "), quality: .primary)
    designation.addName(
      element.text(of: "NAME_ORIGINAL_SCRIPT"), quality: .strong, isOriginalScript: true)
    for alias in element.children where alias.name.hasSuffix("_ALIAS") { add(alias, to: &designation) }

    let regime = element.text(of: "UN_LIST_TYPE")
    if !regime.isEmpty { designation.programmes = [regime] }
    designation.legalBases = UNResolutions.legalBases(of: regime)
    designation.listedOn = DateText.iso(element.text(of: "LISTED_ON"))
    designation.lastChanged = element.texts(at: "LAST_DAY_UPDATED", "VALUE").compactMap(DateText.iso)
      .max { $0.description < $1.description }
    designation.titles = element.texts(at: "TITLE", "VALUE") + element.texts(at: "DESIGNATION", "VALUE")
    designation.gender = Gender(rawValue: element.text(of: "GENDER").lowercased())
    for date in element.children("INDIVIDUAL_DATE_OF_BIRTH") {
      if let date = birthDate(date) { designation.birthDates.addOnce(date) }
    }
    for place in element.children("INDIVIDUAL_PLACE_OF_BIRTH") {
      let country = place.text(of: "COUNTRY")
      let parts = [place.text(of: "CITY"), place.text(of: "STATE_PROVINCE"), country]
      let text = parts.filter { !$0.isEmpty }.joined(separator: ", ")
      if !text.isEmpty { designation.birthPlaces.addOnce(text) }
      designation.addCountries(country, .birth)
    }
    for nationality in element.texts(at: "NATIONALITY", "VALUE") {
      designation.addCountries(nationality, .nationality)
    }
    for address in element.children where address.name.hasSuffix("_ADDRESS") {
      designation.addCountries(address.text(of: "COUNTRY"), .address)
      let parts = ["STREET", "CITY", "STATE_PROVINCE", "ZIP_CODE", "COUNTRY"].map { address.text(of: $0) }
      designation.addAddress(parts)
    }
    for document in element.children("INDIVIDUAL_DOCUMENT") { addDocument(document, to: &designation) }
    let reference = element.text(of: "REFERENCE_NUMBER")
    designation.addIdentifier(.other, reference, detail: "UN reference number")
    designation.addRemark(element.text(of: "COMMENTS1"))
    return designation
  }

  /// An alias element may hold several names: `A; B`, `A (B; C)`, `a) A b) B`. It is empty where a person
  /// has none, and aliases of birth dates have only those.
  private static func add(_ alias: XMLElement, to designation: inout Designation) {
    let quality: AliasQuality =
      switch alias.text(of: "QUALITY").lowercased() {
      case "low": .weak
      case "f.k.a.": .formerlyKnown
      default: .strong
      }
    for name in UNNames.names(in: alias.text(of: "ALIAS_NAME")) {
      designation.addName(name, quality: quality)
    }
    if let date = DateText.english(alias.text(of: "DATE_OF_BIRTH")) { designation.birthDates.addOnce(date) }
    designation.addCountries(alias.text(of: "COUNTRY_OF_BIRTH"), .birth)
  }

  private static func birthDate(_ element: XMLElement) -> ListedDate? {
    func year(_ name: StaticString) -> PartialDate? {
      Int(element.text(of: name)).flatMap { PartialDate(validYear: $0, month: nil, day: nil) }
    }
    if let from = year("FROM_YEAR"), let to = year("TO_YEAR") { return .range(from, to) }
    guard let date = DateText.iso(element.text(of: "DATE")) ?? year("YEAR") else { return nil }
    let isCirca = element.text(of: "TYPE_OF_DATE").uppercased() == "APPROXIMATELY"
    return isCirca ? .circa(date) : .exact(date)
  }

  private static func addDocument(_ document: XMLElement, to designation: inout Designation) {
    let type = document.text(of: "TYPE_OF_DOCUMENT").lowercased()
    let country =
      Countries.codes(in: document.text(of: "ISSUING_COUNTRY")).first
      ?? Countries.codes(in: document.text(of: "COUNTRY_OF_ISSUE")).first
    let isPassport = type.holds("pass") || type.holds("pasaporte")
    let isNational = type.hasPrefix("national identification")
    designation.addIdentifier(
      isPassport ? .passport : isNational ? .nationalID : .other, document.text(of: "NUMBER"),
      country: country,
      detail: isPassport || isNational || type.isEmpty ? nil : document.text(of: "TYPE_OF_DOCUMENT"))
  }
}

/// The resolutions behind the names of the UN's regimes (`UN_LIST_TYPE`). Source: the sanctions pages of the
/// Security Council's subsidiary organs.
enum UNResolutions {
  static func legalBases(of regime: String) -> [String] {
    (resolutions[regime] ?? []).map { "UN Security Council resolution \($0)" }
  }

  private static let resolutions: [String: [String]] = [
    "Al-Qaida": ["1267 (1999)", "1989 (2011)", "2253 (2015)"],
    "CAR": ["2127 (2013)", "2745 (2024)"],
    "DPRK": ["1718 (2006)"],
    "DRC": ["1533 (2004)"],
    "GB": ["2048 (2012)"],
    "Haiti": ["2653 (2022)"],
    "Iran": ["1737 (2006)"],
    "Iraq": ["1483 (2003)", "1518 (2003)"],
    "Libya": ["1970 (2011)"],
    "Mali": ["2374 (2017)"],
    "Somalia": ["1844 (2008)", "2713 (2023)"],
    "SouthSudan": ["2206 (2015)"],
    "Sudan": ["1591 (2005)"],
    "Taliban": ["1988 (2011)"],
    "Yemen": ["2140 (2014)"],
  ]
}
