import NameScreening
import Testing

@Suite("One person on several lists is one alert")
struct ListingsTests {
  private let index: ListIndex
  private let folder: TemporaryFolder

  private static let lists = """
    {"list":"a","id":"1","type":"person","name":"IVANOV, Sergei Borisovich","birth_dates":["1953-01-31"],"programmes":["P"]}
    {"list":"b","id":"1","type":"person","names":["Иванов Сергей Борисович","Someone Else"],"birth_dates":["1953-01-31"]}
    {"list":"c","id":"1","type":"person","name":"Serge Iwanow","birth_dates":["1953-01-31"],"identifiers":[{"kind":"passport","value":"45 10","country":"RU"}]}
    {"list":"d","id":"1","type":"person","name":"Petrov Pyotr","identifiers":[{"kind":"passport","value":"77 123456","country":"RU"}]}
    {"list":"e","id":"1","type":"person","name":"Sidorov Anton","identifiers":[{"kind":"passport","value":"77-123456","country":"RU"}]}
    {"list":"a","id":"2","type":"person","name":"Mohammed Ahmed","birth_dates":["1970-01-01"]}
    {"list":"b","id":"2","type":"person","name":"Mohammed Ahmed","birth_dates":["1970-01-01"]}
    {"list":"a","id":"3","type":"person","name":"Same Name","birth_dates":["1980-05-05"]}
    {"list":"b","id":"3","type":"person","name":"Same Name","birth_dates":["1981-05-05"]}
    {"list":"c","id":"3","type":"person","name":"Same Name"}
    {"list":"a","id":"4","type":"organization","name":"First Bank","identifiers":[{"kind":"tax_id","value":"7707083893","country":"RU"}]}
    {"list":"a","id":"5","type":"organization","name":"First Bank Holding","identifiers":[{"kind":"tax_id","value":"7707083893","country":"RU"}]}
    {"list":"b","id":"4","type":"organization","name":"First Bank","identifiers":[{"kind":"tax_id","value":"7707083893","country":"RU"}]}
    {"list":"a","id":"6","type":"organization","name":"Second Bank","identifiers":[{"kind":"bic","value":"EXAMRUMM"}]}
    {"list":"b","id":"6","type":"organization","name":"Vtoroi Bank","identifiers":[{"kind":"bic","value":"EXAMRUMMXXX"}]}
    {"list":"a","id":"7","type":"person","name":"Same Person Twice","birth_dates":["1981-07-07"]}
    {"list":"a","id":"8","type":"person","name":"Same Person Twice","birth_dates":["1981-07-07"]}
    {"list":"b","id":"7","type":"person","names":[{"name":"Primary Person"},{"name":"Known Weakly","quality":"weak"}],"birth_dates":["1982-02-02"]}
    {"list":"c","id":"7","type":"person","name":"Known Weakly","birth_dates":["1982-02-02"]}

    """

  init() throws {
    folder = try TemporaryFolder()
    index = try ListIndex.build(from: [folder.write(Self.lists, to: "lists.jsonl")])
  }

  private func screen(_ name: String, _ change: (inout ScreeningOptions) -> Void = { _ in }) throws
    -> [String]
  {
    var options = ScreeningOptions()
    change(&options)
    return try Screener(index: index, options: options).screen(Customer(name: name)).map { hit in
      ([hit.entityID] + hit.listings.map(\.entityID)).map(\.description).joined(separator: " ")
    }
  }

  @Test("an equal name and date of birth join listings in any script")
  func nameAndBirthday() throws {
    let hits = try Screener(index: index).screen(Customer(name: "Sergei Borisovich Ivanov"))
    #expect(hits.first?.entityID.description == "a:1")
    #expect(hits.first?.listings.map(\.entityID.description).contains("b:1") == true)
    #expect(hits.first?.listings.first?.score != nil)
    #expect(!hits.dropFirst().contains { $0.entityID.description == "b:1" })
  }

  @Test("an equal passport joins listings whose names do not, and the other one is named without a score")
  func identifiers() throws {
    let hits = try Screener(index: index).screen(Customer(name: "Pyotr Petrov"))
    #expect(hits.map(\.entityID.description) == ["d:1"])
    #expect(hits.first?.listings.map(\.entityID.description) == ["e:1"])
    #expect(hits.first?.listings.first?.score == nil)
    #expect(hits.first?.listings.first?.matchedName.text == "Sidorov Anton")
    #expect(try screen("Second Bank").contains("a:6 b:6"))
  }

  @Test("a name alone never joins, nor the first of January, a number of several entries, or a weak alias")
  func noProof() throws {
    #expect(try screen("Mohammed Ahmed").sorted() == ["a:2", "b:2"])
    #expect(try screen("Same Name").sorted() == ["a:3", "b:3", "c:3"])
    #expect(try screen("First Bank").contains("b:4"))
    #expect(try screen("Known Weakly").sorted() == ["b:7", "c:7"])
  }

  @Test("the entries of one list stay apart")
  func oneList() throws {
    #expect(try screen("Same Person Twice").sorted() == ["a:7", "a:8"])
  }

  @Test("ungrouped, every listing is a hit; the limit counts alerts")
  func ungrouped() throws {
    #expect(try screen("Second Bank") { $0.groupsListings = false }.contains("a:6"))
    #expect(try screen("Same Name") { $0.limit = 2 }.count == 2)
    #expect(try screen("Sergei Borisovich Ivanov") { $0.groupsListings = false }.contains("b:1"))
  }

  @Test("weak aliases are screened unless that is off, with the index and without")
  func weakAliases() throws {
    for isExhaustive in [false, true] {
      let on = try screen("Known Weakly") { $0.isExhaustive = isExhaustive }
      let off = try screen("Known Weakly") {
        $0.includesWeakAliases = false
        $0.isExhaustive = isExhaustive
      }
      #expect(on.sorted() == ["b:7", "c:7"])
      #expect(off == ["c:7"])
    }
    let hits = try Screener(index: index).screen(Customer(name: "Known Weakly"))
    #expect(hits.first { $0.entityID.description == "b:7" }?.matchedName.quality == .weak)
  }

  @Test("a list that lost more than a tenth is told")
  func shrinkage() throws {
    let lines = Self.lists.split(separator: "\n").filter { !$0.contains("\"list\":\"a\",\"id\":\"1\"") }
    let smaller = try ListIndex.build(from: [
      folder.write(
        lines.filter { !$0.contains("\"list\":\"e\"") }.joined(separator: "\n") + "\n", to: "s.jsonl")
    ])
    #expect(
      try smaller.shrinkage(since: index) == [
        ListShrinkage(list: "a", before: 8, lost: 1), ListShrinkage(list: "e", before: 1, lost: 1),
      ])
    #expect(try index.shrinkage(since: smaller) == [])
  }
}
