import CEmbeddedCorpora

extension NameAnalyzer {
  /// Raised by whoever changes how names are analysed in code: names analysed by different versions do not meet.
  package static let version: UInt64 = 7

  /// The data that the analysis rests on, by the names of the files: what changes in it changes the analysis.
  package static var data: [(file: String, bytes: UnsafeRawBufferPointer)] {
    // Safe: the C files that embed the data define both the bytes and their counts.
    func file(
      _ name: String, _ start: UnsafePointer<UInt8>, _ count: Int
    ) -> (file: String, bytes: UnsafeRawBufferPointer) {
      (name, UnsafeRawBufferPointer(start: start, count: count))
    }
    return [
      file("compiled.tables", embedded_compiled_language_bytes(), embedded_compiled_language_count()),
      file("name_frequencies.tsv", embedded_name_frequencies_bytes(), embedded_name_frequencies_count()),
      file("native_spellings.tsv", embedded_native_spellings_bytes(), embedded_native_spellings_count()),
      file("syllable_readings.tsv", embedded_syllable_readings_bytes(), embedded_syllable_readings_count()),
      file("han_readings.tsv", embedded_han_readings_bytes(), embedded_han_readings_count()),
      file("wade_giles.tsv", embedded_wade_giles_bytes(), embedded_wade_giles_count()),
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
