/// Somebody to screen: a person, an organisation, a vessel or an aircraft, as the customer base knows them.
///
/// The name finds; everything else confirms, contradicts, or (an identifier) decides.
///
///     let customer = Customer(id: "17", name: "Путін Володимир", birthDate: PartialDate("1952-10-07"))
public struct Customer: Sendable, Equatable, Codable {
  /// The customer's key in its own system; hits carry it as `query_id`.
  public var id: String
  /// The name as it was typed, in any script and order. May be empty when `identifiers` are given.
  public var name: String
  public var birthDate: PartialDate?
  /// ISO 3166-1 alpha-2 codes, upper case; a code that is not known is kept and proves nothing.
  public var countries: [String]
  /// What the customer is; `nil` when it is not known. Only designations of that type, and those whose list
  /// does not say what they are, can be hits.
  public var type: EntityType?
  public var gender: Gender?
  /// Documents, tax and bank numbers, digital currency addresses.
  public var identifiers: [Identifier]

  public init(
    id: String = "1", name: String, birthDate: PartialDate? = nil, countries: [String] = [],
    type: EntityType? = nil, gender: Gender? = nil, identifiers: [Identifier] = []
  ) {
    self.id = id
    self.name = name
    self.birthDate = birthDate
    self.countries = countries
    self.type = type
    self.gender = gender
    self.identifiers = identifiers
  }
}
