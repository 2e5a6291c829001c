import Designations
import Testing

@testable import Watchlists

@Suite struct OFSIConListTests {
  private let header2022 =
    "Name 6,Name 1,Name 2,Name 3,Name 4,Name 5,Title,Name Non-Latin Script,Non-Latin Script Type,"
    + "Non-Latin Script Language,DOB,Town of Birth,Country of Birth,Nationality,Passport Number,"
    + "Passport Details,National Identification Number,National Identification Details,Position,"
    + "Address 1,Address 2,Address 3,Address 4,Address 5,Address 6,Post/Zip Code,Country,"
    + "Other Information,Group Type,Alias Type,Alias Quality,Regime,Listed On,"
    + "UK Sanctions List Date Designated,Last Updated,Group ID"

  private let header2018 =
    "Name 6,Name 1,Name 2,Name 3,Name 4,Name 5,Title,DOB,Town of Birth,Country of Birth,Nationality,"
    + "Passport Details,NI Number,Position,Address 1,Address 2,Address 3,Address 4,Address 5,Address 6,"
    + "Post/Zip Code,Country,Other Information,Group Type,Alias Type,Regime,Listed On,Last Updated,Group ID"

  @Test func formatOf2022() throws {
    let other =
      "\"(UK Sanctions List Ref):RUS0251. A sentence. (UK Statement of Reasons):Reasons,\nwith a line break. "
      + "(Gender):Male (Business Reg No):(1) INN: 7706569306 (2) Kazakhstan BIN - 170440031562 (Parent company):PC\""
    let text = """
      Last Updated,10/04/2025,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,\r
      \(header2022)\r
      PUTTIN,Vladimir,,,,,,,,,07/10/1952,,,Russia,,,,,President,,,,,,,,Russia,\(other),Individual,AKA,Low quality,Russia,25/02/2022,25/02/2022,31/03/2022,14197\r
      PUTIN,Vladimir,Vladimirovich,,,,(1) Mr (2) Dr,Владимир Путин,Cryillic,Russian,00/00/1953,Leningrad,Russia,Russia,(1) 100 (2) 200,(1) Russian (2) Belarus,55,Russia,President,,,,,,,,Belarus,,Individual,Primary name,,Russia,25/02/2022,25/02/2022,31/03/2022,14197\r
      PUTIN,Vladimir,Vladimirovich,,,,,,,,1953,,,,,,,,,,,,,,,,,,Individual,Primary name,,Russia,25/02/2022,25/02/2022,31/03/2022,14197\r
      OLD SHIP,,,,,,,,,,,,,,,,,,,,,,,,,,,(IMO number):7408873 (Current owners):Owner Co (Flag of ship):North Korea,Ship,Primary name,,Democratic People's Republic of Korea,03/03/2018,,03/03/2018,13000\r\n
      """
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
        DesignatedName("Владимир Путин", quality: .strong, language: "ru"),
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
    let text = """
      Last Updated,13/04/2018,,,,,,,,,,,,,,,,,,,,,,,,,,,
      \(header2018)
      AL-QAHTANI,Sheikh,Farooq,,,,Dr,00/00/1980,,Saudi Arabia,1) Saudi Arabia 2) Qatar,Passport No: 592667 (Qatari passport issued on 3 May 2007).,A1234567 (Afghan),,,,,,,,,Afghanistan (since 2009),Emir @x@,Individual,Prime Alias,Afghanistan,01/04/2016,01/04/2016,13349
      SOCI@T@,,,,,,,,,,,,,,,,,,,,,,,Entity,FKA,Afghanistan,01/04/2016,01/04/2016,13350
      """
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
