import Foundation
import NameScreening
import RecallLaboratory
import Testing

@Suite("A run measures what a screening finds")
final class RecallRunTests {
  private let list: SmallList

  init() throws { list = try SmallList() }
  deinit { list.remove() }

  @Test("Equal seeds write equal bytes, for any number of threads; other seeds ask other queries")
  func reproducible() async throws {
    let one = try list.files(await list.run(SmallList.options { $0.threads = 1 }))
    let four = try list.files(await list.run(SmallList.options { $0.threads = 4 }))
    #expect(one.count == RecallFigures.files.count + 2)
    for (name, text) in one { #expect(text == four[name], "\(name) differs") }
    let other = try list.files(await list.run(SmallList.options { $0.seed = 2 }))
    #expect(one["queries.csv"] != other["queries.csv"])
  }

  @Test("Screening the whole list gives what was measured, at any cut-off", arguments: [0.75, 0.82, 0.95])
  func verified(_ cutoff: Double) async throws {
    let run = try await list.run(
      SmallList.options {
        $0.screening.cutoff = cutoff
        $0.verified = 10_000
      })
    #expect(run.verification.queries == run.queries.count)
    #expect(run.verification.differences == [])
  }

  @Test("Totals add up to the queries made, and exact names are all found")
  func totals() async throws {
    let run = try await list.run()
    let figures = RecallFigures(run)
    let byLevel = figures.levels.flatMap(\.rows).map(\.found.total).reduce(0, +)
    let combined = figures.combined.map(\.found.total).reduce(0, +)
    let negatives = figures.negatives.map(\.found.total).reduce(0, +)
    #expect(byLevel + combined == figures.recall.total)
    #expect(figures.exact.found.total + figures.recall.total + negatives == run.queries.count)
    #expect(figures.scripts.map(\.found.total).reduce(0, +) == figures.recall.total)
    #expect(figures.types.map(\.found.total).reduce(0, +) == figures.recall.total)
    let found = figures.levels.flatMap(\.rows).map(\.found.count).reduce(0, +)
    let foundCombined = figures.combined.map(\.found.count).reduce(0, +)
    #expect(found + foundCombined == figures.recall.count)
    #expect(figures.exact.found.count == figures.exact.found.total)
    #expect(figures.exact.found.total == 10)
    // Each row adds up at every cut-off too.
    let rows = figures.levels.flatMap(\.rows) + figures.combined
    for (place, point) in figures.points.enumerated() {
      #expect(rows.map { $0.foundAt[place].count }.reduce(0, +) == point.recall.count)
      #expect(figures.negatives.map { $0.foundAt[place].count }.reduce(0, +) == point.negatives.count)
    }
    // At the floor everything that is kept alerts; no cut-off finds more than a lower one.
    for (low, high) in zip(figures.points, figures.points.dropFirst()) {
      #expect(low.recall.count >= high.recall.count)
      #expect(low.alerted.count >= high.alerted.count)
    }
    #expect(Set(run.queries.map(\.customer.id)).count == run.queries.count)
  }

  @Test("Every listed name is a control, weak aliases where they are screened, or as many as asked for")
  func exactNames() async throws {
    func exact(_ change: (inout RecallOptions) -> Void) async throws -> [LaboratoryQuery] {
      try await list.run(SmallList.options(change)).queries.filter { $0.purpose == .exact }
    }
    let all = try await exact { _ in }
    let names = try (0..<list.index.designationCount).flatMap { try list.index.designation(at: $0).names }
    #expect(all.map(\.customer.name) == names.map(\.text))
    let strong = try await exact { $0.screening.includesWeakAliases = false }
    #expect(strong.map(\.customer.name) == names.filter { $0.quality != .weak }.map(\.text))
    #expect(try await exact { $0.exactNames = 4 }.count == 4)
  }

  @Test("Every designation is ranked by how easily it is evaded, unless fewer are asked for")
  func ranking() async throws {
    let run = try await list.run(SmallList.options { $0.evaders = nil })
    #expect(Set(run.evasions.map(\.designation)) == Set(0..<list.index.designationCount))
    #expect(try await list.run(SmallList.options { $0.evaders = 3 }).evasions.count == 3)
  }

  @Test("Most kinds of mutation find a name to change even in a small list")
  func kinds() async throws {
    let run = try await list.run()
    let made = Set(run.queries.flatMap(\.mutations))
    #expect(made.count > 50)
    #expect(run.queries.contains { $0.mutations.count == 3 })
  }

  @Test("What needs less effort comes first, and what evades is under the cut-off")
  func evasion() async throws {
    let run = try await list.run()
    #expect(run.evasions.count == 8)
    let efforts = run.evasions.map { $0.effort ?? 99 }
    #expect(efforts == efforts.sorted())
    let screener = Screener(index: list.index)
    for evasion in run.evasions where evasion.effort != nil {
      #expect(evasion.score < ScreeningOptions.defaultCutoff)
      let cost = evasion.mutations.compactMap { Mutation.named($0)?.effort }.reduce(0, +)
      #expect(cost == evasion.effort)
      let hits = try screener.screen(Customer(name: evasion.name))
      #expect(!hits.contains { $0.entityID.description == evasion.entity }, "\(evasion.name)")
    }
  }

  @Test("Wilson's interval holds at the ends and for known values")
  func wilson() {
    #expect(Proportion(0, of: 0).interval == 0...1)
    #expect(Proportion(10, of: 10).interval.upperBound == 1)
    #expect(Proportion(0, of: 10).interval.lowerBound == 0)
    // Newcombe (1998), table I: 81 of 263, 15 of 148, 0 of 20, 1 of 29.
    for (count, total, low, high) in [
      (81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0, 0.1611), (1, 29, 0.0061, 0.1718),
    ] {
      let interval = Proportion(count, of: total).interval
      #expect(abs(interval.lowerBound - low) < 0.00006 && abs(interval.upperBound - high) < 0.00006)
    }
  }

  @Test("The page stands by itself: no script, no network, every element closed, foreign text isolated")
  func page() async throws {
    let files = try list.files(await list.run())
    let page = try #require(files["report.html"])
    for word in ["<script", "http:", "https:", "@import", "url(", " src=", "onload"] {
      #expect(!page.contains(word), "\(word)")
    }
    #expect(page.utf8.count < 2_000_000)
    #expect(page.contains("<html lang=\"en\">"))
    #expect(page.contains("What was not tested"))
    // Well-formed but for the void elements of HTML.
    let xml = page.replacingOccurrences(of: "<!DOCTYPE html>", with: "")
      .replacingOccurrences(of: "<meta charset=\"utf-8\">", with: "")
      .replacingOccurrences(
        of: "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">", with: ""
      )
      .replacingOccurrences(of: "&quot;", with: "'")
    var stack: [Substring] = []
    var rest = xml[...]
    while let open = rest.firstIndex(of: "<"), let close = rest[open...].firstIndex(of: ">") {
      let tag = rest[rest.index(after: open)..<close]
      rest = rest[rest.index(after: close)...]
      if tag.hasPrefix("/") {
        #expect(stack.popLast() == tag.dropFirst(), "\(tag)")
      } else if !tag.hasSuffix("/") {
        stack.append(tag.prefix { $0 != " " && $0 != "\n" })
      }
    }
    #expect(stack == [])
  }

  @Test("JSON and CSV say what the page says")
  func machines() async throws {
    let run = try await list.run()
    let files = try list.files(run)
    let text = try #require(files["report.json"])
    let json = try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    #expect(json["queries"] as? Int == run.queries.count)
    let recall = try #require(json["recall"] as? [String: Any])
    #expect(recall["total"] as? Int == RecallFigures(run).recall.total)
    #expect((json["lists"] as? [[String: Any]])?.first?["list_date"] as? String == "2026-01-02")
    #expect((json["cutoffs"] as? [Any])?.count == RecallFigures(run).points.count)
    let queries = try #require(files["queries.csv"]).split(separator: "\n", omittingEmptySubsequences: true)
    #expect(queries.count >= run.queries.count + 1)
  }
}
