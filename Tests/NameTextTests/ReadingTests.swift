import NameSimilarity
import NameText
import TestSupport
import Testing

/// What a text is read as: its readings, words, roles.
@Suite struct ReadingTests {
  private func readings(_ text: String) throws -> [String] {
    try NameAnalyzer.standard.analyze(text).readings.map { reading in
      reading.tokens.map { $0.token.form }.joined(separator: " ")
    }
  }

  private func roles(_ text: String) throws -> [TokenRole] {
    try NameAnalyzer.standard.analyze(text).readings.first?.tokens.map(\.role) ?? []
  }

  @Test(arguments: [
    ("Petro YAROSH (IAROSH)", ["petro yarosh", "petro iarosh"]),
    ("Sergiy (Serhiy) ABISOV", ["sergiy abisov", "serhiy abisov"]),
    ("Ivan PETROV / Iwan PETROW", ["ivan petrov", "iwan petrow"]),
    ("Artyom/ Artem SHEYNIN", ["artyom sheynin", "artem sheynin"]),
    ("Ivan SIDOROV, Russian: Иван СИДОРОВ", ["ivan sidorov"]),
    ("Anna Petrova (born Ivanova)", ["anna petrova", "anna ivanova"]),
    ("Ivan Petrov; Iwan Petrow", ["ivan petrov", "iwan petrow"]),
    ("Yuri [Iurii] VOROBIOV", ["yuri vorobiov", "iurii vorobiov"]),
  ])
  func spellingsInOneFieldAreReadings(text: String, expected: [String]) throws {
    let found = try readings(text)
    for reading in expected { #expect(found.contains(reading), "\(text): \(found)") }
  }

  @Test(arguments: [
    ("Ivan PETROV", ["ivan petrov"]), ("Trinidad and Tobago Company", ["trinidad and tobago company"]),
    ("PUTIN, Vladimir", ["putin vladimir"]), ("Kim Jong-un", ["kim jong un"]), ("O'Brien", ["obrien"]),
    ("Ol'ga", ["olga"]),
    ("IvanPetrov", ["ivan petrov"]), ("ИванПетров", ["ivan petrov"]), ("A.B.C. Trading", ["abc trading"]),
    ("V.V. Putin", ["v v putin"]), ("V. V. Putin", ["v v putin"]), ("В.В.Путин", ["v v putin"]),
    ("金正恩", ["jin zheng en"]),
  ])
  func plainTextsHaveOneReading(text: String, expected: [String]) throws {
    #expect(try readings(text) == expected)
  }

  @Test(arguments: [
    ("PUT1N Vladimir", "putin vladimir"), ("A1exander Petr0v", "alexander petrov"),
    ("Пут1н Владимир", "putin vladimir"),
    ("Damour850 Sal", "damour 850 sal"), ("Щерев Христо", "shterev khristo"),
    ("Ђорђевић Новак", "dordevic novak"),
    ("Djukanovicic Milo", "dukanovicic milo"), ("Zaxarov Petr", "zakharov petr"),
    ("Vladimirputin", "vladimir putin"),
    ("Putinvladimir", "putin vladimir"), ("Vladimirvladimirovichputin", "vladimir vladimirovich putin"),
    ("Douglasmpano", "douglas mpano"), ("CHANG MYONGC-HIN", "chang myong chin"),
    ("RAZUK IABD-AL-GHAFUR", "razuki abd al ghafur"), ("Genby Dkflbvbh", "putin vladimir"),
    ("Genby, Dkflbvbh", "putin vladimir"), ("Ptktycrbq Djkjlbvbh", "zelenskiy volodimir"),
    ("Згешт Мдфвшьшк", "putin vladimir"), ("Курганский завод", "kurgan zavod"),
    ("Kurgan Machine-Building Plant", "kurgan machinebuilding plant"),
    ("Παπαγεωργίου Πάμπος", "papageorgiou pampos"),
    ("Oleg Ivanovs", "oleg ivanov"), ("Oleg Ivanovas", "oleg ivanov"),
    ("Aliaksandr Radzkou", "aliaksandr radkov"),
    ("Ivan Sakalouski", "ivan sakalovski"), ("Mihkail Petrov", "mikhail petrov"),
    ("Kuznestov Sergei", "kuznetsov sergei"),
    ("Vladimir nituP", "vladimir putin"), ("Vladimir nitPu", "vladimir putin"),
    ("rimaldiV nituP", "vladimir putin"), ("Hans grubmaH", "hans hamburg"), ("Mao Tse-tung", "mao zedong"),
    ("CHIANG Ching-kuo", "jiang jingguo"), ("Tse-tung Mao", "zedong mao"),
    ("Ζακ Γκόλντσμιθ", "zak goldsmith"),
    ("Saqer Alrustom", "saqer al rustom"),
    ("أحمد الزهراني", "ahmed al zahrani"), ("Τομ Γουάτσον", "tom watson"),
    ("Έντουαρντ Λογουάσα", "edward lowasa"), ("닉 클레그", "nig klleg"), ("조 바이든", "jo baiden"),
    ("Τιμ Κέιν", "tim kain"), ("Μάικλ Γκόουβ", "michael gov"), ("Μαντς Γκλικς", "mads gliks"),
  ])
  func whatIsMeantIsReadToo(text: String, expected: String) throws {
    let found = try readings(text)
    #expect(found.contains(expected), "\(text): \(found)")
  }

  @Test(arguments: [
    "Christopher Goldschmidt", "Alexander Maxwell", "Djamel Djouadi", "7TH OF TIR", "Иван Щукин-Петров",
    "Vladimir Zhukovsky",
    "GLBC", "Hans Schmidt", "Rizki Hamima Prakasa", "Pierre Rousseau", "Alfred Albertson", "Thomas Williams",
  ])
  func whatStandsIsNotReadOtherwise(text: String) throws {
    let found = try readings(text).filter { !$0.contains("shtukin") }
    #expect(found.count == 1, "\(found)")
  }

  @Test func theEndOfAnInternetAddressIsNoName() throws {
    #expect(try readings("sputniknews.com").first == "sputniknews")
    #expect(try readings("Com Trading").first == "com trading")
  }

  @Test func theWholeTextStandsFirstAndReadingsAreFew() throws {
    var random = SeededRandom(seed: 51)
    for _ in 0..<200 {
      let words = (0..<12).map { _ in
        random.pick(["Ivan", "(Iwan)", "/", "or", "and", "Petrov,", "born", "x:", ";", "[a", "b)"]) ?? ""
      }
      let name = try NameAnalyzer.standard.analyze(words.joined(separator: " "))
      #expect((1...8).contains(name.readings.count))
    }
  }

  @Test(arguments: [
    ("Ivan Petrovich Sidorov", 1, TokenRole.patronymic), ("Иван Петрович Сидоров", 1, .patronymic),
    ("Анна Петровна Сидорова", 1, .patronymic), ("Володимир Олександрович Зеленський", 1, .patronymic),
    ("Ahmed al Sharif", 1, .particle), ("V. Putin", 0, .initial), ("В. Путин", 0, .initial),
    ("Alfa Fund 17", 2, .number),
    ("OOO Vektor", 0, .legalForm), ("ООО Вектор", 0, .legalForm), ("Vektor Limited", 1, .legalForm),
    ("Vektor GMBH", 1, .legalForm),
  ])
  func rolesAreTold(text: String, index: Int, role: TokenRole) throws {
    let roles = try roles(text)
    #expect(roles.indices.contains(index) && roles[index] == role, "\(text): \(roles)")
  }

  /// ʿUmar romanizes to "mr" without its marks.
  @Test func arabicNamesAreNoTitles() throws {
    let tokens = try NameAnalyzer.standard.analyze("عمر البشير").readings.first?.tokens ?? []
    #expect(tokens.count == 2)
  }

  @Test(arguments: ["Mr. Ivan Petrov", "Dr Ivan Petrov", "General Ivan Petrov"])
  func titlesAreKeptApart(text: String) throws {
    let reading = try #require(try NameAnalyzer.standard.analyze(text).readings.first)
    #expect(reading.titles.count == 1)
    #expect(reading.tokens.map(\.token.form) == ["ivan", "petrov"])
  }

  @Test func aTitleAloneIsAName() throws {
    let reading = try #require(try NameAnalyzer.standard.analyze("Mr").readings.first)
    #expect(reading.tokens.map(\.role) == [.name])
  }

  @Test(arguments: [
    ("Brigade Forty-Four", ["brigade", "44"]), ("Brigade Forty 4", ["brigade", "44"]),
    ("ג'ון וורנר", ["john", "warner"]),
    ("Ken Salazar", ["ken", "salazar"]),
    ("汤姆·达施勒", ["tom", "dashl"]), ("谢尔盖·米罗诺夫", ["sergey", "mironof"]),
    ("Vektor GmbH", ["vektor", "gmbh"]), ("محمد علي", ["mohammed", "ali"]), ("克里斯·墨菲", ["chris", "murphy"]),
  ])
  func wordsAreRead(text: String, forms: [String]) throws {
    let reading = try #require(try NameAnalyzer.standard.analyze(text).readings.first)
    #expect(reading.tokens.map(\.token.form) == forms)
  }

  /// س and ه are two sounds, not the English sh; ة ends a name as a.
  @Test(arguments: [("مسهلي", "mshli"), ("قطانة", "ktana"), ("مرضاة", "mrdat"), ("مشلي", "mSli")])
  func arabicLettersKeepTheirSounds(word: String, skeleton: String) throws {
    let reading = try #require(try NameAnalyzer.standard.analyze(word).readings.first)
    #expect(reading.tokens.map(\.token.skeleton) == [skeleton])
  }

  @Test(arguments: [
    ("Vadzim Rastsislavavich MURASHKA Vadim Rostislavovich MURASHKO", 3),
    ("Bowne Global Solutions (France), S.A.R.L.", 1), ("Любовь Петрова Lyubov Petrova", 3),
  ])
  func readingsAreCounted(text: String, count: Int) throws {
    #expect(try NameAnalyzer.standard.analyze(text).readings.count == count)
  }

  @Test(arguments: ["ADBUL BARI AKHUND", "xal-Assad Bashar"])
  func misspeltParticlesWeighLittle(text: String) throws {
    let reading = try #require(try NameAnalyzer.standard.analyze(text).readings.first)
    #expect(reading.tokens.first?.role == .particle)
  }

  /// Letters that no romanization reads still tell names apart.
  @Test func scriptsWithoutRomanizationAreCompared() throws {
    let scorer = NameComparer()
    func score(_ a: String, _ b: String) throws -> Double {
      scorer.score(try NameAnalyzer.standard.analyze(a), try NameAnalyzer.standard.analyze(b), isPerson: true)
    }
    #expect(try score("ហ៊ុន ម៉ាណែត", "ហ៊ុន ម៉ាណែត") == 1)
    #expect(try score("ហ៊ុន ម៉ាណែត", "ស៊ី ជិនពីង") < 0.6)
  }

  @Test func joinsSpanNeighbours() throws {
    let reading = try #require(try NameAnalyzer.standard.analyze("Ahmed Al Sharif").readings.first)
    #expect(reading.joins.map(\.token.form) == ["ahmedal", "alsharif"])
    #expect(reading.joins.map(\.first) == [0, 1])
    #expect(reading.joins.map(\.last) == [1, 2])
  }

  @Test func anInitialIsNoPartOfTheNameThatBeginsWithIt() throws {
    let reading = try #require(try NameAnalyzer.standard.analyze("Natalya V. Vinogradova").readings.first)
    #expect(reading.joins.map(\.token.form) == ["natalyav"])
  }

  @Test(arguments: [
    ("Nur al-Din Khalil", "nuraddin"), ("Zia ul-Rahman Khan", "ziaurrahman"),
    ("Jan van der Meer", "vandermeer"),
    ("Elena De La Cruz", "delacruz"),
  ])
  func compoundNamesAreJoined(text: String, form: String) throws {
    let reading = try #require(try NameAnalyzer.standard.analyze(text).readings.first)
    #expect(reading.joins.contains { $0.token.form == form }, "\(reading.joins.map(\.token.form))")
  }

  @Test func weightsArePositiveAndAtMostOne() throws {
    var generator = QueryGenerator(names: try SampleList.embeddedNames(every: 6), seed: 52)
    for _ in 0..<600 {
      let text = generator.next()
      for reading in try NameAnalyzer.standard.analyze(text).readings {
        #expect(reading.tokens.allSatisfy { $0.weight > 0 && $0.weight <= 1 }, "\(text)")
        #expect(reading.joins.allSatisfy { $0.first < $0.last && $0.last < reading.tokens.count }, "\(text)")
      }
    }
  }

  /// A name that a whole word stands for weighs less where many bear it.
  @Test func commonNamesWeighLess() throws {
    func weight(_ text: String) throws -> Float {
      try #require(try NameAnalyzer.standard.analyze(text).readings.first?.tokens.first?.weight)
    }
    #expect(try weight("Ivan") < weight("Zyabrikov"))
    #expect(try weight("Mohammed") < weight("Zyabrikov"))
    #expect(try weight("Ltd") < weight("Ivan"))
  }
}
