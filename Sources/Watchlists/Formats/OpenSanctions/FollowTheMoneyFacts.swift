import ByteSpool
import Designations

/// What entities that are no designations say about those that are, put aside until all are read: an entity may stand before
/// or behind those it belongs to.
///
/// Memory: 16 bytes a fact, and what a `ByteSpool` keeps, whatever the size of the file.
final class FollowTheMoneyFacts {
  fileprivate enum Fact {
    case programme(String)
    case legalBasis(String)
    case listed(PartialDate)
    case remark(String)
    case document(String, type: String?, country: String?, isPassport: Bool)
    case wallet(String, currency: String?)
    case link(String)
    /// Of an address, what it says; of who has one, its id.
    case address(String, country: String?)
    case addressEntity(String)
  }

  /// Facts by the id of the entity that they belong to.
  private let spool = KeyedSpool()

  /// The properties by which an entity of a schema belongs to others.
  private static let owners: [String: [StaticString]] = [
    "Sanction": ["entity"], "Identification": ["holder"], "Passport": ["holder"], "CryptoWallet": ["holder"],
    "Ownership": ["owner", "asset"], "Family": ["person", "relative"], "Associate": ["person", "associate"],
    "Directorship": ["director", "organization"], "Membership": ["member", "organization"],
    "Employment": ["employee", "employer"], "Representation": ["agent", "client"],
    "UnknownLink": ["subject", "object"],
  ]

  /// Keeps what an entity says for those it belongs to; one that stands inside of another belongs to that.
  func add(_ entity: FollowTheMoneyEntity, inside outer: String?) throws(WatchlistError) {
    for address in entity.texts("addressEntity") { try put(.addressEntity(address), for: entity.id) }
    if entity.schema == "Address" {
      if let address = Self.address(entity) { try put(address, for: entity.id) }
      return
    }
    guard let properties = Self.owners[entity.schema] else { return }
    var owners = properties.flatMap { entity.texts($0) }
    if let outer { owners.addOnce(outer) }
    let facts = Self.facts(of: entity)
    for owner in owners {
      for fact in facts { try put(fact, for: owner) }
      // What is neither a document nor a sanction links its owners with each other.
      if facts.isEmpty {
        for other in owners where other != owner { try put(.link(other), for: owner) }
      }
    }
  }

  private func put(_ fact: Fact, for owner: String) throws(WatchlistError) {
    let bytes = fact.packed
    try puttingAside { () throws(ByteSpool.Failure) in try spool.append(key: owner, bytes) }
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

  /// The whole address where it is given, else its parts; nil of an address that says nothing.
  private static func address(_ entity: FollowTheMoneyEntity) -> Fact? {
    let country = entity.texts("country").lazy.compactMap { Countries.code($0) }.first
    let parts: [StaticString] = [
      "postOfficeBox", "street", "street2", "city", "postalCode", "region", "state",
    ]
    let text =
      entity.texts("full").first ?? parts.flatMap { entity.texts($0) }.joined(separator: ", ")
    return text.isEmpty && country == nil ? nil : .address(text, country: country)
  }

  /// Adds to a designation what belongs to it.
  func complete(_ designation: inout Designation) throws(WatchlistError) {
    var addresses: [String] = []
    let id = designation.id.local
    for fact in try facts(for: id) {
      if case .addressEntity(let address) = fact { addresses.append(address) }
      Self.add(fact, to: &designation)
    }
    for address in addresses {
      for fact in try facts(for: address) {
        if case .address = fact { Self.add(fact, to: &designation) }
      }
    }
  }

  private func facts(for owner: String) throws(WatchlistError) -> [Fact] {
    try puttingAside { () throws(ByteSpool.Failure) in
      var facts: [Fact] = []
      try spool.forEach(key: owner) { bytes in
        if let fact = Fact(packed: bytes) { facts.append(fact) }
      }
      return facts
    }
  }

  private static func add(_ fact: Fact, to designation: inout Designation) {
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
    case .address(let text, let country):
      if !text.isEmpty { designation.addresses.addOnce(text) }
      if let country { designation.countries.addOnce(ListedCountry(code: country, relation: .address)) }
    case .addressEntity: break
    }
  }
}

/// A fact as bytes: its kind, then its texts, each with its length in four bytes, or all ones without a text.
extension FollowTheMoneyFacts.Fact {
  fileprivate var packed: [UInt8] {
    switch self {
    case .programme(let code): Self.pack(0, code)
    case .legalBasis(let basis): Self.pack(1, basis)
    case .listed(let date): Self.pack(2, date.description)
    case .remark(let text): Self.pack(3, text)
    case .document(let number, let type, let country, let isPassport):
      Self.pack(isPassport ? 4 : 5, number, type, country)
    case .wallet(let key, let currency): Self.pack(6, key, currency)
    case .link(let id): Self.pack(7, id)
    case .address(let text, let country): Self.pack(8, text, country)
    case .addressEntity(let id): Self.pack(9, id)
    }
  }

  fileprivate init?(packed: UnsafeBufferPointer<UInt8>) {
    var rest = ByteText(packed).dropFirst(1)
    func text() -> String? {
      guard rest.count >= 4 else { return nil }
      let length = (0..<4).reduce(UInt32(0)) { $0 | UInt32(rest[$1]) << (8 * $1) }
      rest = rest.dropFirst(4)
      guard length < UInt32.max, Int(length) <= rest.count else { return nil }
      defer { rest = rest.dropFirst(Int(length)) }
      return rest.slice(0, Int(length)).string
    }
    guard let kind = packed.first, let first = text() else { return nil }
    switch kind {
    case 0: self = .programme(first)
    case 1: self = .legalBasis(first)
    case 2:
      guard let date = PartialDate(first) else { return nil }
      self = .listed(date)
    case 3: self = .remark(first)
    case 4, 5: self = .document(first, type: text(), country: text(), isPassport: kind == 4)
    case 6: self = .wallet(first, currency: text())
    case 7: self = .link(first)
    case 8: self = .address(first, country: text())
    case 9: self = .addressEntity(first)
    default: return nil
    }
  }

  private static func pack(_ kind: UInt8, _ texts: String?...) -> [UInt8] {
    var bytes = [kind]
    for text in texts {
      let length = text.map { UInt32(truncatingIfNeeded: $0.utf8.count) } ?? UInt32.max
      for shift in [0, 8, 16, 24] as [UInt32] { bytes.append(UInt8(truncatingIfNeeded: length >> shift)) }
      bytes += (text ?? "").utf8
    }
    return bytes
  }
}
