import NameScreening
import Testing

@Suite("Customers meet designations")
struct ScreenerTests {
  private let folder: TemporaryFolder
  private let index: ListIndex

  private static let list = """
    {"list":"test","list_date":"2024-05-03","id":"1","type":"person","names":["IVANOV, Sergei Borisovich",{"name":"Иванов Сергей Борисович","quality":"weak"}],"programmes":["P1"],"legal_basis":["Act 1"],"birth_dates":["1953-01-31"],"countries":[{"code":"RU","relation":"nationality"}],"gender":"male","identifiers":[{"kind":"passport","value":"4510 123456"}]}
    {"list":"test","id":"2","type":"organization","name":"Example Trading Bank","identifiers":[{"kind":"bic","value":"EXAMRUMM"}]}
    {"list":"test","id":"3","type":"person","name":"Aleksandr Lukashenko","identifiers":[{"kind":"wallet","value":"1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa"},{"kind":"wallet","value":"0x00000000219ab540356cBB839Cbe05303d7705Fa"}]}
    {"list":"test","id":"4","type":"unknown","name":"Something Unsaid Entirely"}

    """

  init() throws {
    folder = try TemporaryFolder()
    index = try ListIndex.build(from: [folder.write(Self.list, to: "test.jsonl")])
  }

  private func screen(_ customer: Customer, _ options: ScreeningOptions = .init()) throws -> [Hit] {
    try Screener(index: index, options: options).screen(customer)
  }

