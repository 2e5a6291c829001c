import Designations
import TabularText

/// OFAC's enhanced XML, `SDN_ENHANCED.XML` and `CONS_ENHANCED.XML`: every fact of the advanced format with its codes
/// resolved.
///
/// Source: the schema of `.../exports/ENHANCED_XML`. Dates of listing, legal authorities, names in other scripts and
/// relationships by identifier stand here and not in the older formats.
enum OFACEnhancedXML: SingleFileFormat {
  static let name = "OFAC SDN_ENHANCED.XML or CONS_ENHANCED.XML"

  static func recognizes(_ head: FileHead) -> Bool {
    head.rootElement == "sanctionsData" && !head.rootTag.contains("DeltaFile")
  }

  static func read(_ file: ListFile) throws(WatchlistError) -> [LoadedList] {
    var entries = ListEntries(file: file.name)
    var date: String?
    var onSDN = 0
    let damage = try XMLRecordReader.read(file.stream, records: ["publicationInfo", "entity"]) { element in
      if element.name == "publicationInfo" {
        let text = element.text(of: "dataAsOf")
        date = (DateText.iso(text.isEmpty ? element.text(of: "datePublished") : text))?.description
      } else {
        if element.texts(at: "sanctionsLists", "sanctionsList").contains("SDN List") { onSDN += 1 }
        entries.add(designation(element), line: element.line)
      }
    }
    entries.add(damage)
    let isSDN = onSDN * 2 > entries.designations.count
    return [
      try entries.loaded(
        OFACXML.list(isSDN: isSDN, sdn: "OFAC SDN_ENHANCED.XML", nonSDN: "OFAC CONS_ENHANCED.XML", date: date)
      )
    ]
  }

  private static func designation(_ element: XMLElement) -> Designation {
    let information = element.child("generalInfo")
    let type = OFACXML.types[information?.text(of: "entityType") ?? ""] ?? .unknown
    var designation = Designation(
      id: EntityID(publisher: "ofac", local: element["id"] ?? ""), list: "", type: type, names: [])
    let names = element.child("names")?.children("name") ?? []
    for name in names.filter({ $0.text(of: "isPrimary") == "true" })
      + names.filter({ $0.text(of: "isPrimary") != "true" })
    {
      add(name, to: &designation)
    }
    if let title = information?.text(of: "title") { designation.titles = title.pieces(by: "; ") }
    designation.programmes = element.texts(at: "sanctionsPrograms", "sanctionsProgram")
    designation.legalBases = OFACFeatures.legalBases(
      element.texts(at: "legalAuthorities", "legalAuthority"), programmes: designation.programmes)
    designation.listedOn =
      (element.child("sanctionsLists")?.children("sanctionsList") ?? [])
      .compactMap { $0["datePublished"].flatMap(DateText.iso) }.min { $0.description < $1.description }
    for feature in element.child("features")?.children("feature") ?? [] {
      add(feature: feature, to: &designation)
    }
    for document in element.child("identityDocuments")?.children("identityDocument") ?? [] {
      let country = document.text(of: "issuingCountry")
      OFACFeatures.add(
        document: document.text(of: "type"), document.text(of: "documentNumber"),
        country: country.isEmpty ? nil : country, to: &designation)
    }
    for address in element.child("addresses")?.children("address") ?? [] {
      add(address: address, to: &designation)
    }
    for relationship in element.child("relationships")?.children("relationship") ?? [] {
      if let id = relationship.child("relatedEntity")?["entityId"] {
        designation.linkedTo.addOnce("ofac:\(id)")
      }
    }
    designation.addRemark(information?.text(of: "remarks") ?? "")
    return designation
  }

  /// A name in each of its scripts, the one that is written out first.
  private static func add(_ name: XMLElement, to designation: inout Designation) {
    let translations = name.child("translations")?.children("translation") ?? []
    let isWeak = name.text(of: "isLowQuality") == "true"
    let isFormer = name.text(of: "aliasType") == "F.K.A."
    for translation in translations.filter({ $0.text(of: "isPrimary") == "true" })
      + translations.filter({ $0.text(of: "isPrimary") != "true" })
    {
      var text = translation.text(of: "formattedFullName")
      if text.isEmpty {
        let last = translation.text(of: "formattedLastName")
        let first = translation.text(of: "formattedFirstName")
        text = first.isEmpty || last.isEmpty ? last + first : "\(last), \(first)"
      }
      let script = translation.text(of: "script")
      designation.addName(
        text, quality: isWeak ? .weak : isFormer ? .formerlyKnown : .strong,
        isOriginalScript: !script.isEmpty && script != "Latin")
    }
  }

  /// `value` is what the list says; `valueDate` pads it to days.
  private static func add(feature: XMLElement, to designation: inout Designation) {
    let label = feature.text(of: "type")
    let value = feature.text(of: "value")
    guard label == "Birthdate", DateText.english(value) == nil, let period = feature.child("valueDate") else {
      OFACFeatures.add(label, value, to: &designation)
      return
    }
    let first = DateText.iso(period.text(of: "fromDateBegin"))
    let last = DateText.iso(period.text(of: "toDateEnd")) ?? DateText.iso(period.text(of: "toDateBegin"))
    let date = OFACFeatures.date(
      from: first, to: last ?? first, isApproximate: period.text(of: "isApproximate") == "true")
    if let date { designation.birthDates.addOnce(date) }
  }

  private static func add(address: XMLElement, to designation: inout Designation) {
    let country = address.text(of: "country")
    let translations = address.child("translations")?.children("translation") ?? []
    let parts = (translations.first { $0.text(of: "isPrimary") == "true" } ?? translations.first)?
      .texts(at: "addressParts", "addressPart", "value")
    OFACAddresses.add(
      ((parts ?? []) + [country]).filter { !$0.isEmpty }.joined(separator: ", "), country: country,
      to: &designation)
  }
}
