import Designations

/// What OFAC's XML files have in common.
enum OFACXML {
  /// Types by the names that the files give them.
  static let types: [String: EntityType] = [
    "Individual": .person, "Entity": .organization, "Vessel": .vessel, "Aircraft": .aircraft,
  ]

  /// One of OFAC's two lists, which come in files of the same format.
  static func list(isSDN: Bool, sdn: String, nonSDN: String, date: String?) -> ListDescription {
    ListDescription(
      name: isSDN ? "ofac-sdn" : "ofac-cons", publisher: OFACTables.publisher, format: isSDN ? sdn : nonSDN,
      date: date)
  }
}
