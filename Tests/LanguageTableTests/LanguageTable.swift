import CEmbeddedCorpora

/// One table of `corpora/language` as the binary carries it: comment lines, then rows of tab-separated fields.
struct LanguageTable {
  let name: String
  var comments: [String] = []
  var rows: [[String]] = []
  let text: String

  init(_ name: String, _ start: UnsafePointer<UInt8>, _ count: Int) {
    self.name = name
    // Safe: the C file that embeds the table defines both the bytes and their count.
    text = String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
      if line.hasPrefix("#") {
        comments.append(String(line))
      } else {
        rows.append(line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init))
      }
    }
  }

  static let givenNames = LanguageTable(
    "given_name_equivalents", embedded_given_name_equivalents_bytes(), embedded_given_name_equivalents_count()
  )
  static let patronymics = LanguageTable(
    "patronymic_equivalents", embedded_patronymic_equivalents_bytes(), embedded_patronymic_equivalents_count()
  )
  static let internationalNames = LanguageTable(
    "international_equivalents", embedded_international_equivalents_bytes(),
    embedded_international_equivalents_count())
  static let nicknames = LanguageTable("nicknames", embedded_nicknames_bytes(), embedded_nicknames_count())
  static let titles = LanguageTable("titles", embedded_titles_bytes(), embedded_titles_count())
  static let particles = LanguageTable("particles", embedded_particles_bytes(), embedded_particles_count())
  static let legalForms = LanguageTable(
    "legal_forms", embedded_legal_forms_bytes(), embedded_legal_forms_count())
  static let organisationWords = LanguageTable(
    "organisation_words", embedded_organisation_words_bytes(), embedded_organisation_words_count())
  static let numbers = LanguageTable("numbers", embedded_numbers_bytes(), embedded_numbers_count())
  static let spanishSurnames = LanguageTable(
    "spanish_surnames", embedded_spanish_surnames_bytes(), embedded_spanish_surnames_count())
  static let places = LanguageTable("places", embedded_places_bytes(), embedded_places_count())

  static let all = [
    givenNames, patronymics, internationalNames, nicknames, titles, particles, legalForms, organisationWords,
    numbers, places,
  ]

  /// The row that holds `form`.
  func row(of form: String) -> [String]? { rows.first { $0.contains(form) } }

  /// The first form that stands twice in `forms(row)` of all rows.
  func repeatedForm(_ forms: ([String]) -> [String]) -> String? {
    var seen: Set<String> = []
    for row in rows {
      for form in forms(row) where !seen.insert(form).inserted { return form }
    }
    return nil
  }
}
