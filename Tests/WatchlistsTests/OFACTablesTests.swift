import Designations
import FoundationEssentials
import Testing

@testable import Watchlists

@Suite struct OFACTablesTests {
  private func sdn() throws -> LoadedList {
    let lists = try WatchlistReader.read(paths: [Fixtures.path("ofac")])
    #expect(lists.count == 1)
    return try #require(lists.first)
  }

  private func entry(_ id: String) throws -> Designation {
    try #require(sdn().designations.first { $0.id.local == id })
  }

  @Test func describesTheList() throws {
    let list = try sdn()
    #expect(list.description.name == "ofac-sdn")
    #expect(list.description.format == "OFAC sdn.csv")
    #expect(
      list.designations.map(\.id.description)
        == ["ofac:306", "ofac:4632", "ofac:9001", "ofac:15036", "ofac:15037", "ofac:35096"])
    #expect(list.designations.allSatisfy { $0.list == "ofac-sdn" })
  }

  @Test func namesAndQualities() throws {
    #expect(
      try entry("306").names == [
        DesignatedName("BANCO NACIONAL DE CUBA", quality: .primary),
        DesignatedName("NATIONAL BANK OF CUBA", quality: .strong),
        DesignatedName("BANK OF CUBA", quality: .formerlyKnown),
        DesignatedName("CENTRAL BANK", quality: .strong), DesignatedName("BNC", quality: .weak),
      ])
  }

  @Test func nullsTypesAndProgrammes() throws {
    let bank = try entry("306")
    #expect(bank.type == .organization)
    #expect(bank.titles == [])
    #expect(bank.programmes == ["CUBA"])
    #expect(bank.legalBases == ["Cuban Assets Control Regulations, 31 CFR Part 515"])
    let several = try entry("4632")
    #expect(several.programmes == ["SDGT", "IRGC", "IFSR"])
    #expect(
      several.legalBases == [
        "Executive Order 13224", "Iranian Financial Sanctions Regulations, 31 CFR Part 561",
      ])
    #expect(try entry("15037").type == .aircraft)
    let putin = try entry("35096")
    #expect(putin.type == .person)
    #expect(putin.legalBases == ["Executive Order 14024"])
    #expect(putin.titles == ["President of the Russian Federation"])
    #expect(putin.gender == .male)
    #expect(putin.birthPlaces == ["Leningrad, Russia"])
    #expect(putin.remarks?.hasPrefix("DOB 07 Oct 1952; POB") == true)
  }

  @Test func birthDates() throws {
    #expect(
      try entry("9001").birthDates.map(\.description) == [
        "1960-03-12", "circa 1961", "1962..1963", "1964-04", "1965", "1966-01-01..1967-12-31",
      ])
  }

  @Test func remarksGoOnInTheComments() throws {
    let person = try entry("9001")
    #expect(
      person.names.map(\.text) == ["EXAMPLE, Ivan, Jr.", "THE EXAMINER", "EXAM-2"])
    #expect(person.names.map(\.quality) == [.primary, .weak, .weak])
    #expect(person.titles == ["Jr."])
    #expect(person.linkedTo == ["PRIGOZHIN, Yevgeniy Viktorovich"])
  }

  @Test func countries() throws {
    #expect(
      try entry("9001").countries == [
        ListedCountry(code: "KP", relation: .birth), ListedCountry(code: "KP", relation: .nationality),
        ListedCountry(code: "BY", relation: .citizenship),
      ])
    #expect(
      try entry("306").countries == [
        ListedCountry(code: "CH", relation: .address), ListedCountry(code: "PS", relation: .address),
      ])
    #expect(try entry("15036").countries == [ListedCountry(code: "TZ", relation: .flag)])
  }

  @Test func identifiers() throws {
    #expect(
      try entry("4632").identifiers == [
        Identifier(kind: .bic, value: "HAVIGB2L"), Identifier(kind: .bic, value: "VTBRRUMM"),
        Identifier(kind: .taxID, value: "7707083893", country: "RU", detail: "Tax ID No."),
        Identifier(kind: .other, value: "044525225", detail: "BIK (RU)"),
        Identifier(
          kind: .registration, value: "1027700132195", country: "RU", detail: "Registration Number"),
        Identifier(kind: .lei, value: "253400V1H6ART1UQ0N98", country: "RU"),
      ])
    #expect(
      try entry("9001").identifiers == [
        Identifier(kind: .passport, value: "MP123", country: "BY"), Identifier(kind: .passport, value: "45"),
        Identifier(kind: .nationalID, value: "31", country: "BY", detail: "National ID No."),
        Identifier(kind: .wallet, value: "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa", detail: "XBT"),
        Identifier(kind: .wallet, value: "0x52908400098527886E0F7030069857D2E4169EE7", detail: "ETH"),
      ])
    #expect(
      try entry("15036").identifiers == [
        Identifier(kind: .callSign, value: "T2EU4"),
        Identifier(kind: .imo, value: "9187629", detail: "Vessel Registration Identification"),
        Identifier(kind: .mmsi, value: "572469210"),
      ])
  }

  @Test func linkedTo() throws {
    // The full stop that ends the remarks goes, that of an abbreviation stays.
    #expect(
      try entry("4632").linkedTo == [
        "ISLAMIC REVOLUTIONARY GUARD CORPS (IRGC)-QODS FORCE", "EXAMPLE HOLDING S.A.",
      ])
    #expect(try entry("15036").linkedTo == ["EXAMPLE SHIPPING CO."])
    #expect(try entry("15037").linkedTo == ["MAHAN AIR"])
  }

  @Test func orphansAreDamage() throws {
    let damage = try sdn().damage
    #expect(try sdn().description.damagedRows == 2)
    #expect(damage.map(\.line) == [4, 5])
    #expect(damage.map { String($0.file.suffix(7)) } == ["add.csv", "alt.csv"])
    #expect(damage[0].reason.contains("entry 78 does not stand in"))
  }

  @Test func filesInAnyOrderAreTheSame() throws {
    let names = ["sdn.csv", "alt.csv", "add.csv", "sdn_comments.csv"].map { Fixtures.path("ofac/" + $0) }
    let expected = try WatchlistReader.read(paths: names)
    #expect(try WatchlistReader.read(paths: names.reversed()) == expected)
    #expect(try WatchlistReader.read(paths: [names[2], names[0], names[3], names[1]]) == expected)
  }

  @Test func aliasesFindTheirListAmongTwo() throws {
    let lists = try WatchlistReader.read(
      paths: [Fixtures.path("ofac-cons"), Fixtures.path("ofac")])
    #expect(lists.map(\.description.name) == ["ofac-cons", "ofac-sdn"])
    #expect(lists[0].description.format == "OFAC cons_prim.csv")
    #expect(lists[0].damage == [])
    #expect(
      lists[0].designations[0].names.map(\.text) == ["HANIYA, Ismail Abdul Salah", "HANIYA, Ismail"])
    #expect(lists[1].damage.count == 2)
  }

  @Test func markOfTheEndBetweenTables() throws {
    let sdn = try Data(contentsOf: URL(filePath: Fixtures.path("ofac/sdn.csv")))
    let cons = try Data(contentsOf: URL(filePath: Fixtures.path("ofac-cons/cons_prim.csv")))
    let lists = try WatchlistReader.read(bytes: Array(sdn) + Array(cons), name: "both")
    #expect(lists.map(\.designations.count) == [2, 6])
  }

  @Test func damagedRowsCostThemselvesOnly() throws {
    let text = """
      36,"AEROCARIBBEAN AIRLINES",-0- ,"CUBA",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \r
      37,"TOO","FEW"\r
      x,"A",-0- ,"CUBA",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \r
      38,"UNCLOSED,-0- ,"CUBA",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \r
      39,"B","robot","CUBA",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \r
      36,"AGAIN",-0- ,"CUBA",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \r
      40,"LAST",-0- ,"CUBA",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \r\n
      """
    let list = try #require(try WatchlistReader.read(text: text, name: "sdn").first)
    #expect(list.designations.map(\.id.local) == ["36", "40"])
    #expect(
      list.damage.map(\.description) == [
        "sdn:2: the row has 3 columns; expected 12",
        "sdn:3: \"x\" is no entry number; expected digits",
        "sdn:4: text follows a closing quote; expected a separator or the end of the line",
        "sdn:5: type: \"robot\" is none; expected a name and individual, vessel, aircraft or null",
        "sdn:6: ent_num: entry 36 stands in the table already; expected each entry once",
      ])
  }

  @Test func aliasesAloneAreAnError() {
    #expect {
      try WatchlistReader.read(text: "36,12,\"aka\",\"AERO-CARIBBEAN\",-0- \r\n", name: "alt.csv")
    } throws: { error in
      "\(error)"
        == "alt.csv:1: this table of OFAC adds to entries that are not given; expected the table with their "
        + "names (sdn.csv or cons_prim.csv) in the same call"
    }
  }
}
