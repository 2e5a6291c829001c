import Designations
import TabularText

/// Switzerland's consolidated list of SECO, XML.
///
/// Source: `swiss-sanctions-list` of SECO's SESAM and its schema. De-listed targets stay in the file: the latest
/// modification of a target decides, and a de-listed one is left out. Under a modification stand copies of what
/// was added or removed then, so only direct children count.
enum SECOList: SingleFileFormat {
  static let name = "SECO XML"

  static func recognizes(_ head: FileHead) -> Bool { head.rootElement == "swiss-sanctions-list" }

  static func read(_ file: ListFile) throws(WatchlistError) -> [LoadedList] {
    var description = ListDescription(
      name: "ch-seco", publisher: "State Secretariat for Economic Affairs SECO", format: name)
    var entries = ListEntries(file: file.name)
    var programmes: [String: String] = [:]
    var places: [String: String] = [:]
    let damage = try XMLRecordReader.read(file.stream, records: ["sanctions-program", "target", "place"]) {
      root in
      description.date = root["date"].flatMap { DateText.iso($0)?.description }
    } record: { element in
      switch element.name {
      case "sanctions-program":
        let names = element.children("program-name")
        let english = names.first { $0["lang"] == "eng" } ?? names.first
        for set in element.children("sanctions-set") {
          if let id = set["ssid"] { programmes[id] = english?.text }
        }
      case "place":
        if let id = element["ssid"] {
          places[id] = element.child("country")?["iso-code"]
        }
      default:
        guard !isDelisted(element) else { return }
        entries.add(designation(element, programmes), line: element.line)
      }
    }
    entries.add(damage)
    // Places stand behind the targets that refer to them, as `place:SSID`.
    entries.update { resolvePlaces(in: &$0, places) }
    return [try entries.loaded(description)]
  }

  private static func isDelisted(_ target: XMLElement) -> Bool {
    let modifications = target.children("modification").map { element in
      (
        element["effective-date"] ?? element["enactment-date"] ?? element["publication-date"] ?? "",
        element["modification-type"] ?? ""
      )
    }
    var latest = ("", "")
    for modification in modifications where modification.0 >= latest.0 { latest = modification }
    return latest.1 == "de-listed"
  }

  private static func designation(_ target: XMLElement, _ programmes: [String: String]) -> Designation {
    let kinds: [String: EntityType] = ["individual": .person, "entity": .organization, "object": .vessel]
    let subject = target.children.first { kinds[$0.name] != nil }
    var type = subject.flatMap { kinds[$0.name] } ?? .unknown
    if subject?.name == "object" {
      type = ["vessel": .vessel, "aircraft": .aircraft][subject?["object-type"] ?? ""] ?? .unknown
    }
    var designation = Designation(
      id: EntityID(publisher: "ch", local: target["ssid"] ?? ""), list: "", type: type, names: [])
    for id in target.children("sanctions-set-id") {
      if let programme = programmes[id.text] { designation.programmes.addOnce(programme) }
    }
    designation.legalBases = designation.programmes
    let listed = target.children("modification").filter { $0["modification-type"] == "listed" }
      .compactMap { $0["effective-date"] ?? $0["enactment-date"] }.min()
    designation.listedOn = listed.flatMap(DateText.iso)
    designation.lastChanged =
      target.children("modification").compactMap { $0["effective-date"] }.max().flatMap(DateText.iso)
    for relation in target.children("relation") {
      if let id = relation["target-id"] { designation.linkedTo.addOnce("ch:\(id)") }
    }
    guard let subject else { return designation }
    designation.gender = ["male": .male, "female": .female][subject["sex"] ?? ""]
    // The main identity's primary name comes first.
    let identities = Array(subject.children("identity"))
    for identity in identities.filter({ $0["main"] == "true" }) + identities.filter({ $0["main"] != "true" })
    {
      add(identity, to: &designation)
    }
    for justification in subject.children("justification") { designation.addRemark(justification.text) }
    for other in subject.children("other-information") {
      addOtherInformation(other.rawText, to: &designation)
    }
    return designation
  }

