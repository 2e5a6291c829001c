import Designations
import Testing

@testable import Watchlists

@Suite struct OFACAdvancedXMLTests {
  private func list() throws -> LoadedList {
    try #require(try WatchlistReader.read(text: Fixtures.text("formats/sdn_advanced.xml")).first)
  }

  @Test func describesTheList() throws {
    let list = try list()
    #expect(list.description.name == "ofac-sdn")
    #expect(list.description.format == "OFAC SDN_ADVANCED.XML")
    #expect(list.description.date == "2025-03-28")
    #expect(list.damage == [])
    #expect(list.designations.map(\.id.description) == ["ofac:15036", "ofac:17000", "ofac:35096"])
    #expect(list.designations.map(\.type) == [.vessel, .organization, .person])
  }

  @Test func person() throws {
    let person = try list().designations[2]
    #expect(
      person.names == [
        DesignatedName("PUTIN, Vladimir Vladimirovich", quality: .primary),
        DesignatedName("Путин, Владимир", quality: .strong, isOriginalScript: true),
        DesignatedName("PUT", quality: .weak), DesignatedName("PLATOV", quality: .formerlyKnown),
      ])
    #expect(
      person.birthDates.map(\.description) == ["1952-10-07", "circa 1953", "1954-02", "1955..1957"])
    #expect(person.birthPlaces == ["Leningrad, Russia"])
    #expect(
      person.countries.map { "\($0.relation) \($0.code)" } == ["birth RU", "nationality RU", "address RU"])
    #expect(person.addresses == ["Leningrad, Russia"])
    #expect(person.gender == .male)
    #expect(person.titles == ["President"])
    #expect(person.programmes == ["RUSSIA-EO14024", "BELARUS"])
    #expect(person.legalBases == ["Executive Order 14024 (Russia)", "Executive Order 13405"])
    #expect(person.listedOn?.description == "2022-02-25")
    #expect(person.remarks == "Secondary sanctions risk: See Section 11.")
    #expect(
      person.identifiers == [
        Identifier(kind: .passport, value: "A 100", country: "RU"),
        Identifier(kind: .taxID, value: "7707083893", country: "RU", detail: "Tax ID No."),
        Identifier(kind: .wallet, value: "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa", detail: "XBT"),
        Identifier(kind: .wallet, value: "newaddress1", detail: "NEWCOIN"),
      ])
  }

  @Test func vesselAndBank() throws {
    let list = try list()
    #expect(list.designations[0].countries == [ListedCountry(code: "RU", relation: .flag)])
    #expect(list.designations[0].identifiers.map(\.kind) == [.imo, .callSign])
    #expect(list.designations[0].legalBases == OFACProgrammes.legalBases(of: ["IRAN"]))
    let bank = list.designations[1]
    #expect(bank.linkedTo == ["ofac:35096"])
    #expect(bank.identifiers == [Identifier(kind: .bic, value: "EXAMRUMM")])
    #expect(bank.listedOn?.description == "2022-04-06")
    #expect(bank.lastChanged?.description == "2023-05-19")
  }
}

@Suite struct OFACEnhancedXMLTests {
  @Test func everyFact() throws {
    let list = try #require(try WatchlistReader.read(text: Fixtures.text("formats/sdn_enhanced.xml")).first)
    #expect(list.description.name == "ofac-sdn")
    #expect(list.description.format == "OFAC SDN_ENHANCED.XML")
    #expect(list.description.date == "2025-03-28")
    #expect(list.damage == [])
    #expect(list.designations.map(\.id.description) == ["ofac:17000", "ofac:35096"])
    let person = list.designations[1]
    #expect(person.type == .person)
    #expect(
      person.names == [
        DesignatedName("PUTIN, Vladimir Vladimirovich", quality: .primary),
        DesignatedName("Путин, Владимир", quality: .strong, isOriginalScript: true),
        DesignatedName("PUT", quality: .weak), DesignatedName("PLATOV", quality: .formerlyKnown),
      ])
    #expect(person.titles == ["President", "Chairman"])
    #expect(person.birthDates.map(\.description) == ["1952-10-07", "1955", "circa 1956"])
    #expect(person.birthPlaces == ["Leningrad, Russia"])
    #expect(
      person.countries.map { "\($0.relation) \($0.code)" } == ["birth RU", "nationality RU", "address RU"])
    #expect(person.addresses == ["Moscow, Russia"])
    #expect(person.programmes == ["RUSSIA-EO14024"])
    #expect(person.legalBases == ["Executive Order 14024 (Russia)"])
    #expect(person.listedOn?.description == "2022-02-25")
    #expect(person.linkedTo == ["ofac:17000"])
    #expect(person.remarks == "Secondary sanctions risk: See Section 11. A remark")
    #expect(
      person.identifiers == [
        Identifier(kind: .wallet, value: "TExampleAddress", detail: "USDT"),
        Identifier(kind: .passport, value: "A 100", country: "RU"),
      ])
    #expect(list.designations[0].identifiers == [Identifier(kind: .bic, value: "EXAMRUMM")])
  }
}
