import Designations
@_exported import RecallLaboratory

/// Queries of every kind that a screening meets.
package struct QueryGenerator {
  package var random: SeededRandom
  /// The listed names that the queries start from.
  package let names: [String]
  private let words: [String]

  package init(names: [String], seed: UInt64) {
    self.names = names
    random = SeededRandom(seed: seed)
    words = names.flatMap { $0.split(separator: " ").map(String.init) }
  }

  /// A listed name, one to three times mutated, a customer of words of other names, or noise.
  package mutating func next() -> String {
    switch random.below(10) {
    case 0: return random.pick(names) ?? ""
    case 1...5: return mutated(random.pick(names) ?? "", times: 1 + random.below(3))
    case 6, 7: return customer()
    case 8: return mutated(customer(), times: 1)
    default: return noise()
    }
  }

  package mutating func mutated(_ name: String, times: Int) -> String {
    var name = name
    for _ in 0..<times {
      let draft = NameDraft(name, type: random.chance(0.7) ? .person : .organization)
      name = random.pick(Mutation.all)?.apply(draft, &random)?.text ?? name
    }
    return name
  }

  private mutating func customer() -> String {
    (0..<(1 + random.below(4))).compactMap { _ in random.pick(words) }.joined(separator: " ")
  }

  private mutating func noise() -> String {
    let alphabet = random.pick([
      "abcdefghijklmnopqrstuvwxyz", "абвгдежзийклмнопрстуфхцчшщъыьэюя", "aeioukhszct", "0123456789-., ",
      "محدعليسن",
      "金正恩王李", "김정은", "αβγδεσω", "A.B/C(D)e:;",
    ])
    let count = 1 + random.below(4)
    return (0..<count).map { _ in
      String((0..<(1 + random.below(9))).compactMap { _ in alphabet.flatMap { random.pick($0) } })
    }.joined(separator: " ")
  }
}
