import Designations
import Testing

@testable import Watchlists

@Suite struct EUJournalTests {
  @Test func everyFact() throws {
    let lists = try WatchlistReader.read(paths: [Fixtures.path("eu-journal")])
    #expect(lists.map(\.description.name) == ["eu-journal"])
    let list = try #require(lists.first)
    #expect(
      list.designations.map(\.id.description)
        == ["eu:32014R0269/I.ENTITIES/HTX (HUOBI GLOBAL SA)", "eu:32014R0269/I.PERSONS/1"])
    #expect(list.damage.map(\.line) == [4])
    let person = list.designations[1]
    #expect(
      person.names == [
        DesignatedName("Sergey EXAMPLE", quality: .primary),
        DesignatedName("Sergei EXAMPLE", quality: .strong),
        DesignatedName("Сергей ПРИМЕР", quality: .strong), DesignatedName("Serhiy", quality: .strong),
        DesignatedName("Сергiй", quality: .strong), DesignatedName("Seryozha", quality: .weak),
        DesignatedName("OLD", quality: .formerlyKnown),
        DesignatedName("Sergey NEW-EXAMPLE", quality: .strong),
      ])
    #expect(person.legalBases == ["Council Regulation (EU) No 269/2014, Annex I"])
    #expect(person.listedOn?.description == "2014-03-17")
    #expect(
      person.birthDates.map(\.description)
        == ["1972-11-26", "1970..1971", "circa 1960", "1961", "1962-01-09", "1963"])
    #expect(person.gender == .male)
    #expect(person.titles == ["Head"])
    #expect(
      person.countries == [
        ListedCountry(code: "BY", relation: .birth), ListedCountry(code: "RU", relation: .nationality),
      ])
    #expect(
      person.identifiers == [
        Identifier(kind: .passport, value: "series BA No 678960"),
        Identifier(kind: .passport, value: "03111298", country: "KW"),
      ])
    let exchange = list.designations[0]
    #expect(
      exchange.names == [
        DesignatedName("HTX (HUOBI GLOBAL SA)", quality: .primary),
        DesignatedName("NEW STAR", quality: .strong), DesignatedName("OLD STAR", quality: .formerlyKnown),
      ])
    #expect(exchange.topics == ["export.control"])
    #expect(exchange.listedOn?.description == "2014-05-01")
    #expect(
      exchange.identifiers == [
        Identifier(kind: .taxID, value: "7707083893", detail: "INN"),
        Identifier(kind: .registration, value: "1027700132195"), Identifier(kind: .bic, value: "DCBKKPPY"),
      ])
  }

  @Test func acts() {
    #expect(
      EURegulations.act(ofCelex: "32006R0765", annex: "V") == "Council Regulation (EC) No 765/2006, Annex V")
    #expect(
      EURegulations.act(ofCelex: "32024R2642", annex: "") == "Council Regulation (EU) 2024/2642")
    #expect(EURegulations.act(ofCelex: "nonsense", annex: "I") == nil)
  }

  @Test(arguments: [
    ("Latin NAME; Кириллица ИМЯ", ["Latin NAME", "Кириллица ИМЯ"]),
    ("Latin NAME (Кириллица ИМЯ)", ["Latin NAME", "Кириллица ИМЯ"]),
    ("Latin NAME (Russian: Кириллица ИМЯ)", ["Latin NAME", "Кириллица ИМЯ"]),
    ("X NAME (original script: ИМЯ)", ["X NAME", "ИМЯ"]),
    ("X NAME (born OTHER)", ["X NAME", "f: OTHER"]), ("X NAME (a.k.a. Y)", ["X NAME", "Y"]),
    ("X NAME (the younger)", ["X NAME (the younger)"]),
    ("Artyom/ Artem Grigoryevich EXAMPLE", ["Artyom Grigoryevich EXAMPLE", "Artem Grigoryevich EXAMPLE"]),
    ("Иван ПРИМЕР / Iван ПРИМЕРЕНКО", ["Иван ПРИМЕР", "Iван ПРИМЕРЕНКО"]),
    ("Ivan EXAMPLE/EXAMPEL", ["Ivan EXAMPLE", "Ivan EXAMPEL"]), ("A/B", ["A/B"]),
  ])
  func namesOfPersons(text: String, names: [String]) {
    #expect(
      EUJournalNames.names(in: text, isPerson: true).map { ($0.isFormer ? "f: " : "") + $0.text } == names)
  }

  @Test(arguments: [
    (
      "HESA, HTC (Trade Center, Isfahan), Iran Example Company, Ltd, al-Example Company, IAMCO",
      ["HESA", "HTC (Trade Center, Isfahan)", "Iran Example Company, Ltd", "al-Example Company", "IAMCO"]
    ),
    ("Step, Stap, Step Corporation", nil), ("A; B, C, D, E", nil), ("One (A, B, C, D)", nil),
    ("Agency for Affairs of the Commonwealth, compatriots, aid, and so on", nil),
    ("Groupe Combattant, (b), Groupe Islamiste, (c) GIC", nil),
  ])
  func `aliases may be parted by commas`(text: String, names: [String]?) {
    #expect(EUJournalNames.enumerated(text) == names)
  }

  @Test func aSlashMayBelongToAnOrganization() {
    #expect(
      EUJournalNames.names(in: "First LLC/Second LLC", isPerson: false).map(\.text) == [
        "First LLC/Second LLC"
      ])
  }

  @Test(arguments: [
    ("26.11.1972", ["1972-11-26"]), ("1960", ["1960"]), ("possibly 1961", ["1961"]),
    ("1960 or 1961", ["1960", "1961"]),
  ])
  func dates(text: String, dates: [String]) {
    #expect(EUJournalDates.dates(in: text).map(\.description) == dates)
  }
}
