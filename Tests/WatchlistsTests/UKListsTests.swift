import Designations
import Testing

@testable import Watchlists

@Suite struct OFSIConListTests {
  @Test func formatOf2022() throws {
    let text = Fixtures.text("formats/conlist-2022.csv")
    let list = try #require(try WatchlistReader.read(text: text).first)
    #expect(list.description.name == "uk-ofsi")
    #expect(list.description.date == "2025-04-10")
    #expect(list.damage == [])
    #expect(list.designations.map(\.id.description) == ["uk:13000", "uk:14197"])
    let person = list.designations[1]
    #expect(
      person.names == [
        DesignatedName("PUTIN, Vladimir Vladimirovich", quality: .primary),
        DesignatedName("PUTTIN, Vladimir", quality: .weak),
        DesignatedName("Владимир Путин", quality: .strong, language: "ru", isOriginalScript: true),
      ])
    #expect(person.birthDates.map(\.description) == ["1952-10-07", "1953"])
    #expect(person.birthPlaces == ["Leningrad, Russia"])
    #expect(person.gender == .male)
    #expect(person.titles == ["President", "Mr", "Dr"])
    #expect(person.programmes == ["Russia"])
    #expect(person.legalBases == ["The Russia (Sanctions) (EU Exit) Regulations 2019"])
    #expect(person.listedOn?.description == "2022-02-25")
    #expect(person.lastChanged?.description == "2022-03-31")
    #expect(person.linkedTo == ["PC"])
    #expect(
      person.identifiers == [
        Identifier(kind: .other, value: "RUS0251", detail: "UK Sanctions List reference"),
        Identifier(kind: .taxID, value: "7706569306", detail: "INN"),
        Identifier(kind: .registration, value: "170440031562", detail: "Kazakhstan BIN -"),
        Identifier(kind: .passport, value: "100", country: "RU"),
        Identifier(kind: .passport, value: "200", country: "BY"),
        Identifier(kind: .nationalID, value: "55", country: "RU"),
      ])
    let ship = list.designations[0]
    #expect(ship.type == .vessel)
    #expect(ship.identifiers == [Identifier(kind: .imo, value: "7408873")])
    #expect(ship.linkedTo == ["Owner Co"])
    #expect(ship.countries == [ListedCountry(code: "KP", relation: .flag)])
  }

  @Test func formatOf2018IsWindows1252() throws {
    let text = Fixtures.text("formats/conlist-2018.csv")
    // 0x92 is a quotation mark and 0xC9 an É in that encoding.
    let bytes = Array(text.utf8).map { $0 == UInt8(ascii: "@") ? 0x92 : $0 }
    let list = try #require(try WatchlistReader.read(bytes: bytes, name: "f").first)
    #expect(list.description.format == "OFSI ConList.csv before 2022")
    let person = list.designations[0]
    #expect(person.birthDates.map(\.description) == ["1980"])
    #expect(
      person.countries.map { "\($0.relation) \($0.code)" }
        == ["birth SA", "nationality SA", "nationality QA", "address AF"])
    #expect(
      person.identifiers == [
        Identifier(kind: .passport, value: "592667", country: "QA"),
        Identifier(kind: .nationalID, value: "A1234567", country: "AF"),
      ])
    #expect(person.remarks == "Emir ’x’")
    #expect(list.designations[1].names == [DesignatedName("SOCI’T’", quality: .primary)])
  }

  @Test func enumerations() {
    #expect(Enumerations.values(in: "(1) A B (2) C") == ["A B", "C"])
    #expect(Enumerations.values(in: "1) Saudi Arabia 2) Qatar") == ["Saudi Arabia", "Qatar"])
    #expect(Enumerations.values(in: "(a) Maulavi, (b) Mullah") == ["Maulavi,", "Mullah"])
    #expect(Enumerations.values(in: "(1)-(3) Tunisia (4) Libya") == ["Tunisia", "Libya"])
    #expect(Enumerations.values(in: "(1) 12345678 (2) -") == ["12345678"])
    #expect(Enumerations.values(in: "Congo (Democratic Republic)") == ["Congo (Democratic Republic)"])
    #expect(Enumerations.values(in: "") == [])
  }
}
