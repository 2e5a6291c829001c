import Designations
import Testing

@testable import Watchlists

@Suite struct OFACLegacyXMLTests {
  private func xml(namespace: String) -> String {
    Fixtures.text("formats/sdn.xml").replacing("http://tempuri.org/sdnList.xsd", with: namespace)
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
