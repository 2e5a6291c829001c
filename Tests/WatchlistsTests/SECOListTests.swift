import Designations
import Testing

@testable import Watchlists

/// No real file was at hand: the fixture follows the published schema.
@Suite struct SECOListTests {
  @Test func everyFactAndNobodyDelisted() throws {
    let text = """
      <?xml version="1.0" encoding="UTF-8"?>
      <swiss-sanctions-list date="2026-02-20">
        <sanctions-program ssid="1">
          <program-name lang="ger">Massnahmen</program-name><program-name lang="eng">Ordinance on Ukraine</program-name>
          <sanctions-set ssid="11" lang="eng">Art. 1</sanctions-set>
        </sanctions-program>
        <target ssid="100">
          <sanctions-set-id>11</sanctions-set-id>
          <individual sex="male">
            <identity ssid="2" main="false">
              <name ssid="3" name-type="alias" quality="low"><name-part order="1" name-part-type="whole-name"><value>Vova</value></name-part></name>
            </identity>
            <identity ssid="1" main="true">
              <name ssid="1" name-type="primary-name" quality="good">
                <name-part ssid="1" order="2" name-part-type="given-name"><value>Vladimir</value><spelling-variant lang="rus" script="Cyrl">Владимир</spelling-variant></name-part>
                <name-part ssid="2" order="1" name-part-type="family-name"><value>Example</value><spelling-variant lang="rus" script="Cyrl">Пример</spelling-variant></name-part>
              </name>
              <name ssid="4" name-type="formerly-known-as" quality="good"><name-part order="1" name-part-type="whole-name"><value>Old</value></name-part></name>
              <day-month-year day="7" month="10" year="1952"/><day-month-year year="1953"/>
              <place-of-birth place-id="55"/>
              <nationality><country iso-code="RU">Russia</country></nationality>
              <identification-document document-type="passport"><number>123</number><issuer code="RU">Russia</issuer></identification-document>
            </identity>
            <justification>Because.</justification>
            <other-information>SWIFT/BIC: VTBRRUMM</other-information>
          </individual>
          <relation target-id="101"/>
          <modification modification-type="listed" effective-date="2022-02-28"><added><individual sex="female"/></added></modification>
          <modification modification-type="amended" effective-date="2023-01-01"/>
        </target>
        <target ssid="101">
          <sanctions-set-id>11</sanctions-set-id>
          <entity><identity main="true"><name name-type="primary-name"><name-part order="1" name-part-type="whole-name"><value>Gone Ltd</value></name-part></name></identity></entity>
          <modification modification-type="de-listed" effective-date="2024-05-01"/>
          <modification modification-type="listed" effective-date="2022-02-28"/>
        </target>
        <target ssid="102">
          <sanctions-set-id>11</sanctions-set-id>
          <object object-type="vessel"><identity main="true"><name name-type="primary-name"><name-part order="1" name-part-type="whole-name"><value>Ship</value></name-part></name></identity><other-information>IMO number: 9187629</other-information></object>
          <modification modification-type="listed" effective-date="2022-02-28"/>
        </target>
        <place ssid="55"><location>Leningrad</location><country iso-code="RU">Russia</country></place>
      </swiss-sanctions-list>
      """
    let list = try #require(try WatchlistReader.read(text: text).first)
    #expect(list.description.name == "ch-seco")
    #expect(list.description.date == "2026-02-20")
    #expect(list.designations.map(\.id.description) == ["ch:100", "ch:102"])
    let person = list.designations[0]
    #expect(
      person.names == [
        DesignatedName("Example, Vladimir", quality: .primary),
        DesignatedName("Пример, Владимир", quality: .strong), DesignatedName("Old", quality: .formerlyKnown),
        DesignatedName("Vova", quality: .weak),
      ])
    #expect(person.programmes == ["Ordinance on Ukraine"])
    #expect(person.gender == .male)
    #expect(person.birthDates.map(\.description) == ["1952-10-07", "1953"])
    #expect(person.countries.map { "\($0.relation) \($0.code)" } == ["nationality RU", "birth RU"])
    #expect(
      person.identifiers == [
        Identifier(kind: .passport, value: "123", country: "RU"), Identifier(kind: .bic, value: "VTBRRUMM"),
      ])
    #expect(person.listedOn?.description == "2022-02-28")
    #expect(person.lastChanged?.description == "2023-01-01")
    #expect(person.linkedTo == ["ch:101"])
    #expect(list.designations[1].type == .vessel)
    #expect(list.designations[1].identifiers == [Identifier(kind: .imo, value: "9187629")])
  }
}
