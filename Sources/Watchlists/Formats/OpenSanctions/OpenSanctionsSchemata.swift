import Designations

/// What OpenSanctions' schemata and values mean here, the same in all of its exports.
enum OpenSanctionsSchemata {
  static let publisher = "OpenSanctions"

  /// The type of a schema that can be screened; nil for others (addresses, sanctions, securities).
  static func type(of schema: String) -> EntityType? { types[schema] }

  private static let types: [String: EntityType] = [
    "Person": .person, "Company": .organization, "Organization": .organization,
    "LegalEntity": .organization, "PublicBody": .organization, "Vessel": .vessel, "Airplane": .aircraft,
    "CryptoWallet": .unknown,
  ]

  /// How a country without further word is connected with an entity of a type.
  static func relation(of type: EntityType) -> ListedCountry.Relation {
    switch type {
    case .person, .unknown: .nationality
    case .organization: .jurisdiction
    case .vessel, .aircraft: .flag
    }
  }

  /// `opensanctions-ua-war-sanctions` of a data set's title or name.
  static func listName(of dataset: String) -> String {
    let words = dataset.lowercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
    return (["opensanctions"] + words.map(String.init)).joined(separator: "-")
  }
}
