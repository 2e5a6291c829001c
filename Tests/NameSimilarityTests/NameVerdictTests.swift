import NameSimilarity
import NameText
import Testing

/// Pairs of names that stand for a principle, judged at the cut-off that ships.
struct NameVerdictTests {
  private static let cutoff = 0.82

  private func score(_ a: String, _ b: String, _ type: NameType) throws -> Double {
    NameScorer.standard.score(
      query: try NameAnalyzer.standard.analyze(a), listed: try NameAnalyzer.standard.analyze(b), type: type)
  }

  @Test(
    "Other people",
    arguments: [
      ("Kim Jong Un", "KIM Jong Il"), ("Antonia Rodriguez", "Antonio RODRIGUEZ"), ("Ben Hak", "Abdul HAQ"),
      ("Ahmad bin Hasan AL-UBAIDI", "Hasan bin Ahmad AL-UBAIDI"), ("حسین علی پور", "Ali HUSAYN"),
      ("عبدالله صالح", "Saleh"), ("Nancy Mark Taylor", "Mark TAYLOR"), ("김종은", "김정은"),
      ("Ahmad bin Hasan", "Hasan bin Ahmad"), ("Hamdi Mansour", "Hamid MANSOUR"), ("Đặng Le", "Lei ZHANG"),
      ("ATIQULLAH ABDUL MOHAMMAD", "ATIQULLAH WALI MOHAMMAD"),
      ("NOORUDDIN TURABI MUHAMMAD ABDUL", "NOORUDDIN TURABI MUHAMMAD QASIM"), ("建 周", "Zhu CHEN"),
      ("Carlos Duque", "Carlos Manuel RAMIREZ DUQUE"),
      ("Nikolay Pershin", "Nikolay Mikhailovich PARSHIN"), ("Juan Marques", "John"),
      ("Margaret Ellen Ashdown", "Margaret F. ASHDOWN"), ("Соколов А.В.", "Соколов Б.В."),
      ("Vasily Ivanov", "IVANOV D. V."), ("Harold Finch Jr.", "Harold FINCH Sr."),
      ("Joseph Carmichael III", "Joseph CARMICHAEL II"),
      ("AL BEN MAHMOUD, Isa Ben Tarif", "Shaikh Isa Bin Tarif Al Bin Ali"), ("윤서 김", "Yong Su KIM"),
      ("도현 김", "Hyon U KIM"), ("Александр Макарьев", "MAKAROV Alexander Borisovich"),
      ("Raisa Butyreva", "Raisa BOHATYRYOVA"),
    ])
  func otherPeople(a: String, b: String) throws {
    #expect(try score(a, b, .person) < NameVerdictTests.cutoff)
  }

