import NameText

/// What the tables of names and words say, arranged for mutations.
package struct WordFacts: Sendable {
  package static let shared = WordFacts()

  private(set) var particles: Set<String> = []
  /// Every word of the table of titles that is not a name as well.
  private(set) var setAside: Set<String> = []
  /// Titles that are written before a name, Latin and Cyrillic.
  private(set) var titles: [NameScript: [String]] = [:]
  /// From a form of a given name to what else one calls the same person: short forms, or the full ones.
  package private(set) var nicknames: [String: [String]] = [:]
  /// Given names by script.
  private(set) var givenNames: [NameScript: [String]] = [:]
  /// Patronymics of men and of women by script, Russian forms.
  private(set) var patronymics: [NameScript: (male: [String], female: [String])] = [:]
  /// From a form (lower case, without dots) to the forms of its class.
  private(set) var legalForms: [String: [String]] = [:]
  private(set) var longestLegalForm = 1
  /// From a number, as a figure, to its words; from Roman numerals and words to the figure.
  private(set) var numberWords: [String: [String]] = [:]
  private(set) var romanNumerals: [String: String] = [:]
  private(set) var figures: [String: String] = [:]
  /// Words that tell nothing about which organisation it is, by script.
  private(set) var noise: [NameScript: [String]] = [:]
  /// Words that say what an organisation does, by script.
  package private(set) var sectors: [NameScript: [String]] = [:]

  private init() {
    for row in LanguageTable.particles.rows { particles.insert(String(row[0])) }
    for row in LanguageTable.titles.rows where row.count == 3 && row[2] == "no" {
      setAside.insert(String(row[0]))
      guard ["honorific", "academic", "military"].contains(row[1]) else { continue }
      titles[NameScript(of: String(row[0])), default: []].append(String(row[0]))
    }
    for row in LanguageTable.nicknames.rows {
      let forms = row.map(String.init)
      for short in forms.dropFirst() where NameScript(of: short) == NameScript(of: forms[0]) {
        nicknames[forms[0], default: []].append(short)
        nicknames[short, default: []].append(forms[0])
      }
    }
    for row in LanguageTable.givenNameEquivalents.rows {
      for name in row.prefix(2) { givenNames[NameScript(of: String(name)), default: []].append(String(name)) }
      // The last column is a usual Latin spelling.
      if row.count > 2, let name = row.last {
        givenNames[NameScript(of: String(name)), default: []].append(String(name))
      }
    }
    let standard = RomanizationStandard.named("wikipedia", language: "ru")
    for row in LanguageTable.patronymicEquivalents.rows {
      let name = String(row[0])
      add(patronymic: name, .cyrillic)
      if let latin = standard?.romanize(name) { add(patronymic: latin, .latin) }
    }
    for row in LanguageTable.legalForms.rows {
      let forms = row.dropFirst().map(String.init)
      for form in forms {
        legalForms[form] = forms.filter { $0 != form }
        longestLegalForm = max(longestLegalForm, form.split(separator: " ").count)
      }
    }
    for row in LanguageTable.numbers.rows {
      let number = String(row[0])
      for word in row.dropFirst().map(String.init) {
        figures[word] = number
        if word.isRomanNumeral {
          romanNumerals[number] = word.uppercased()
        } else if !word.contains(where: \.isNumber) {
          numberWords[number, default: []].append(word)
        }
      }
    }
    for row in LanguageTable.organisationWords.rows where row.count > 2 {
      for word in row.dropFirst(2).map(String.init) where !word.contains(" ") {
        if row[1] == "generic" { noise[NameScript(of: word), default: []].append(word) }
        if row[1] == "sector" { sectors[NameScript(of: word), default: []].append(word) }
      }
    }
  }

  private mutating func add(patronymic name: String, _ script: NameScript) {
    if name.hasSuffix("a") || name.hasSuffix("а") {
      patronymics[script, default: ([], [])].female.append(name)
    } else {
      patronymics[script, default: ([], [])].male.append(name)
    }
  }
}

extension String {
  /// Lower-case Roman numerals as the table of numbers writes them.
  fileprivate var isRomanNumeral: Bool { !isEmpty && allSatisfy { "ivxlc".contains($0) } }
}
