/// A word that standards write in Latin letters, with what their rules ask of each letter.
struct RomanizedWord {
  /// In lower case and without stress; nothing else is changed.
  let letters: [Character]
  /// What rules know the letters by.
  let numbers: [RomanizationLetter]
  /// Which of them the word has in upper case, or with stress.
  let isChanged: [Bool]

  init(_ word: some StringProtocol) {
    letters = word.map(RomanizedWord.lowercase)
    numbers = letters.map(RomanizationLetter.init)
    isChanged = zip(word, letters).map { $0 != $1 }
  }

  /// The letter in lower case and without a stress mark; the apostrophes of Ukrainian and Belarusian as `'`.
  private static func lowercase(_ character: Character) -> Character {
    if character == "’" || character == "ʼ" { return "'" }
    guard let first = character.unicodeScalars.first else { return character }
    // The standard library's case mapping may give several characters; Cyrillic never does.
    let lower = Character(character.lowercased())
    let isStressed = character.unicodeScalars.contains { $0.value == 0x301 || $0.value == 0x300 }
    return isStressed && !"ѓќ".contains(lower) ? Character(first.properties.lowercaseMapping) : lower
  }
}

/// What the rules of standards know a letter by: the letters of Cyrillic and the apostrophe, any other letter, or none.
struct RomanizationLetter: Hashable {
  let number: UInt16

  static let cyrillic: Range<UInt32> = 0x400..<0x530
  static let apostrophe = RomanizationLetter(number: UInt16(cyrillic.count))
  /// A letter that no rule writes.
  static let other = RomanizationLetter(number: UInt16(cyrillic.count + 1))
  static let none = RomanizationLetter(number: UInt16(cyrillic.count + 2))
  static let count = cyrillic.count + 3

  var isLetter: Bool { self != .none }

  private init(number: UInt16) { self.number = number }

  /// - Parameter character: In lower case.
  init(_ character: Character) {
    if character == "'" {
      self = .apostrophe
    } else if let scalar = RomanizationLetter.scalar(of: character) {
      self.init(number: UInt16(scalar - RomanizationLetter.cyrillic.lowerBound))
    } else {
      self = character.isLetter ? .other : .none
    }
  }

  /// The letter of Cyrillic, also where it is written as a letter and a mark.
  private static func scalar(of character: Character) -> UInt32? {
    guard let first = character.unicodeScalars.first?.value, cyrillic.contains(first), character.isLetter
    else { return nil }
    if character.unicodeScalars.count == 1 { return first }
    return cyrillic.first { Unicode.Scalar($0).map { Character($0) == character } ?? false }
  }
}
