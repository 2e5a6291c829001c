import Designations
import Testing

@testable import Watchlists

@Suite struct EUConsolidatedTests {
  private let xml = """
    <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
    <export xmlns="http://eu.europa.ec/fpi/fsd/export" generationDate="2021-03-02T16:28:05.354+01:00">
      <sanctionEntity designationDate="2014-03-17" unitedNationId="" euReferenceNumber="EU.1.2" logicalId="13">
        <remark>First remark</remark>
        <regulation programme="UKR" numberTitle="269/2014 (OJ L78)" publicationDate="2014-03-17"/>
        <subjectType code="person" classificationCode="P"/>
        <nameAlias firstName="Sergey" lastName="Example" wholeName="Sergey Example" function="Head" title="Dr"
          gender="M" nameLanguage="EN" strong="true"/>
        <nameAlias wholeName="Сергей Пример" nameLanguage="RU" strong="true"/>
        <nameAlias wholeName="Seryozha" nameLanguage="" strong="false"/>
        <nameAlias wholeName="Weak One" nameLanguage="" strong="true"><remark>low quality alias</remark></nameAlias>
        <nameAlias wholeName="Old Name" nameLanguage="" strong="true"><remark>formerly known as</remark></nameAlias>
        <nameAlias firstName="Only" middleName="" lastName="Parts" wholeName="" nameLanguage="" strong="true"/>
        <citizenship countryIso2Code="RU"/>
        <birthdate circa="false" calendarType="GREGORIAN" city="Minsk" birthdate="1960-04-28" countryIso2Code="BY"/>
        <birthdate circa="true" calendarType="GREGORIAN" year="1961" countryIso2Code="00"/>
        <birthdate circa="false" calendarType="GREGORIAN" year="1962" monthOfYear="5"/>
        <birthdate circa="false" calendarType="GREGORIAN" yearRangeFrom="1963" yearRangeTo="1964"/>
        <birthdate circa="false" calendarType="ISLAMIC" birthdate="1982-04-19" dayOfMonth="24" monthOfYear="6" year="1402"/>
        <birthdate circa="false" calendarType="ISLAMIC" year="1402"/>
        <address city="" countryIso2Code="00"/>
        <address city="Moscow" countryIso2Code="RU"/>
        <identification identificationTypeCode="passport" number="P1" latinNumber="" countryIso2Code="RU" knownFalse="false"/>
        <identification identificationTypeCode="passport" number="FALSE" countryIso2Code="00" knownFalse="true"/>
        <identification identificationTypeCode="fiscalcode" identificationTypeDescription="National Fiscal Code"
          number="77" countryIso2Code="00"/>
      </sanctionEntity>
      <sanctionEntity unitedNationId="KPi.1" euReferenceNumber="EU.1.2" logicalId="13">
        <regulation programme="BLR" numberTitle="1/2015 (OJ L1)" publicationDate="2015-01-01"/>
        <subjectType code="person" classificationCode="P"/>
        <nameAlias wholeName="Second Listing" nameLanguage="" strong="true"/>
      </sanctionEntity>
      <sanctionEntity euReferenceNumber="" logicalId="99">
        <regulation programme="UKR" numberTitle="1" publicationDate="2015-01-01"/>
        <subjectType code="enterprise" classificationCode="E"/>
        <nameAlias wholeName="Example Bank" nameLanguage="" strong="true"/>
        <identification identificationTypeCode="swiftbic" number="KDBKKPPY" countryIso2Code="00"/>
      </sanctionEntity>
    </export>
    """

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
