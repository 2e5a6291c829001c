import Designations
import Testing

@testable import Watchlists

@Suite struct OFACLegacyXMLTests {
  private func xml(namespace: String) -> String {
    """
    <?xml version="1.0" standalone="yes"?>
    <sdnList xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns="\(namespace)">
      <publshInformation><Publish_Date>03/10/2021</Publish_Date></publshInformation>
      <sdnEntry>
        <uid>35096</uid><firstName>Vladimir Vladimirovich</firstName><lastName>PUTIN</lastName>
        <title>President</title><sdnType>Individual</sdnType>
        <remarks>(Linked To: EXAMPLE (HOLDING) LTD.) (Linked To: OTHER)</remarks>
        <programList><program>RUSSIA-EO14024</program></programList>
        <idList>
          <id><uid>1</uid><idType>Gender</idType><idNumber>Male</idNumber></id>
          <id><uid>2</uid><idType>Passport</idType><idNumber>A1</idNumber><idCountry>Russia</idCountry></id>
          <id><uid>3</uid><idType>Digital Currency Address - XBT</idType><idNumber>1abc</idNumber></id>
          <id><uid>4</uid><idType>Website</idType><idNumber>example.org</idNumber></id>
        </idList>
        <akaList>
          <aka><type>a.k.a.</type><category>weak</category><lastName>PUT</lastName></aka>
          <aka><type>f.k.a.</type><category>strong</category><lastName>OLD</lastName><firstName>V</firstName></aka>
          <aka><type>n.k.a.</type><category>strong</category><lastName>NEW</lastName></aka>
        </akaList>
        <dateOfBirthList><dateOfBirthItem><dateOfBirth>circa Oct 1952</dateOfBirth></dateOfBirthItem></dateOfBirthList>
        <placeOfBirthList><placeOfBirthItem><placeOfBirth>Leningrad, Russia</placeOfBirth></placeOfBirthItem></placeOfBirthList>
        <nationalityList><nationality><country>Russia</country></nationality></nationalityList>
        <citizenshipList><citizenship><country>Korea, North</country></citizenship></citizenshipList>
        <addressList><address><city>Moscow</city><country>Russia</country></address></addressList>
      </sdnEntry>
      <sdnEntry>
        <uid>15036</uid><lastName>EXAMPLE STAR</lastName><sdnType>Vessel</sdnType>
        <programList><program>IRAN</program></programList>
        <idList><id><idType>Vessel Registration Identification</idType><idNumber>IMO 9187629</idNumber></id></idList>
        <vesselInfo><callSign>T2EU4</callSign><vesselFlag>Tanzania</vesselFlag><vesselOwner>NITC</vesselOwner></vesselInfo>
      </sdnEntry>
    </sdnList>
    """
  }

  @Test(arguments: [
    "http://tempuri.org/sdnList.xsd",
    "https://sanctionslistservice.ofac.treas.gov/api/PublicationPreview/exports/XML",
  ])
  func everyFact(namespace: String) throws {
    let list = try #require(try WatchlistReader.read(text: xml(namespace: namespace)).first)
    #expect(list.description.name == "ofac-sdn")
    #expect(list.description.format == "OFAC sdn.xml")
    #expect(list.description.date == "2021-03-10")
    let person = list.designations[1]
    #expect(person.id.description == "ofac:35096")
    #expect(
      person.names == [
        DesignatedName("PUTIN, Vladimir Vladimirovich", quality: .primary),
        DesignatedName("PUT", quality: .weak), DesignatedName("OLD, V", quality: .formerlyKnown),
        DesignatedName("NEW", quality: .strong),
      ])
    #expect(person.titles == ["President"])
    #expect(person.gender == .male)
    #expect(person.legalBases == ["Executive Order 14024"])
    #expect(person.birthDates.map(\.description) == ["circa 1952-10"])
    #expect(person.linkedTo == ["EXAMPLE (HOLDING) LTD.", "OTHER"])
    #expect(
      person.countries.map { "\($0.relation) \($0.code)" }
        == ["birth RU", "nationality RU", "citizenship KP", "address RU"])
    #expect(
      person.identifiers == [
        Identifier(kind: .passport, value: "A1", country: "RU"),
        Identifier(kind: .wallet, value: "1abc", detail: "XBT"),
      ])
    let vessel = list.designations[0]
    #expect(vessel.type == .vessel)
    #expect(vessel.linkedTo == ["NITC"])
    #expect(vessel.countries == [ListedCountry(code: "TZ", relation: .flag)])
    #expect(vessel.identifiers.map(\.kind) == [.callSign, .imo])
  }
}
