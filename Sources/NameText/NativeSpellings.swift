import CEmbeddedCorpora

/// How the bearers of a name in another script spell it in Latin letters, from `corpora/language/native_spellings.tsv`.
///
/// Arabic and Hebrew write no short vowels, and Korean and Chinese write foreign names by their sound: what people use tells
/// more than any transliteration (محمد is "mhmd" to ICU, Mohammed to the world).
enum NativeSpellings {
  /// The commonest Latin spelling of a word, in lower-case ASCII letters, or nil when the table does not hold it.
  ///
  /// - Complexity: O(log n) line comparisons.
  static func spelling(of word: some Sequence<UInt32>) -> [UInt8]? {
    var key = ""
    var hasGeresh = false
    for scalar in word {
      if scalar == geresh { hasGeresh = true }
      if let letter = folded(scalar) { key.unicodeScalars.append(letter) }
    }
    guard !key.isEmpty else { return nil }
    if let found = lines.value(of: Array(key.utf8)) { return Array(found) }
    // Most sources leave it out.
    guard hasGeresh else { return nil }
    key.unicodeScalars.removeAll { $0.value == geresh }
    return lines.value(of: Array(key.utf8)).map(Array.init)
  }

  /// Makes another sound of a Hebrew letter.
  private static let geresh: UInt32 = 0x5F3

  // Safe: the C file that embeds the table defines both the bytes and their count.
  private static var lines: SortedLines {
    SortedLines(
      text: UnsafeBufferPointer(
        start: embedded_native_spellings_bytes(), count: embedded_native_spellings_count()))
  }

  /// The letter as the table writes it: Arabic letters without what writers leave out or exchange, Greek ones small and without
  /// accents; nil for none.
  private static func folded(_ letter: UInt32) -> Unicode.Scalar? {
    switch letter {
    case 0x621, 0x640, 0x64B...0x65F, 0x670, 0x591...0x5C7, 0x5F4: nil
    case 0x622, 0x623, 0x625, 0x671: "\u{627}"
    case 0x624: "\u{648}"
    case 0x626, 0x649, 0x6CC: "\u{64A}"
    case 0x629, 0x6C0: "\u{647}"
    case 0x6A9: "\u{643}"
    case 0x3C2: "σ"
    default: Unicode.Scalar(GreekSounds.plain(letter))
    }
  }
}
