import Designations
import TabularText

/// Records for the entity resolution of Senzing, JSON Lines, as OpenSanctions exports them (`senzing.json`), with their
/// features in named groups, in one array `FEATURES`, or in the record itself.
///
/// Source: OpenSanctions' exporter `senzing` and the "Senzing entity specification". Weak aliases are not in
/// these files.
enum SenzingRecords: SingleFileFormat {
  static let name = "Senzing JSON Lines"

  static func recognizes(_ head: FileHead) -> Bool {
    head.firstLine.hasPrefix("{") && head.firstLine.holds("\"RECORD_ID\"")
      && head.firstLine.holds("\"DATA_SOURCE\"")
  }

  static func read(_ file: ListFile) throws(WatchlistError) -> [LoadedList] {
    var entries = ListEntries(handingOn: file)
    var sources: Set<String> = []
    let parser = JSONParser()
    try JSONLines.read(file, &entries) { (bytes, line, entries) throws(WatchlistError) in
      let isRead: Void? = try parser.parse(bytes) { (value) throws(WatchlistError) in
        guard value.isObject else {
          entries.damage(line, JSONLines.noObject)
          return
        }
        for key: StaticString in ["DATA_SOURCE", "RECORD_ID"] where value[key]?.text?.isEmpty != false {
          entries.damage(line, field: "\(key)", "it is missing; expected a text")
          return
        }
        if let source = value["DATA_SOURCE"]?.text, !sources.contains(source) { sources.insert(source) }
        try entries.handOn(SenzingRecord(value).designation, line: line)
      }
      return isRead != nil
    }
    let name = sources.count == 1 ? OpenSanctionsSchemata.listName(of: sources.first ?? "") : "opensanctions"
    return [
      try entries.loaded(
        ListDescription(name: name, publisher: OpenSanctionsSchemata.publisher, format: Self.name))
    ]
  }
}

/// One record: features, each a few texts by their names.
private struct SenzingRecord {
  private typealias Feature = [String: String]
  private let own: Feature
  private let features: [Feature]

  init(_ value: JSONValue) {
    func texts(_ object: JSONValue) -> Feature {
      var texts: Feature = [:]
      for (name, value) in object.fields {
        if let name = name.text, let text = value.text, !text.isEmpty { texts[name] = text }
      }
      return texts
    }
    own = texts(value)
    features = [own] + value.fields.flatMap { $0.value.elements.filter(\.isObject).map(texts) }
  }

  private static let types: [String: EntityType] = [
    "PERSON": .person, "ORGANIZATION": .organization, "VESSEL": .vessel, "AIRCRAFT": .aircraft,
  ]
  private static let numbers: [(String, Identifier.Kind, String?)] = [
    ("PASSPORT_NUMBER", .passport, "PASSPORT_COUNTRY"),
    ("NATIONAL_ID_NUMBER", .nationalID, "NATIONAL_ID_COUNTRY"),
    ("TAX_ID_NUMBER", .taxID, "TAX_ID_COUNTRY"), ("LEI_NUMBER", .lei, nil), ("IMO_NUMBER", .imo, nil),
  ]

  var designation: Designation {
    var designation = Designation(
      id: EntityID(publisher: "opensanctions", local: own["RECORD_ID"] ?? ""), list: "",
      type: features.lazy.compactMap { $0["RECORD_TYPE"] }.first.flatMap { Self.types[$0] } ?? .unknown,
      names: [])
    for feature in features.filter({ $0["NAME_TYPE"] == "PRIMARY" })
      + features.filter({ $0["NAME_TYPE"] != "PRIMARY" })
    {
      for name in Self.names(of: feature) { designation.addNameOnce(name, quality: .strong) }
    }
    for feature in features {
      if let gender = feature["GENDER"] {
        designation.gender = ["M": .male, "F": .female][gender] ?? Gender(rawValue: gender.lowercased())
      }
      if let date = feature["DATE_OF_BIRTH"].flatMap(DateText.iso) {
        designation.birthDates.addOnce(.exact(date))
      }
      if let place = feature["PLACE_OF_BIRTH"] { OFACRemarks.add(birthPlace: place, to: &designation) }
      if let address = feature["ADDR_FULL"] { designation.addresses.addOnce(address) }
      if let country = feature["NATIONALITY"] { designation.addCountries(country, .nationality) }
      if let country = feature["CITIZENSHIP"] { designation.addCountries(country, .citizenship) }
      if let country = feature["COUNTRY_OF_ASSOCIATION"] {
        designation.addCountries(country, OpenSanctionsSchemata.relation(of: designation.type))
      }
      if let topic = feature["TOPIC"] { designation.topics.addOnce(topic) }
      if let key = feature["REL_POINTER_KEY"] { designation.linkedTo.addOnce("opensanctions:\(key)") }
      Self.addNumbers(of: feature, to: &designation)
    }
    return designation
  }

  /// The whole name, or that of its parts.
  private static func names(of feature: Feature) -> [String] {
    let whole = ["NAME_FULL", "NAME_ORG"].compactMap { feature[$0] }
    guard whole.isEmpty else { return whole }
    let given = ["NAME_FIRST", "NAME_MIDDLE"].compactMap { feature[$0] }.joined(separator: " ")
    let family = feature["NAME_LAST"] ?? ""
    let name = family.isEmpty || given.isEmpty ? family + given : "\(family), \(given)"
    return name.isEmpty ? [] : [name]
  }

  private static func addNumbers(of feature: Feature, to designation: inout Designation) {
    for (key, kind, country) in numbers {
      guard let value = feature[key] else { continue }
      designation.addIdentifier(
        kind, kind == .imo ? value.after("IMO")?.tidied ?? value : value,
        country: country.flatMap { feature[$0] }.flatMap { Countries.code($0) })
    }
    if let number = feature["OFAC_ID"] { designation.addIdentifier(.other, number, detail: "OFAC ID") }
    guard let number = feature["OTHER_ID_NUMBER"] else { return }
    switch feature["OTHER_ID_TYPE"] {
    case "swiftBic": designation.addIdentifier(.bic, number)
    case "publicKey": designation.addIdentifier(.wallet, number)
    case let type: designation.addIdentifier(.other, number, detail: type)
    }
  }
}
