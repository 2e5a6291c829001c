import Designations
import NameText

/// A name on its way from the list to a customer file: what mutations take and give.
///
/// `PUTIN, Vladimir Vladimirovich` begins as `Vladimir Vladimirovich Putin`, as a customer is written.
package struct NameDraft: Sendable, Equatable {
  /// What a word is in a person's name; the words of other names are all `.other`.
  package enum Part: Sendable { case given, patronymic, family, particle, other }

  /// One word in its place.
  package struct Word: Sendable, Equatable {
    package var text: String
    package var part: Part

    package init(_ text: String, _ part: Part) {
      self.text = text
      self.part = part
    }
  }

  package var words: [Word]
  package var type: EntityType
  package var gender: Gender?
  /// ISO 639-1 of the Cyrillic that the name is or was written in, where that is known.
  package var language: String?
  /// Date of birth that the customer tells.
  package var birthDate: PartialDate?
  /// What is written between the words; a blank but for special forms.
  package var separator = " "

  package var isPerson: Bool { type == .person }
  /// The name as one line of text.
  package var text: String { words.map(\.text).joined(separator: separator) }
  package var script: NameScript { NameScript(of: text) }

  package init(words: [Word], type: EntityType) {
    self.words = words
    self.type = type
  }

  /// The words at which a mutation may strike: those of at least `length` letters that are no particle.
  package func indices(ofWordsWith length: Int) -> [Int] {
    words.indices.filter { words[$0].part != .particle && words[$0].text.count >= length }
  }

  package func indices(of part: Part) -> [Int] { words.indices.filter { words[$0].part == part } }

  /// Replaces everything by one text, whose words are of no known part.
  package mutating func rewrite(_ text: String) {
    words = text.split(separator: " ").map { Word(String($0), .other) }
    separator = " "
  }
}

extension NameDraft {
  /// How a customer file would write a listed name.
  ///
  /// - Parameter countries: ISO codes of the designation; they tell which language a Latin spelling comes from.
  package init(_ name: String, type: EntityType, gender: Gender? = nil, countries: [String] = []) {
    var words: [Word]
    if type == .person {
      words = NameDraft.personWords(NameDraft.withoutBrackets(name))
    } else {
      words = NameDraft.split(name).map { Word($0, .other) }
    }
    let shouts = !name.contains(where: \.isLowercase)
    // The names of aircraft are their registrations.
    for index in words.indices where type != .aircraft {
      words[index].text = words[index].text.asCustomersWrite(
        keepsAcronyms: type != .person, shouts: shouts || words[index].part == .family)
    }
    self.init(words: words, type: type)
    self.gender = gender ?? NameDraft.gender(of: words)
    language = NameDraft.language(of: self, countries)
  }

  private static func split(_ text: some StringProtocol) -> [String] {
    String(text).split(whereSeparator: \.isWhitespace).map { String($0) }
  }

  private static func personWords(_ name: String) -> [Word] {
    let pieces = name.split(separator: ",", omittingEmptySubsequences: true)
    var words: [Word] = []
    // A title or a generation may stand between commas: MEZA, JR., Arturo.
    if let given = pieces.dropFirst().first(where: { !isTitle($0) }) {
      words = split(given).map { Word($0, .given) } + split(pieces[0]).map { Word($0, .family) }
    } else {
      words = split(name).map { Word($0, .given) }
      if words.count > 1 { words[words.count - 1].part = .family }
    }
    for index in words.indices {
      let folded = words[index].text.lowercased()
      if WordFacts.shared.particles.contains(folded) {
        words[index].part = .particle
      } else if words.count > 2, words[index].part == .given, index > 0, folded.isPatronymic {
        words[index].part = .patronymic
      }
    }
    return words
  }

  private static func isTitle(_ piece: Substring) -> Bool {
    split(piece).allSatisfy { WordFacts.shared.setAside.contains($0.lowercased().filter { $0 != "." }) }
  }

  /// Without what stands in brackets: lists explain names there, `(birth name)`.
  private static func withoutBrackets(_ name: String) -> String {
    var depth = 0
    var text = ""
    for character in name {
      if character == "(" { depth += 1 }
      if depth == 0 { text.append(character) }
      if character == ")" { depth = max(0, depth - 1) }
    }
    return text.contains(where: \.isLetter) ? text : name
  }

  /// What the words themselves tell: a patronymic or a gendered family name.
  private static func gender(of words: [Word]) -> Gender? {
    for word in words {
      let text = word.text.lowercased()
      if word.part == .patronymic { return text.hasSuffix("a") || text.hasSuffix("а") ? .female : .male }
      if word.part == .family, let ending = LetterFacts.shared.ending(of: text) {
        return ending.isFeminine ? .female : .male
      }
    }
    return nil
  }

  private static let languages = [
    "RU": "ru", "UA": "uk", "BY": "be", "BG": "bg", "RS": "sr", "MK": "mk", "KZ": "kk", "KG": "ky",
    "UZ": "uz",
    "AZ": "az", "TJ": "tg",
  ]

  private static func language(of draft: NameDraft, _ countries: [String]) -> String? {
    let text = draft.text.lowercased()
    if draft.script == .cyrillic {
      if text.contains(where: { "ўі".contains($0) }), text.contains("ў") || text.contains("ы") { return "be" }
      if text.contains(where: { "іїєґ".contains($0) }) { return "uk" }
      if text.contains(where: { "ђјљњћџ".contains($0) }) { return "sr" }
      return countries.lazy.compactMap { languages[$0] }.first ?? "ru"
    }
    guard draft.script == .latin, draft.isPerson else { return nil }
    if let language = countries.lazy.compactMap({ languages[$0] }).first { return language }
    return draft.words.contains { $0.part == .patronymic } ? "ru" : nil
  }
}

extension String {
  /// Whether the word has the form of a Slavic patronymic.
  fileprivate var isPatronymic: Bool {
    Patronymic.stem(ofPatronymic: NameAnalyzer.standard.skeleton(ofWord: self)) != nil
  }

  /// With capitals at the starts of words only: `AL-DURI` is `Al-Duri`; acronyms of companies stay.
  fileprivate func asCustomersWrite(keepsAcronyms: Bool, shouts: Bool) -> String {
    let letters = filter(\.isLetter)
    guard shouts, letters.count > 1, !letters.contains(where: \.isLowercase) else { return self }
    if keepsAcronyms, letters.count <= 3 || contains(".") || contains(where: \.isNumber) { return self }
    var atStart = true
    var result = ""
    for (place, character) in enumerated() {
      result += atStart ? String(character) : character.lowercased()
      // O'Neill, but Ch'i.
      atStart = character.isLetter ? false : !"'’".contains(character) || place == 1
    }
    return result
  }
}
