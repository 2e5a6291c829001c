/// What a column of a customer file means. The raw value is the word that `--map` takes.
package enum CustomerField: String, CaseIterable, Sendable {
  case id, name
  case firstName = "first_name"
  case middleName = "middle_name"
  case lastName = "last_name"
  case birthDate = "dob"
  case country, type, gender, passport
  case taxID = "tax_id"
  case wallet, bic

  /// The headers that mean this field by themselves, in lower case.
  var headers: [String] {
    switch self {
    case .id: ["id", "customer_id"]
    case .name: ["name", "full_name"]
    case .firstName: ["first_name"]
    case .middleName: ["middle_name"]
    case .lastName: ["last_name"]
    case .birthDate: ["dob", "date_of_birth", "birth_date"]
    case .country: ["country", "nationality", "citizenship"]
    case .type: ["type", "schema"]
    case .gender: ["gender"]
    case .passport: ["passport"]
    case .taxID: ["tax_id"]
    case .wallet: ["wallet", "crypto_address"]
    case .bic: ["bic", "swift"]
    }
  }

  /// Whether several columns may stand for this field: a customer has one name but many countries.
  var isRepeatable: Bool {
    switch self {
    case .country, .passport, .taxID, .wallet, .bic: true
    default: false
    }
  }

  /// The kind of identifier that the field holds.
  var identifierKind: Identifier.Kind? {
    switch self {
    case .passport: .passport
    case .taxID: .taxID
    case .wallet: .wallet
    case .bic: .bic
    default: nil
    }
  }

  private static let byHeader = Dictionary(
    allCases.flatMap { field in field.headers.map { ($0, field) } }, uniquingKeysWith: { first, _ in first })

  /// The field that a header means; blanks and hyphens count as `_`, letter case does not count.
  init?(header: String) {
    guard let field = Self.byHeader[Self.folded(header)] else { return nil }
    self = field
  }

  static func folded(_ header: String) -> String {
    String(header.trimmed.lowercased().map { $0 == " " || $0 == "-" ? "_" : $0 })
  }
}
