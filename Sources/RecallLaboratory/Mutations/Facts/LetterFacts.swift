import NameText

/// What `corpora/language/letters.tsv` says: vowels, keys, digits, confusions and endings of the two alphabets.
package struct LetterFacts: Sendable {
  package static let shared = LetterFacts()

  private var vowels: [String: [Character]] = [:]
  private var consonants: [String: [Character]] = [:]
  private var keyboards: [String: [[Character]]] = [:]
  private(set) var digits: [Character: [Character]] = [:]
  private(set) var confusions: [(a: String, b: String)] = []
  private var endings: [(masculine: String, feminine: String)] = []

  private init() {
    for row in LanguageTable.letters.rows where row.count == 3 {
      let script = String(row[1])
      let values = row[2].split(separator: " ").map(String.init)
      switch row[0] {
      case "vowels": vowels[script] = values.flatMap { $0 }
      case "consonants": consonants[script] = values.flatMap { $0 }
      case "keys": keyboards[script] = values.map(Array.init)
      case "digit": if let letter = values.first?.first { digits[letter] = values.dropFirst().flatMap { $0 } }
      case "confusion" where values.count == 2: confusions.append((values[0], values[1]))
      case "ending" where values.count == 2: endings.append((values[0], values[1]))
      default: break
      }
    }
    // The longest ending decides.
    endings.sort { ($0.feminine.count, $1.feminine) > ($1.feminine.count, $0.feminine) }
  }

  /// The other vowels, or the other consonants, of the letter's alphabet.
  func others(like letter: Character) -> [Character] {
    for table in [vowels, consonants] {
      for letters in table.sorted(by: { $0.key < $1.key }).map(\.value) where letters.contains(letter) {
        return letters.filter { $0 != letter }
      }
    }
    return []
  }

  func isVowel(_ letter: Character) -> Bool { vowels.values.contains { $0.contains(letter) } }

  /// Every letter of the alphabet that the letter belongs to.
  func alphabet(of letter: Character) -> [Character] {
    for script in vowels.keys.sorted() {
      let letters = (vowels[script] ?? []) + (consonants[script] ?? [])
      if letters.contains(letter) { return letters }
    }
    return []
  }

  /// The keys that touch the letter's key and bear letters.
  func neighbours(of letter: Character) -> [Character] {
    for script in keyboards.keys.sorted() {
      guard let (row, column) = place(of: letter, on: script), let rows = keyboards[script] else { continue }
      // The row below is shifted to the right by half a key.
      let places = [
        (row, column - 1), (row, column + 1), (row - 1, column), (row - 1, column + 1), (row + 1, column - 1),
        (row + 1, column),
      ]
      return places.compactMap { row, column in
        guard rows.indices.contains(row), rows[row].indices.contains(column) else { return nil }
        let key = rows[row][column]
        return key.isLetter ? key : nil
      }
    }
    return []
  }

  /// What the fingers write when the other layout is switched on: `Ivan` is `Шмфт`.
  func onOtherLayout(_ letter: Character) -> Character? {
    for (from, to) in [("latin", "cyrillic"), ("cyrillic", "latin")] {
      guard let (row, column) = place(of: letter, on: from), let rows = keyboards[to] else { continue }
      return rows.indices.contains(row) && rows[row].indices.contains(column) ? rows[row][column] : nil
    }
    return nil
  }

  private func place(of letter: Character, on script: String) -> (Int, Int)? {
    for (row, keys) in (keyboards[script] ?? []).enumerated() {
      if let column = keys.firstIndex(of: letter) { return (row, column) }
    }
    return nil
  }

  /// The gendered ending of a family name in lower case, and what the other gender has instead.
  package func ending(of family: String) -> (own: String, other: String, isFeminine: Bool)? {
    for pair in endings {
      if family.hasSuffix(pair.feminine), family.count > pair.feminine.count + 1 {
        return (pair.feminine, pair.masculine, true)
      }
      if family.hasSuffix(pair.masculine), family.count > pair.masculine.count + 1 {
        return (pair.masculine, pair.feminine, false)
      }
    }
    return nil
  }
}
