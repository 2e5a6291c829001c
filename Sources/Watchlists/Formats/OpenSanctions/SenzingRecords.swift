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

/// One record: features, each a few texts by their names, of which the record is one itself.
private struct SenzingRecord {
  private let own: JSONValue
  private let features: [JSONValue]

  init(_ value: JSONValue) {
    own = value
    features = [value] + value.fields.lazy.flatMap { $0.value.elements.lazy.filter(\.isObject) }
  }

  private static let types: [String: EntityType] = [
    "PERSON": .person, "ORGANIZATION": .organization, "VESSEL": .vessel, "AIRCRAFT": .aircraft,
  ]
  private static let numbers: [(StaticString, Identifier.Kind, StaticString?)] = [
    ("PASSPORT_NUMBER", .passport, "PASSPORT_COUNTRY"),
    ("NATIONAL_ID_NUMBER", .nationalID, "NATIONAL_ID_COUNTRY"),
    ("TAX_ID_NUMBER", .taxID, "TAX_ID_COUNTRY"), ("LEI_NUMBER", .lei, nil), ("IMO_NUMBER", .imo, nil),
  ]

  var designation: Designation {
    var designation = Designation(
      id: EntityID(publisher: "opensanctions", local: own.filled("RECORD_ID") ?? ""), list: "",
      type: features.lazy.compactMap { $0.filled("RECORD_TYPE") }.first.flatMap { Self.types[$0] }
        ?? .unknown,
      names: [])
    for isPrimary in [true, false] {
      for feature in features where (feature["NAME_TYPE"]?.isText("PRIMARY") ?? false) == isPrimary {
        Self.addNames(of: feature, to: &designation)
      }
    }
    for feature in features {
      if let gender = feature.filled("GENDER") {
        designation.gender =
          gender == "M" ? .male : gender == "F" ? .female : Gender(rawValue: gender.lowercased())
      }
      if let date = feature.filled("DATE_OF_BIRTH").flatMap(DateText.iso) {
        designation.birthDates.addOnce(.exact(date))
      }
      if let place = feature.filled("PLACE_OF_BIRTH") { OFACRemarks.add(birthPlace: place, to: &designation) }
      if let address = feature.filled("ADDR_FULL") { designation.addresses.addOnce(address) }
      if let country = feature.filled("NATIONALITY") { designation.addCountries(country, .nationality) }
      if let country = feature.filled("CITIZENSHIP") { designation.addCountries(country, .citizenship) }
      if let country = feature.filled("COUNTRY_OF_ASSOCIATION") {
        designation.addCountries(country, OpenSanctionsSchemata.relation(of: designation.type))
      }
      if let topic = feature.filled("TOPIC") { designation.topics.addOnce(topic) }
      if let key = feature.filled("REL_POINTER_KEY") { designation.linkedTo.addOnce("opensanctions:\(key)") }
      Self.addNumbers(of: feature, to: &designation)
    }
    return designation
  }

  /// Adds the whole name, or that of its parts.
  private static func addNames(of feature: JSONValue, to designation: inout Designation) {
    let wholes: [StaticString] = ["NAME_FULL", "NAME_ORG"]
    var isWhole = false
    for whole in wholes {
      guard let name = feature.filled(whole) else { continue }
      designation.addNameOnce(name, quality: .strong)
      isWhole = true
    }
    if isWhole { return }
    let givens: [StaticString] = ["NAME_FIRST", "NAME_MIDDLE"]
    let given = givens.compactMap { feature.filled($0) }.joined(separator: " ")
    let family = feature.filled("NAME_LAST") ?? ""
    designation.addNameOnce(
      family.isEmpty || given.isEmpty ? family + given : "\(family), \(given)", quality: .strong)
  }

  private static func addNumbers(of feature: JSONValue, to designation: inout Designation) {
    for (key, kind, country) in numbers {
      guard let value = feature.filled(key) else { continue }
      designation.addIdentifier(
        kind, kind == .imo ? value.after("IMO")?.tidied ?? value : value,
        country: country.flatMap { feature.filled($0) }.flatMap { Countries.code($0) })
    }
    if let number = feature.filled("OFAC_ID") { designation.addIdentifier(.other, number, detail: "OFAC ID") }
    guard let number = feature.filled("OTHER_ID_NUMBER") else { return }
    switch feature.filled("OTHER_ID_TYPE") {
    case "swiftBic": designation.addIdentifier(.bic, number)
    case "publicKey": designation.addIdentifier(.wallet, number)
    case let type: designation.addIdentifier(.other, number, detail: type)
    }
  }
}

extension JSONValue {
  /// The text of a key; nil without one that says something.
  fileprivate func filled(_ key: StaticString) -> String? {
    guard let text = self[key]?.text, !text.isEmpty else { return nil }
    return text
  }
}
