import Foundation
import Testing

@Suite("namescreen recall keeps its promises at the command line")
struct RecallTests {
  private let folder: Folder
  private let list: String

  init() throws {
    folder = try Folder()
    list = try folder.write(
      """
      {"list":"test","id":"1","type":"person","name":"IVANOV, Sergei Borisovich"}
      {"list":"test","id":"2","type":"organization","name":"Example Trading Bank LLC"}

      """, to: "list.jsonl")
  }

  private func recall(_ arguments: String...) throws -> Command {
    try Command.run(
      ["recall", "--list", list, "--queries", "60", "--ordinary", "40", "--evasion", "2", "--verify", "20"]
        + arguments)
  }

  @Test("A run writes the page and the tables, and says what it found")
  func whole() throws {
    let run = try recall("--output", folder.path + "/out")
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output == "")
    #expect(run.errors.contains("recall"))
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path + "/out").sorted()
    #expect(
      names == [
        "cutoffs.csv", "evasion.csv", "mutation-cutoffs.csv", "mutations.csv", "queries.csv", "report.html",
        "report.json", "scores.csv", "scores.json",
      ])
    #expect(try recall("--quiet", "--output", folder.path + "/out").errors == "")
  }

  @Test("Emitted queries, screened by screen, come back as answers that agree")
  func compared() throws {
    let queries = folder.path + "/queries"
    #expect(try recall("--emit-queries", queries).status == 0)
    let hits = folder.path + "/ourselves.csv"
    let screened = try Command.run(
      "screen", queries + "/queries.csv", "--list", list, "--output", hits, "--skip-bad-rows")
    #expect(screened.status == 0)
    let run = try recall("--against", hits, "--output", folder.path + "/out")
    #expect(run.status == 0, "\(run.errors)")
    let json = try #require(
      JSONSerialization.jsonObject(with: Data(try folder.read("out/report.json").utf8)) as? [String: Any])
    let comparison = try #require((json["comparisons"] as? [[String: Any]])?.first)
    #expect(comparison["engine"] as? String == "ourselves")
    #expect(comparison["ours_alone"] as? Int == 0)
    #expect(comparison["theirs_alone"] as? Int == 0)
    let customers = try folder.write("id,name\n1,Sergey Ivanov\n", to: "customers.csv")
    for others in [["--ordinary", "41"], ["--customers", customers], ["--seed", "2"], ["--exact", "1"]] {
      let refused = try Command.run(
        ["recall", "--list", list, "--queries", "60", "--evasion", "2", "--against", hits]
          + (others[0] == "--ordinary" ? [] : ["--ordinary", "40"]) + others
          + ["--output", folder.path + "/other", "--quiet"])
      #expect(refused.status == 65 && refused.errors.contains("is no query of this run"), "\(others)")
      #expect(refused.errorLines.count == 1)
      #expect(!FileManager.default.fileExists(atPath: folder.path + "/other"))
    }
  }

  @Test("Cut-offs are answered from stored scores the second time")
  func cutoffs() throws {
    let customers = try folder.write("id,name\n1,Sergey Ivanov\n2,Nobody Whatsoever\n", to: "customers.csv")
    let truth = try folder.write("query_id,entity_id\n1,test:1\n", to: "truth.csv")
    let arguments = [
      "--customers", customers, "--cutoffs", "0.75,balanced,strict,1", "--true-hits", truth, "--output",
      folder.path + "/base",
    ]
    let first = try Command.run(["recall", "--list", list] + arguments)
    #expect(first.status == 0, "\(first.errors)")
    #expect(first.output.contains("true hits found"))
    #expect(!first.errors.contains("answered from the scores"))
    let second = try Command.run(["recall", "--list", list] + arguments)
    #expect(second.errors.contains("answered from the scores"))
    #expect(first.output == second.output)
    let other = try Command.run(["recall", "--list", list, "--weak-aliases", "off"] + arguments)
    #expect(!other.errors.contains("answered from the scores"))
  }

  @Test("Bad input is one line, and nothing is written")
  func badInput() throws {
    let empty = try folder.write("id,name\n1,\n2,---\n", to: "empty.csv")
    let nameless = try folder.write("id,city\n1,Riga\n", to: "nameless.csv")
    let strange = try folder.write("query_id,entity_id,score\nx-q1,test:1,1\n", to: "strange.csv")
    let file = try folder.write("", to: "file")
    let strangers = try folder.write("query_id,entity_id\nnobody,test:1\n", to: "truth.csv")
    let out = folder.path + "/out"
    let before = try folder.names
    for (arguments, status) in [
      (["--customers", empty, "--output", out], 65), (["--customers", nameless, "--output", out], 65),
      (["--customers", folder.path + "/absent.csv", "--output", out], 66),
      (["--against", strange, "--output", out], 65),
      (["--against", folder.path + "/absent.csv", "--output", out], 66),
      (["--output", file], 74), (["--output", "/proc/none/out"], 74), (["--output", file + "/out"], 74),
      (["--cutoffs", "0.8,loose", "--output", out], 64), (["--cutoffs", "", "--output", out], 64),
      (["--cutoffs", "0.8,,0.9", "--output", out], 64),
      (["--cutoffs", "0.8", "--true-hits", strangers, "--output", out], 65),
      (["--output", out, "--strength", "4"], 64), ([], 64),
      (["--output", out, "--floor", "0.9"], 64),
    ] as [([String], Int32)] {
      let run = try Command.run(
        ["recall", "--list", list, "--quiet", "--queries", "20", "--ordinary", "20"] + arguments)
      #expect(run.status == status, "\(arguments): \(run.errors)")
      #expect(
        run.errorLines.count == 1 && run.errors.split(separator: "\n").count == 1,
        "\(arguments): \(run.errors)")
      #expect(try folder.names == before, "\(arguments)")
    }
  }
}
