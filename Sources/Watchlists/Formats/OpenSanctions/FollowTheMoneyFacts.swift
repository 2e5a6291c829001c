import Designations

/// What entities that are no designations say about those that are, kept until all are read: an entity may stand before
/// or behind those it belongs to.
struct FollowTheMoneyFacts {
  private enum Fact {
    case programme(String)
    case legalBasis(String)
    case listed(PartialDate)
    case remark(String)
    case document(String, type: String?, country: String?, isPassport: Bool)
    case wallet(String, currency: String?)
    case link(String)
  }

  private var byOwner: [String: [Fact]] = [:]

  /// The properties by which an entity of a schema belongs to others.
  private static let owners: [String: [StaticString]] = [
    "Sanction": ["entity"], "Identification": ["holder"], "Passport": ["holder"], "CryptoWallet": ["holder"],
    "Ownership": ["owner", "asset"], "Family": ["person", "relative"], "Associate": ["person", "associate"],
    "Directorship": ["director", "organization"], "Membership": ["member", "organization"],
    "Employment": ["employee", "employer"], "Representation": ["agent", "client"],
    "UnknownLink": ["subject", "object"],
  ]

  /// Keeps what an entity says for those it belongs to; one that stands inside of another belongs to that.
  mutating func add(_ entity: FollowTheMoneyEntity, inside outer: String?) {
    guard let properties = Self.owners[entity.schema] else { return }
    var owners = properties.flatMap { entity.texts($0) }
    if let outer { owners.addOnce(outer) }
    let facts = Self.facts(of: entity)
    for owner in owners {
      byOwner[owner, default: []] += facts
      // What is neither a document nor a sanction links its owners with each other.
      if facts.isEmpty { byOwner[owner, default: []] += owners.filter { $0 != owner }.map { .link($0) } }
    }
  }

  private static func facts(of entity: FollowTheMoneyEntity) -> [Fact] {
    switch entity.schema {
    case "Sanction":
      let dates = (entity.texts("listingDate") + entity.texts("startDate")).compactMap(DateText.iso)
      return entity.texts("programId").map { .programme($0) }
        + entity.texts("program").map { .legalBasis($0) }
        + dates.prefix(1).map { .listed($0) } + entity.texts("reason").map { .remark($0) }
    case "Identification", "Passport":
      let types = entity.texts("type")
      let isPassport = entity.schema == "Passport" || types.contains { $0.lowercased().holds("passport") }
      let country = entity.texts("country").lazy.compactMap { Countries.code($0) }.first
      return entity.texts("number").map {
        .document($0, type: isPassport ? nil : types.first, country: country, isPassport: isPassport)
      }
    case "CryptoWallet":
      let currency = entity.texts("currency").first
      return (entity.texts("publicKey") + entity.texts("cryptoAddress")).map {
        .wallet($0, currency: currency)
      }
    default: return []
    }
  }

  /// Adds to a designation what belongs to it.
  func complete(_ designation: inout Designation) {
    for fact in byOwner[designation.id.local] ?? [] {
      switch fact {
      case .programme(let code): designation.programmes.addOnce(code)
      case .legalBasis(let basis): designation.legalBases.addOnce(basis)
      case .listed(let date): designation.listedOn = designation.listedOn ?? date
      case .remark(let text): designation.addRemark(text)
      case .document(let number, let type, let country, let isPassport):
        designation.addIdentifier(
          isPassport ? .passport : designation.type == .person ? .nationalID : .other, number,
          country: country,
          detail: type)
      case .wallet(let key, let currency): designation.addIdentifier(.wallet, key, detail: currency)
      case .link(let id): designation.linkedTo.addOnce("opensanctions:\(id)")
      }
    }
  }
}
