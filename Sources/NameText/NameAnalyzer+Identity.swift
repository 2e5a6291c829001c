import CEmbeddedCorpora

extension NameAnalyzer {
  /// Raised by whoever changes how names are analysed in code: names analysed by different versions do not meet.
  package static let version: UInt64 = 7

  /// The data that the analysis rests on: what changes in it changes the analysis.
  package static var data: [UnsafeRawBufferPointer] {
    // Safe: the C files that embed the data define both the bytes and their counts.
    [
      UnsafeRawBufferPointer(
        start: embedded_compiled_language_bytes(), count: embedded_compiled_language_count()),
      UnsafeRawBufferPointer(
        start: embedded_name_frequencies_bytes(), count: embedded_name_frequencies_count()),
      UnsafeRawBufferPointer(
        start: embedded_native_spellings_bytes(), count: embedded_native_spellings_count()),
      UnsafeRawBufferPointer(
        start: embedded_syllable_readings_bytes(), count: embedded_syllable_readings_count()),
      UnsafeRawBufferPointer(
        start: embedded_han_readings_bytes(), count: embedded_han_readings_count()),
      UnsafeRawBufferPointer(start: embedded_wade_giles_bytes(), count: embedded_wade_giles_count()),
    ]
  }
}
