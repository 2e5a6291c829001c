import Designations
import Testing

@testable import Watchlists

@Suite struct OpenSanctionsTargetsTests {
  @Test func everyFact() throws {
    let list = try #require(
      try WatchlistReader.read(paths: [Fixtures.path("opensanctions-targets.csv")]).first)
    #expect(list.description.name == "opensanctions-ukraine-war-and-sanctions")
    #expect(list.description.date == "2026-03-13")
    #expect(list.damage == [])
    #expect(list.designations.count == 3)
    let person = list.designations[0]
    #expect(person.id.description == "opensanctions:NK-1")
    #expect(person.names.map(\.text) == ["IVAKHA Denis", "ІВАХА Денис", "ИВАХА Денис"])
    #expect(person.birthDates.map(\.description) == ["1970-09-29", "1971"])
    #expect(
      person.countries == [
        ListedCountry(code: "RU", relation: .nationality), ListedCountry(code: "BY", relation: .nationality),
      ])
    #expect(person.programmes == ["UA-WS", "UA-2"])
    #expect(person.lastChanged?.description == "2026-02-05")
    #expect(
      list.designations[1].identifiers == [
        Identifier(kind: .registration, value: "1147746803049", detail: "OGRN"),
        Identifier(kind: .taxID, value: "7702070139", detail: "INN"),
        Identifier(kind: .bic, value: "VTBRRUMM"), Identifier(kind: .imo, value: "6495856"),
        Identifier(kind: .lei, value: "253400V1H6ART1UQ0N98"), Identifier(kind: .other, value: "77"),
      ])
    #expect(list.designations[2].identifiers.map(\.kind) == [.imo, .mmsi, .callSign])
    #expect(list.designations[2].countries == [ListedCountry(code: "LR", relation: .flag)])
  }

  @Test func cells() {
    #expect(OpenSanctionsTargets.values("a;b;") == ["a", "b"])
    #expect(OpenSanctionsTargets.values("\"a;b\";c") == ["a;b", "c"])
    #expect(OpenSanctionsTargets.values("\"A \"\"B\"\"\"") == ["A \"B\""])
    #expect(OpenSanctionsTargets.values("\"\"") == [])
  }
}
