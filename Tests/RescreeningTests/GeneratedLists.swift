import Designations
import NameScreening
import TestSupport

/// The states of lists before and after a change, and customers near to both.
struct GeneratedLists {
  let before: [Designation]
  let after: [Designation]
  let customers: [Customer]

  /// Every field of a designation, changed one at a time: what a list of them may say next.
  static let changes: [(field: String, apply: @Sendable (inout Designation, inout SeededRandom) -> Void)] = [
    ("type", { designation, _ in designation.type = designation.type == .person ? .organization : .person }),
    (
      "names",
      { designation, random in
        if designation.names.count > 1, random.chance(0.5) { designation.names.removeLast() }
        designation.names.append(
          DesignatedName("\(designation.names[0].text) Abdul", quality: .weak))
      }
    ),
    ("names", { designation, _ in designation.names = [DesignatedName("Zyx Wvutsr", quality: .primary)] }),
    ("names", { designation, _ in designation.names[0].quality = .formerlyKnown }),
    ("programmes", { designation, _ in designation.programmes.append("NEXT") }),
    ("legal_basis", { designation, _ in designation.legalBases.append("Order 1") }),
    ("listed_on", { designation, _ in designation.listedOn = PartialDate(year: 2031) }),
    ("last_changed", { designation, _ in designation.lastChanged = PartialDate(year: 2031) }),
    ("birth_dates", { designation, _ in designation.birthDates = [.exact(PartialDate(year: 1901))] }),
    ("birth_dates", { designation, _ in designation.birthDates = [] }),
    ("birth_places", { designation, _ in designation.birthPlaces.append("Atlantis") }),
    (
      "countries",
      { designation, _ in designation.countries = [ListedCountry(code: "FJ", relation: .nationality)] }
    ),
    ("addresses", { designation, _ in designation.addresses.append("1 Nowhere Road") }),
    ("gender", { designation, _ in designation.gender = designation.gender == .female ? .male : .female }),
    ("identifiers", { designation, _ in designation.identifiers = [] }),
    (
      "identifiers",
      { designation, _ in designation.identifiers.append(Identifier(kind: .passport, value: "ZZ7654321")) }
    ),
    ("titles", { designation, _ in designation.titles.append("Dr") }),
    ("remarks", { designation, _ in designation.remarks = "Something else." }),
    ("linked_to", { designation, _ in designation.linkedTo.append("Somebody") }),
    ("topics", { designation, _ in designation.topics.append("role.pep") }),
  ]

  /// Changes every field of some designations, removes some, adds some, leaves most.
  init(_ designations: [Designation], seed: UInt64) {
    var random = SeededRandom(seed: seed)
    var after: [Designation] = []
    for (number, designation) in designations.enumerated() {
      switch number % 4 {
      case 0:
        var changed = designation
        GeneratedLists.changes[number / 4 % GeneratedLists.changes.count].apply(&changed, &random)
        after.append(changed)
      case 1 where random.chance(0.3): break
      default: after.append(designation)
      }
    }
    // What stands only in `after` was added.
    before = designations.filter { _ in !random.chance(0.1) }
    self.after = after
    customers = Self.customers(near: designations, random: &random)
  }

  /// Customers with the names, dates, countries and identifiers of designations, or nearly.
  static func customers(near designations: [Designation], random: inout SeededRandom) -> [Customer] {
    var customers: [Customer] = []
    for designation in designations {
      guard let name = random.pick(designation.names) else { continue }
      var customer = Customer(id: "\(customers.count + 1)", name: name.text)
      if random.chance(0.4), case .exact(let date)? = designation.birthDates.first {
        customer.birthDate = date
      }
      if random.chance(0.4) {
        customer.countries = [random.chance(0.2) ? "FJ" : designation.countries.first?.code ?? "RU"]
      }
      if random.chance(0.3) { customer.gender = .female }
      if random.chance(0.3) { customer.type = random.chance(0.8) ? designation.type : .person }
      if customer.type == .unknown { customer.type = nil }
      if random.chance(0.5), let identifier = designation.identifiers.first {
        customer.identifiers = [identifier]
      }
      if random.chance(0.05) { customer.identifiers = [Identifier(kind: .passport, value: "ZZ7654321")] }
      if random.chance(0.1), !customer.identifiers.isEmpty { customer.name = "Somebody Else" }
      customers.append(customer)
    }
    return customers
  }
}
