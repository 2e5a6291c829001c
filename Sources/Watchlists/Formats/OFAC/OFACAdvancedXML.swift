import Designations
import TabularText

/// OFAC's advanced XML, `SDN_ADVANCED.XML` and `CONS_ADVANCED.XML`.
///
/// Source: the "Advanced Sanctions Data Model" of the US Treasury. What entries say is coded by numbers that the
/// file's reference values spell out; places, documents, parties, relationships and list entries stand apart and
/// refer to each other. The order of these parts is that of the schema: values, places and documents before parties.
/// A document belongs to an identity, and a number that refers to nothing says nothing.
enum OFACAdvancedXML: SingleFileFormat {
  static let name = "OFAC SDN_ADVANCED.XML or CONS_ADVANCED.XML"

  static func recognizes(_ head: FileHead) -> Bool { head.rootElement == "Sanctions" }

  static func read(_ file: ListFile) throws(WatchlistError) -> [LoadedList] {
    var entries = ListEntries(file: file.name)
    var parties = OFACAdvancedParties()
    var facts = OFACAdvancedFacts()
    var date: String?
    let damage = try XMLRecordReader.read(
      file.stream,
      records: [
        "DateOfIssue", "ReferenceValueSets", "Location", "IDRegDocument", "DistinctParty",
        "ProfileRelationship", "SanctionsEntry",
      ]
    ) { element in
      switch element.name {
      case "DateOfIssue": date = OFACAdvancedValues.day(element)?.description
      case "ReferenceValueSets": parties.values = OFACAdvancedValues(element)
      case "Location": parties.add(location: element)
      case "IDRegDocument": parties.add(document: element)
      case "DistinctParty": entries.add(parties.designation(element, &facts), line: element.line)
      case "ProfileRelationship": facts.add(relationship: element)
      default: facts.add(entry: element, parties.values)
      }
    }
    entries.add(damage)
    entries.update { facts.complete(&$0) }
    let isSDN = facts.onSDN * 2 > entries.designations.count
    return [
      try entries.loaded(
        OFACXML.list(isSDN: isSDN, sdn: "OFAC SDN_ADVANCED.XML", nonSDN: "OFAC CONS_ADVANCED.XML", date: date)
      )
    ]
  }
}

/// The reference values of a file: what its numbers mean.
struct OFACAdvancedValues {
  private var texts: [String: [String: String]] = [:]
  private var countries: [String: String] = [:]
  private var partyTypes: [String: String] = [:]

  init() {}

  /// Every set (`AliasTypeValues`) holds values (`AliasType`) with an `ID` and a text.
  init(_ element: XMLElement) {
    for set in element.children {
      for value in set.children {
        guard let id = value["ID"] else { continue }
        texts[value.name, default: [:]][id] = value.text
        if value.name == "Country", let code = value["ISO2"], !code.isEmpty { countries[id] = code }
        if value.name == "PartySubType" { partyTypes[id] = value["PartyTypeID"] }
      }
    }
  }

  /// The text of a number in a set, e.g. `AliasType`; empty where there is none.
  func text(_ set: String, _ id: String?) -> String { id.flatMap { texts[set]?[$0] } ?? "" }

  /// The code or name of a country.
  func country(_ id: String?) -> String? {
    guard let id else { return nil }
    if let code = countries[id], Countries.name(ofCode: code) != nil { return code }
    return texts["Country"]?[id]
  }

  func type(ofSubType id: String?) -> EntityType {
    guard let id else { return .unknown }
    var text = text("PartySubType", id)
    if text == "Unknown" || text.isEmpty { text = self.text("PartyType", partyTypes[id]) }
    let types: [String: EntityType] = [
      "Individual": .person, "Entity": .organization, "Vessel": .vessel, "Aircraft": .aircraft,
    ]
    return types[text] ?? .unknown
  }

  /// The day in an element of `Year`, `Month` and `Day`.
  static func day(_ element: XMLElement?) -> PartialDate? {
    guard let element, let year = Int(element.text(of: "Year")) else { return nil }
    return PartialDate(
      validYear: year, unknownAsZero: Int(element.text(of: "Month")) ?? 0,
      day: Int(element.text(of: "Day")) ?? 0)
  }
}

