import NameScreening

/// Customers who are nobody in particular, drawn by how often names are borne: what a screening should leave alone.
///
/// People of twenty populations in five scripts, and one organisation in ten; names and types only, so that the rate of
/// alerts on them is the one before dates of birth and countries are looked at. No two have one name.
package enum OrdinaryCustomers {
  package static func make(_ count: Int, seed: UInt64) -> [Customer] {
    let names = OrdinaryNames.shared
    let shares = names.populations.map(\.share)
    let total = shares.reduce(0, +)
    var random = SeededRandom(seed: seed, "ordinary customers")
    var customers: [Customer] = []
    var seen: Set<String> = []
    var attempts = 0
    // A base larger than there are names repeats some.
    while customers.count < count, attempts < 20 * count + 100 {
      attempts += 1
      let name: String?
      let isOrganization = random.chance(0.1)
      if isOrganization {
        name = organization(&random)
      } else {
        var wanted = random.below(total)
        var index = 0
        while index + 1 < shares.count, wanted >= shares[index] {
          wanted -= shares[index]
          index += 1
        }
        name = person(names.populations[index], &random)
      }
      guard let name, seen.insert(name).inserted || attempts > 10 * count else { continue }
      customers.append(
        Customer(id: "\(customers.count + 1)", name: name, type: isOrganization ? .organization : .person))
    }
    return customers
  }

  private static func person(_ population: OrdinaryNames.Population, _ random: inout SeededRandom) -> String?
  {
    let isFemale = random.chance(0.5)
    guard let order = random.pick(population.orders) else { return nil }
    var words: [String] = []
    for part in order {
      let name: String?
      switch part {
      case "g": name = (isFemale ? population.female : population.male).draw(&random)
      case "m": name = population.male.draw(&random)
      case "p": name = (isFemale ? population.femalePatronymic : population.malePatronymic).draw(&random)
      case "f": name = (isFemale ? population.femaleFamily : population.maleFamily).draw(&random)
      case "_":
        words.append(" ")
        continue
      default: name = nil
      }
      guard let name else { return nil }
      words.append(
        name.split(separator: " ").map {
          $0.split(separator: "-").map { String($0).capitalized }.joined(separator: "-")
        }.joined(separator: " "))
    }
    return words.joined()
  }

  private static func organization(_ random: inout SeededRandom) -> String? {
    let facts = WordFacts.shared
    guard
      let owner = OrdinaryNames.shared.familyNames(in: .latin, gender: .male).draw(&random),
      let sector = random.pick(facts.sectors[.latin] ?? []),
      let form = random.pick([
        "Ltd", "LLC", "GmbH", "S.A.", "Inc.", "Oy", "AB", "S.r.l.", "OOO", "Sp. z o.o.", "B.V.",
      ])
    else { return nil }
    return "\(owner.capitalized) \(sector.capitalized) \(form)"
  }
}