  @Test(
    "One person",
    arguments: [
      ("Kim Jong-un", "Kim Jong Eun"), ("朴仁淑", "IN-SOOK PARK"), ("郭家麒", "KWOK Ka-ki"),
      ("謝國樑", "Hsieh Kuo-liang"),
      ("김용익", "KIM Yong-ik"), ("박진혁", "PARK, Jin Hyok"), ("約阿希姆·奧爾森", "Joachim Olsen"),
      ("عبد الله صالح", "Abdullah Saleh"), ("Nguyen Van", "NGUYEN Van"),
      ("Щукин Сергей", "Sjtjukin Sergej"), ("Щерев Христо", "Shterev Hristo"),
      ("Вучић Александар", "Vucic Aleksandar"),
      ("Ђорђевић Новак", "Đorđević Novak"), ("Алиев Ильхам", "Əliyev İlham"),
      ("Сашко Петренко", "Олександр Петренко"),
      ("Vladimirputin", "PUTIN, Vladimir Vladimirovich"), ("Genby Dkflbvbh", "Путин Владимир"),
      ("משה שרביט", "Moshe SHARVIT"), ("Τζιοβάνης Χριστάκης", "Tziovanis CHRISTAKIS"),
      ("CHANG MYONGC-HIN", "CHANG MYONG-CHIN"), ("ESTÊVÃO NA EMNA", "ESTÊVÃO NA MENA"),
      ("AWLIJAN", "WALIJAN"), ("Nour Addin Milud", "MILOUD Noureddine"),
      ("Abdallah Safi-al-Din", "Abdullah SAFIEDDINE"), ("Fariduddin Mahmood", "Farid-ud-Din MAHMOUD"),
      ("Qasim Mansur", "Kassem MANSOUR"), ("КОВАЛЬОВ Валерій Іванович", "KOVALEV Valerii"),
      ("ВОРОБЙОВ Антон Олексійович", "VOROBIEV Anton"), ("Кудрявцев Константин", "KUDRIAVTCEV Konstantin"),
      ("Adrian Velasquez", "Adrian Jose VELASQUEZ FIGUEROA"), ("Ben Whitfield", "Benjamin WHITFIELD"),
      ("Vladimir nitPu", "PUTIN Vladimir"), ("Mao Tse-tung", "MAO Zedong"),
      ("Teng Hsiao-ping", "DENG Xiaoping"),
      ("Ζακ Γκόλντσμιθ", "Zac GOLDSMITH"), ("Κλάιβ Μπετς", "Clive BETTS"),
    ])
  func onePerson(a: String, b: String) throws { #expect(try score(a, b, .person) >= NameVerdictTests.cutoff) }

  @Test(
    "Letters that Russian, Ukrainian and Belarusian write differently",
    arguments: [
      ("ГУРОВ Григорій Олександрович", "GUROV Grigory Alexandrovich"), ("Гуров Сергій", "HUROV Serhii"),
      ("Парфёнов Андрей", "PARFENOV Andrey"), ("Парфенов Андрей", "PARFYONOV Andrey"),
      ("КАЛІНОВСЬКА Тетяна Леонідівна", "KALINOVSKAYA Tatyana Leonidovna"),
      ("НАКОНЕЧНА Вікторія Леонідівна", "NAKONECHNAYA Victoria Leonidovna"), ("Чжао Вэй", "ZHAO Wei"),
    ])
  func kindredLetters(a: String, b: String) throws { #expect(try score(a, b, .person) > 0.94) }

  @Test("Two names in one field are told by their letters")
  func scriptsInOneField() throws {
    let several = "Vladimir Bandura, Володимир Бандура and Владимир Бандура"
    #expect(try score(several, "Bandura Volodymyr", .person) > 0.94)
  }

  @Test("The mark of a number proves nothing", arguments: ["Автобаза № 7", "Автобаза No. 7"])
  func numberMark(name: String) throws { #expect(try score(name, "Автобаза 7", .organization) > 0.94) }

  @Test("A father's name that one side lacks costs the same whether few or many bear it")
  func lackedPatronymic() throws {
    #expect(
      try score("Dukko Aleksandr Heliiovych", "DUKKO Aleksandr", .person)
        >= score("Dukko Aleksandr Georgievich", "DUKKO Aleksandr", .person) - 0.01)
    #expect(
      try score("Dukko Aleksandr Savvatievich", "DUKKO Aleksandr", .person)
        == score("Dukko Aleksandr Ivanovich", "DUKKO Aleksandr", .person))
  }

  @Test(
    "Other numbers", arguments: [("Fund III", "Fund II"), ("Avicenna Fund VII LP", "Avicenna Fund VIII LP")])
  func otherNumbers(a: String, b: String) throws {
    #expect(try score(a, b, .organization) < NameVerdictTests.cutoff)
  }

  @Test(
    "Other bodies",
    arguments: [
      ("China Construction Trust Corporation", "China Construction Bank Corporation"),
      ("ABC International", "A.B.C. Company"),
    ])
  func otherBodies(a: String, b: String) throws {
    #expect(try score(a, b, .organization) < NameVerdictTests.cutoff)
  }

  @Test("Syllables that few bear prove more than those that many do")
  func commonSyllables() throws {
    #expect(try score("김성호", "Song Ho KIM", .person) < score("탁옥섭", "Ok Sop TAK", .person))
  }

  @Test("The mother's family name weighs less than the father's")
  func parents() throws {
    let listed = "Carlos Manuel RAMIREZ DUQUE"
    #expect(try score("Carlos Ramirez", listed, .person) > score("Carlos Duque", listed, .person))
    #expect(
      try score("Ramirez Duque Carlos Manuel", listed, .person)
        > score("Duque Ramirez Carlos Manuel", listed, .person))
  }

  @Test("What is read otherwise than it is written is said")
  func notes() throws {
    func notes(_ query: String, _ listed: String) throws -> [String] {
      try NameScorer.standard.compare(
        query: NameAnalyzer.standard.analyze(query), listed: NameAnalyzer.standard.analyze(listed),
        type: .person
      ).lines.compactMap(\.note)
    }
    #expect(try notes("Genby Dkflbvbh", "Путин Владимир").first?.hasPrefix("written Genby Dkflbvbh") == true)
    #expect(try notes("Putin Vladimir", "Vladimirputin").first?.contains("listed as Vladimirputin") == true)
    #expect(
      try !notes("Putin Vladimir", "Vladimir Putin").contains {
        $0.contains("written") || $0.contains("listed as")
      })
  }

  @Test(
    "Other companies of a series",
    arguments: [("Avicenna Fund LP", "Avicenna Fund II LP"), ("Leasing Company 23", "Leasing Company")])
  func otherOfASeries(a: String, b: String) throws {
    #expect(try score(a, b, .organization) < NameVerdictTests.cutoff)
  }

  @Test(
    "One organisation",
    arguments: [
      ("Курганский машиностроительный завод", "Kurgan Machine-Building Plant"),
      ("Sputnik News", "sputniknews.com"),
    ])
  func oneOrganisation(a: String, b: String) throws {
    #expect(try score(a, b, .organization) >= NameVerdictTests.cutoff)
  }
}
