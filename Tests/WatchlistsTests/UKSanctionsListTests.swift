import Designations
import Testing

@testable import Watchlists

/// The list of the FCDO; no real file was at hand, so the fixtures follow its published columns and elements.
@Suite struct UKSanctionsListTests {
  @Test func table() throws {
    let text = """
      Report Date: 13-Feb-2026\r
      Last Updated,Unique ID,OFSI Group ID,UN Reference Number,Name 6,Name 1,Name 2,Name 3,Name 4,Name 5,Name type,Alias strength,Title,Name non-latin script,Non-latin script type,Non-latin script language,Regime Name,Designation Type,Other Information,Address Country,Date Designated,D.O.B,Nationality(/ies),National Identifier number,National Identifier additional information,Passport number,Passport additional information,Position,Gender,Town of birth,Country of birth,Parent company,Business registration number (s),IMO number,Current owner/operator (s),Current believed flag of ship\r
      31/03/2022,RUS0251,14197,,PUTIN,Vladimir,,,,,Alias,Low quality a.k.a,,Владимир Путин,Cyrillic,Russian,The Russia (Sanctions) (EU Exit) Regulations 2019,Individual,"Some,\nwords",Russia,25/02/2022,dd/mm/1952,Russia,55,Russia,(1) 100 (2) 200,(1) Russian (2) Belarus,President,Male,Leningrad,Russia,,,,,\r
      31/03/2022,RUS0251,14197,,PUTIN,Vladimir,Vladimirovich,,,,Primary name,,,,,,The Russia (Sanctions) (EU Exit) Regulations 2019,Individual,,Russia,25/02/2022,07/10/1952,Belarus,,,,,,,,,,,,,\r
      31/03/2022,RUS0002,,,EXAMPLE BANK,,,,,,Primary Name,,,,,,The Russia (Sanctions) (EU Exit) Regulations 2019,Entity,,,25/02/2022,,,,,,,,,,,Holding,SWIFT/BIC VTBRRUMM; INN: 7702070139,,,\r
      31/03/2022,DPR0100,,KPe.1,EXAMPLE STAR,,,,,,Primary name,,,,,,The Democratic People's Republic of Korea (Sanctions) (EU Exit) Regulations 2019,Ship,,,25/02/2018,,,,,,,,,,,,,IMO7408873,Owner,North Korea\r\n
      """
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
        DesignatedName("Владимир Путин", quality: .strong, language: "ru"),
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
    let text = """
      <?xml version="1.0" encoding="utf-8"?>
      <Designations>
        <DateGenerated>13/02/2026</DateGenerated>
        <Designation>
          <LastUpdated>31/03/2022</LastUpdated><DateDesignated>25/02/2022</DateDesignated>
          <UniqueID>RUS0251</UniqueID><OFSIGroupID>14197</OFSIGroupID><UNReferenceNumber/>
          <Names>
            <Name><Name1>Vova</Name1><Name6>PUTIN</Name6><NameType>ALias</NameType><AliasStrength>Good quality a.k.a</AliasStrength></Name>
            <Name><Name1>Vladimir</Name1><Name6>PUTIN</Name6><NameType>Primary name</NameType></Name>
          </Names>
          <NonLatinNames><NonLatinName><NameNonLatinScript>Владимир Путин</NameNonLatinScript></NonLatinName></NonLatinNames>
          <RegimeName>The Russia (Sanctions) (EU Exit) Regulations 2019</RegimeName>
          <IndividualEntityShip>Individual</IndividualEntityShip>
          <OtherInformation>Words</OtherInformation>
          <Addresses><Address><AddressCountry>Russia</AddressCountry></Address></Addresses>
          <IndividualDetails><Individual>
            <DOBs><DOB>dd/mm/1945</DOB><DOB>07/10/1952</DOB></DOBs>
            <Nationalities><Nationality>Russia</Nationality></Nationalities>
            <Genders><Gender>Male</Gender></Genders>
            <PassportDetails><Passport><PassportNumber>100</PassportNumber></Passport></PassportDetails>
            <NationalIdentifierDetails><NationalIdentifier><NationalIdentifierNumber>55</NationalIdentifierNumber></NationalIdentifier></NationalIdentifierDetails>
          </Individual></IndividualDetails>
        </Designation>
        <Designation>
          <UniqueID>DPR0100</UniqueID><Names><Name><Name6>EXAMPLE STAR</Name6><NameType>Alias</NameType></Name></Names>
          <RegimeName>X Regulations 2019</RegimeName><IndividualEntityShip>Ship</IndividualEntityShip>
          <ShipDetails><Ship><IMONumbers><IMONumber>IMO 7408873</IMONumber><IMONumber>7408874</IMONumber></IMONumbers></Ship></ShipDetails>
        </Designation>
      </Designations>
      """
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
