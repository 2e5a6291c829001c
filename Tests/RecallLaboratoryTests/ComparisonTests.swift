import Foundation
import NameScreening
import RecallLaboratory
import Testing

@Suite("Answers of another engine, and questions about cut-offs")
final class ComparisonTests {
  private let list: SmallList

  init() throws { list = try SmallList() }
  deinit { list.remove() }

  private func file(_ name: String, _ text: String) throws -> String {
    let path = list.folder + "/" + name
    try text.write(toFile: path, atomically: true, encoding: .utf8)
    return path
  }

  @Test("An engine that answers as we do finds what we find; one that answers nothing finds nothing")
  func rivals() async throws {
    let run = try await list.run()
    let entity = { (query: LaboratoryQuery) in run.designations[query.designation].id.description }
    var same = "query_id,entity_id,score\n"
    for (query, outcome) in zip(run.queries, run.outcomes) where outcome.score >= 0.82 {
      same += "\(query.customer.id),\(entity(query)),\(outcome.score)\n"
    }
    let figures = try RecallFigures(
      run,
      rivals: [
        RivalAnswers(path: file("same.csv", same), run: run),
        RivalAnswers(path: file("none.csv", "query_id,entity_id\n"), run: run),
      ])
    #expect(figures.comparisons[0].name == "same")
    #expect(figures.comparisons[0].recall == figures.recall)
    #expect(figures.comparisons[0].oursAlone == 0 && figures.comparisons[0].theirsAlone == 0)
    #expect(figures.comparisons[1].recall.count == 0)
    #expect(figures.comparisons[1].oursAlone == figures.recall.count)
    for comparison in figures.comparisons {
      #expect(
        comparison.both + comparison.oursAlone + comparison.theirsAlone + comparison.neither
          == figures.recall.total)
    }
    #expect(figures.html.contains("Compared with other engines"))
  }

  @Test("An engine that alerts on every innocent is compared where it alerts on no more than we do")
  func evenAlerts() async throws {
    let run = try await list.run()
    var hits = "query_id,entity_id,score\n"
    // Right answers score 0.9 or 0.4, innocents 0.5.
    for (place, query) in run.queries.enumerated() {
      hits +=
        "\(query.customer.id),\(run.designations[query.designation].id),\(place.isMultiple(of: 2) ? 0.9 : 0.4)\n"
    }
    for place in run.base.customers.indices { hits += "\(run.fingerprint)-c\(place + 1),test:1,0.5\n" }
    let figures = try RecallFigures(run, rivals: [RivalAnswers(path: file("loud.csv", hits), run: run)])
    let comparison = figures.comparisons[0]
    #expect(comparison.recall.rate == 1)
    #expect(comparison.alerted.rate == 1)
    #expect(comparison.evenAlerted.count <= figures.alerted.count)
    #expect(abs(comparison.even.rate - 0.5) < 0.1)
  }

  @Test(
    "Answers to other queries, and broken ones, are one-line errors with their line",
    arguments: [
      ("query_id,entity_id,score\nabc-q1,test:1,0.9\n", ":2: 'abc-q1'"),
      ("query_id,entity_id,score\nMARK-q999999,test:1,0.9\n", ":2: 'MARK-q999999'"),
      ("query_id,entity_id,score\nMARK-q1,test:1,high\n", ":2: 'high'"),
      ("id,name\n1,2\n", ":1: the header"), ("", ":1: the file is empty"),
    ])
  func strangers(_ text: String, _ problem: String) async throws {
    var run = RecallRun(index: list.index, base: .ordinary(10, seed: 1), options: SmallList.options())
    try await run.makeQueries()
    let path = try file("hits.csv", text.replacingOccurrences(of: "MARK", with: run.fingerprint))
    let wanted = problem.replacingOccurrences(of: "MARK", with: run.fingerprint)
    #expect {
      try RivalAnswers(path: path, run: run)
    } throws: { error in
      let line = "\(error)"
      return line.hasPrefix(path + wanted) && line.contains("expected") && !line.contains("\n")
    }
  }

  @Test("A run is called by its list, its queries and its customers, whatever is then measured of them")
  func fingerprints() async throws {
    func fingerprint(_ base: InnocentCustomers, _ change: (inout RecallOptions) -> Void = { _ in })
      async throws -> String
    {
      var run = RecallRun(index: list.index, base: base, options: SmallList.options(change))
      try await run.makeQueries()
      return run.fingerprint
    }
    func base(_ customers: Customer...) -> InnocentCustomers {
      InnocentCustomers(source: "test", customers: customers)
    }
    let customer = Customer(id: "a", name: "Alina Kabajeva")
    let own = try await fingerprint(base(customer))
    #expect(own.count == 8)
    #expect(try await fingerprint(base(customer)) { $0.screening.cutoff = 0.9 } == own)
    #expect(try await fingerprint(base(Customer(id: "b", name: "Alina Kabajeva"))) == own)
    var others = [
      try await fingerprint(base(Customer(id: "a", name: "Alina Kabaeva"))),
      try await fingerprint(base(Customer(id: "a", name: "Alina Kabajeva", countries: ["RU"]))),
      try await fingerprint(base(customer, customer)), try await fingerprint(.ordinary(20, seed: 1)),
      try await fingerprint(.ordinary(21, seed: 1)),
    ]
    others += [
      try await fingerprint(base(customer)) { $0.seed = 2 },
      try await fingerprint(base(customer)) { $0.queries = 100 },
      try await fingerprint(base(customer)) { $0.exactNames = 3 },
    ]
    #expect(Set(others + [own]).count == others.count + 1)
  }

  @Test("Stored scores answer as a new screening does, and only for the same customers, options and scores")
  func whatIf() async throws {
    let customers = [
      Customer(id: "a", name: "Yuri Petrovich Shchukim"), Customer(id: "b", name: "Alina Kabajeva"),
      Customer(id: "c", name: "Nobody Whatsoever"), Customer(id: "d", name: "Kim Jong"),
      // A file without ids may number two alike.
      Customer(id: "d", name: "Kim Jong Gil"),
    ]
    let options = SmallList.options { $0.floor = 0.6 }
    var run = RecallRun(
      index: list.index, base: InnocentCustomers(source: "test", customers: customers), options: options)
    try await run.screenCustomers()
    let path = list.folder + "/stored"
    let folder = try ReportFolder(path: path, files: InnocentCustomers.storedFiles)
    try run.base.store(in: folder, mark: run.baseMark)
    try folder.commit()
    var again = RecallRun(
      index: list.index, base: InnocentCustomers(source: "test", customers: customers), options: options)
    let isRestored = try await again.restoreCustomers(from: path)
    #expect(isRestored)
    #expect(again.base.hits == run.base.hits)
    for cutoff in stride(from: 0.6, through: 1, by: 0.02) {
      let screener = Screener(index: list.index, options: ScreeningOptions(cutoff: cutoff))
      let hits = try customers.map { try screener.screen($0).count }
      #expect(again.base.alerts(at: cutoff) == hits.reduce(0, +))
      #expect(again.base.alerted(at: cutoff).count == hits.count { $0 > 0 })
    }
    let truth = [WhatIf.TrueHit(customer: "a", entity: "test:1"), .init(customer: "d", entity: "test:8")]
    let trueScores = truth.map { hit in run.base.hits.first { $0.entity == hit.entity }?.score ?? 0 }
    let answers = WhatIf(
      [("1", 1), ("low", 0.6)], base: again.base, present: trueScores[0], trueHits: truth, daily: 100
    ).answers
    #expect(answers[0].lost.contains(truth[0]))
    #expect(answers[1].found.count == 2 && answers[1].lost == [])
    var others = RecallRun(
      index: list.index,
      base: InnocentCustomers(source: "test", customers: [Customer(id: "a", name: "Other")]),
      options: options)
    let isMistaken = try await others.restoreCustomers(from: path)
    #expect(!isMistaken)
    for change: (inout RecallOptions) -> Void in [
      { $0.screening.includesWeakAliases = false }, { $0.screening.groupsListings = false },
      { $0.screening.type = .vessel }, { $0.floor = 0.55 },
    ] {
      var changed = options
      change(&changed)
      var other = RecallRun(
        index: list.index, base: InnocentCustomers(source: "test", customers: customers), options: changed)
      let isMistaken = try await other.restoreCustomers(from: path)
      #expect(!isMistaken)
    }
    // Scores of another build of the same version differ from what this one gives.
    let scores = try String(contentsOfFile: path + "/scores.csv", encoding: .utf8)
    let first = try #require(run.base.hits.first)
    try scores.replacingOccurrences(of: "\(first.score)", with: "\(first.score - 0.001)")
      .write(toFile: path + "/scores.csv", atomically: true, encoding: .utf8)
    let isStale = try await again.restoreCustomers(from: path)
    #expect(!isStale)
  }

  @Test("Cut-offs are numbers and presets")
  func cutoffs() {
    #expect(WhatIf.cutoff("0.8") == 0.8)
    #expect(WhatIf.cutoff("balanced") == ScreeningOptions.defaultCutoff)
    #expect((WhatIf.cutoff("wide") ?? 1) < (WhatIf.cutoff("strict") ?? 0))
    #expect(WhatIf.cutoff("1.2") == nil && WhatIf.cutoff("loose") == nil)
  }
}
