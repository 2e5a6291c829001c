import Designations
import FoundationEssentials
import TabularText

/// OpenSanctions' JSON Lines: `entities.ftm.json`, in which entities refer to each other by id, and
/// `targets.nested.json`, in which they stand inside each other.
///
/// Source: the FollowTheMoney schema and OpenSanctions' exporters `ftm` and `nested`. Entities of schemata that can
/// be screened become designations, unless they are there for a relation only (`target` is false). Sanctions,
/// documents, wallets and relations add to the entities they belong to.
enum FollowTheMoney: SingleFileFormat {
  static let name = "OpenSanctions FollowTheMoney JSON Lines"

  static func recognizes(_ head: FileHead) -> Bool {
    head.firstLine.hasPrefix("{") && head.firstLine.contains("\"schema\"")
      && head.firstLine.contains("\"properties\"")
  }

  static func read(_ file: ListFile) throws(WatchlistError) -> [LoadedList] {
    var entries = ListEntries(file: file.name)
    var attachments = FollowTheMoneyAttachments()
    var datasets: Set<String> = []
    var date = ""
    try JSONLines.read(file, &entries) { (entity: FollowTheMoneyEntity, line, entries) in
      for nested in entity.nested { attachments.add(nested, inside: entity.id) }
      attachments.add(entity, inside: nil)
      guard let type = OpenSanctionsSchemata.type(of: entity.schema), entity.target != false else { return }
      // The wallet of somebody is theirs, and no entry of its own.
      if entity.schema == "CryptoWallet", !entity.texts("holder").isEmpty { return }
      datasets.formUnion(entity.datasets ?? [])
      date = max(date, String((entity.lastSeen ?? "").prefix(10)))
      entries.add(designation(entity, type), line: line)
    }
    let list =
      datasets.count == 1 ? OpenSanctionsSchemata.listName(of: datasets.first ?? "") : "opensanctions"
    entries.update { attachments.complete(&$0) }
    return [
      try entries.loaded(
        ListDescription(
          name: list, publisher: OpenSanctionsSchemata.publisher, format: name,
          date: DateText.iso(date)?.description))
    ]
  }

  private static let identifiers: [(property: String, kind: Identifier.Kind, detail: String?)] = [
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
    if let caption = entity.caption?.tidied, names.isEmpty || names.contains(caption) {
      designation.addNameOnce(caption, quality: .primary)
    }
    let qualities: [(String, AliasQuality)] = [
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
    for place in entity.texts("birthPlace") { designation.birthPlaces.addOnce(place) }
    for (property, relation) in [
      ("nationality", ListedCountry.Relation.nationality), ("citizenship", .citizenship),
      ("jurisdiction", .jurisdiction), ("flag", .flag), ("birthCountry", .birth),
      ("country", OpenSanctionsSchemata.relation(of: type)),
    ] {
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

/// What entities that are no designations say about those that are.
private struct FollowTheMoneyAttachments {
  private var byOwner: [String: [FollowTheMoneyEntity]] = [:]

  /// The properties by which an entity of a schema belongs to others.
  private static let owners: [String: [String]] = [
    "Sanction": ["entity"], "Identification": ["holder"], "Passport": ["holder"], "CryptoWallet": ["holder"],
    "Ownership": ["owner", "asset"], "Family": ["person", "relative"], "Associate": ["person", "associate"],
    "Directorship": ["director", "organization"], "Membership": ["member", "organization"],
    "Employment": ["employee", "employer"], "Representation": ["agent", "client"],
    "UnknownLink": ["subject", "object"],
  ]

  /// Keeps an entity for those it belongs to; one that stands inside of another belongs to that.
  mutating func add(_ entity: FollowTheMoneyEntity, inside outer: String?) {
    guard let properties = Self.owners[entity.schema] else { return }
    var owners = properties.flatMap { entity.texts($0) }
    if let outer { owners.addOnce(outer) }
    for owner in owners { byOwner[owner, default: []].append(entity) }
  }

  /// Adds to a designation what belongs to it.
  func complete(_ designation: inout Designation) {
    let id = designation.id.local
    for entity in byOwner[id] ?? [] {
      switch entity.schema {
      case "Sanction":
        for programme in entity.texts("programId") { designation.programmes.addOnce(programme) }
        for basis in entity.texts("program") { designation.legalBases.addOnce(basis) }
        let dates = (entity.texts("listingDate") + entity.texts("startDate")).compactMap(DateText.iso)
        designation.listedOn = designation.listedOn ?? dates.first
        for reason in entity.texts("reason") { designation.addRemark(reason) }
      case "Identification", "Passport":
        let isPassport =
          entity.schema == "Passport"
          || entity.texts("type").contains { $0.lowercased().contains("passport") }
        let country = entity.texts("country").lazy.compactMap { Countries.code($0) }.first
        for number in entity.texts("number") {
          designation.addIdentifier(
            isPassport ? .passport : designation.type == .person ? .nationalID : .other, number,
            country: country, detail: isPassport ? nil : entity.texts("type").first)
        }
      case "CryptoWallet":
        for key in entity.texts("publicKey") + entity.texts("cryptoAddress") {
          designation.addIdentifier(.wallet, key, detail: entity.texts("currency").first)
        }
      default:
        for other in (Self.owners[entity.schema] ?? []).flatMap({ entity.texts($0) }) where other != id {
          designation.linkedTo.addOnce("opensanctions:\(other)")
        }
      }
    }
  }
}
