import Synchronization

/// The rules of a standard, parsed when they are first asked for: a single check asks few standards.
final class RomanizationRules: Sendable {
  /// Separated by blanks.
  let text: Substring
  private let parsed = Mutex<[[RomanizationRule]]?>(nil)

  init(_ text: Substring) { self.text = text }

  /// By the number of the first letter: the rules, those that win first.
  var byLetter: [[RomanizationRule]] {
    parsed.withLock { parsed in
      if let parsed { return parsed }
      var rules = Array(repeating: [RomanizationRule](), count: RomanizationLetter.count)
      for rule in text.split(separator: " ").compactMap({ RomanizationRule($0) }) {
        rules[Int(rule.letters[0].number)].append(rule)
      }
      let sorted = rules.map { $0.sorted { $0.precedence > $1.precedence } }
      parsed = sorted
      return sorted
    }
  }
}

/// One rule of a standard, `(^ао)е=ye`: letters, what they become, and what must stand beside them.
struct RomanizationRule: Sendable {
  /// What must stand before or after the letters.
  struct Neighbour: Sendable {
    var letters: [RomanizationLetter] = []
    /// The word may begin (or end) here.
    var isBoundary = false
  }

  var letters: [RomanizationLetter]
  var latin: String
  /// Without letter case, accents and what is no letter.
  var folded: [UInt8]
  var before: Neighbour?
  var after: Neighbour?

  /// Larger wins.
  var precedence: (Int, Int) { (letters.count, (before == nil ? 0 : 1) + (after == nil ? 0 : 1)) }

  /// Reads `LETTERS=LATIN` with brackets before and after LETTERS; nil where the text has another form, or a letter that is not of
  /// Cyrillic.
  init?(_ text: Substring) {
    guard let equals = text.firstIndex(of: "=") else { return nil }
    var key = text[..<equals]
    latin = String(text[text.index(after: equals)...])
    folded = RomanizationStandard.folded(latin)
    if key.hasPrefix("("), let end = key.firstIndex(of: ")") {
      before = Neighbour(key[..<end].dropFirst(), boundary: "^")
      key = key[key.index(after: end)...]
    }
    if key.hasSuffix(")"), let start = key.lastIndex(of: "(") {
      after = Neighbour(key[start...].dropFirst().dropLast(), boundary: "$")
      key = key[..<start]
    }
    letters = key.map(RomanizationLetter.init)
    let all = letters + (before?.letters ?? []) + (after?.letters ?? [])
    guard !letters.isEmpty, all.allSatisfy({ $0.isLetter && $0 != .other }) else { return nil }
  }

  /// Whether the rule applies to the letters of a word that begin at `index`.
  func fits(_ word: [RomanizationLetter], at index: Int) -> Bool {
    let end = index + letters.count
    guard end <= word.count else { return false }
    for place in letters.indices where word[index + place] != letters[place] { return false }
    if let before, !before.accepts(index > 0 ? word[index - 1] : .none) { return false }
    if let after, !after.accepts(end < word.count ? word[end] : .none) { return false }
    return true
  }
}

extension RomanizationRule.Neighbour {
  init(_ text: Substring, boundary: Character) {
    letters = text.filter { $0 != boundary }.map(RomanizationLetter.init)
    isBoundary = text.contains(boundary)
  }

  func accepts(_ letter: RomanizationLetter) -> Bool {
    letter.isLetter ? letters.contains(letter) : isBoundary
  }
}
