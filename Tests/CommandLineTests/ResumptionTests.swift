import Foundation
import Testing

@Suite("An interrupted run goes on where it stopped")
struct ResumptionTests {
  private let folder: Folder
  private let customers: String
  private let list: String

  init() throws {
    folder = try Folder()
    var rows = "id,name\n"
    // Hardly a name twice: what a name met is remembered, and a run of names that repeat ends at once.
    for number in 0..<2200 {
      let second = String(String(number, radix: 7).map { Array("aeioulr")[$0.hexDigitValue ?? 0] })
      rows +=
        number % 50 == 7
        ? "bad\n" : "\(number),\(["Sergei", "Sergej", "Ivan", "Petr"][number % 4]) K\(second) Ivanov\n"
    }
    customers = try folder.write(rows, to: "customers.csv")
    list = try folder.write(
      (1...9).map {
        "{\"list\":\"test\",\"id\":\"\($0)\",\"type\":\"person\",\"name\":\"IVANOV, Sergei \(["A", "B", "C"][$0 % 3])\"}\n"
      }.joined(), to: "list.jsonl")
  }

  private func arguments(_ name: String, _ format: String, _ more: [String] = []) -> [String] {
    [
      "screen", customers, "--list", list, "--output", "\(folder.path)/\(name)", "--format", format,
      "--threads", "1",
      "--errors", "\(folder.path)/\(name)-errors", "--skip-bad-rows", "--quiet",
    ] + more
  }

  /// Kills a run when something of it was noted; one that ended before it was killed is begun anew.
  private func interrupt(_ arguments: [String], _ name: String) throws {
    for _ in 1...40 {
      let run = try Command.killed(arguments + ["--checkpoint-interval", "0"]) {
        FileManager.default.fileExists(atPath: "\(folder.path)/\(name).partial.checkpoint")
      }
      if run.status == -9 { return }
      try #require(run.status == 0)
      try FileManager.default.removeItem(atPath: "\(folder.path)/\(name)")
    }
    Issue.record("every run ended before it was killed")
  }

  @Test("the output, the errors and the record are those of a whole run", arguments: ["csv", "json"])
  func equalOutput(format: String) throws {
    #expect(try Command.run(arguments("whole", format)).status == 0)
    let audit = ["--audit", folder.path + "/audit.jsonl"]
    try interrupt(arguments("parts", format, audit), "parts")
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/parts"))
    let resumed = try Command.run(
      arguments("parts", format, audit + ["--resume"]).filter { $0 != "--quiet" })
    #expect(resumed.status == 0)
    #expect(resumed.errors.contains("resumed behind row"))
    #expect(try folder.read("parts") == folder.read("whole"))
    #expect(try folder.read("parts-errors") == folder.read("whole-errors"))
    #expect(try folder.names.filter { $0.contains("partial") } == [])
    #expect(try Command.run("replay", folder.path + "/audit.jsonl:1").status == 0)
  }

  @Test("what was done with other options, customers or without --resume is not gone on with")
  func otherRuns() throws {
    let cutoff = ["--cutoff", "0.9"]
    #expect(try Command.run(arguments("whole", "csv", cutoff)).status == 0)
    for more in [cutoff + ["--resume"], cutoff] {
      try interrupt(arguments("parts", "csv"), "parts")
      #expect(try Command.run(arguments("parts", "csv", more)).status == 0)
      #expect(try folder.read("parts") == folder.read("whole"))
      #expect(try folder.names.filter { $0.contains("partial") } == [])
    }
    #expect(try Command.run(["screen", customers, "--list", list, "--resume"]).status == 64)
  }
}