/// Parties, with the places and documents that they refer to.
struct OFACAdvancedParties {
  var values = OFACAdvancedValues()
  private var locations: [String: (text: String, country: String?)] = [:]
  private var documents: [String: [(label: String, value: String, country: String?)]] = [:]

  mutating func add(location element: XMLElement) {
    guard let id = element["ID"] else { return }
    var parts: [String] = []
    for part in element.children("LocationPart") {
      let values = part.children("LocationPartValue")
      let text = (values.first { $0["Primary"] == "true" } ?? values.first)?.text(of: "Value") ?? ""
      if !text.isEmpty, text.lowercased() != "undetermined" { parts.append(text) }
    }
    let number = element.child("LocationCountry")?["CountryID"]
    let country = values.country(number)
    let name = number.map { values.text("Country", $0) }.flatMap { $0.isEmpty ? nil : $0 }
    let isNamed = country.flatMap { Countries.code($0) } == parts.last.flatMap { Countries.code(atEndOf: $0) }
    if let name, name.lowercased() != "undetermined", parts.isEmpty || !isNamed { parts.append(name) }
    locations[id] = (parts.joined(separator: ", "), country)
  }

  mutating func add(document element: XMLElement) {
    guard let identity = element["IdentityID"] else { return }
    documents[identity, default: []].append(
      (
        values.text("IDRegDocType", element["IDRegDocTypeID"]), element.text(of: "IDRegistrationNo"),
        values.country(element["IssuedBy-CountryID"])
      ))
  }

  func designation(_ party: XMLElement, _ facts: inout OFACAdvancedFacts) -> Designation {
    let id = party["FixedRef"] ?? ""
    let profile = party.child("Profile")
    var designation = Designation(
      id: EntityID(publisher: "ofac", local: id), list: "",
      type: values.type(ofSubType: profile?["PartySubTypeID"]), names: [])
    for profile in party.children("Profile") {
      if let number = profile["ID"] { facts.parties[number] = id }
      for identity in profile.children("Identity") {
        addNames(of: identity, to: &designation)
        for document in identity["ID"].flatMap({ documents[$0] }) ?? [] {
          OFACFeatures.add(
            document: document.label, document.value, country: document.country, to: &designation)
        }
      }
      for feature in profile.children("Feature") { add(feature, to: &designation) }
    }
    designation.addRemark(party.text(of: "Comment"))
    return designation
  }

  private func addNames(of identity: XMLElement, to designation: inout Designation) {
    var kinds: [String: String] = [:]
    for group in identity.child("NamePartGroups")?.children("MasterNamePartGroup") ?? [] {
      for part in group.children("NamePartGroup") {
        if let id = part["ID"] { kinds[id] = values.text("NamePartType", part["NamePartTypeID"]) }
      }
    }
    let aliases = identity.children("Alias")
    for alias in aliases.filter({ $0["Primary"] == "true" }) + aliases.filter({ $0["Primary"] != "true" }) {
      let isFormer = values.text("AliasType", alias["AliasTypeID"]) == "F.K.A."
      let quality: AliasQuality = alias["LowQuality"] == "true" ? .weak : isFormer ? .formerlyKnown : .strong
      let names = alias.children("DocumentedName").map { name(of: $0, kinds) }
      for name in names.filter({ !$0.isOriginalScript }) + names.filter(\.isOriginalScript) {
        designation.addName(name.text, quality: quality, isOriginalScript: name.isOriginalScript)
      }
    }
  }

