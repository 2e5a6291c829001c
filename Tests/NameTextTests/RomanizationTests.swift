import NameSimilarity
import TestSupport
import Testing

@testable import NameText

/// Spellings of one name by several standards meet.
@Suite struct RomanizationTests {
  private func token(_ word: String) throws -> Token {
    try #require(try NameAnalyzer.standard.analyze(word).readings.first?.tokens.first?.token, "\(word)")
  }

  @Test(arguments: [
    // BGN/PCGN, ICAO 9303, ISO 9 and scientific, German, French and GOST 7.79 B spellings, and those of the press.
    ["Щукин", "Shchukin", "Schtschukin", "Ščukin"],
    ["Жириновский", "Zhirinovskiy", "Zhirinovsky", "Zhirinovskii", "Zhirinovskij", "Žirinovskij"],
    ["Зеленський", "Zelenskyy", "Zelenskyi", "Zelensky", "Zelenski", "Zelenskiy"],
    ["Лукашэнка", "Lukashenka", "Lukašenka"],
    ["Лукашенко", "Lukashenko", "Loukachenko", "Lukaschenko", "Lukašenko"],
    ["Сергей", "Sergei", "Sergey", "Sergej", "Sergeï"],
    ["Юрий", "Yuri", "Yury", "Yuriy", "Iurii", "Jurij"],
    ["Хрущёв", "Khrushchyov", "Khrushchev", "Khrouchtchev"],
    ["Чайковский", "Chaykovskiy", "Tchaikovsky", "Tschaikowski", "Chaikovskii", "Čajkovskij"],
    ["Ольга", "Olga", "Ol'ga", "Olʹga"],
    ["Горбачёв", "Gorbachyov", "Gorbatschow"],
    ["Медведев", "Medvedev", "Medvedyev", "Medwedew"],
    ["Цой", "Tsoy", "Tsoi"],
    ["Евгений", "Yevgeniy", "Evgeny", "Evgenii", "Jewgeni", "Evgenij"],
    ["Шойгу", "Shoygu", "Shoigu", "Schoigu", "Šojgu"],
    ["Иванов", "Ivanov", "Ivanoff", "Iwanow"],
    ["Ельцин", "Yeltsin", "Eltsin", "Elʹcin"],
    ["Яценюк", "Yatsenyuk", "Iatseniouk"],
    // Swedish, and -vich without its mark or with the ts of Finnish, Baltic and Jewish names.
    ["Пашкевич", "Pashkevich", "Pasjkevitj", "Pashkevits", "Paškevič"],
    ["Рыжков", "Ryzhkov", "Ryzjkov"],
    ["Абрамович", "Abramovich", "Abramovitj", "Abramovitz", "Abramowicz"],
  ])
  func spellingsMeet(spellings: [String]) throws {
    for other in spellings.dropFirst() {
      let found = try similarity(spellings[0], other)
      #expect(found >= 0.9, "\(spellings[0]), \(other): \(found)")
    }
  }

  /// Spellings of the press that no fold resolves without losing others.
  @Test(arguments: [
    ("Щукин", "Chtchoukine"), ("Хрущёв", "Chruschtschow"), ("Горбачёв", "Gorbachev"),
    ("Горбачёв", "Gorbatchev"),
    ("Шойгу", "Choïgou"), ("Ельцин", "Jelzin"), ("Ельцин", "Eltsine"), ("Яценюк", "Jazenjuk"),
    ("Muhammad", "Mohammad"), ("Muhammad", "Mohammed"), ("Muhammad", "Muhammed"), ("Цой", "Zoi"),
  ])
  func spellingsOfThePressComeNear(a: String, b: String) throws {
    let found = try similarity(a, b)
    #expect(found >= 0.65, "\(a), \(b): \(found)")
  }

  /// Features are views of their tokens, which must outlive them.
  private func similarity(_ a: String, _ b: String) throws -> Float {
    let (x, y) = (try token(a), try token(b))
    return withExtendedLifetime((x, y)) {
      TokenSimilarity.of(x.features, y.features, distance: SpellingDistance()).value
    }
  }

