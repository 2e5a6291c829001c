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

@Suite struct EUConsolidatedTableTests {
  @Test func version11() throws {
    let text = """
      \u{FEFF}fileGenerationDate;Entity_LogicalId;Entity_EU_ReferenceNumber;Entity_SubjectType;Entity_Regulation_Programme;Entity_Regulation_NumberTitle;NameAlias_LastName;NameAlias_FirstName;NameAlias_MiddleName;NameAlias_WholeName;NameAlias_NameLanguage;NameAlias_Gender;NameAlias_Remark;BirthDate_BirthDate;BirthDate_Day;BirthDate_Month;BirthDate_Year;BirthDate_YearRangeFrom;BirthDate_YearRangeTo;BirthDate_Circa;BirthDate_CountryIso2Code;Identification_Number;Identification_TypeCode;Identification_KnownFalse;Identification_CountryIso2Code;Citizenship_CountryIso2Code;Address_CountryIso2Code
      04/07/2025;13;EU.1.2;P;UKR;269/2014 (OJ L78);Example;Sergey;;Sergey Example;EN;M;;;;;;;;;;;;;;;
      04/07/2025;13;EU.1.2;P;UKR;269/2014 (OJ L78);;;;Сергей Пример;RU;;low quality alias;;;;;;;;;;;;;;
      04/07/2025;13;EU.1.2;P;UKR;269/2014 (OJ L78);;;;;;;;1960-04-28;28;4;1960;;;false;BY;;;;;;
      04/07/2025;13;EU.1.2;P;UKR;269/2014 (OJ L78);;;;;;;;;;5;1961;;;true;00;;;;;;
      04/07/2025;13;EU.1.2;P;UKR;269/2014 (OJ L78);;;;;;;;;;;;1962;1963;false;;;;;;;
      04/07/2025;13;EU.1.2;P;UKR;269/2014 (OJ L78);;;;;;;;;;;;;;;;P1;passport;false;RU;;
      04/07/2025;13;EU.1.2;P;UKR;269/2014 (OJ L78);;;;;;;;;;;;;;;;P2;passport;true;RU;;
      04/07/2025;13;EU.1.2;P;UKR;269/2014 (OJ L78);;;;;;;;;;;;;;;;;;;;RU;CH
      04/07/2025;14;;E;BLR;1;;;;Bank;;;;;;;;;;;;KDBKKPPY;swiftbic;false;00;;

      """
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
    let text = """
      Date_file;Entity_logical_id;Subject_type;Leba_numtitle;Programme;Entity_remark;Entity_logical_id;Naal_lastname;Naal_firstname;Naal_middlename;Naal_wholename;Naal_gender;Naal_function;Naal_language;Addr_country;Birt_date;Birt_place;Birt_country;Iden_number;Iden_country;Citi_country;EU_ref_num
      04/07/2018;1;P;2018/223 (OJ L43);ZWE;;1;Mugabe;Robert;Gabriel;Robert Gabriel Mugabe;M;Former President;;;;;;;;;EU.36.64
      04/07/2018;1;P;2018/223 (OJ L43);ZWE;;;;;;;;;;;1924-02-21;Kutama;;;;;EU.36.64
      04/07/2018;1;P;2018/223 (OJ L43);ZWE;;;;;;;;;;;;;;AD001095 (passport-National passport) ((passport));ZW;;EU.36.64

      """
    let list = try #require(try WatchlistReader.read(text: text).first)
    #expect(list.description.date == "2018-07-04")
    let person = try #require(list.designations.first)
    #expect(person.id.description == "eu:EU.36.64")
    #expect(person.names.map(\.text) == ["Robert Gabriel Mugabe"])
    #expect(person.birthDates.map(\.description) == ["1924-02-21"])
    #expect(person.birthPlaces == ["Kutama"])
    #expect(person.identifiers == [Identifier(kind: .passport, value: "AD001095", country: "ZW")])
  }
}
