/// What happens to names between a list and a customer file.
package enum NameMutation: CaseIterable, Sendable {
  case insertedLetter, droppedLetter, changedLetter, exchangedLetters
  case joinedWords, splitWord, droppedWord, addedWord, initial, reorderedWords, repeatedWord
  case plainLetters, upperCase, commaFirst

  /// The text after the mutation; the text itself where the mutation does not apply.
  package func applied(to text: String, _ random: inout SeededRandom) -> String {
    var words = text.split(separator: " ").map(String.init)
    guard !words.isEmpty else { return text }
    let at = random.below(words.count)
    var letters = Array(words[at])
    let place = random.below(letters.count)
    switch self {
    case .insertedLetter:
      letters.insert(NameMutation.letter(&random), at: place)
      words[at] = String(letters)
    case .droppedLetter:
      letters.remove(at: place)
      words[at] = String(letters)
    case .changedLetter:
      letters[place] = NameMutation.letter(&random)
      words[at] = String(letters)
    case .exchangedLetters:
      if place + 1 < letters.count { letters.swapAt(place, place + 1) }
      words[at] = String(letters)
    case .joinedWords:
      if at + 1 < words.count { words[at] += words.remove(at: at + 1) }
    case .splitWord:
      if place > 0 { words[at] = String(letters[..<place]) + " " + String(letters[place...]) }
    case .droppedWord:
      if words.count > 1 { words.remove(at: at) }
    case .addedWord:
      words.insert(random.pick(NameMutation.strangers) ?? "Ivan", at: at)
    case .initial:
      words[at] = String(letters.prefix(1)) + (random.chance(0.5) ? "." : "")
    case .reorderedWords:
      words.shuffle(using: &random)
    case .repeatedWord:
      words.insert(words[at], at: random.below(words.count + 1))
    case .plainLetters:
      return String(String.UnicodeScalarView(text.unicodeScalars.filter { $0.isASCII || $0.value >= 0x370 }))
    case .upperCase:
      return text.uppercased()
    case .commaFirst:
      if words.count > 1 { words.insert(words.removeLast() + ",", at: 0) }
    }
    return words.filter { !$0.isEmpty }.joined(separator: " ")
  }

  private static let strangers = [
    "Ivan", "Mohammed", "al", "bin", "Petrovich", "Bank", "Ltd", "Sergei", "Иванович", "Анна", "Kim", "II",
    "17", "de", "Dr",
  ]

  private static func letter(_ random: inout SeededRandom) -> Character {
    random.pick("abcdefghiklmnoprstuvyzжиоешчщäčñ") ?? "a"
  }
}

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
      name = (random.pick(NameMutation.allCases) ?? .upperCase).applied(to: name, &random)
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
