import Designations
import Testing

@testable import Watchlists

/// The list of the FCDO; no real file was at hand, so the fixtures follow its published columns and elements.
@Suite struct UKSanctionsListTests {
  @Test func table() throws {
    let text = Fixtures.text("formats/uk-sanctions-list.csv")
    let list = try #require(try WatchlistReader.read(text: text).first)
    #expect(list.description.name == "uk-sanctions")
    #expect(list.description.format == "UK Sanctions List CSV")
    #expect(list.description.date == "2026-02-13")
    #expect(list.damage == [])
    #expect(list.designations.map(\.id.description) == ["uk:DPR0100", "uk:RUS0002", "uk:RUS0251"])
    let person = list.designations[2]
    #expect(
      person.names == [
        DesignatedName("PUTIN, Vladimir Vladimirovich", quality: .primary),
        DesignatedName("PUTIN, Vladimir", quality: .weak),
        DesignatedName("Владимир Путин", quality: .strong, language: "ru", isOriginalScript: true),
      ])
    #expect(person.birthDates.map(\.description) == ["1952", "1952-10-07"])
    #expect(person.legalBases == ["The Russia (Sanctions) (EU Exit) Regulations 2019"])
    #expect(
      person.identifiers == [
        Identifier(kind: .other, value: "14197", detail: "OFSI group ID"),
        Identifier(kind: .other, value: "RUS0251", detail: "UK Sanctions List reference"),
        Identifier(kind: .passport, value: "100", country: "RU"),
        Identifier(kind: .passport, value: "200", country: "BY"),
        Identifier(kind: .nationalID, value: "55", country: "RU"),
      ])
    #expect(person.remarks == "Some, words")
    #expect(list.designations[1].identifiers.contains(Identifier(kind: .bic, value: "VTBRRUMM")))
    #expect(
      list.designations[1].identifiers.contains(
        Identifier(kind: .taxID, value: "7702070139", detail: "INN")))
    let ship = list.designations[0]
    #expect(ship.type == .vessel)
    #expect(ship.identifiers.contains(Identifier(kind: .imo, value: "7408873")))
    #expect(ship.countries == [ListedCountry(code: "KP", relation: .flag)])
    #expect(ship.linkedTo == ["Owner"])
  }

  @Test func xml() throws {
    let text = Fixtures.text("formats/uk-sanctions-list.xml")
    let list = try #require(try WatchlistReader.read(text: text).first)
    #expect(list.description.name == "uk-sanctions")
    #expect(list.description.date == "2026-02-13")
    let ship = list.designations[0]
    #expect(ship.names == [DesignatedName("EXAMPLE STAR", quality: .primary)])
    #expect(ship.identifiers.filter { $0.kind == .imo }.map(\.value) == ["7408873", "7408874"])
    let person = list.designations[1]
    #expect(person.names.map(\.text) == ["PUTIN, Vladimir", "PUTIN, Vova", "Владимир Путин"])
    #expect(person.birthDates.map(\.description) == ["1945", "1952-10-07"])
    #expect(person.gender == .male)
    #expect(person.listedOn?.description == "2022-02-25")
    #expect(person.identifiers.map(\.kind) == [.other, .other, .passport, .nationalID])
  }
}
