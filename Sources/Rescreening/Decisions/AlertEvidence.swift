import FoundationEssentials
import NameIndex
import NameScreening

/// Everything that a decision on an alert rests on: the customer and the designation as they were, and the score.
public struct AlertEvidence: Sendable, Equatable, Codable {
  public var customer: Customer
  public var designation: Designation
  public var score: Double
  /// Where else the same person or thing is listed, in the order of list and entity id; `nil` is nowhere.
  public var listings: [Designation]?

  public init(customer: Customer, hit: Hit) {
    self.customer = customer
    designation = hit.designation
    listings = Self.listings(of: hit)
    score = hit.score
  }

  /// What an alert is about, whatever it says of it: decisions on it are found by this.
  struct Subject: Hashable, Sendable {
    var customer: String
    var list: String
    var entity: EntityID
  }

  var subject: Subject {
    Subject(customer: customer.id, list: designation.list, entity: designation.id)
  }

  /// What is otherwise now, in words, e.g. `names`, `customer date_of_birth`; empty while a decision holds.
  ///
  /// The publisher's own date of the last change is no evidence, and a lower score is not a better one.
  func changes(to customer: Customer, _ hit: Hit) -> [String] {
    let listings = Self.listings(of: hit)
    if hit.score <= score, customer == self.customer, hit.designation == designation,
      listings == self.listings
    {
      return []
    }
    var changes: [String] = []
    func check<Value: Equatable>(_ field: String, _ path: KeyPath<Customer, Value>) {
      if self.customer[keyPath: path] != customer[keyPath: path] { changes.append("customer \(field)") }
    }
    check("name", \.name)
    check("date_of_birth", \.birthDate)
    check("country", \.countries)
    check("type", \.type)
    check("gender", \.gender)
    check("identifiers", \.identifiers)
    changes += hit.designation.fields(differingFrom: designation).filter { $0 != "last_changed" }
    changes += Self.changes(from: self.listings ?? [], to: listings ?? [])
    if hit.score > score + 5e-7 {
      changes.append("score \(Self.text(score)) to \(Self.text(hit.score))")
    }
    return changes
  }

  private static func listings(of hit: Hit) -> [Designation]? {
    guard !hit.listings.isEmpty else { return nil }
    return hit.listings.map(\.designation).sorted { ListDifference.Key($0) < ListDifference.Key($1) }
  }

  /// What further listings say otherwise, e.g. `listed on un-sc`.
  private static func changes(from old: [Designation], to new: [Designation]) -> [String] {
    var changes: [String] = []
    for listing in new {
      guard let before = old.first(where: { $0.id == listing.id && $0.list == listing.list }) else {
        changes.append("listed on \(listing.list)")
        continue
      }
      changes += listing.fields(differingFrom: before).filter { $0 != "last_changed" }
        .map { "\($0) on \(listing.list)" }
    }
    for listing in old where !new.contains(where: { $0.id == listing.id && $0.list == listing.list }) {
      changes.append("no longer listed on \(listing.list)")
    }
    return changes
  }

  private static func text(_ score: Double) -> String {
    var buffer = OutputBuffer()
    buffer.append(score: score)
    return String(decoding: buffer.bytes, as: UTF8.self)
  }

  /// As it is kept: JSON with sorted keys, so that equal evidence gives equal bytes.
  func encoded() throws(DecisionError) -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    do {
      return Array(try encoder.encode(self))
    } catch {
      throw .unreadable(what: "the evidence of \(designation.id)", reason: "\(error)")
    }
  }

  init(encoded: some Collection<UInt8>) throws(DecisionError) {
    do {
      self = try JSONDecoder().decode(AlertEvidence.self, from: Data(encoded))
    } catch {
      throw .unreadable(what: "the evidence of a decision", reason: "\(error)")
    }
  }

  /// The name of an alert: 16 hexadecimal digits of the SHA-256 of its evidence, so that every run calls it the same.
  static func alertID(of encoded: [UInt8]) -> String {
    var hash = SHA256()
    hash.update(encoded)
    return Array(hash.digest.prefix(8)).hexadecimal
  }
}
