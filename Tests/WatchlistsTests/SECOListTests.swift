import Designations
import Testing

@testable import Watchlists

/// No real file was at hand: the fixture follows the published schema.
@Suite struct SECOListTests {
  @Test func everyFactAndNobodyDelisted() throws {
    let text = Fixtures.text("formats/seco.xml")
    let list = try #require(try WatchlistReader.read(text: text).first)
    #expect(list.description.name == "ch-seco")
    #expect(list.description.date == "2026-02-20")
    #expect(list.designations.map(\.id.description) == ["ch:100", "ch:102"])
    let person = list.designations[0]
    #expect(
      person.names == [
        DesignatedName("Example, Vladimir", quality: .primary),
        DesignatedName("Пример, Владимир", quality: .strong), DesignatedName("Old", quality: .formerlyKnown),
        DesignatedName("Vova", quality: .weak),
      ])
    #expect(person.programmes == ["Ordinance on Ukraine"])
    #expect(person.gender == .male)
    #expect(person.birthDates.map(\.description) == ["1952-10-07", "1953"])
    #expect(person.countries.map { "\($0.relation) \($0.code)" } == ["nationality RU", "birth RU"])
    #expect(
      person.identifiers == [
        Identifier(kind: .passport, value: "123", country: "RU"), Identifier(kind: .bic, value: "VTBRRUMM"),
      ])
    #expect(person.listedOn?.description == "2022-02-28")
    #expect(person.lastChanged?.description == "2023-01-01")
    #expect(person.linkedTo == ["ch:101"])
    #expect(list.designations[1].type == .vessel)
    #expect(list.designations[1].identifiers == [Identifier(kind: .imo, value: "9187629")])
  }
}
