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
    ["Щукин", "Shchukin", "Schtschukin", "Chtchoukine", "Ščukin"],
    ["Жириновский", "Zhirinovskiy", "Zhirinovsky", "Zhirinovskii", "Zhirinovskij", "Žirinovskij"],
    ["Зеленський", "Zelenskyy", "Zelenskyi", "Zelensky", "Zelenski", "Zelenskiy"],
    ["Лукашэнка", "Lukashenka", "Lukašenka"],
    ["Лукашенко", "Lukashenko", "Loukachenko", "Lukaschenko", "Lukašenko"],
    ["Сергей", "Sergei", "Sergey", "Sergej", "Sergeï"],
    ["Юрий", "Yuri", "Yury", "Yuriy", "Iurii", "Jurij"],
    ["Хрущёв", "Khrushchyov", "Khrushchev", "Chruschtschow", "Khrouchtchev"],
    ["Чайковский", "Chaykovskiy", "Tchaikovsky", "Tschaikowski", "Chaikovskii", "Čajkovskij"],
    ["Ольга", "Olga", "Ol'ga", "Olʹga"],
    ["Горбачёв", "Gorbachyov", "Gorbachev", "Gorbatschow", "Gorbatchev"],
    ["Медведев", "Medvedev", "Medvedyev", "Medwedew"],
    ["Цой", "Tsoy", "Tsoi", "Coj", "Zoi"],
    ["Евгений", "Yevgeniy", "Evgeny", "Evgenii", "Jewgeni", "Evgenij"],
    ["Шойгу", "Shoygu", "Shoigu", "Schoigu", "Choïgou", "Šojgu"],
    ["Иванов", "Ivanov", "Ivanoff", "Iwanow"],
    ["Ельцин", "Yeltsin", "Jelzin", "Eltsin", "Eltsine", "Elʹcin"],
    ["Яценюк", "Yatsenyuk", "Jazenjuk", "Iatseniouk"],
    ["Muhammad", "Mohammad", "Mohammed", "Muhammed"],
  ])
  func spellingsMeet(spellings: [String]) throws {
    let distance = SpellingDistance()
    let tokens = try spellings.map { try token($0) }
    for (number, other) in tokens.enumerated().dropFirst() {
      let similarity = TokenSimilarity.of(tokens[0].features, other.features, distance: distance)
      #expect(
        tokens[0].skeleton == other.skeleton || similarity.value >= 0.9,
        "\(spellings[0]) \(tokens[0].skeleton), \(spellings[number]) \(other.skeleton): \(similarity.value)")
    }
  }

  @Test(arguments: [
    ("Путин", "Пулин"), ("Сергей", "Андрей"), ("Иванова", "Ивлева"), ("Щукин", "Лукин"), ("Kim", "Lee"), ("Ли", "Лю"),
  ])
  func differentNamesDoNotMeet(a: String, b: String) throws {
    let similarity = TokenSimilarity.of(try token(a).features, try token(b).features, distance: SpellingDistance())
    #expect(similarity.value < 0.9, "\(a) \(b): \(similarity.value)")
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

  /// Where the table departs from ICU's BGN on purpose (see `CyrillicLetters`): signs are dropped.
  private func plain(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        (ICU.transform(text, by: "NFD; [:Mn:] Remove; Lower") ?? text).unicodeScalars.filter { $0.isASCII && $0.value > 0x60 }))
  }

  @Test(arguments: [
    ("Russian-Latin/BGN", russian, CyrillicLanguage.russian), ("Ukrainian-Latin/BGN", ukrainian, .ukrainian),
    ("Belarusian-Latin/BGN", belarusian, .belarusian),
  ])
  func cyrillicLettersEqualICU(transform: String, words: String, language: CyrillicLanguage) throws {
    for word in words.split(separator: " ").map(String.init) {
      let spelling = WordSpelling.spell(
        word.unicodeScalars.map(\.value), language: language, letters: NameAnalyzer.standard.letters)
      let reference = plain(try #require(ICU.transform(word, by: transform)))
      let form = String(decoding: spelling.form, as: UTF8.self)
      #expect(form == reference, "\(word)")
    }
  }

  /// Letters whose ASCII spelling differs from ICU's on purpose.
  private static let latinDepartures: [Character: String] = [:]

  @Test func latinLettersEqualICU() throws {
    for entry in LatinLetters.table.split(separator: " ") {
      let letter = try #require(entry.first)
      let form = String(entry.dropFirst().split(separator: ":").first ?? "")
      let reference = (ICU.transform(String(letter), by: "Latin-ASCII; Lower") ?? "").filter { $0.isASCII && $0.isLetter }
      let expected = RomanizationTests.latinDepartures[letter] ?? reference
      #expect(form == expected, "\(letter) U+\(String(letter.unicodeScalars.first?.value ?? 0, radix: 16))")
    }
  }
}
