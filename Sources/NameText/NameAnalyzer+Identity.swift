import CEmbeddedCorpora

extension NameAnalyzer {
  /// Raised by whoever changes how names are analysed in code: names analysed by different versions do not meet.
  package static let version: UInt64 = 7

  /// The data that the analysis rests on, by the names of the files: what changes in it changes the analysis.
  package static var data: [(file: String, bytes: UnsafeRawBufferPointer)] {
    // Safe: the C files that embed the data define both the bytes and their counts.
    [
      (
        "compiled.tables",
        UnsafeRawBufferPointer(
          start: embedded_compiled_language_bytes(), count: embedded_compiled_language_count())
      ),
      (
        "name_frequencies.tsv",
        UnsafeRawBufferPointer(
          start: embedded_name_frequencies_bytes(), count: embedded_name_frequencies_count())
      ),
      (
        "native_spellings.tsv",
        UnsafeRawBufferPointer(
          start: embedded_native_spellings_bytes(), count: embedded_native_spellings_count())
      ),
      (
        "syllable_readings.tsv",
        UnsafeRawBufferPointer(
          start: embedded_syllable_readings_bytes(), count: embedded_syllable_readings_count())
      ),
      (
        "han_readings.tsv",
        UnsafeRawBufferPointer(start: embedded_han_readings_bytes(), count: embedded_han_readings_count())
      ),
      (
        "wade_giles.tsv",
        UnsafeRawBufferPointer(start: embedded_wade_giles_bytes(), count: embedded_wade_giles_count())
      ),
    ]
  }

  /// The checksums of `data` in its order, as the binary carries them: reading all of it would take every process 3 MB.
  package static let checksums: [UInt64] = {
    // Safe: the C file that embeds the checksums defines both the bytes and their count.
    let lines = UnsafeBufferPointer(start: embedded_checksums_bytes(), count: embedded_checksums_count())
    return lines.split(separator: UInt8(ascii: "\n")).dropFirst().compactMap { line in
      UInt64(String(decoding: line.prefix { $0 != UInt8(ascii: "\t") }, as: UTF8.self), radix: 16)
    }
  }()
}
