import Designations
import Testing

@testable import Watchlists

@Suite struct CanadaSEMATests {
  @Test func everyFact() throws {
    let text = Fixtures.text("formats/canada-sema.xml")
    let list = try #require(try WatchlistReader.read(text: text).first)
    #expect(list.description.name == "ca-sema")
    #expect(
      list.designations.map(\.id.description)
        == ["ca:Belarus/1, Part 1/2", "ca:JVCFOR/9", "ca:Russia/1, Part 2/7", "ca:Russia/3/1"])
    let person = list.designations[0]
    #expect(
      person.names == [
        DesignatedName("Balaba, Dmitry Vladimirovich", quality: .primary),
        DesignatedName("Dzmitry Balaba", quality: .strong),
        DesignatedName("Дзмітрый Балаба", quality: .strong, language: "be"),
        DesignatedName("Дмитрий И́горевич Балаба", quality: .strong, language: "ru"),
      ])
    #expect(person.birthDates.map(\.description) == ["1972-06-01", "1973"])
    #expect(person.titles == ["General", "général"])
    #expect(person.legalBases == ["Special Economic Measures (Belarus) Regulations, Schedule 1, Part 1"])
    #expect(person.countries == [ListedCountry(code: "BY", relation: .programme)])
    #expect(list.designations[1].birthDates.map(\.description) == ["1972-10-06"])
    #expect(
      list.designations[2].names.map(\.text)
        == ["Iranian Army", "Armée iranienne", "Example Co., Ltd", "Пример"])
    #expect(list.designations[3].type == .vessel)
    #expect(list.designations[3].identifiers == [Identifier(kind: .imo, value: "9161003")])
    #expect(list.designations[3].birthDates == [])
  }

  @Test func spreadsheetDays() {
    #expect(SpreadsheetDates.date(day: 1).description == "1899-12-31")
    #expect(SpreadsheetDates.date(day: 25_569).description == "1970-01-01")
    #expect(SpreadsheetDates.date(day: 36_585).description == "2000-02-29")
  }
}
