import Designations
import TabularText

/// The EU's consolidated list of financial sanctions, XML of schema 1.1.
///
/// Source: `https://webgate.ec.europa.eu/fsd/fsf/public/files/xmlFullSanctionsList_1_1/content` and its
/// schema. An entry that stands under two programmes stands there twice with one reference number, and is one
/// designation here.
enum EUConsolidatedXML: SingleFileFormat {
  static let name = "EU consolidated financial sanctions XML 1.1"

  static func recognizes(_ head: FileHead) -> Bool {
    head.rootElement == "export" && head.rootTag.contains("/fpi/fsd/export")
  }

  static func read(_ file: ListFile) throws(WatchlistError) -> [LoadedList] {
    var description = ListDescription(name: "eu-fsf", publisher: EURegulations.publisher, format: name)
    var entries = ListEntries(file: file.name)
    let damage = try XMLRecordReader.read(file.stream, records: ["sanctionEntity"]) { root in
      description.date = root["generationDate"].flatMap { DateText.iso($0)?.description }
    } record: { element in
      entries.add(designation(element), line: element.line, repeated: .isMerged)
    }
    entries.add(damage)
    return [try entries.loaded(description)]
  }

  private static func designation(_ element: XMLElement) -> Designation {
    let id = element.filled("euReferenceNumber") ?? element.filled("logicalId") ?? ""
    let code = element.child("subjectType")?["code"] ?? ""
    var designation = Designation(
      id: EntityID(publisher: "eu", local: id), list: "",
      type: code == "person" ? .person : code == "enterprise" ? .organization : .unknown, names: [])
    for child in element.children {
      switch child.name {
      case "nameAlias": addName(child, to: &designation)
      case "regulation": addRegulation(child, to: &designation)
      case "birthdate": addBirth(child, to: &designation)
      case "citizenship": addCountry(child, .citizenship, to: &designation)
      case "address": addAddress(child, to: &designation)
      case "identification": addIdentification(child, to: &designation)
      case "remark": designation.addRemark(child.text)
      default: break
      }
    }
    designation.listedOn = element["designationDate"].flatMap(DateText.iso)
    designation.addIdentifier(
      .other, element.filled("unitedNationId") ?? "", detail: "UN reference number")
    return designation
  }

  private static func addName(_ element: XMLElement, to designation: inout Designation) {
    let parts = ["firstName", "middleName", "lastName"].compactMap { element.filled($0) }
    let name = element.filled("wholeName") ?? parts.joined(separator: " ")
    let remark = element.child("remark")?.text.lowercased() ?? ""
    let isWeak =
      element["strong"] == "false" || remark.holds("low quality") || remark.holds("lo quality")
    let isFormer = remark.holds("formerly known as") || remark.holds("maiden name")
    designation.addName(
      name, quality: isWeak ? .weak : isFormer ? .formerlyKnown : .strong,
      language: element.filled("nameLanguage")?.lowercased())
    for attribute in ["title", "function"] as [StaticString] {
      if let title = element.filled(attribute) { designation.titles.addOnce(title) }
    }
    if let gender = element["gender"] { designation.gender = ["M": .male, "F": .female][gender] }
  }

  private static func addRegulation(_ element: XMLElement, to designation: inout Designation) {
    let programme = element.filled("programme")
    if let programme {
      designation.programmes.addOnce(programme)
      if let act = EURegulations.act(ofProgramme: programme) { designation.legalBases.addOnce(act) }
    }
    if let number = element.filled("numberTitle") {
      designation.legalBases.addOnce("EU regulation \(number)")
    }
    if let date = element["publicationDate"].flatMap(DateText.iso) { designation.lastChanged = date }
  }

