import Designations
import TabularText

/// OFAC's `sdn.xml` and, of the lists other than the SDN list, `consolidated.xml`.
///
/// Source: the schema `sdn.xsd` of the US Treasury; its namespace changed in 2024, so local names decide.
enum OFACLegacyXML: SingleFileFormat {
  static let name = "OFAC sdn.xml or consolidated.xml"

  static func recognizes(_ head: FileHead) -> Bool { head.rootElement == "sdnList" }

  static func read(_ file: ListFile) throws(WatchlistError) -> [LoadedList] {
    var entries = ListEntries(file: file.name)
    var date: String?
    let damage = try XMLRecordReader.read(file.stream, records: ["publshInformation", "sdnEntry"]) {
      element in
      if element.name == "publshInformation" {
        date = DateText.monthFirst(element.text(of: "Publish_Date"))?.description
      } else {
        entries.add(designation(element), line: element.line)
      }
    }
    entries.add(damage)
    let nonSDN = entries.designations.count { $0.programmes.contains(where: OFACProgrammes.isNonSDN) }
    let isSDN = nonSDN * 2 <= entries.designations.count
    return [
      try entries.loaded(
        OFACXML.list(isSDN: isSDN, sdn: "OFAC sdn.xml", nonSDN: "OFAC consolidated.xml", date: date))
    ]
  }

  private static func designation(_ element: XMLElement) -> Designation {
    let type = OFACXML.types[element.text(of: "sdnType")] ?? .unknown
    var designation = Designation(
      id: EntityID(publisher: "ofac", local: element.text(of: "uid")), list: "", type: type, names: [])
    designation.addName(name(of: element), quality: .primary)
    for alias in element.child("akaList")?.children ?? [] {
      let isWeak = alias.text(of: "category") == "weak"
      let isFormer = alias.text(of: "type") == "f.k.a."
      designation.addName(name(of: alias), quality: isWeak ? .weak : isFormer ? .formerlyKnown : .strong)
    }
    designation.programmes = element.texts(at: "programList", "program")
    designation.legalBases = OFACProgrammes.legalBases(of: designation.programmes)
    designation.titles = element.text(of: "title").pieces(by: "; ")
    for text in element.texts(at: "dateOfBirthList", "dateOfBirthItem", "dateOfBirth") {
      if let date = DateText.english(text) { designation.birthDates.addOnce(date) }
    }
    for place in element.texts(at: "placeOfBirthList", "placeOfBirthItem", "placeOfBirth") {
      OFACRemarks.add(birthPlace: place, to: &designation)
    }
    for country in element.texts(at: "nationalityList", "nationality", "country") {
      designation.addCountries(country, .nationality)
    }
    for country in element.texts(at: "citizenshipList", "citizenship", "country") {
      designation.addCountries(country, .citizenship)
    }
    for address in element.child("addressList")?.children ?? [] {
      designation.addCountries(address.text(of: "country"), .address)
      let parts: [StaticString] = [
        "address1", "address2", "address3", "city", "stateOrProvince", "postalCode", "country",
      ]
      designation.addAddress(parts.map { address.text(of: $0) })
    }
    if let vessel = element.child("vesselInfo") {
      designation.addIdentifier(.callSign, vessel.text(of: "callSign"))
      designation.addCountries(vessel.text(of: "vesselFlag"), .flag)
      let owner = vessel.text(of: "vesselOwner")
      if !owner.isEmpty { designation.linkedTo.append(owner) }
    }
    for document in element.child("idList")?.children ?? [] { add(document, to: &designation) }
    addRemarks(element.text(of: "remarks"), to: &designation)
    return designation
  }

  private static func name(of element: XMLElement) -> String {
    let last = element.text(of: "lastName")
    let first = element.text(of: "firstName")
    return first.isEmpty ? last : last.isEmpty ? first : "\(last), \(first)"
  }

  /// Documents, and facts that stand in the form of documents.
  private static func add(_ document: XMLElement, to designation: inout Designation) {
    let label = document.text(of: "idType")
    let value = document.text(of: "idNumber")
    let country = document.text(of: "idCountry")
    switch label {
    case "Gender":
      designation.gender = Gender(rawValue: value.lowercased())
    case "Nationality of Registration":
      designation.addCountries(country, .jurisdiction)
    default:
      if let identifier = OFACIdentifiers.identifier(
        label: label, value: value, country: country.isEmpty ? nil : country)
      {
        designation.identifiers.addOnce(identifier)
      }
    }
  }

  /// `(Linked To: NAME)(Linked To: NAME)` and free text.
  private static func addRemarks(_ remarks: String, to designation: inout Designation) {
    designation.addRemark(remarks)
    for piece in remarks.pieces(by: "(Linked To: ").dropFirst(remarks.hasPrefix("(Linked To: ") ? 0 : 1) {
      // Names may hold brackets themselves: the last one closes.
      let name = (piece.split(at: ") (")?.0 ?? piece[...]).tidied
      let end = name.lastIndex(of: ")") ?? name.endIndex
      designation.linkedTo.addOnce(name[..<end].tidied)
    }
  }
}
