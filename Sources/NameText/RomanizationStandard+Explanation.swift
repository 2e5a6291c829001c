extension RomanizationStandard {
  /// The standards that turn a Cyrillic word into a Latin spelling; letter case, apostrophes, hyphens and accents
  /// do not count, since lists drop them (`Scukin` is ISO 9 without its marks).
  ///
  /// - Parameter language: ISO 639-1; nil asks the standards of every language that writes the word.
  /// - Returns: In the order of `all`, each tried when it is asked for; empty where no standard explains the spelling.
  /// - Complexity: O(standards × letters that agree).
  package static func explaining(
    original: String, spelling: String, language: String? = nil
  ) -> LazyFilterSequence<[RomanizationStandard]> {
    let wanted = folded(spelling)
    let word = RomanizedWord(original)
    return all.lazy.filter { standard in
      !wanted.isEmpty && (language == nil || standard.language == language)
        && standard.writes(word, as: wanted)
    }
  }

  /// The letters of a Latin word in lower-case ASCII.
  static func folded(_ latin: String) -> [UInt8] {
    let letters = NameAnalyzer.standard.letters
    return latin.unicodeScalars.flatMap { scalar -> [UInt8] in
      let value = Int(scalar.value)
      guard value < LetterTable.limit, letters.kinds[value] == .latin else { return [] }
      return letters.letter(value).latin.letters
    }
  }
}
