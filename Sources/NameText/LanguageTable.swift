import CEmbeddedCorpora

/// A table of `corpora/language` as the binary carries it: rows of tab-separated fields.
///
///     for row in LanguageTable.nicknames.rows { print(row[0], "is also called", row.dropFirst()) }
package enum LanguageTable: CaseIterable, Sendable {
  case givenNameEquivalents, patronymicEquivalents, internationalEquivalents, nicknames, titles, particles
  case legalForms, organisationWords, places, numbers, nameFrequencies, letters
  case spanishSurnames

  /// The lines that are neither empty nor a comment, as fields.
  ///
  /// - Complexity: O(bytes of the table), each time it is asked for.
  package var rows: [[Substring]] { LanguageTable.rows(bytes) }

  /// The rows of a text that has the form of these tables.
  package static func rows(_ bytes: UnsafeBufferPointer<UInt8>) -> [[Substring]] {
    String(decoding: bytes, as: UTF8.self).split(separator: "\n").compactMap { line in
      line.hasPrefix("#") ? nil : line.split(separator: "\t")
    }
  }

  // Safe: the C files that embed the tables define both the bytes and their count, and they never change.
  private var bytes: UnsafeBufferPointer<UInt8> {
    switch self {
    case .givenNameEquivalents:
      .init(
        start: embedded_given_name_equivalents_bytes(), count: embedded_given_name_equivalents_count())
    case .patronymicEquivalents:
      .init(
        start: embedded_patronymic_equivalents_bytes(), count: embedded_patronymic_equivalents_count())
    case .internationalEquivalents:
      .init(
        start: embedded_international_equivalents_bytes(), count: embedded_international_equivalents_count())
    case .nicknames: .init(start: embedded_nicknames_bytes(), count: embedded_nicknames_count())
    case .titles: .init(start: embedded_titles_bytes(), count: embedded_titles_count())
    case .particles: .init(start: embedded_particles_bytes(), count: embedded_particles_count())
    case .legalForms: .init(start: embedded_legal_forms_bytes(), count: embedded_legal_forms_count())
    case .organisationWords:
      .init(start: embedded_organisation_words_bytes(), count: embedded_organisation_words_count())
    case .places: .init(start: embedded_places_bytes(), count: embedded_places_count())
    case .numbers: .init(start: embedded_numbers_bytes(), count: embedded_numbers_count())
    case .nameFrequencies:
      .init(start: embedded_name_frequencies_bytes(), count: embedded_name_frequencies_count())
    case .letters: .init(start: embedded_letters_bytes(), count: embedded_letters_count())
    case .spanishSurnames:
      .init(start: embedded_spanish_surnames_bytes(), count: embedded_spanish_surnames_count())
    }
  }
}
