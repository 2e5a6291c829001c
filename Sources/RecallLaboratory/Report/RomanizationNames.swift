import NameText

/// The romanization standards as a report names them.
enum RomanizationNames {
  static let all: [(id: String, title: String)] = RomanizationStandard.all.map { standard in
    (standard.id, "\(languages[standard.language] ?? standard.language): \(standard.title)")
  }

  private static let languages = [
    "ru": "Russian", "uk": "Ukrainian", "be": "Belarusian", "bg": "Bulgarian", "sr": "Serbian",
    "mk": "Macedonian",
    "kk": "Kazakh", "ky": "Kyrgyz", "uz": "Uzbek", "az": "Azerbaijani", "tg": "Tajik",
  ]
}
