import NameScreening
import Testing

@Suite("Why a pair alerts, and why not")
struct PairExplanationTests {
  private let folder: TemporaryFolder
  private let index: ListIndex

  init() throws {
    folder = try TemporaryFolder()
    index = try ListIndex.build(from: [
      folder.write(
        """
        {"list":"test","id":"1","type":"person","names":["IVANOV, Sergei Borisovich",{"name":"Serge the Great","quality":"weak"}],"birth_dates":["1953-01-31"],"gender":"male","identifiers":[{"kind":"passport","value":"4510 123456"}]}
        {"list":"other","id":"1","type":"person","name":"IVANOV, Sergei"}

        """, to: "test.jsonl")
    ])
  }

  private func explain(_ customer: Customer, _ entity: String = "test:1") throws -> PairExplanation {
    let id = try #require(EntityID(entity))
    return try #require(try Screener(index: index).explain(customer, against: id).first)
  }

  @Test("an alert tells the hit that screening gives")
  func alert() throws {
    let customer = Customer(name: "Sergei Borisovich Ivanov", birthDate: PartialDate("1953-01-31"))
    let explanation = try explain(customer)
    let hit = try #require(
      Screener(index: index).screen(customer).first { $0.entityID.description == "test:1" })
    #expect(explanation.verdict == .alert)
    #expect(explanation.hit.score == hit.score)
    #expect(explanation.hit.matchedName == hit.matchedName)
    #expect(explanation.hit.explanation == hit.explanation)
    #expect(explanation.names.map(\.name.text) == ["IVANOV, Sergei Borisovich", "Serge the Great"])
    #expect(explanation.names.first?.retrieval == .scored)
  }

  @Test("what keeps a pair from alerting is named")
  func verdicts() throws {
    let name = "Sergei Borisovich Ivanov"
    #expect(
      try explain(Customer(name: name, birthDate: PartialDate("1990-05-05"))).verdict == .evidenceAgainst)
    #expect(try explain(Customer(name: name, type: .vessel)).verdict == .otherType)
    #expect(try explain(Customer(name: "Ivan Ivanov")).verdict == .nameTooFar)
    #expect(
      try explain(
        Customer(name: "Q", type: .vessel, identifiers: [Identifier(kind: .passport, value: "4510123456")])
      ).verdict == .alert)
    let nobody = EntityID(publisher: "test", local: "9")
    #expect(try Screener(index: index).explain(Customer(name: name), against: nobody).isEmpty)
  }

  @Test("a name that retrieval did not score could not reach the bound that it tells")
  func bounds() throws {
    let index = try ListIndex.embedded()
    let screener = Screener(index: index)
    let customers = [
      "Путін Володимир", "Sergey Ivanov", "Kim Jong", "Bank of Nowhere", "V. Petrov", "Abdul Rahman",
    ]
    var stages: Set<String> = []
    let near = Screener(index: index, options: ScreeningOptions(cutoff: 0.3, limit: 2, explains: false))
    for hit in try customers.flatMap({ try near.screen(Customer(name: $0)) }) {
      for customer in customers {
        for explanation in try screener.explain(Customer(name: customer), against: hit.entityID) {
          for name in explanation.names {
            switch name.retrieval {
            case .scored: stages.insert("scored")
            case .notIndexed, .notScreened: break
            case .bounded(let bound):
              stages.insert("bounded")
              #expect(name.score < bound && bound <= 0.82)
            case .neverMet(let bound):
              stages.insert("never met")
              #expect(name.score < bound && bound <= 0.82)
            }
          }
          let alerts = try screener.screen(Customer(name: customer)).contains {
            $0.entityID == hit.entityID && $0.designation.list == explanation.designation.list
          }
          #expect((explanation.verdict == .alert) == alerts)
        }
      }
    }
    #expect(stages == ["scored", "bounded", "never met"])
  }
}
