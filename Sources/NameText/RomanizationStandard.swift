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
    let word = RomanizedWord(word)
    var result = ""
    let isWritten = forEachPiece(of: word) { letters, rule in
      guard let rule else {
        result.append(word.letters[letters.lowerBound])
        return true
      }
      if word.isChanged[letters.lowerBound] {
        let neighbour = letters.upperBound < word.letters.count ? letters.upperBound : letters.lowerBound - 1
        let isShouted = word.isChanged.indices.contains(neighbour) && word.isChanged[neighbour]
        result += isShouted ? rule.latin.uppercased() : rule.latin.capitalizedAtStart
      } else {
        result += rule.latin
      }
      return true
    }
    return isWritten ? result : nil
  }

  /// Whether the standard writes a word with these letters: a Latin word without letter case, accents and what is no letter.
  ///
  /// - Complexity: O(n) in the letters that agree.
  func writes(_ word: RomanizedWord, as folded: [UInt8]) -> Bool {
    var written = 0
    let isWritten = forEachPiece(of: word) { _, rule in
      guard let rule else { return true }
      guard folded[written...].starts(with: rule.folded) else { return false }
      written += rule.folded.count
      return true
    }
    return isWritten && written == folded.count
  }

  /// Calls `body` with the letters that each rule writes, one after another, and with those that are no letters, as long as it
  /// says so.
  ///
  /// - Returns: Whether the whole word was written.
  private func forEachPiece(of word: RomanizedWord, _ body: (Range<Int>, RomanizationRule?) -> Bool) -> Bool {
    let rules = rules.byLetter
    var index = 0
    while index < word.numbers.count {
      var end = index + 1
      var rule: RomanizationRule?
      if word.numbers[index].isLetter {
        rule = rules[Int(word.numbers[index].number)].first { $0.fits(word.numbers, at: index) }
        guard let rule else { return false }
        end = index + rule.letters.count
      }
      guard body(index..<end, rule) else { return false }
      index = end
    }
    return true
  }
}

extension String {
  /// With the first character in upper case.
  fileprivate var capitalizedAtStart: String { prefix(1).uppercased() + dropFirst() }
}