  private static func add(_ identity: XMLElement, to designation: inout Designation) {
    let names = Array(identity.children("name"))
    let primary = names.filter { $0["name-type"] == "primary-name" }
    for name in primary + names.filter({ $0["name-type"] != "primary-name" }) {
      let type = name["name-type"] ?? ""
      let quality: AliasQuality =
        name["quality"] == "low" ? .weak : type == "formerly-known-as" ? .formerlyKnown : .strong
      for text in Self.names(of: name, isPerson: designation.type == .person) {
        designation.addNameOnce(text, quality: quality)
      }
    }
    for date in identity.children("day-month-year") {
      guard let year = date["year"].flatMap({ Int($0) }),
        let value = PartialDate(
          validYear: year, unknownAsZero: date["month"].flatMap { Int($0) } ?? 0,
          day: date["day"].flatMap { Int($0) } ?? 0)
      else { continue }
      designation.birthDates.addOnce(.exact(value))
    }
    for nationality in identity.children("nationality") {
      if let code = nationality.child("country")?["iso-code"] {
        designation.addCountries(code, .nationality)
      }
    }
    for place in identity.children("place-of-birth") {
      if let id = place["place-id"] { designation.birthPlaces.append("place:\(id)") }
    }
    for document in identity.children("identification-document") {
      let type = document["document-type"] ?? ""
      let kind: Identifier.Kind =
        type.holds("passport") ? .passport : type.holds("id-card") ? .nationalID : .other
      designation.addIdentifier(
        kind, document.text(of: "number"),
        country: document.child("issuer")?["code"].flatMap { Countries.code($0) },
        detail: kind == .other && !type.isEmpty ? type : nil)
    }
  }

  /// The name in its main spelling, and one for each script in which all of its parts are given.
  private static func names(of name: XMLElement, isPerson: Bool) -> [String] {
    let parts = name.children("name-part").sorted {
      (Int($0["order"] ?? "") ?? 0) < (Int($1["order"] ?? "") ?? 0)
    }
    var texts = [joined(parts.map { ($0["name-part-type"] ?? "", $0.text(of: "value")) }, isPerson: isPerson)]
    let count = parts.map { $0.children("spelling-variant").count }.max() ?? 0
    for index in 0..<count {
      let spelled = parts.compactMap { part -> (String, String)? in
        let variants = Array(part.children("spelling-variant"))
        guard variants.indices.contains(index) else { return nil }
        return (part["name-part-type"] ?? "", variants[index].text)
      }
      if spelled.count == parts.count { texts.append(joined(spelled, isPerson: isPerson)) }
    }
    return texts.filter { !$0.isEmpty }
  }

  private static func joined(_ parts: [(type: String, value: String)], isPerson: Bool) -> String {
    let family = parts.filter { $0.type == "family-name" }.map(\.value).joined(separator: " ")
    let rest = parts.filter { $0.type != "family-name" }.map(\.value).joined(separator: " ").tidied
    return family.isEmpty || rest.isEmpty
      ? family + rest : isPerson ? "\(family), \(rest)" : "\(rest) \(family)"
  }

  private static func addOtherInformation(_ text: String, to designation: inout Designation) {
    for identifier in UKOtherInformation.registrations(text) where identifier.kind != .registration {
      designation.addIdentifier(identifier)
    }
    if let (_, rest) = text.split(at: "IMO"),
      let number = rest.split(whereSeparator: { !("0"..."9").contains($0) }).first, number.utf8.count == 7
    {
      designation.addIdentifier(.imo, String(number))
    }
    designation.addRemark(text)
  }

  private static func resolvePlaces(in designation: inout Designation, _ places: [String: String]) {
    let references = designation.birthPlaces.compactMap { $0.after("place:").map(String.init) }
    designation.birthPlaces = []
    for code in references.compactMap({ places[$0] }) { designation.addCountries(code, .birth) }
  }
}