  /// `FAMILY, Given Middle Patronymic` of a person; the parts in their order of others. Scripts that write no blanks
  /// between the parts of a name get none.
  private func name(
    of element: XMLElement, _ kinds: [String: String]
  ) -> (text: String, isOriginalScript: Bool) {
    var family: [String] = []
    var rest: [String] = []
    var script = ""
    for part in element.children("DocumentedNamePart") {
      for value in part.children("NamePartValue") {
        let kind = value["NamePartGroupID"].flatMap { kinds[$0] } ?? ""
        if script.isEmpty { script = values.text("Script", value["ScriptID"]) }
        if kind == "Last Name" { family.append(value.text) } else { rest.append(value.text) }
      }
    }
    let isOriginal = !script.isEmpty && script != "Latin"
    let isUnspaced = script.hasPrefix("Chinese") || script.hasPrefix("Japanese") || script.hasPrefix("Korean")
    let (last, first) = (family.joined(separator: " "), rest.joined(separator: " "))
    if last.isEmpty || first.isEmpty { return (last + first, isOriginal) }
    return (isUnspaced ? last + first : "\(last), \(first)", isOriginal)
  }

  private func add(_ feature: XMLElement, to designation: inout Designation) {
    let label = values.text("FeatureType", feature["FeatureTypeID"])
    for version in feature.children("FeatureVersion") {
      for period in version.children("DatePeriod") {
        let start = period.child("Start")
        let end = period.child("End")
        let date = OFACFeatures.date(
          from: OFACAdvancedValues.day(start?.child("From")),
          to: OFACAdvancedValues.day(end?.child("To") ?? start?.child("To")),
          isApproximate: start?["Approximate"] == "true" || end?["Approximate"] == "true")
        if label == "Birthdate", let date { designation.birthDates.addOnce(date) }
      }
      for detail in version.children("VersionDetail") {
        let reference = values.text("DetailReference", detail["DetailReferenceID"])
        OFACFeatures.add(label, reference.isEmpty ? detail.text : reference, to: &designation)
      }
      for place in version.children("VersionLocation") {
        guard let location = place["LocationID"].flatMap({ locations[$0] }) else { continue }
        switch label {
        case "Location": OFACAddresses.add(location.text, country: location.country, to: &designation)
        case "Place of Birth":
          OFACRemarks.add(birthPlace: location.text, to: &designation)
          if let country = location.country { designation.addCountries(country, .birth) }
        default: OFACFeatures.add(label, location.country ?? location.text, to: &designation)
        }
      }
    }
  }
}

/// What stands behind the parties and is said of them.
struct OFACAdvancedFacts {
  /// The entry that a profile belongs to.
  var parties: [String: String] = [:]
  private(set) var onSDN = 0
  private var programmes: [String: [String]] = [:]
  private var legalBases: [String: [String]] = [:]
  private var listed: [String: PartialDate] = [:]
  private var changed: [String: PartialDate] = [:]
  private var links: [String: [String]] = [:]

  mutating func add(relationship element: XMLElement) {
    guard let from = element["From-ProfileID"], let to = element["To-ProfileID"] else { return }
    links[parties[from] ?? from, default: []].addOnce("ofac:\(parties[to] ?? to)")
  }

  mutating func add(entry element: XMLElement, _ values: OFACAdvancedValues) {
    guard let profile = element["ProfileID"] else { return }
    let id = parties[profile] ?? profile
    if values.text("List", element["ListID"]) == "SDN List" { onSDN += 1 }
    for event in element.children("EntryEvent") {
      let basis = values.text("LegalBasis", event["LegalBasisID"])
      if !basis.isEmpty, basis != "Unknown" { legalBases[id, default: []].addOnce(basis) }
      guard let date = OFACAdvancedValues.day(event.child("Date")) else { continue }
      if listed[id].map({ date.description < $0.description }) ?? true { listed[id] = date }
      if changed[id].map({ date.description > $0.description }) ?? true { changed[id] = date }
    }
    for measure in element.children("SanctionsMeasure")
    where values.text("SanctionsType", measure["SanctionsTypeID"]) == "Program" {
      let programme = measure.text(of: "Comment")
      if !programme.isEmpty { programmes[id, default: []].addOnce(programme) }
    }
  }

  /// Gives a designation what was said of it.
  func complete(_ designation: inout Designation) {
    let id = designation.id.local
    designation.programmes = programmes[id] ?? []
    designation.legalBases = OFACFeatures.legalBases(legalBases[id] ?? [], programmes: designation.programmes)
    designation.listedOn = listed[id]
    designation.lastChanged = changed[id]
    for link in links[id] ?? [] { designation.linkedTo.addOnce(link) }
  }
}