  private static func addBirth(_ element: XMLElement, to designation: inout Designation) {
    if let date = birthDate(element) { designation.birthDates.addOnce(date) }
    let country = element.country
    let parts = [
      element.filled("place"), element.filled("city"), element.filled("region"),
      country.flatMap { Countries.name(ofCode: $0) },
    ]
    let place = parts.compactMap { $0 }.joined(separator: ", ")
    if !place.isEmpty { designation.birthPlaces.addOnce(place) }
    addCountry(element, .birth, to: &designation)
  }

  /// `birthdate` is Gregorian whatever the calendar; its parts are of the calendar named.
  private static func birthDate(_ element: XMLElement) -> ListedDate? {
    func number(_ name: StaticString) -> Int? { element.filled(name).flatMap { Int($0) } }
    let isCirca = element["circa"] == "true"
    if let from = number("yearRangeFrom").flatMap({ PartialDate(validYear: $0, month: nil, day: nil) }) {
      guard let to = number("yearRangeTo").flatMap({ PartialDate(validYear: $0, month: nil, day: nil) })
      else { return isCirca ? .circa(from) : .exact(from) }
      return .range(from, to)
    }
    var date = element.filled("birthdate").flatMap(DateText.iso)
    if date == nil, element["calendarType"] ?? "GREGORIAN" == "GREGORIAN", let year = number("year") {
      date = PartialDate(
        validYear: year, unknownAsZero: number("monthOfYear") ?? 0, day: number("dayOfMonth") ?? 0)
    }
    return date.map { isCirca ? .circa($0) : .exact($0) }
  }

  private static func addCountry(
    _ element: XMLElement, _ relation: ListedCountry.Relation, to designation: inout Designation
  ) {
    if let code = element.country {
      designation.countries.addOnce(ListedCountry(code: code, relation: relation))
    }
  }

  private static func addAddress(_ element: XMLElement, to designation: inout Designation) {
    addCountry(element, .address, to: &designation)
    let attributes: [StaticString] = ["street", "poBox", "zipCode", "city", "region", "place"]
    var parts = attributes.map { element.filled($0) ?? "" }
    parts.append(element.country.flatMap { Countries.name(ofCode: $0) } ?? "")
    designation.addAddress(parts)
  }

  private static func addIdentification(_ element: XMLElement, to designation: inout Designation) {
    guard element["knownFalse"] != "true" else { return }
    let type = element["identificationTypeCode"] ?? ""
    let kind = EUIdentifications.kinds[type] ?? .other
    let names = EUIdentifications.kindsThatSayEnough
    designation.addIdentifier(
      kind, element.filled("latinNumber") ?? element.filled("number") ?? "", country: element.country,
      detail: names.contains(type) ? nil : element.filled("identificationTypeDescription"))
  }
}

extension XMLElement {
  /// An attribute's text; nil when it is absent or empty.
  fileprivate func filled(_ attribute: StaticString) -> String? {
    guard let text = self[attribute]?.tidied, !text.isEmpty else { return nil }
    return text
  }

  /// The code in `countryIso2Code`; nil for `00`, which means unknown.
  fileprivate var country: String? {
    filled("countryIso2Code").flatMap { Countries.code($0) }
  }
}

/// The EU's codes of documents and numbers, the same in its XML and CSV.
enum EUIdentifications {
  static let kinds: [String: Identifier.Kind] = [
    "passport": .passport, "travelcardid": .passport, "id": .nationalID, "ssn": .nationalID,
    "birthcert": .nationalID, "drivinglicence": .nationalID, "electionid": .nationalID,
    "nationcert": .nationalID, "residentperm": .nationalID, "fiscalcode": .taxID, "taxid": .taxID,
    "euvat": .taxID, "regnumber": .registration, "tradelic": .registration, "swiftbic": .bic, "imo": .imo,
    "mmsi": .mmsi, "callsign": .callSign, "lei": .lei,
  ]
  static let kindsThatSayEnough: Set<String> = [
    "passport", "id", "regnumber", "swiftbic", "imo", "mmsi", "callsign", "lei",
  ]
}
