import Synchronization

/// The rules of a standard, parsed when they are first asked for: a single check asks few standards.
final class RomanizationRules: Sendable {
  /// Separated by blanks.
  let text: Substring
  private let parsed = Mutex<[Character: [RomanizationRule]]?>(nil)

  init(_ text: Substring) { self.text = text }

  /// By the first letter: the rules, those that win first.
  var byLetter: [Character: [RomanizationRule]] {
    parsed.withLock { parsed in
      if let parsed { return parsed }
      let rules = Dictionary(
        grouping: text.split(separator: " ").compactMap { RomanizationRule($0) }, by: { $0.letters[0] })
      let sorted = rules.mapValues { $0.sorted { $0.precedence > $1.precedence } }
      parsed = sorted
      return sorted
    }
  }
}

/// One rule of a standard, `(^ао)е=ye`: letters, what they become, and what must stand beside them.
struct RomanizationRule: Sendable {
  /// What must stand before or after the letters.
  struct Neighbour: Sendable {
    var letters: Set<Character> = []
    /// The word may begin (or end) here.
    var isBoundary = false
  }

  var letters: [Character]
  var latin: String
  var before: Neighbour?
  var after: Neighbour?

  /// Larger wins.
  var precedence: (Int, Int) { (letters.count, (before == nil ? 0 : 1) + (after == nil ? 0 : 1)) }

  /// Reads `LETTERS=LATIN` with brackets before and after LETTERS; nil where the text has another form.
  init?(_ text: Substring) {
    guard let equals = text.firstIndex(of: "=") else { return nil }
    var key = text[..<equals]
    latin = String(text[text.index(after: equals)...])
    if key.hasPrefix("("), let end = key.firstIndex(of: ")") {
      before = Neighbour(key[..<end].dropFirst(), boundary: "^")
      key = key[key.index(after: end)...]
    }
    if key.hasSuffix(")"), let start = key.lastIndex(of: "(") {
      after = Neighbour(key[start...].dropFirst().dropLast(), boundary: "$")
      key = key[..<start]
    }
    guard !key.isEmpty, !key.contains("("), !key.contains(")") else { return nil }
    letters = Array(key)
  }

  /// Whether the rule applies to the letters of `word` that begin at `index`.
  func fits(_ word: [Character], at index: Int) -> Bool {
    guard word[index...].starts(with: letters) else { return false }
    let end = index + letters.count
    if let before, !before.accepts(index > 0 ? word[index - 1] : nil) { return false }
    if let after, !after.accepts(end < word.count ? word[end] : nil) { return false }
    return true
  }

  /// The letter in lower case and without a stress mark; the apostrophes of Ukrainian and Belarusian as `'`.
  static func lowercase(_ character: Character) -> Character {
    if character == "’" || character == "ʼ" { return "'" }
    guard let first = character.unicodeScalars.first else { return character }
    // The standard library's case mapping may give several characters; Cyrillic never does.
    let lower = Character(character.lowercased())
    let isStressed = character.unicodeScalars.contains { $0.value == 0x301 || $0.value == 0x300 }
    return isStressed && !"ѓќ".contains(lower) ? Character(first.properties.lowercaseMapping) : lower
  }

  static func isLetter(_ character: Character) -> Bool { character.isLetter || character == "'" }
}

extension RomanizationRule.Neighbour {
  init(_ text: Substring, boundary: Character) {
    letters = Set(text.filter { $0 != boundary })
    isBoundary = text.contains(boundary)
  }

  func accepts(_ character: Character?) -> Bool {
    guard let character, RomanizationRule.isLetter(character) else { return isBoundary }
    return letters.contains(character)
  }
}