  @Test(arguments: [
    ("Путин", "Пулин"), ("Сергей", "Андрей"), ("Иванова", "Ивлева"), ("Щукин", "Лукин"), ("Kim", "Lee"),
    ("Ли", "Лю"),
  ])
  func differentNamesDoNotMeet(a: String, b: String) throws {
    let found = try similarity(a, b)
    #expect(found < 0.9, "\(a) \(b): \(found)")
  }

  // MARK: ICU as the reference

  private static let russian = """
    Щукин Жириновский Сергей Хрущёв Чайковский Цветаева Эйзенштейн Мария Андреева Ёлкин Соловьёв Подъездов Юрьев Фёдоров Шахматов Быков \
    Майя Дмитрий Геннадий Зиновьева Каменев Объедков Ульянов Яковлев Евгений
    """
  private static let ukrainian = """
    Гончаренко Ґалаґан Єгоров Їжакевич Йосипенко Зеленський Порошенко Юлія Ольга Щербак Хмельницький Кличко Андрій Марія Цимбалюк \
    Жук Шевченко Яценюк Згурський
    """
  private static let belarusian = """
    Лукашэнка Ўладзімір Аляксандр Рыгоравіч Быкаў Ціханоўская Шушкевіч Янка Купала Ёсіф Юры Эдуард Гарбачэўскі Жылін Хадасевіч Чыгір
    """

  /// Letters that the tables spell otherwise than BGN, and what they are spelled like.
  private static func withDepartures(_ word: String, _ language: CyrillicLanguage) -> String {
    switch language {
    // ё is "yo" after consonants too, as it sounds; BGN has ë.
    case .russian: word.replacing("ё", with: "йо").replacing("Ё", with: "Йо")
    // е is "e", as people write it; BGN has "ye".
    case .belarusian: word.replacing("е", with: "э")
    case .ukrainian, .undecided: word
    }
  }

  /// Signs are dropped, and marks.
  private func plain(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        (ICU.transform(text, by: "NFD; [:Mn:] Remove; Lower") ?? text).unicodeScalars.filter {
          $0.isASCII && $0.value > 0x60
        }))
  }

  @Test(arguments: [
    ("Russian-Latin/BGN", russian, CyrillicLanguage.russian), ("Ukrainian-Latin/BGN", ukrainian, .ukrainian),
    ("Belarusian-Latin/BGN", belarusian, .belarusian),
  ])
  func cyrillicLettersEqualICU(transform: String, words: String, language: CyrillicLanguage) throws {
    for word in words.split(separator: " ").map(String.init) {
      let spelling = WordSpelling.spell(
        word.unicodeScalars.map(\.value), language: language, letters: NameAnalyzer.standard.letters)
      let reference = plain(
        try #require(ICU.transform(RomanizationTests.withDepartures(word, language), by: transform)))
      let form = String(decoding: spelling.form, as: UTF8.self)
      #expect(form == reference, "\(word)")
    }
  }

  /// Letters whose ASCII spelling differs from ICU's on purpose.
  private static let latinDepartures: [Character: String] = [
    // By sound where ICU takes the shape, or has no ASCII spelling at all.
    "ĸ": "k", "Ŋ": "ng", "ŋ": "ng", "Ɔ": "o", "Ə": "a", "ə": "a", "Ɣ": "g", "Ɵ": "o", "Ʀ": "yr", "Ʒ": "zh",
    "ǝ": "e",
  ]

  @Test func latinLettersEqualICU() throws {
    for entry in LatinLetters.table.split(separator: " ") {
      let letter = try #require(entry.first)
      let form = String(entry.dropFirst().split(separator: ":").first ?? "")
      let reference = (ICU.transform(String(letter), by: "Latin-ASCII; Lower") ?? "").filter {
        $0.isASCII && $0.isLetter
      }
      let expected = RomanizationTests.latinDepartures[letter] ?? reference
      #expect(form == expected, "\(letter) U+\(String(letter.unicodeScalars.first?.value ?? 0, radix: 16))")
    }
  }
}
