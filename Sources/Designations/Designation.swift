/// One designated person, organisation, vessel or aircraft, as one publisher lists it.
///
/// A designation is what a reader in `Watchlists` makes of a list entry, what an index stores and what a hit
/// shows. It holds facts only; how its names are matched is decided elsewhere.
public struct Designation: Sendable, Equatable, Codable {
  /// The entry at its publisher, e.g. `ofac:35096`.
  public var id: EntityID
  /// The list it stands on, e.g. `ofac-sdn`. `ListDescription.name` tells more about that list.
  public var list: String
  public var type: EntityType
  /// Every name, the primary one first. Never empty in a valid designation.
  public var names: [DesignatedName]
  /// Programme codes as the publisher writes them, e.g. `RUSSIA-EO14024`.
  public var programmes: [String] = []
  /// The legal basis, e.g. `Executive Order 14024`, `Council Regulation (EU) No 269/2014, Annex I`.
  public var legalBases: [String] = []
  public var listedOn: PartialDate?
  public var lastChanged: PartialDate?
  /// Every date of birth that the list gives; several mean "one of them".
  public var birthDates: [ListedDate] = []
  public var birthPlaces: [String] = []
  public var countries: [ListedCountry] = []
  /// As published, as far as the list gives more than a country.
  public var addresses: [String] = []
  public var gender: Gender?
  public var identifiers: [Identifier] = []
  public var titles: [String] = []
  public var remarks: String?
  /// Names or entity ids of designations that the list links this one to.
  public var linkedTo: [String] = []
  /// Risk topics beyond sanctions, e.g. `role.pep`; empty on plain sanctions lists.
  public var topics: [String] = []

  public init(id: EntityID, list: String, type: EntityType, names: [DesignatedName]) {
    self.id = id
    self.list = list
    self.type = type
    self.names = names
  }
}

/// `LIST:ID` with the publisher's own identifier, so that the entry can be found at its publisher.
public struct EntityID: Sendable, Hashable, Comparable, Codable, CustomStringConvertible {
  /// `ofac`, `un`, `eu`, `uk`, `opensanctions`, or an own list's name.
  public var publisher: String
  public var local: String

  public init(publisher: String, local: String) {
    self.publisher = publisher
    self.local = local
  }

  /// Reads `LIST:ID`, as `description` writes it; the id may hold further colons.
  public init?(_ text: String) {
    guard let colon = text.firstIndex(of: ":") else { return nil }
    self.init(publisher: String(text[..<colon]), local: String(text[text.index(after: colon)...]))
    guard !publisher.isEmpty, !local.isEmpty else { return nil }
  }

  public var description: String { "\(publisher):\(local)" }

  /// Order by publisher, then by local identifier, both by UTF-8 bytes.
  public static func < (a: EntityID, b: EntityID) -> Bool {
    a.publisher == b.publisher ? a.local < b.local : a.publisher < b.publisher
  }
}

/// What kind of thing is designated.
public enum EntityType: String, Sendable, CaseIterable, Codable {
  case person, organization, vessel, aircraft
  /// The list does not say.
  case unknown
}

/// One name of a designation.
public struct DesignatedName: Sendable, Equatable, Codable {
  /// As published, e.g. `PUTIN, Vladimir Vladimirovich`.
  public var text: String
  public var quality: AliasQuality
  /// BCP 47 language where the list gives one.
  public var language: String?
  /// Whether the list gives it as the name in its original script.
  public var isOriginalScript = false

  public init(
    _ text: String, quality: AliasQuality, language: String? = nil, isOriginalScript: Bool = false
  ) {
    self.text = text
    self.quality = quality
    self.language = language
    self.isOriginalScript = isOriginalScript
  }
}

/// What a list says about one of its names. The raw values are the `alias_quality` of a hit.
public enum AliasQuality: String, Sendable, CaseIterable, Codable {
  case primary
  case strong
  /// OFAC: need not be screened, may help to decide. UN and UK: "Low".
  case weak
  case formerlyKnown = "formerly known"
}

public enum Gender: String, Sendable, CaseIterable, Codable {
  case female, male
}

/// A date of which the day, or the day and the month, may be unknown.
public struct PartialDate: Sendable, Hashable, Codable {
  public var year: Int
  /// 1...12, or nil when unknown.
  public var month: Int?
  /// 1...31, or nil when unknown; never set without a month.
  public var day: Int?

  public init(year: Int, month: Int? = nil, day: Int? = nil) {
    self.year = year
    self.month = month
    self.day = day
  }
}

/// A date as lists give it: exact, only a year, about, or a range.
public enum ListedDate: Sendable, Hashable, Codable {
  case exact(PartialDate)
  case circa(PartialDate)
  case range(PartialDate, PartialDate)
}

/// A country that a list connects with a designation, and how.
public struct ListedCountry: Sendable, Hashable, Codable {
  public enum Relation: String, Sendable, CaseIterable, Codable {
    case nationality, citizenship, address, birth, flag, jurisdiction, programme
  }
  /// ISO 3166-1 alpha-2, upper case; `XX` never occurs: an unknown country is left out.
  public var code: String
  public var relation: Relation

  public init(code: String, relation: Relation) {
    self.code = code
    self.relation = relation
  }
}

/// A document, tax or bank number, or a digital currency address.
public struct Identifier: Sendable, Hashable, Codable {
  public enum Kind: String, Sendable, CaseIterable, Codable {
    case passport
    case nationalID = "national_id"
    case taxID = "tax_id"
    case registration
    case bic
    case imo
    case mmsi
    case callSign = "call_sign"
    case lei
    case wallet
    case other
  }
  public var kind: Kind
  /// As published.
  public var value: String
  /// ISO 3166-1 alpha-2 of the issuer where known.
  public var country: String?
  /// The asset of a digital currency address (`XBT`), or the list's own name of the kind.
  public var detail: String?

  public init(kind: Kind, value: String, country: String? = nil, detail: String? = nil) {
    self.kind = kind
    self.value = value
    self.country = country
    self.detail = detail
  }
}

/// One list as it was read: who publishes it, when, in which format, and what could not be read.
public struct ListDescription: Sendable, Equatable {
  /// `ofac-sdn`, `un-sc`, or an own list's name.
  public var name: String
  public var publisher: String
  /// The format that was recognised, e.g. `OFAC sdn.csv`.
  public var format: String
  /// ISO date of publication where the file says so.
  public var date: String?
  /// Rows or entries that could not be read.
  public var damagedRows: Int = 0
  /// The first of them, `FILE:LINE: why`.
  public var damage: [String] = []

  public init(name: String, publisher: String, format: String, date: String? = nil) {
    self.name = name
    self.publisher = publisher
    self.format = format
    self.date = date
  }
}
