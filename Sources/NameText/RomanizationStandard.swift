/// A named way of writing one language's Cyrillic names in Latin letters: BGN/PCGN, ICAO 9303, a habit of the press.
///
/// A match says by it why two spellings are one name; nothing is scored with it. The standards are data,
/// `corpora/language/romanization_standards.tsv`.
///
///     RomanizationStandard.named("icao_9303", language: "ru")?.romanize("Щукин")   // "Shchukin"
///     RomanizationStandard.explaining(original: "Щукин", spelling: "Chtchoukine").map(\.title)
package struct RomanizationStandard: Sendable, Identifiable {
  /// What the standard is called in the table, e.g. `bgn_pcgn`; several languages may share it.
  package let name: String
  /// The language it is for, as ISO 639-1: `ru`, `uk`, `be`.
  package let language: String
  /// What to call it to a reader, e.g. `ICAO Doc 9303 (Russian passports since 2013)`.
  package let title: String
  let rules: RomanizationRules

  /// Name and language, e.g. `bgn_pcgn ru`.
  package var id: String { "\(name) \(language)" }

  /// The word as the standard writes it, in the letter case of the original; nil where the word has a letter that
  /// the standard's language does not write. Marks of stress and hyphens do not count as letters.
  ///
  /// - Complexity: O(n) in the letters of the word.
  package func romanize(_ word: String) -> String? {
    let original = Array(word)
    return romanize(original, letters: original.map { RomanizationRule.lowercase($0) })
  }

  /// - Parameter letters: Those of the original in lower case and without stress.
  func romanize(_ original: [Character], letters: [Character]) -> String? {
    let rules = rules.byLetter
    var result = ""
    var index = 0
    while index < letters.count {
      guard RomanizationRule.isLetter(letters[index]) else {
        result.append(letters[index])
        index += 1
        continue
      }
      guard let rule = rules[letters[index]]?.first(where: { $0.fits(letters, at: index) }) else {
        return nil
      }
      let end = index + rule.letters.count
      if original[index] != letters[index] {
        let neighbour = end < original.count ? end : index - 1
        let isShouted =
          original.indices.contains(neighbour) && original[neighbour] != letters[neighbour]
        result += isShouted ? rule.latin.uppercased() : rule.latin.capitalizedAtStart
      } else {
        result += rule.latin
      }
      index = end
    }
    return result
  }
}

extension String {
  /// With the first character in upper case.
  fileprivate var capitalizedAtStart: String { prefix(1).uppercased() + dropFirst() }
}
