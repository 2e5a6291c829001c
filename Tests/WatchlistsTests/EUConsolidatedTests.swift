import Designations
import Testing

@testable import Watchlists

@Suite struct EUConsolidatedTests {
  private let xml = Fixtures.text("formats/eu-1.1.xml")

  @Test func everyFact() throws {
    let list = try #require(try WatchlistReader.read(text: xml).first)
    #expect(list.description.name == "eu-fsf")
    #expect(list.description.date == "2021-03-02")
    #expect(list.designations.map(\.id.description) == ["eu:99", "eu:EU.1.2"])
    let bank = list.designations[0]
    #expect(bank.type == .organization)
    #expect(bank.identifiers == [Identifier(kind: .bic, value: "KDBKKPPY")])
    let person = list.designations[1]
    #expect(
      person.names == [
        DesignatedName("Sergey Example", quality: .primary, language: "en"),
        DesignatedName("Сергей Пример", quality: .strong, language: "ru"),
        DesignatedName("Seryozha", quality: .weak), DesignatedName("Weak One", quality: .weak),
        DesignatedName("Old Name", quality: .formerlyKnown), DesignatedName("Only Parts", quality: .strong),
        DesignatedName("Second Listing", quality: .strong),
      ])
    #expect(person.programmes == ["UKR", "BLR"])
    #expect(
      person.legalBases == [
        "Council Regulation (EU) No 269/2014", "EU regulation 269/2014 (OJ L78)",
        "Council Regulation (EC) No 765/2006", "EU regulation 1/2015 (OJ L1)",
      ])
    #expect(person.listedOn?.description == "2014-03-17")
    #expect(person.titles == ["Dr", "Head"])
    #expect(person.gender == .male)
    #expect(
      person.birthDates.map(\.description)
        == ["1960-04-28", "circa 1961", "1962-05", "1963..1964", "1982-04-19"])
    #expect(person.birthPlaces == ["Minsk, Belarus"])
    #expect(
      person.countries.map { "\($0.relation) \($0.code)" } == ["citizenship RU", "birth BY", "address RU"])
    #expect(
      person.identifiers == [
        Identifier(kind: .passport, value: "P1", country: "RU"),
        Identifier(kind: .taxID, value: "77", detail: "National Fiscal Code"),
        Identifier(kind: .other, value: "KPi.1", detail: "UN reference number"),
      ])
    #expect(person.remarks == "First remark")
  }
}

@Suite struct EUConsolidatedTableTests {
  @Test func version11() throws {
    let text = Fixtures.text("formats/eu-1.1.csv")
    let list = try #require(try WatchlistReader.read(text: text).first)
    #expect(list.description.name == "eu-fsf")
    #expect(list.description.date == "2025-07-04")
    #expect(list.damage == [])
    #expect(list.designations.map(\.id.description) == ["eu:14", "eu:EU.1.2"])
    #expect(list.designations[0].identifiers == [Identifier(kind: .bic, value: "KDBKKPPY")])
    let person = list.designations[1]
    #expect(
      person.names == [
        DesignatedName("Sergey Example", quality: .primary, language: "en"),
        DesignatedName("Сергей Пример", quality: .weak, language: "ru"),
      ])
    #expect(person.birthDates.map(\.description) == ["1960-04-28", "circa 1961-05", "1962..1963"])
    #expect(
      person.countries.map { "\($0.relation) \($0.code)" } == ["birth BY", "address CH", "citizenship RU"])
    #expect(person.identifiers == [Identifier(kind: .passport, value: "P1", country: "RU")])
    #expect(
      person.legalBases == ["Council Regulation (EU) No 269/2014", "EU regulation 269/2014 (OJ L78)"])
  }

  @Test func version10() throws {
    let text = Fixtures.text("formats/eu-1.0.csv")
    let list = try #require(try WatchlistReader.read(text: text).first)
    #expect(list.description.date == "2018-07-04")
    let person = try #require(list.designations.first)
    #expect(person.id.description == "eu:EU.36.64")
    #expect(person.names.map(\.text) == ["Robert Gabriel Mugabe"])
    #expect(person.birthDates.map(\.description) == ["1924-02-21"])
    #expect(person.birthPlaces == ["Kutama"])
    #expect(person.identifiers == [Identifier(kind: .passport, value: "AD001095", country: "ZW")])
  }

  /// A spreadsheet quoted the rows as a whole, filled them up with tabs, and wrote Windows-1252.
  @Test func rowsThatASpreadsheetQuoted() throws {
    let text = Fixtures.text("formats/eu-1.0.csv")
    let quoted = text.split(separator: "\n").map {
      "\"" + $0.replacing("\"", with: "\"\"") + "\t\t\t\""
    }.joined(separator: "\r\n")
    let plain = try #require(try WatchlistReader.read(text: text).first)
    let list = try #require(try WatchlistReader.read(text: quoted + "\r\n").first)
    #expect(list == plain)
    var bytes = Array((quoted + "\r\n").utf8)
    let name = try #require(bytes.firstRange(of: Array(plain.designations[0].names[0].text.utf8)))
    bytes[name.lowerBound] = 0xC9
    let windows = try #require(try WatchlistReader.read(bytes: bytes, name: "test").first)
    #expect(windows.designations.contains { $0.names[0].text.hasPrefix("É") })
  }
}
