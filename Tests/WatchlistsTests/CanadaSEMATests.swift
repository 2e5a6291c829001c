import Designations
import Testing

@testable import Watchlists

@Suite struct CanadaSEMATests {
  @Test func everyFact() throws {
    let text = """
      <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
      <data-set>
        <record>
          <Country>Belarus / Bélarus</Country><LastName>Balaba</LastName><GivenName>Dmitry Vladimirovich </GivenName>
          <TitleOrShip>General/général</TitleOrShip>
          <DateOfBirthOrShipBuildDate>1972-06-01 or 1973</DateOfBirthOrShipBuildDate>
          <Schedule>1, Part 1</Schedule><Item>2</Item><DateOfListing>2020-09-28</DateOfListing>
          <Aliases>Dzmitry Balaba, Belarusian: Дзмітрый Балаба or Балаба, Russian\u{A0}: Дмитрий И́горевич "Балаба"</Aliases>
        </record>
        <record>
          <Country>Russia / Russie</Country><EntityOrShip>Iranian Army/Armée
      iranienne</EntityOrShip><Schedule>1, Part 2</Schedule><Item>7</Item><DateOfListing>2022-01-01</DateOfListing>
          <Aliases>Example Co., Ltd; Пример</Aliases>
        </record>
        <record>
          <Country>Justice for Victims of Corrupt Foreign Officials Regulations (JVCFOR) / Règlement</Country>
          <LastName>A</LastName><GivenName>B</GivenName><DateOfBirthOrShipBuildDate>26578</DateOfBirthOrShipBuildDate>
          <Item>9</Item><DateOfListing>2017-11-03</DateOfListing>
        </record>
        <record>
          <Country>Russia / Russie</Country><EntityOrShip>Lady R</EntityOrShip><ShipIMONumber>9161003</ShipIMONumber>
          <TitleOrShip>Oil Tanker</TitleOrShip><DateOfBirthOrShipBuildDate>2004</DateOfBirthOrShipBuildDate>
          <Schedule>3</Schedule><Item>1</Item><DateOfListing>2025-01-01</DateOfListing>
        </record>
      </data-set>
      """
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
