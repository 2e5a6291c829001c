import Designations
import TabularText

/// Records for the entity resolution of Senzing, JSON Lines, as OpenSanctions exports them (`senzing.json`).
///
/// Source: OpenSanctions' exporter `senzing` and the "Senzing entity specification". Weak aliases are not in
/// these files.
enum SenzingRecords: SingleFileFormat {
  static let name = "Senzing JSON Lines"

  static func recognizes(_ head: FileHead) -> Bool {
    head.firstLine.hasPrefix("{") && head.firstLine.contains("\"RECORD_ID\"")
      && head.firstLine.contains("\"DATA_SOURCE\"")
  }

  static func read(_ file: ListFile) throws(WatchlistError) -> [LoadedList] {
    var entries = ListEntries(file: file.name)
    var sources: Set<String> = []
    try JSONLines.read(file, &entries) { (record: Record, line, entries) in
      sources.insert(record.dataSource)
      entries.add(record.designation, line: line)
    }
    let name = sources.count == 1 ? OpenSanctionsSchemata.listName(of: sources.first ?? "") : "opensanctions"
    return [
      try entries.loaded(
        ListDescription(name: name, publisher: OpenSanctionsSchemata.publisher, format: Self.name))
    ]
  }

  /// A record: features in named groups, each a small object of texts.
  private struct Record: Decodable {
    typealias Feature = [String: String?]
    var dataSource: String
    var id: String
    var type: String?
    var gender: String?
    var names: [Feature]?
    var dates: [Feature]?
    var countries: [Feature]?
    var identifiers: [Feature]?
    var risks: [Feature]?
    var relationships: [Feature]?

    enum CodingKeys: String, CodingKey {
      case dataSource = "DATA_SOURCE"
      case id = "RECORD_ID"
      case type = "RECORD_TYPE"
      case gender = "GENDER"
      case names = "NAMES"
      case dates = "DATES"
      case countries = "COUNTRIES"
      case identifiers = "IDENTIFIERS"
      case risks = "RISKS"
      case relationships = "RELATIONSHIPS"
    }

    private static let types: [String: EntityType] = [
      "PERSON": .person, "ORGANIZATION": .organization, "VESSEL": .vessel, "AIRCRAFT": .aircraft,
    ]
    private static let numbers: [String: (Identifier.Kind, String?)] = [
      "PASSPORT_NUMBER": (.passport, nil), "NATIONAL_ID_NUMBER": (.nationalID, nil),
      "TAX_ID_NUMBER": (.taxID, nil), "LEI_NUMBER": (.lei, nil), "IMO_NUMBER": (.imo, nil),
      "OFAC_ID": (.other, "OFAC ID"),
    ]

    var designation: Designation {
      var designation = Designation(
        id: EntityID(publisher: "opensanctions", local: id), list: "",
        type: type.flatMap { Self.types[$0] } ?? .unknown, names: [])
      let ordered =
        (names ?? []).filter { $0["NAME_TYPE"] == "PRIMARY" }
        + (names ?? []).filter { $0["NAME_TYPE"] != "PRIMARY" }
      for name in ordered {
        for key in ["NAME_FULL", "NAME_ORG"] {
          if let text = name[key] ?? nil { designation.addNameOnce(text, quality: .strong) }
        }
      }
      designation.gender = gender.flatMap {
        ["M": .male, "F": .female][$0] ?? Gender(rawValue: $0.lowercased())
      }
      for date in dates ?? [] {
        if let date = (date["DATE_OF_BIRTH"] ?? nil).flatMap(DateText.iso) {
          designation.birthDates.addOnce(.exact(date))
        }
      }
      for country in countries ?? [] {
        if let text = country["NATIONALITY"] ?? nil { designation.addCountries(text, .nationality) }
        if let text = country["CITIZENSHIP"] ?? nil { designation.addCountries(text, .citizenship) }
        if let text = country["COUNTRY_OF_ASSOCIATION"] ?? nil {
          designation.addCountries(text, OpenSanctionsSchemata.relation(of: designation.type))
        }
      }
      for identifier in identifiers ?? [] { add(identifier, to: &designation) }
      designation.topics = (risks ?? []).compactMap { $0["TOPIC"] ?? nil }
      designation.linkedTo = (relationships ?? []).compactMap { $0["REL_POINTER_KEY"] ?? nil }
        .map { "opensanctions:\($0)" }
      return designation
    }

    private func add(_ feature: Feature, to designation: inout Designation) {
      for key in feature.keys.sorted() {
        guard let value = feature[key] ?? nil, let (kind, detail) = Self.numbers[key] else { continue }
        designation.addIdentifier(kind, value.after("IMO").map(String.init) ?? value, detail: detail)
      }
      guard let number = feature["OTHER_ID_NUMBER"] ?? nil else { return }
      switch feature["OTHER_ID_TYPE"] ?? nil {
      case "swiftBic": designation.addIdentifier(.bic, number)
      case "publicKey": designation.addIdentifier(.wallet, number)
      case let type: designation.addIdentifier(.other, number, detail: type)
      }
    }
  }
}
