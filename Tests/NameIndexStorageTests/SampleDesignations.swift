import Designations

/// A designation with every field filled.
func fullDesignation() -> Designation {
  var designation = Designation(
    id: EntityID(publisher: "ofac", local: "35096"), list: "ofac-sdn", type: .person,
    names: [
      DesignatedName("PUTIN, Vladimir Vladimirovich", quality: .primary),
      DesignatedName("Путин Владимир", quality: .strong, language: "ru", isOriginalScript: true),
      DesignatedName("VOVA", quality: .weak),
      DesignatedName("PLATOV", quality: .formerlyKnown, language: "de"),
    ])
  designation.programmes = ["RUSSIA-EO14024", "UKRAINE-EO13661"]
  designation.legalBases = ["Executive Order 14024"]
  designation.listedOn = PartialDate(year: 2022, month: 2, day: 25)
  designation.lastChanged = PartialDate(year: 2023, month: 1)
  designation.birthDates = [
    .exact(PartialDate(year: 1952, month: 10, day: 7)), .circa(PartialDate(year: -44)),
    .range(PartialDate(year: 1950), PartialDate(year: .max, month: .min, day: -1)),
  ]
  designation.birthPlaces = ["Leningrad, USSR", ""]
  designation.countries = [
    ListedCountry(code: "RU", relation: .nationality), ListedCountry(code: "SU", relation: .birth),
  ]
  designation.gender = .male
  designation.identifiers = [
    Identifier(kind: .passport, value: "KM 001234", country: "RU", detail: "diplomatic"),
    Identifier(kind: .bic, value: "SABRRUMM012"),
    Identifier(kind: .taxID, value: "7707083893", country: "RU"),
    Identifier(kind: .wallet, value: "1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN2", detail: "XBT"),
  ]
  designation.titles = ["President"]
  designation.remarks = "a \"remark\"\nof two lines"
  designation.linkedTo = ["ofac:1"]
  designation.topics = ["role.pep"]
  designation.addresses = ["Kremlin, Moscow, Russia"]
  return designation
}

func designation(_ local: String, list: String = "own", type: EntityType = .organization) -> Designation {
  Designation(
    id: EntityID(publisher: "own", local: local), list: list, type: type,
    names: [DesignatedName("Name \(local)", quality: .primary)])
}

/// Random designations of all shapes.
func randomDesignations(_ count: Int, seed: UInt64) -> [Designation] {
  var random = SeededRandom(seed: seed)
  let full = fullDesignation()
  return (0..<count).map { number in
    var result = designation(
      "\(number)", list: ["a", "b", "c"][number % 3], type: EntityType.allCases[number % 5])
    func sometimes() -> Bool { Bool.random(using: &random) }
    if sometimes() { result.names += full.names.shuffled(using: &random) }
    if sometimes() { result.programmes = full.programmes }
    if sometimes() { result.legalBases = full.legalBases }
    if sometimes() { result.listedOn = full.listedOn }
    if sometimes() { result.lastChanged = full.lastChanged }
    if sometimes() { result.birthDates = full.birthDates }
    if sometimes() { result.birthPlaces = full.birthPlaces }
    if sometimes() { result.countries = full.countries }
    if sometimes() { result.gender = Gender.allCases.randomElement(using: &random) }
    if sometimes() {
      result.identifiers = Identifier.Kind.allCases.map { Identifier(kind: $0, value: "\(number)") }
    }
    if sometimes() { result.titles = full.titles }
    if sometimes() { result.remarks = full.remarks }
    if sometimes() { result.linkedTo = full.linkedTo }
    if sometimes() { result.topics = full.topics }
    if sometimes() { result.addresses = full.addresses }
    return result
  }
}
