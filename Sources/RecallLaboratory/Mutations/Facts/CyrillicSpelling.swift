import NameText

/// The Cyrillic word behind a Latin spelling.
///
/// Lists write Cyrillic names in Latin letters only. To ask for them in Cyrillic, or in the spelling of another standard, the
/// original is looked up among the given names and patronymics of the tables, as every standard would write them, or
/// else read back by the rules of the passport and the geographic standards. What does not lead back to the spelling
/// is left alone: no guess becomes a query.
package final class CyrillicSpelling: Sendable {
  /// By ISO 639-1.
  private static let byLanguage: [String: CyrillicSpelling] = Dictionary(
    uniqueKeysWithValues: Set(RomanizationStandard.all.map(\.language)).map { ($0, CyrillicSpelling($0)) })

  package static func of(language: String) -> CyrillicSpelling? { byLanguage[language] }

  private let known: [String: String]
  private let readings: [(standard: RomanizationStandard, letters: [(latin: String, original: String)])]

  private init(_ language: String) {
    let standards = RomanizationStandard.all.filter { $0.language == language }
    var known: [String: String] = [:]
    // The columns of the tables are the languages they hold.
    for table in [LanguageTable.givenNameEquivalents, .patronymicEquivalents] {
      guard let column = ["ru", "uk", "be"].firstIndex(of: language) else { break }
      for row in table.rows where column < row.count {
        for name in row[column...column].map(String.init) where NameScript(of: name) == .cyrillic {
          for standard in standards {
            guard let latin = standard.romanize(name) else { continue }
            // The first spelling that a table gives stands.
            if known[CyrillicSpelling.plain(latin)] == nil { known[CyrillicSpelling.plain(latin)] = name }
          }
        }
      }
    }
    self.known = known
    readings = standards.prefix(6).map { standard in
      let letters = "абвгдежзийклмнопрстуфхцчшщыэюяіїєґўёђјљњћџәғқңөұүһҳҷӣӯ"
      var table: [(String, String)] = []
      for letter in letters {
        guard let latin = standard.romanize(String(letter)), !latin.isEmpty else { continue }
        table.append((latin, String(letter)))
        // Some letters read otherwise inside a word: е is "e" after a consonant.
        if let inside = standard.romanize("б\(letter)"), let b = standard.romanize("б"), inside.hasPrefix(b) {
          let spelling = String(inside.dropFirst(b.count))
          if !spelling.isEmpty, spelling != latin { table.append((spelling, String(letter))) }
        }
      }
      for ending in language == "uk" ? ["ський", "цький", "ий"] : ["ский", "цкий", "ий", "ый"] {
        if let latin = standard.romanize("б\(ending)"), let b = standard.romanize("б") {
          table.append((String(latin.dropFirst(b.count)), ending))
        }
      }
      return (standard, table.sorted { $0.0.count == $1.0.count ? $0.1 < $1.1 : $0.0.count > $1.0.count })
    }
  }

  private static func plain(_ latin: String) -> String {
    latin.lowercased().filter { $0.isLetter && $0 != "ʹ" && $0 != "ʺ" && $0 != "ʼ" }
  }

  /// The original of a Latin word in lower case, or nil.
  ///
  /// - Complexity: O(letters x letters of the alphabet).
  package func original(of word: String) -> String? {
    let wanted = CyrillicSpelling.plain(word)
    guard !wanted.isEmpty, wanted.count == word.filter({ $0 != "'" && $0 != "’" }).count else { return nil }
    if let name = known[wanted] { return name }
    for reading in readings {
      var rest = wanted[...]
      var original = ""
      while !rest.isEmpty {
        let isWhole = { (letters: String) in letters.count < 2 || "щюя".contains(letters) }
        guard
          let next = reading.letters.first(where: {
            rest.hasPrefix($0.latin) && (isWhole($0.original) || rest.count == $0.latin.count)
          })
        else { break }
        original += next.original
        rest = rest.dropFirst(next.latin.count)
      }
      if rest.isEmpty, let again = reading.standard.romanize(original),
        CyrillicSpelling.plain(again) == wanted
      {
        return original
      }
    }
    return nil
  }

  /// Every word of a name, or nil where one has no original.
  package func original(ofName words: [String]) -> [String]? {
    var originals: [String] = []
    for word in words {
      let parts = word.split(separator: "-", omittingEmptySubsequences: false).map {
        original(of: $0.lowercased())
      }
      guard !parts.contains(nil) else { return nil }
      originals.append(parts.compactMap { $0?.capitalized }.joined(separator: "-"))
    }
    return originals
  }
}

extension String {
  /// With a capital first letter.
  package var capitalized: String { prefix(1).uppercased() + dropFirst() }

  /// With the letter case of another word: all capitals, a capital first letter, or none.
  func cased(like other: String) -> String {
    let letters = other.filter(\.isLetter)
    guard let first = letters.first, first.isUppercase else { return self }
    return letters.count > 1 && !letters.contains(where: \.isLowercase) ? uppercased() : capitalized
  }
}
