import Designations
import Testing

@testable import Watchlists

@Suite struct OwnLinesTests {
  private let whole = Fixtures.text("formats/own.jsonl")

  @Test func everyField() throws {
    let list = try #require(try WatchlistReader.read(text: whole + "\n").first)
    #expect(
      list.description
        == {
          var description = ListDescription(
            name: "l", publisher: "ofac", format: "NameScreen JSON Lines", date: "2024-05-03")
          description.damagedRows = 0
          return description
        }())
    var expected = Designation(
      id: EntityID(publisher: "ofac", local: "35096"), list: "l", type: .person,
      names: [
        DesignatedName("PUTIN, Vladimir", quality: .primary),
        DesignatedName("Владимир Путин", quality: .weak, language: "ru"),
        DesignatedName("Wladimir Putin", quality: .strong),
      ])
    expected.programmes = ["RUSSIA-EO14024"]
    expected.legalBases = ["Executive Order 14024"]
    expected.listedOn = PartialDate(year: 2022, month: 2, day: 25)
    expected.lastChanged = PartialDate(year: 2023)
    expected.birthDates = [
      .exact(PartialDate(year: 1952, month: 10, day: 7)), .circa(PartialDate(year: 1953)),
      .range(PartialDate(year: 1950), PartialDate(year: 1951, month: 6)),
    ]
    expected.birthPlaces = ["Leningrad"]
    expected.countries = [ListedCountry(code: "RU", relation: .nationality)]
    expected.gender = .male
    expected.identifiers = [
      Identifier(kind: .wallet, value: "bc1q", detail: "XBT"),
      Identifier(kind: .passport, value: "1", country: "RU"),
    ]
    expected.titles = ["President"]
    expected.remarks = "R"
    expected.linkedTo = ["X"]
    expected.topics = ["role.pep"]
    #expect(list.designations == [expected])
  }

  @Test func shortForm() throws {
    let lists = try WatchlistReader.read(
      text:
        "\u{FEFF}{\"id\":\"2\",\"name\":\"B\"}\r\n\n{\"id\":\"1\",\"name\":\"A\",\"list\":null}\n{\"id\":\"1\",\"name\":\"C\",\"list\":\"z\"}",
      name: "folder/mine.jsonl")
    #expect(lists.map(\.description.name) == ["mine", "z"])
    #expect(lists[0].designations.map(\.id.description) == ["mine:1", "mine:2"])
    #expect(lists[0].designations[0].type == .unknown)
  }

  @Test(arguments: [
    (
      "{\"id\":\"1\",\"name\":\"A\",\"nmae\":\"B\"}",
      "nmae: there is no such field; expected addresses, birth_dates"
    ),
    ("{\"name\":\"A\"}", "id: it is missing; expected a string"),
    ("{\"id\":1,\"name\":\"A\"}", "id: the value is of another type; expected a string"),
    ("{\"id\":\"1\"}", "name: it is missing; expected name or names"),
    ("{\"id\":\"1\",\"name\":\" \"}", "name: the string is empty; expected some text, or no such field"),
    (
      "{\"id\":\"1\",\"name\":\"A\",\"names\":[\"B\"]}",
      "name: there is \"names\" too; expected one of the two"
    ),
    (
      "{\"id\":\"1\",\"names\":[{\"text\":\"A\"}]}",
      "names.text: there is no such field; expected language, name"
    ),
    ("{\"id\":\"1\",\"names\":[7]}", "names: the value is of another type; expected an array of objects"),
    (
      "{\"id\":\"1\",\"name\":\"A\",\"type\":\"company\"}",
      "type: \"company\" is none of its values; expected person"
    ),
    (
      "{\"id\":\"1\",\"name\":\"A\",\"birth_dates\":[\"1952-13\"]}",
      "birth_dates: \"1952-13\" is no date; expected YYYY"
    ),
    ("{\"id\":\"1\",\"name\":\"A\",\"listed_on\":\"May\"}", "listed_on: \"May\" is no date; expected YYYY"),
    (
      "{\"id\":\"1\",\"name\":\"A\",\"countries\":[{\"code\":\"ZZ\",\"relation\":\"flag\"}]}",
      "countries.country: \"ZZ\" is no country code"
    ),
    ("{\"id\":\"1\",\"name\":\"A\",\"countries\":[{\"code\":\"RU\"}]}", "countries.relation: it is missing"),
    (
      "{\"id\":\"1\",\"name\":\"A\",\"identifiers\":[{\"kind\":\"bic\"}]}", "identifiers.value: it is missing"
    ),
    (
      "{\"id\":\"1\",\"name\":\"A\",\"titles\":[1]}",
      "titles: the value is of another type; expected an array of"
    ),
    ("{\"id\":\"1\",\"name\":\"A\"", "the line is no JSON object; expected one designation as a JSON object"),
    ("[]", "the line is no JSON object"), ("x", "the line is no JSON object"),
    ("{\"id\":\"0\",\"name\":\"A\"}", "id: t:0 stands in the list already; expected each entry once"),
  ])
  func errorsNameLineAndField(line: String, message: String) throws {
    let good = "{\"id\":\"0\",\"name\":\"Z\"}"
    let list = try #require(try WatchlistReader.read(text: "\(good)\n\(line)\n", name: "t").first)
    #expect(list.designations.count == 1)
    #expect(list.damage.count == 1)
    #expect(list.damage[0].description.hasPrefix("t:2: " + message), "\(list.damage[0])")
  }
}

