import CEmbeddedCorpora

/// How a letter of a Chinese or Korean name is spelled in Latin letters, from `corpora/language/syllable_readings.tsv`.
///
/// 金 is Jin to a Chinese, Gam or Kam in Hong Kong, Kim to a Korean; 정 is Jung, Chung, Jeong or Jong by the taste of its bearer.
enum SyllableReadings {
  // Safe: the C file that embeds the table defines both the bytes and their count.
  private static var lines: SortedLines {
    SortedLines(
      text: UnsafeBufferPointer(
        start: embedded_syllable_readings_bytes(), count: embedded_syllable_readings_count()))
  }

  /// The usual spellings of a letter's readings, in lower-case ASCII letters; none for a letter that the table does not hold.
  ///
  /// - Complexity: O(log n) line comparisons.
  static func spellings(of letter: UInt32) -> [ArraySlice<UInt8>] {
    guard let scalar = Unicode.Scalar(letter),
      let value = lines.value(of: Array(String(Character(scalar)).utf8))
    else { return [] }
    return Array(value).split(separator: UInt8(ascii: " "))
  }

  /// The spellings of all letters, line by line.
  static var all: [[Substring]] {
    LanguageTable.rows(lines.text).map { $0.count > 1 ? $0[1].split(separator: " ") : [] }
  }
}
