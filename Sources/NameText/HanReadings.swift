import CEmbeddedCorpora

/// The reading of each Chinese letter in Latin letters, from `corpora/language/han_readings.tsv`.
///
/// ICU's rules for Chinese take longer to open than a thousand customers to screen, and say one reading a letter whatever
/// stands beside it: the table is what they say.
package enum HanReadings {
  /// The letters of the table: 〇, and both blocks of the basic plane that names are written in.
  private static let letters: [ClosedRange<UInt32>] = [0x3007...0x3007, 0x3400...0x4DBF, 0x4E00...0x9FFF]
  /// Bytes of such a letter.
  private static let width = 3

  /// The table, lines of a letter, a tab and its reading.
  package static var table: UnsafeBufferPointer<UInt8> {
    // Safe: the C file that embeds the table defines both the bytes and their count.
    UnsafeBufferPointer(start: embedded_han_readings_bytes(), count: embedded_han_readings_count())
  }

  /// What ICU's `Any-Latin; Latin-ASCII; Lower` makes of UTF-8, without blanks; nil when a letter is not in the table.
  ///
  /// - Complexity: O(log n) line comparisons a letter.
  static func romanized(_ word: [UInt8]) -> [UInt8]? {
    guard let first = word.first, first >= 0xE3, word.count.isMultiple(of: width) else { return nil }
    let lines = SortedLines(text: table)
    var readings: [UInt8] = []
    for start in stride(from: 0, to: word.count, by: width) {
      guard let reading = lines.value(of: Array(word[start..<start + width])) else { return nil }
      readings.append(contentsOf: reading)
    }
    return readings
  }

  /// The table as the ICU of this machine makes it.
  package static func tableFromICU() -> [UInt8] {
    var table = """
      # What ICU reads each Chinese letter as, without tones: letter, reading.
      # Lines are in byte order.
      # Made by `compile-corpora readings`. Source: ICU's Any-Latin (CLDR and Unihan's kMandarin; Unicode License).

      """
    for letter in letters.joined() {
      guard let scalar = Unicode.Scalar(letter) else { continue }
      let reading = ForeignScript.fromICU(Array(String(scalar).utf8))
      if !reading.isEmpty { table += "\(scalar)\t\(String(decoding: reading, as: UTF8.self))\n" }
    }
    return Array(table.utf8)
  }
}
