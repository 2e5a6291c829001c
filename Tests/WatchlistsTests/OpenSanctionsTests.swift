import Designations
import Testing

@testable import Watchlists

@Suite struct OpenSanctionsTargetsTests {
  @Test func everyFact() throws {
    let list = try #require(
      try WatchlistReader.read(paths: [Fixtures.path("opensanctions-targets.csv")]).first)
    #expect(list.description.name == "opensanctions-ukraine-war-and-sanctions")
    #expect(list.description.date == "2026-03-13")
    #expect(list.damage == [])
    #expect(list.designations.count == 3)
    let person = list.designations[0]
    #expect(person.id.description == "opensanctions:NK-1")
    #expect(person.names.map(\.text) == ["IVAKHA Denis", "ІВАХА Денис", "ИВАХА Денис"])
    #expect(person.birthDates.map(\.description) == ["1970-09-29", "1971"])
    #expect(
      person.countries == [
        ListedCountry(code: "RU", relation: .nationality), ListedCountry(code: "BY", relation: .nationality),
      ])
    #expect(person.programmes == ["UA-WS", "UA-2"])
    #expect(person.lastChanged?.description == "2026-02-05")
    #expect(
      list.designations[1].identifiers == [
        Identifier(kind: .registration, value: "1147746803049", detail: "OGRN"),
        Identifier(kind: .taxID, value: "7702070139", detail: "INN"),
        Identifier(kind: .bic, value: "VTBRRUMM"), Identifier(kind: .imo, value: "6495856"),
        Identifier(kind: .lei, value: "253400V1H6ART1UQ0N98"), Identifier(kind: .other, value: "77"),
      ])
    #expect(list.designations[2].identifiers.map(\.kind) == [.imo, .mmsi, .callSign])
    #expect(list.designations[2].countries == [ListedCountry(code: "LR", relation: .flag)])
  }

  @Test func cells() {
    #expect(OpenSanctionsTargets.values("a;b;") == ["a", "b"])
    #expect(OpenSanctionsTargets.values("\"a;b\";c") == ["a;b", "c"])
    #expect(OpenSanctionsTargets.values("\"A \"\"B\"\"\"") == ["A \"B\""])
    #expect(OpenSanctionsTargets.values("\"\"") == [])
  }
}

/// No real file was at hand: the fixtures follow the published schema.
@Suite struct FollowTheMoneyTests {
  @Test func entitiesThatReferToEachOther() throws {
    let text = Fixtures.text("formats/entities.ftm.json")
    let list = try #require(try WatchlistReader.read(text: text).first)
    #expect(list.description.name == "opensanctions-us-ofac-sdn")
    #expect(list.description.date == "2026-03-13")
    #expect(list.designations.map(\.id.local) == ["C1", "P1", "W2"])
    #expect(
      list.damage.map(\.description) == [
        "test:11: properties: the value is of another type; expected that of the format"
      ])
    let person = list.designations[1]
    #expect(
      person.names == [
        DesignatedName("Vladimir Example", quality: .primary), DesignatedName("В. Пример", quality: .strong),
        DesignatedName("Vova Example", quality: .strong), DesignatedName("Old Name", quality: .formerlyKnown),
        DesignatedName("Vova", quality: .weak),
      ])
    #expect(person.birthDates.map(\.description) == ["1952-10-07", "1953"])
    #expect(person.programmes == ["US-RUSSIA"])
    #expect(person.legalBases == ["Executive Order 14024"])
    #expect(person.listedOn?.description == "2022-02-25")
    #expect(person.topics == ["sanction", "role.pep"])
    #expect(person.linkedTo == ["opensanctions:C1"])
    #expect(person.addresses == ["1 Example Street, Moscow", "2 Example Lane, Minsk"])
    #expect(
      person.countries.filter { $0.relation == .address }.map(\.code) == ["RU", "BY"])
    #expect(
      person.identifiers == [
        Identifier(kind: .passport, value: "1"), Identifier(kind: .taxID, value: "7702070139", detail: "INN"),
        Identifier(kind: .nationalID, value: "2"), Identifier(kind: .passport, value: "3", country: "RU"),
        Identifier(kind: .wallet, value: "1abc", detail: "XBT"),
      ])
    #expect(list.designations[0].linkedTo == ["opensanctions:P1"])
    #expect(list.designations[2].names.map(\.text) == ["0xabc"])
    #expect(list.designations[2].identifiers == [Identifier(kind: .wallet, value: "0xabc")])
  }

  @Test func entitiesInsideEachOther() throws {
    let text = Fixtures.text("formats/targets.nested.json")
    let list = try #require(try WatchlistReader.read(text: text).first)
    #expect(list.description.name == "opensanctions")
    let person = list.designations[0]
    #expect(person.legalBases == ["EO"])
    #expect(person.addresses == ["1 Example Street, Moscow"])
    #expect(person.identifiers == [Identifier(kind: .wallet, value: "1abc")])
    #expect(person.linkedTo == ["opensanctions:C1"])
  }
}

@Suite struct SenzingRecordsTests {
  /// Features in one array, and in the record itself.
  @Test func otherLayouts() throws {
    let list = try #require(
      try WatchlistReader.read(
        text: """
          {"DATA_SOURCE":"X","RECORD_ID":"1","FEATURES":[{"RECORD_TYPE":"PERSON"},{"NAME_TYPE":"PRIMARY","NAME_FIRST":"Ivan","NAME_MIDDLE":"P","NAME_LAST":"Example"},{"DATE_OF_BIRTH":"1960-01-02"},{"PASSPORT_NUMBER":"5","PASSPORT_COUNTRY":"RU"}]}
          {"DATA_SOURCE":"X","RECORD_ID":"2","RECORD_TYPE":"ORGANIZATION","NAME_ORG":"Bank","OTHER_ID_TYPE":"swiftBic","OTHER_ID_NUMBER":"EXAMRUMM"}
          {"DATA_SOURCE":"X","NAME_FULL":"Nobody"}
          []

          """
      ).first)
    #expect(list.designations.map { $0.names.map(\.text) } == [["Example, Ivan P"], ["Bank"]])
    #expect(list.designations[0].type == .person)
    #expect(list.designations[0].birthDates.map(\.description) == ["1960-01-02"])
    #expect(list.designations[0].identifiers == [Identifier(kind: .passport, value: "5", country: "RU")])
    #expect(list.designations[1].identifiers == [Identifier(kind: .bic, value: "EXAMRUMM")])
    #expect(
      list.damage.map(\.description) == [
        "test:3: RECORD_ID: it is missing; expected a text",
        "test:4: the line is no JSON object; expected one entity as a JSON object",
      ])
  }

  @Test func everyFact() throws {
    let text = Fixtures.text("formats/senzing.json")
    let list = try #require(try WatchlistReader.read(text: text).first)
    #expect(list.description.name == "opensanctions-os-x")
    let person = list.designations[0]
    #expect(person.names.map(\.text) == ["A", "B"])
    #expect(person.gender == .male)
    #expect(person.birthDates.map(\.description) == ["1960-01-02"])
    #expect(person.countries.map { "\($0.relation) \($0.code)" } == ["nationality RU", "citizenship BY"])
    #expect(person.identifiers.map(\.kind) == [.passport, .taxID, .wallet])
    #expect(person.topics == ["sanction"])
    #expect(person.linkedTo == ["opensanctions:NK-2"])
    #expect(list.designations[1].names.map(\.text) == ["C Bank"])
    #expect(list.designations[1].identifiers == [Identifier(kind: .bic, value: "VTBRRUMM")])
  }
}