  @Test("a hit tells what an analyst needs")
  func wholeHit() throws {
    let hit = try #require(
      screen(
        Customer(
          id: "17", name: "Sergei Borisovich Ivanov", birthDate: PartialDate("1953-01-31"), countries: ["RU"],
          gender: .male)
      ).first)
    #expect(hit.queryID == "17")
    #expect(hit.entityID.description == "test:1")
    #expect(hit.listDate == "2024-05-03")
    #expect(hit.matchedName.text == "IVANOV, Sergei Borisovich")
    #expect(hit.score == hit.nameScore)
    #expect(hit.evidence.map(\.kind) == [.birthDate, .country, .gender])
    #expect(!hit.explanation.isEmpty)
    #expect(hit.designation.programmes == ["P1"])
  }

  @Test("what was found for a name changes nothing for the next customer who bears it")
  func repeatedNames() throws {
    let names = [
      "Sergei Borisovich Ivanov", "Иванов Сергей Борисович", "Example Trading Bank", "Lukashenko Aleksandr",
      "Something Unsaid Entirely", "!!!", "", String(repeating: "Ivanov ", count: 40),
    ]
    var customers: [Customer] = []
    for type in [nil, .person, .organization] as [EntityType?] {
      for identifiers in [[], [Identifier(kind: .bic, value: "EXAMRUMM")]] {
        for name in names {
          customers.append(
            Customer(id: "\(customers.count)", name: name, type: type, identifiers: identifiers))
        }
      }
    }
    var dated = Customer(name: names[0], birthDate: PartialDate("1988-05-05"))
    dated.countries = ["BY"]
    customers.append(dated)
    var screener = Screener(index: index)
    for (cutoff, takesWeak, algorithm) in [
      (0.82, true, .names), (0.4, true, .names), (0.82, false, .names), (0.4, true, .ngram),
    ] as [(Double, Bool, MatchingAlgorithm)] {
      screener.options.cutoff = cutoff
      screener.options.includesWeakAliases = takesWeak
      screener.options.algorithm = algorithm
      let alone = customers.map { outcome(of: $0, by: Screener(index: index, options: screener.options)) }
      #expect(customers.map { outcome(of: $0, by: screener) } == alone)
      let backwards = customers.reversed().map { outcome(of: $0, by: screener) }
      #expect(backwards.reversed() == alone)
    }
  }

  private func outcome(of customer: Customer, by screener: Screener) -> [String] {
    do {
      return try screener.screen(customer).map {
        "\($0.queryID) \($0.entityID) \($0.matchedName.text) \($0.nameScore) \($0.score) \($0.explanation)"
      }
    } catch {
      return ["\(error)"]
    }
  }

  @Test("names that are listed alike are scored and explained as each would be alone")
  func namesListedAlike() throws {
    var rows: [String] = []
    for name in ["Ivan Petrov", "PETROV, Ivan", "Petrov Ivan Sergeevich", "Petrov Trading Company LLC"] {
      for type in ["person", "organization", "unknown", "vessel", "person"] {
        rows.append(
          "{\"list\":\"test\",\"id\":\"\(rows.count)\",\"type\":\"\(type)\",\"name\":\"\(name)\"}\n")
      }
    }
    var options = ScreeningOptions(cutoff: 0.5)
    options.limit = 0
    let together = Screener(
      index: try .build(from: [folder.write(rows.joined(), to: "alike.jsonl")]), options: options)
    let alone = try rows.map { row in
      Screener(index: try .build(from: [folder.write(row, to: "one.jsonl")]), options: options)
    }
    for name in ["Ivan Petrov", "Ivan Sergeevich Petrow", "Petrov Trading", "Петров Иван"] {
      let expected = Set(alone.flatMap { outcome(of: Customer(name: name), by: $0) })
      let found = outcome(of: Customer(name: name), by: together)
      #expect(found.count > rows.count / 4)
      #expect(Set(found) == expected)
      #expect(found.count == expected.count)
    }
  }

  @Test("a designation stands once, with its best name")
  func bestName() throws {
    let hits = try screen(Customer(name: "Иванов Сергей Борисович"))
    #expect(hits.count == 1)
    #expect(hits.first?.matchedName.quality == .weak)
  }

  @Test("contradicting facts lower the score by their effects, and under the cut-off there is no hit")
  func contradiction() throws {
    let other = Customer(
      name: "Sergei Borisovich Ivanov", birthDate: PartialDate("1988-05-05"), countries: ["BY"],
      gender: .female)
    let hit = try #require(screen(other, ScreeningOptions(cutoff: 0.1)).first)
    let sum = hit.evidence.reduce(hit.nameScore) { $0 + $1.effect }
    #expect(abs(hit.score - sum) < 1e-9)
    #expect(hit.score < 0.75)
    #expect(try screen(other).isEmpty)
  }

  @Test("an equal identifier is a hit by itself, whatever the name says")
  func identifiers() throws {
    for identifier in [
      Identifier(kind: .passport, value: "4510123456"), Identifier(kind: .bic, value: "examrummxxx"),
      Identifier(kind: .wallet, value: "0x00000000219AB540356CBB839CBE05303D7705FA"),
      Identifier(kind: .wallet, value: "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa"),
    ] {
      for name in ["Somebody Else", "", "Aleksandr Lukashenko"] {
        let hits = try screen(Customer(name: name, identifiers: [identifier]))
        let hit = try #require(hits.first { $0.evidence.contains { $0.kind == .identifier } })
        #expect(hit.score == 1)
      }
    }
    #expect(
      try screen(Customer(name: "Somebody Else", identifiers: [Identifier(kind: .passport, value: "1")]))
        .isEmpty)
  }

  @Test("a branch of a listed bank is that bank, and the branch is told")
  func branches() throws {
    let hit = try #require(
      screen(Customer(name: "", identifiers: [Identifier(kind: .bic, value: "EXAMRUMM012")])).first)
    #expect(hit.score == 1)
    #expect(hit.evidence.first?.note.contains("012") == true)
  }

  @Test("a base58 address that differs in letter case only is suspected, and says why")
  func suspectedAddress() throws {
    let wallet = Identifier(kind: .wallet, value: "1a1zp1ep5qgefi2dmptftl5slmv7divfna")
    let hit = try #require(screen(Customer(name: "", identifiers: [wallet])).first)
    #expect(hit.evidence.map(\.kind) == [.suspectedIdentifier])
    #expect(hit.evidence.first?.note.contains("letter case") == true)
    #expect(hit.score < 1)
  }

  @Test("a type leaves out the others, but not designations whose list does not tell theirs")
  func types() throws {
    #expect(try screen(Customer(name: "Example Trading Bank", type: .person)).isEmpty)
    #expect(try screen(Customer(name: "Example Trading Bank", type: .organization)).count == 1)
    #expect(try screen(Customer(name: "Something Unsaid Entirely", type: .vessel)).count == 1)
    #expect(try screen(Customer(name: "Example Trading Bank"), ScreeningOptions(type: .vessel)).isEmpty)
  }

  @Test(
    "names of marks only, and names that are too long, are errors of that customer",
    arguments: [
      ("\u{301}\u{302}\u{303}", 1), ("...", 1), ("\u{200B}\u{202E}", 1), ("x", 1 << 20), ("a b ", 1 << 9),
    ])
  func unusableNames(part: String, count: Int) throws {
    let name = String(repeating: part, count: count)
    #expect(throws: ScreeningError.self) { try screen(Customer(name: name)) }
  }

  @Test("the limit keeps the best hits")
  func limit() throws {
    let all = try screen(Customer(name: "Sergei Borisovich Ivanov"), ScreeningOptions(cutoff: 0.01))
    let one = try screen(Customer(name: "Sergei Borisovich Ivanov"), ScreeningOptions(cutoff: 0.01, limit: 1))
    #expect(one.count == 1)
    #expect(one.first?.entityID == all.first?.entityID)
  }

  @Test(
    "bulk results come in the order of the customers, for any number of tasks and any batch",
    arguments: [
      (1, 1), (1, 64), (2, 3), (8, 7), (2, 1000), (.max, .max),
    ])
  func bulkKeepsOrder(concurrency: Int, batchSize: Int) async throws {
    let customers = (0..<200).map { number in
      Customer(
        id: "\(number)", name: number % 50 == 13 ? "..." : number % 3 == 0 ? "Aleksandr Lukashenko" : "N N")
    }
    let stream = AsyncStream<Customer> { continuation in
      for customer in customers { continuation.yield(customer) }
      continuation.finish()
    }
    let screener = Screener(index: index)
    var ids: [String] = []
    for try await screened in screener.screen(stream, concurrency: concurrency, batchSize: batchSize) {
      ids.append(screened.customer.id)
      switch screened.hits {
      case .success(let hits): #expect(hits.count == (screened.customer.name == "N N" ? 0 : 1))
      case .failure(let error): #expect(error == .nothingToScreen)
      }
    }
    #expect(ids == customers.map(\.id))
  }

  @Test("an index that is written and opened answers like the one that was built")
  func roundTrip() throws {
    let path = folder.path + "/test.index"
    try index.write(to: path)
    let opened = try ListIndex.open(at: path)
    for name in ["Sergei Ivanov", "Example Bank", "Lukashenko Aleksandr"] {
      let options = ScreeningOptions(cutoff: 0.3)
      let built = try Screener(index: index, options: options).screen(Customer(name: name))
      let mapped = try Screener(index: opened, options: options).screen(Customer(name: name))
      #expect(built.map(\.entityID) == mapped.map(\.entityID))
      #expect(built.map(\.score) == mapped.map(\.score))
    }
  }

  @Test("two names compare without a list")
  func comparison() throws {
    let comparison = try Screener(index: index).compare("Ivanov Sergei", "Sergei IVANOV", type: .person)
    #expect(comparison.score == 1)
    #expect(!comparison.explanation.isEmpty)
  }

  @Test("the embedded list opens and finds its own names")
  func embedded() throws {
    let screener = Screener(index: try .embedded())
    let hits = try screener.screen(Customer(name: "Владимир Владимирович Путин"))
    #expect(
      hits.first.map { $0.designation.names.contains { $0.text.uppercased().contains("PUTIN") } } == true)
  }
}
