/// BCP 47 tags of languages by their English names, as lists write them.
enum Languages {
  static func tag(ofName name: String) -> String? {
    let first = name.split { !$0.isLetter }.first ?? ""
    return tags[first.lowercased()]
  }

  private static let tags: [String: String] = [
    "arabic": "ar", "armenian": "hy", "azerbaijani": "az", "belarus": "be", "belarusian": "be",
    "belarussian": "be",
    "bosnian": "bs", "bulgarian": "bg", "burmese": "my", "chinese": "zh", "croatian": "hr", "dari": "prs",
    "english": "en", "farsi": "fa", "french": "fr", "georgian": "ka", "german": "de", "greek": "el",
    "hebrew": "he", "hindi": "hi", "italian": "it", "japanese": "ja", "kazakh": "kk", "khmer": "km",
    "korean": "ko", "kurdish": "ku", "kyrgyz": "ky", "macedonian": "mk", "moldovan": "ro", "mongolian": "mn",
    "montenegrin": "cnr", "pashto": "ps", "persian": "fa", "polish": "pl", "portuguese": "pt",
    "romanian": "ro", "russia": "ru", "russian": "ru", "serbian": "sr", "somali": "so", "spanish": "es",
    "tajik": "tg", "thai": "th", "turkish": "tr", "turkmen": "tk", "ukraine": "uk", "ukrainian": "uk",
    "urdu": "ur", "uzbek": "uz", "vietnamese": "vi",
  ]
}
