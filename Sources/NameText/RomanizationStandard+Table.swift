import CEmbeddedCorpora

extension RomanizationStandard {
  /// Every standard, by language; those met most often first. Read at first use.
  package static let all: [RomanizationStandard] = {
    // Safe: the C file that embeds the table defines both the bytes and their count.
    let bytes = UnsafeBufferPointer(
      start: embedded_romanization_standards_bytes(), count: embedded_romanization_standards_count())
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n").compactMap { line in
      line.hasPrefix("#") ? nil : RomanizationStandard(line)
    }
  }()

  /// The standard of a name for a language, e.g. `named("uk_2010", language: "uk")`.
  package static func named(_ name: String, language: String) -> RomanizationStandard? {
    all.first { $0.name == name && $0.language == language }
  }

  /// Reads a row of the table: name, language, title, rules; nil where it has other fields.
  init?(_ row: Substring) {
    let fields = row.split(separator: "\t", omittingEmptySubsequences: false)
    guard fields.count == 4 else { return nil }
    name = String(fields[0])
    language = String(fields[1])
    title = String(fields[2])
    rules = RomanizationRules(fields[3])
  }
}