@Suite struct OwnTableTests {
  @Test func rowsOfOneDesignation() throws {
    let lists = try WatchlistReader.read(
      text: """
        ID,list,Name,type,alias_quality,programme,legal_basis,dob,country,gender,wallet,bic,passport,tax_id
        7,l,"PUTIN, Vladimir",person,,P,B,1952-10-07,Russia,m,bc1q,,AB 1,77
        7,l,Путин,,weak,P,,circa 1952,RU,,0xab,,,
        8,l,Bank,organization,,,,,BY,,,VTBRRUMM,,
        7,,Ship,vessel,,,,,Panama,,,,,
        """, name: "dir/own.csv")
    #expect(lists.map(\.description.name) == ["l", "own"])
    #expect(lists[0].designations.count == 2)
    let person = lists[0].designations[0]
    #expect(person.id.description == "l:7")
    #expect(
      person.names == [
        DesignatedName("PUTIN, Vladimir", quality: .primary), DesignatedName("Путин", quality: .weak),
      ])
    #expect(person.programmes == ["P"])
    #expect(person.legalBases == ["B"])
    #expect(person.birthDates.map(\.description) == ["1952-10-07", "circa 1952"])
    #expect(person.countries == [ListedCountry(code: "RU", relation: .nationality)])
    #expect(person.gender == .male)
    #expect(
      person.identifiers == [
        Identifier(kind: .wallet, value: "bc1q"), Identifier(kind: .passport, value: "AB 1"),
        Identifier(kind: .taxID, value: "77"), Identifier(kind: .wallet, value: "0xab"),
      ])
    #expect(lists[0].designations[1].countries == [ListedCountry(code: "BY", relation: .jurisdiction)])
    #expect(lists[1].designations[0].countries == [ListedCountry(code: "PA", relation: .flag)])
  }

  @Test func tabSeparatedIsLiteral() throws {
    let lists = try WatchlistReader.read(text: "id\tname\n1\t\"A\" Ltd\n2\t\"B\n", name: "x.tsv")
    #expect(lists[0].designations.map(\.names[0].text) == ["\"A\" Ltd", "\"B"])
    #expect(lists[0].description.format == "NameScreen TSV")
  }

  @Test(arguments: [
    ("2,,", "t:3: name: it is empty; expected a name"), (",B,", "t:3: id: it is empty"),
    ("2,B", "t:3: the row has 2 fields; expected 3 as in the header"),
    ("2,B,C,D", "t:3: the row has 4 fields; expected 3 as in the header"),
    ("2,B,yeti", "t:3: type: \"yeti\" is none of its values; expected person"),
    ("1,B,vessel", "t:3: type: t:1 is of type person in an earlier row; expected the same type"),
    ("2,\"B\"C,", "t:3: text follows a closing quote; expected a separator"),
  ])
  func damagedRows(row: String, message: String) throws {
    let list = try #require(
      try WatchlistReader.read(text: "id,name,type\n1,A,person\n\(row)\n3,C,\n", name: "t").first)
    #expect(list.designations.map(\.id.local) == ["1", "3"])
    #expect(list.damage.count == 1)
    #expect(list.damage[0].description.hasPrefix(message), "\(list.damage[0])")
  }

  @Test(arguments: [
    ("id,name,nmae\n1,A,B\n", "t:1: there is no column \"nmae\" in this format; expected id, name, list"),
    ("id,name,name\n1,A,B\n", "t:1: the column name stands there twice; expected each once"),
    ("id,name\n", "t:1: there is no row behind the header; expected at least one designation"),
    ("id,name\n1,\n", "t:2: it is empty; expected a name; expected at least one designation"),
    ("id,name\n1,A\n2", "t:3: the file ends in the middle of a row; expected the whole file"),
    ("id,name\n1,A\n2,\"B", "t:3: the file ends in the middle of a row; expected the whole file"),
  ])
  func unreadableTables(text: String, message: String) {
    #expect {
      try WatchlistReader.read(text: text, name: "t")
    } throws: { error in
      "\(error)".hasPrefix(message)
    }
  }
}
