import CEmbeddedCorpora

/// Chinese names in Wade-Giles as pinyin writes them, from `corpora/language/wade_giles.tsv`: Mao Tse-tung is Mao Zedong.
enum WadeGiles {
  // Safe: the C file that embeds the table defines both the bytes and their count.
  private static var lines: SortedLines {
    SortedLines(
      text: UnsafeBufferPointer(start: embedded_wade_giles_bytes(), count: embedded_wade_giles_count()))
  }

  /// The family name and the given name of a person in pinyin; nil where a syllable is none, or pinyin writes all of them alike.
  ///
  /// Of the syllables that an apostrophe told apart (t and t' are d and t), those are taken that more people bear as a name.
  ///
  /// - Parameter level: The level of `NameFrequencies` of a form; nil for what nobody is known to bear.
  /// - Complexity: O(log n) line comparisons a syllable, and at most 16 questions.
  static func pinyin(
    family: [UInt8], given: ([UInt8], [UInt8]), level: ([UInt8]) -> Int?
  ) -> (family: [UInt8], given: [UInt8])? {
    guard let families = syllables(family), let first = syllables(given.0), let second = syllables(given.1)
    else { return nil }
    let pairs = first.flatMap { head in second.map { head + $0 } }
    let found = (commonest(families, level), commonest(pairs, level))
    return found == (family, given.0 + given.1) ? nil : found
  }

  private static func syllables(_ syllable: [UInt8]) -> [[UInt8]]? {
    lines.value(of: syllable).map { $0.split(separator: UInt8(ascii: " ")).map(Array.init) }
  }

  /// The first where none is known.
  private static func commonest(_ forms: [[UInt8]], _ level: ([UInt8]) -> Int?) -> [UInt8] {
    var best = (form: forms.first ?? [], level: 0)
    for form in forms {
      let level = level(form) ?? 0
      if level > best.level { best = (form, level) }
    }
    return best.form
  }
}
