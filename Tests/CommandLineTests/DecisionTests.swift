import Foundation
import Testing

@Suite("Decisions from the command line")
struct DecisionTests {
  private let folder: Folder
  private let list: String
  private let customers: String
  private var decisions: String { folder.path + "/decisions.sqlite" }

  init() throws {
    folder = try Folder()
    list = try folder.write(
      """
      {"list":"test","id":"1","type":"person","name":"IVANOV, Sergei Borisovich"}
      {"list":"test","id":"2","type":"person","name":"IVANOV, Sergei Petrovich"}

      """, to: "list.jsonl")
    customers = try folder.write(
      "id,name\na,Sergei Ivanov\nb,Sergei Borisovich Ivanov\n", to: "customers.csv")
  }

  private func screen(_ more: String...) throws -> (rows: [String], errors: String) {
    let run = try Command.run(
      ["screen", customers, "--list", list, "--format", "csv", "--decisions", decisions, "--quiet"] + more)
    #expect(run.status == 0, "\(run.errors)")
    return (run.output.split(separator: "\n").dropFirst().map(String.init), run.errors)
  }

  /// The column `alert` of a row.
  private func alert(_ row: String) -> String {
    row.split(separator: ",").map(String.init).first { $0.count == 16 && $0.allSatisfy(\.isHexDigit) } ?? ""
  }

  private func decide(_ alert: String, _ outcome: String = "cleared") throws -> Command {
    try Command.run(
      "decide", alert, "--outcome", outcome, "--by", "A. Nalyst", "--reason", "another one", "--decisions",
      decisions)
  }

  @Test("a cleared alert stays away, is counted, and can be listed; its replay is equal")
  func suppression() throws {
    let before = try screen()
    #expect(before.rows.count == 3)
    #expect(before.errors == "decisions: 0 suppressed, 0 reopened, 0 confirmed\n")
    let cleared = try decide(alert(before.rows[0]))
    #expect(cleared.status == 0)
    #expect(cleared.errors.hasPrefix("decision 1: customer a and test:"))
    #expect(try decide(alert(before.rows[2]), "confirmed").status == 0)
    let log = folder.path + "/audit.jsonl"
    let after = try screen("--audit", log)
    #expect(after.rows.count == 2)
    #expect(after.errors == "decisions: 1 suppressed, 0 reopened, 1 confirmed\n")
    let shown = try screen("--show-suppressed").rows
    #expect(shown.count == 3 && shown[0].hasSuffix(",suppressed,A. Nalyst,"))
    #expect(shown[2].contains(",confirmed,"))
    // A limit is one of the hits that stay.
    #expect(try screen("--limit", "1").rows.first == after.rows.first)
    #expect(try decide(alert(after.rows[0])).status == 0)
    #expect(try Command.run("replay", log).status == 0)
    #expect(try Command.run("audit", "verify", log).status == 0)
    _ = try folder.write("id,name\na,Sergej Ivanov\nb,Sergei Borisovich Ivanov\n", to: "customers.csv")
    #expect(try screen().errors.contains("2 reopened"))
    #expect(try screen().rows.first?.contains("customer name") == true)
  }

  @Test("rescreen takes cleared alerts away too, but tells what was withdrawn")
  func rescreening() throws {
    let old = try folder.write(
      """
      {"list":"test","id":"1","type":"person","name":"IVANOV, Sergei Borisovich","remarks":"Before."}
      {"list":"test","id":"3","type":"person","name":"Sergei Ivanov"}

      """, to: "old.jsonl")
    func rescreen() throws -> Command {
      try Command.run(
        "rescreen", customers, "--old", old, "--new", list, "--format", "csv", "--decisions", decisions)
    }
    let before = try rescreen().output.split(separator: "\n").map(String.init)
    #expect(before[0].hasSuffix(",previous_score,changed_fields,alert,decision,decided_by,reopened_by"))
    for row in before.dropFirst() { #expect(try decide(alert(row)).status == 0) }
    let after = try rescreen()
    let left = after.output.split(separator: "\n").dropFirst()
    #expect(!left.isEmpty && left.allSatisfy { $0.contains(",withdrawn,") })
    #expect(after.errors.contains("decisions: 3 suppressed"))
  }

  @Test("what cannot be decided on is refused")
  func refusals() throws {
    #expect(try decide("0123456789abcdef").status == 66)
    _ = try screen()
    #expect(try decide("0123456789abcdef").status == 65)
    #expect(try decide("0123456789abcdef", "perhaps").status == 64)
    let dated = try Command.run(
      "decide", "0", "--outcome", "cleared", "--by", "A", "--reason", "B", "--decisions", decisions,
      "--expires", "2026")
    #expect(dated.status == 64)
    #expect(try Command.run("screen", customers, "--show-suppressed").status == 64)
    let wrong = try Command.run("screen", customers, "--list", list, "--decisions", customers)
    #expect(wrong.status == 74)
  }

  @Test("a decision that was confirmed to its writer survives the killing of others")
  func killedWriters() throws {
    let alerts = try screen().rows.map(alert)
    var confirmed = 0
    var random = SystemRandomNumberGenerator()
    for number in 0..<8 {
      let killed = try Command.killed(
        [
          "decide", alerts[number % alerts.count], "--outcome", "cleared", "--by", "K", "--reason", "R",
          "--decisions",
          decisions,
        ], after: .random(in: 0.001..<0.08, using: &random))
      if killed.errors.hasPrefix("decision") { confirmed += 1 }
      let last = try decide(alerts[0])
      #expect(last.status == 0)
      confirmed += 1
      let recorded = Int(last.errors.drop { !$0.isNumber }.prefix { $0.isNumber }) ?? 0
      #expect(recorded >= confirmed)
    }
  }
}
