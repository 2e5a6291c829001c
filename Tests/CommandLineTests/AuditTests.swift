import Foundation
import Testing

@Suite("Records and replays from the command line")
struct AuditTests {
  private let folder: Folder
  private let list: String
  private let customers: String
  private var log: String { folder.path + "/audit.jsonl" }

  init() throws {
    folder = try Folder()
    list = try folder.write(
      """
      {"list":"test","id":"1","type":"person","name":"IVANOV, Sergei Borisovich"}
      {"list":"test","id":"2","type":"organization","name":"Example Trading Bank"}

      """, to: "list.jsonl")
    customers = try folder.write("id,name\na,Sergei Ivanov\nb,Nobody\nc,--\n", to: "customers.csv")
  }

  @Test("every verb's run is recorded, and its replay is equal")
  func replay() throws {
    let old = try folder.write("{\"list\":\"test\",\"id\":\"9\",\"name\":\"Somebody\"}\n", to: "old.jsonl")
    for (number, arguments) in [
      ["screen", customers, "--list", list, "--output", folder.path + "/hits.json", "--skip-bad-rows"],
      ["screen", customers, "--list", list, "--cutoff", "0.5", "--skip-bad-rows", "--type", "person"],
      ["rescreen", customers, "--old", old, "--new", list, "--format", "csv", "--skip-bad-rows"],
      ["check", "Sergei Ivanov", "--dob", "1990", "--list", list],
      ["check", "--id", "bic:EXAMRUMM", "--list", list, "--format", "jsonl"],
    ].enumerated() {
      let run = try Command.run(arguments + ["--audit", log])
      #expect(run.status == 0, "\(run.errors)")
      #expect(run.errors.contains("audit: record \(number + 1) of"))
      let replay = try Command.run("replay", "\(log):\(number + 1)")
      #expect(replay.status == 0, "\(replay.output)\(replay.errors)")
      #expect(replay.output.contains("the output is equal"))
    }
    #expect(try Command.run("audit", "verify", log).output.hasPrefix("5 records"))
  }

  @Test("a replay says which input differs")
  func changedInput() throws {
    _ = try Command.run("screen", customers, "--list", list, "--audit", log, "--skip-bad-rows")
    _ = try folder.write("id,name\na,Sergei Ivanov\nd,Example Trading Bank\n", to: "customers.csv")
    let changed = try Command.run("replay", log)
    #expect(changed.status == 65)
    #expect(changed.output.contains("input customers \(customers) differs"))
    #expect(changed.output.contains("alert found now, not recorded: customer d, test:2"))
    _ = try folder.write("{\"list\":\"test\",\"id\":\"9\",\"name\":\"Somebody\"}\n", to: "list.jsonl")
    #expect(try Command.run("replay", log).output.contains("input index test \(list) differs"))
    try FileManager.default.removeItem(atPath: customers)
    #expect(try Command.run("replay", log).status == 66)
  }

  @Test("a run of standard input says that it cannot be replayed")
  func standardInput() throws {
    let run = try Command.run(
      "screen", "-", "--list", list, "--audit", log, input: "id,name\na,Sergei Ivanov\n")
    #expect(run.status == 0)
    let replay = try Command.run("replay", log)
    #expect(replay.status == 65)
    #expect(replay.errorLines.count == 1 && replay.errors.contains("standard input"))
  }

  @Test("a log with a changed byte is 65 and names the record, and is not written on")
  func tampering() throws {
    for _ in 0..<2 { _ = try Command.run("check", "Sergei Ivanov", "--list", list, "--audit", log) }
    let text = try folder.read("audit.jsonl")
    _ = try folder.write(text.replacingOccurrences(of: "\"hits\":1", with: "\"hits\":0"), to: "audit.jsonl")
    let verify = try Command.run("audit", "verify", log)
    #expect(verify.status == 65)
    #expect(verify.errorLines.first?.contains("record 1 was changed") == true)
    let output = folder.path + "/hits.csv"
    let run = try Command.run("check", "Sergei Ivanov", "--list", list, "--audit", log, "--output", output)
    #expect(run.status == 65)
    #expect(try folder.names == ["audit.jsonl", "customers.csv", "list.jsonl"])
  }
}
