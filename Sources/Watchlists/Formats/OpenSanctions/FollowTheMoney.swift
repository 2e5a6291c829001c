import Designations
import TabularText

/// OpenSanctions' JSON Lines: `entities.ftm.json`, in which entities refer to each other by id, and
/// `targets.nested.json`, in which they stand inside each other.
///
/// Source: the FollowTheMoney schema and OpenSanctions' exporters `ftm` and `nested`. Entities of schemata that can
/// be screened become designations, unless they are there for a relation only (`target` is false). Sanctions,
/// documents, wallets, addresses and relations add to the entities they belong to.
enum FollowTheMoney: SingleFileFormat {
  static let name = "OpenSanctions FollowTheMoney JSON Lines"

  static func recognizes(_ head: FileHead) -> Bool {
    head.firstLine.hasPrefix("{") && head.firstLine.contains("\"schema\"")
      && head.firstLine.contains("\"properties\"")
  }

  static func read(_ file: ListFile) throws(WatchlistError) -> [LoadedList] {
    var entries = ListEntries(handingOn: file)
    let facts = FollowTheMoneyFacts()
    var datasets: Set<String> = []
    var date = ""
    var isNested = false
    let parser = JSONParser()
    try JSONLines.read(file, &entries) { (bytes, line, entries) throws(WatchlistError) in
      let isRead: Void? = try parser.parse(bytes) { (value) throws(WatchlistError) in
        let entity: FollowTheMoneyEntity
        switch FollowTheMoneyEntity.read(value) {
        case .success(let read): entity = read
        case .failure(let problem): return entries.damage(line, field: problem.field, problem.reason)
        }
        for inner in entity.nested {
          isNested = true
          try facts.add(inner, inside: entity.id)
        }
        try facts.add(entity, inside: nil)
        guard let type = OpenSanctionsSchemata.type(of: entity.schema), entity.isTarget else { return }
        // The wallet of somebody is theirs, and no entry of its own.
        if entity.schema == "CryptoWallet", !entity.texts("holder").isEmpty { return }
        for dataset in entity.datasets where !datasets.contains(dataset) { datasets.insert(dataset) }
        if let seen = entity.lastSeen, seen > date { date = seen }
        try entries.handOn(designation(entity, type), line: line)
      }
      return isRead != nil
    }
    let list =
      datasets.count == 1 ? OpenSanctionsSchemata.listName(of: datasets.first ?? "") : "opensanctions"
    try entries.complete { (designation) throws(WatchlistError) in try facts.complete(&designation) }
    return [
      try entries.loaded(
        ListDescription(
          name: list, publisher: OpenSanctionsSchemata.publisher,
          format: isNested ? "OpenSanctions targets.nested.json" : name, date: DateText.iso(date)?.description
        ))
    ]
  }

  private static let identifiers: [(property: StaticString, kind: Identifier.Kind, detail: String?)] = [
    ("passportNumber", .passport, nil), ("innCode", .taxID, "INN"), ("taxNumber", .taxID, nil),
    ("ogrnCode", .registration, "OGRN"), ("registrationNumber", .registration, nil),
    ("uscCode", .registration, "USCC"), ("leiCode", .lei, nil), ("swiftBic", .bic, nil),
    ("imoNumber", .imo, nil), ("mmsi", .mmsi, nil), ("callSign", .callSign, nil), ("bikCode", .other, "BIK"),
    ("serialNumber", .other, "serial number"),
  ]

  private static func designation(_ entity: FollowTheMoneyEntity, _ type: EntityType) -> Designation {
    var designation = Designation(
      id: EntityID(publisher: "opensanctions", local: entity.id), list: "", type: type, names: [])
    let names = entity.texts("name")
    if let caption = entity.caption, names.isEmpty || names.contains(caption) {
      designation.addNameOnce(caption, quality: .primary)
    }
    let qualities: [(StaticString, AliasQuality)] = [
      ("name", .strong), ("alias", .strong), ("previousName", .formerlyKnown), ("weakAlias", .weak),
    ]
    for (property, quality) in qualities {
      for name in entity.texts(property) { designation.addNameOnce(name, quality: quality) }
    }
    for key in entity.texts("publicKey") + entity.texts("cryptoAddress") {
      designation.addIdentifier(.wallet, key, detail: entity.texts("currency").first)
      if designation.names.isEmpty { designation.addName(key, quality: .primary) }
    }
    for date in entity.texts("birthDate").compactMap(DateText.iso) {
      designation.birthDates.addOnce(.exact(date))
    }
    for address in entity.texts("address") { designation.addresses.addOnce(address) }
    for place in entity.texts("birthPlace") { designation.birthPlaces.addOnce(place) }
    let relations: [(StaticString, ListedCountry.Relation)] = [
      ("nationality", .nationality), ("citizenship", .citizenship), ("jurisdiction", .jurisdiction),
      ("flag", .flag), ("birthCountry", .birth), ("country", OpenSanctionsSchemata.relation(of: type)),
    ]
    for (property, relation) in relations {
      for country in entity.texts(property) { designation.addCountries(country, relation) }
    }
    designation.gender = entity.texts("gender").lazy.compactMap { Gender(rawValue: $0.lowercased()) }.first
    for (property, kind, detail) in identifiers {
      for number in entity.texts(property) {
        let value = kind == .imo ? number.after("IMO").map { $0.tidied } ?? number : number
        designation.addIdentifier(kind, value, detail: detail)
      }
    }
    for number in entity.texts("idNumber") {
      designation.addIdentifier(type == .person ? .nationalID : .registration, number)
    }
    designation.titles = entity.texts("position")
    designation.topics = entity.texts("topics")
    for programme in entity.texts("programId") { designation.programmes.addOnce(programme) }
    designation.lastChanged = entity.lastChange.flatMap(DateText.iso)
    for note in entity.texts("notes") { designation.addRemark(note) }
    return designation
  }
}
