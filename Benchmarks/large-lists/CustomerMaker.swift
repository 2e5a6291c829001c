import NameScreening
import RecallLaboratory

struct GeneratedCustomer {
  var id: String
  var name: String
  var birthDate = ""
  var country = ""
}

/// Makes customers: ordinary ones, and a share who are on the list under another spelling.
struct CustomerMaker {
  let seed: UInt64
  let listed: Double
  /// How many names the list has.
  let names: Int

  func make(
    _ count: Int, _ population: CustomersCommand.Population, _ write: (GeneratedCustomer) -> Void
  ) {
    var random = SeededRandom(seed: seed, "customers", population.rawValue)
    var isListed = (0..<count).map { _ in random.chance(listed) }
    let designations = listed > 0 ? ListedPeople(maker: DesignationMaker(seed: seed), names: names) : nil
    if designations == nil { isListed = Array(repeating: false, count: count) }
    let ordinary = isListed.count { !$0 }
    let innocents: AnyIterator<(name: String, isPerson: Bool)>
    switch population {
    case .world:
      let customers = OrdinaryCustomers.make(ordinary, seed: seed)
      innocents = AnyIterator(customers.lazy.map { ($0.name, $0.type == .person) }.makeIterator())
    case .russian:
      let names = RussianNames(seed: seed).iterator
      innocents = AnyIterator { names.next().map { ($0, true) } }
    case .unseen:
      let names = UnseenNames(seed: seed).iterator
      innocents = AnyIterator { names.next().map { ($0, true) } }
    }
    for (index, isListed) in isListed.enumerated() {
      if isListed, let designations {
        var customer = designations.customer(&random)
        customer.id = "C\(index + 1)=" + customer.id
        write(customer)
      } else {
        guard let (name, isPerson) = innocents.next() else { return }
        let birthDate = isPerson ? DesignationMaker.wholeDate(&random) : ""
        write(GeneratedCustomer(id: "C\(index + 1)", name: name, birthDate: birthDate))
      }
    }
  }
}

/// People of the list as they would call themselves elsewhere.
private struct ListedPeople {
  let maker: DesignationMaker
  let last: Int

  /// - Complexity: O(names), for finding out how many designations a list of so many names has.
  init(maker: DesignationMaker, names: Int) {
    self.maker = maker
    var written = 0
    var number = 0
    while written < names {
      number += 1
      written += maker.designation(number).names.count
    }
    last = max(1, number - 1)
  }

  /// With the number of the designation as the id.
  func customer(_ random: inout SeededRandom) -> GeneratedCustomer {
    while true {
      let number = 1 + random.below(last)
      let designation = maker.designation(number)
      let type: EntityType = designation.type == "person" ? .person : .organization
      guard let name = random.pick(designation.names), let mutation = random.pick(Mutation.all),
        mutation.effort != nil, mutation.level != .identity,
        let changed = mutation.apply(NameDraft(name, type: type), &random)
      else { continue }
      return GeneratedCustomer(
        id: "G\(number)", name: changed.text, birthDate: designation.birthDate, country: designation.country)
    }
  }
}

/// Ordinary Russians with all three names, in turn in Cyrillic and in Latin letters.
private struct RussianNames {
  let iterator: AnyIterator<String>

  init(seed: UInt64) {
    var random = SeededRandom(seed: seed, "ordinary Russians")
    let culture = SlavicCulture.russian(share: 0)
    var count = 0
    iterator = AnyIterator {
      guard let culture else { return nil }
      count += 1
      let parts = culture.parts(isFemale: random.chance(0.5), &random)
      let words =
        count.isMultiple(of: 2) ? parts.map(\.native) : culture.latin(parts, standard: random.below(3))
      return "\(words[2]) \(words[0]) \(words[1])"
    }
  }
}

/// Names of two words none of which was ever in another: what nothing remembered helps with.
private struct UnseenNames {
  let iterator: AnyIterator<String>

  init(seed: UInt64) {
    let people = OrdinaryNames.shared.populations.filter { $0.name != "vietnamese" }
    var sources: [RareNames] = []
    for population in people {
      sources.append(RareNames(of: population.maleFamily.names, purpose: population.name + " family names"))
    }
    sources.removeAll { $0.isEmpty }
    var seen: Set<String> = []
    var random = SeededRandom(seed: seed, "unseen")
    var rank = Int(seed) << 32
    iterator = AnyIterator {
      var words: [String] = []
      // The words of a small people are used up in time; then another has its turn.
      while words.count < 2, let source = random.pick(sources) {
        for _ in 0..<20 where words.count < 2 {
          rank += 1
          let word = source.name(rank: rank)
          if seen.insert(word).inserted { words.append(word.capitalized) }
        }
      }
      return words.joined(separator: " ")
    }
  }
}
