import Testing

@testable import NameText

@Suite struct RomanizationStandardTests {
  @Test func everyRowOfTheTableIsRead() {
    #expect(RomanizationStandard.all.count >= 90)
    #expect(Set(RomanizationStandard.all.map(\.id)).count == RomanizationStandard.all.count)
    let languages = Set(RomanizationStandard.all.map(\.language))
    #expect(languages == ["ru", "uk", "be", "bg", "sr", "mk", "kk", "ky", "uz", "az", "tg"])
    for standard in RomanizationStandard.all {
      for rule in standard.rules.text.split(separator: " ") {
        #expect(RomanizationRule(rule) != nil, "\(standard.id): \(rule)")
      }
    }
  }

  @Test func everyStandardWritesItsAlphabet() {
    let alphabets = [
      "ru": "абвгдеёжзийклмнопрстуфхцчшщъыьэюя", "uk": "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя'",
      "be": "абвгдеёжзійклмнопрстуўфхцчшыьэюя'", "bg": "абвгдежзийклмнопрстуфхцчшщъьюя",
      "sr": "абвгдђежзијклљмнњопрстћуфхцчџш", "mk": "абвгдѓежзѕијклљмнњопрстќуфхцчџш",
      "kk": "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя", "ky": "абвгдеёжзийклмнңоөпрстуүфхцчшщъыьэюя",
      "uz": "абвгғдеёжзийкқлмнопрстуўфхҳцчшъэюя", "az": "абвгғдеәжзиыјкҝлмноөпрстуүфхһчҹш",
      "tg": "абвгғдеёжзиӣйкқлмнопрстуӯфхҳчҷшъэюя",
    ]
    for standard in RomanizationStandard.all {
      for letter in alphabets[standard.language] ?? "" {
        #expect(standard.romanize(String(letter)) != nil, "\(standard.id) has no rule for \(letter)")
      }
    }
  }

  @Test(arguments: [
    ("icao_9303", "ru", "Щукин", "Shchukin"), ("icao_9303", "ru", "Юрий", "Iurii"),
    ("gost_r_52535", "ru", "Царёв", "Tcarev"), ("mvd_310", "ru", "Юрий", "Yuriy"),
    ("mvd_310_french", "ru", "Щукин", "Chtchoukine"), ("bgn_pcgn", "ru", "Елена", "Yelena"),
    ("wikipedia", "ru", "Жириновский", "Zhirinovsky"), ("english_press_x", "ru", "Алексей", "Alexey"),
    ("english_press_x", "ru", "Евгеньевич", "Evgenievich"), ("german_press", "ru", "Щукин", "Schtschukin"),
    ("german_press", "ru", "Горбачёв", "Gorbatschow"), ("french_press", "ru", "Путин", "Poutine"),
    ("polish_press", "ru", "Путин", "Putin"), ("polish_press", "ru", "Лавров", "Ławrow"),
    ("swedish_press", "ru", "Хрущёв", "Chrusjtjov"), ("gost_7_79_a", "ru", "Щукин", "Ŝukin"),
    ("uk_2010", "uk", "Зеленський", "Zelenskyi"), ("uk_2010", "uk", "Згурський", "Zghurskyi"),
    ("uk_2010", "uk", "Єнакієве", "Yenakiieve"), ("bgn_pcgn", "uk", "Зеленський", "Zelens’kyy"),
    ("by_passport", "be", "Уладзімір", "Uladzimir"), ("by_passport", "be", "Сяргей", "Siarhei"),
    ("be_2007", "be", "Лукашэнка", "Lukašenka"), ("bgn_pcgn", "be", "Беларусь", "Byelarus’"),
    ("bg_2009", "bg", "Щърбаков", "Shtarbakov"), ("bg_2009", "bg", "София", "Sofia"),
    ("sr_latin", "sr", "Ђоковић", "Đoković"), ("kk_passport", "kk", "Қасым", "Kasym"),
    ("uz_latin", "uz", "Ўзбек", "O'zbek"), ("az_latin", "az", "Әлијев", "Əliyev"),
    ("bgn_pcgn", "tg", "Раҳмон", "Rahmon"),
  ])
  func knownSpellings(name: String, language: String, original: String, spelling: String) throws {
    let standard = try #require(RomanizationStandard.named(name, language: language))
    #expect(standard.romanize(original) == spelling)
  }

  @Test func letterCaseAndHyphensStay() throws {
    let standard = try #require(RomanizationStandard.named("icao_9303", language: "ru"))
    #expect(standard.romanize("ЩУКИН") == "SHCHUKIN")
    #expect(standard.romanize("щукин") == "shchukin")
    #expect(standard.romanize("Юрий-Щукин") == "Iurii-Shchukin")
    #expect(standard.romanize("И\u{301}горевич") == "Igorevich")
    #expect(standard.romanize("И\u{306}ошкар") == "Ioshkar")
    #expect(standard.romanize("") == "")
  }

  @Test func aWordOfAnotherLanguageHasNoSpelling() throws {
    let standard = try #require(RomanizationStandard.named("icao_9303", language: "ru"))
    #expect(standard.romanize("Київ") == nil)
    #expect(standard.romanize("Putin") == nil)
  }

  @Test func explanationsNameTheStandard() {
    func names(_ original: String, _ spelling: String) -> [String] {
      RomanizationStandard.explaining(original: original, spelling: spelling).map(\.id)
    }
    #expect(names("Щукин", "SHCHUKIN").first == "icao_9303 ru")
    #expect(names("Щукин", "Chtchoukine").contains("french_press ru"))
    #expect(names("Щукин", "Scukin").contains("scientific ru"))
    #expect(names("Ольга", "Ol'ga").contains("bgn_pcgn ru"))
    #expect(names("Зеленський", "Zelenskyy").contains("bgn_pcgn uk"))
    #expect(names("Сергій", "Serhii").contains("uk_2010 uk"))
    #expect(names("Сергій", "Serhiy").contains("bgn_pcgn uk"))
    #expect(names("Путин", "Medvedev").isEmpty)
    #expect(names("", "").isEmpty)
    #expect(
      RomanizationStandard.explaining(original: "Путин", spelling: "Putin", language: "uk").allSatisfy {
        $0.language == "uk"
      })
  }

  /// What is explained is found letter by letter, without writing the word.
  @Test(arguments: [
    "Щукин", "ЩУКИН", "Юрий-Щукин", "Зеленський", "Знам'янка", "Сяргей", "Щърбаков", "Ђоковић", "Қасым",
    "Ўзбек", "Әлијев",
    "Раҳмон", "И\u{301}горевич", "И\u{306}ошкар", "Ельцин", "Бабьева", "Putin", "Путiн",
  ])
  func aStandardExplainsWhatItWrites(original: String) {
    for standard in RomanizationStandard.all {
      let spellings = [standard.romanize(original), "Shchukin", "Zelensky"].compactMap { $0 }
      for spelling in spellings {
        let isWritten =
          standard.romanize(original).map { RomanizationStandard.folded($0) }
          == RomanizationStandard.folded(spelling)
        let isExplained = RomanizationStandard.explaining(original: original, spelling: spelling)
          .contains { $0.id == standard.id }
        #expect(isExplained == isWritten, "\(standard.id): \(original) as \(spelling)")
      }
    }
  }
}
