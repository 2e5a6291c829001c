import Foundation
import Testing

@Suite("Re-screening from the command line")
struct RescreenTests {
  private let folder: Folder
  private let old: String
  private let new: String
  private let customers: String

  init() throws {
    folder = try Folder()
    old = try folder.write(
      """
      {"list":"test","list_date":"2024-05-03","id":"1","type":"person","name":"IVANOV, Sergei Borisovich"}
      {"list":"test","id":"2","type":"organization","name":"Example Trading Bank"}
      {"list":"test","id":"3","type":"person","name":"Aleksandr Lukashenko"}

      """, to: "old.jsonl")
    new = try folder.write(
      """
      {"list":"test","list_date":"2024-06-01","id":"1","type":"person","name":"IVANOV, Sergei Borisovich","remarks":"Linked to somebody."}
      {"list":"test","id":"3","type":"person","name":"Aleksandr Lukashenko"}
      {"list":"test","id":"4","type":"person","name":"Olga Shchukina"}

      """, to: "new.jsonl")
    customers = try folder.write(
      """
      id,name
      a,Сергей Борисович Иванов
      b,Example Trading Bank
      c,Александр Лукашенко
      d,Ольга Щукина

      """, to: "customers.csv")
  }

  @Test("one row an alert, with its change behind the first columns")
  func changes() throws {
    let output = folder.path + "/alerts.csv"
    let run = try Command.run(
      "rescreen", customers, "--old", old, "--new", new, "--output", output)
    #expect(run.status == 0)
    #expect(run.errors.contains("alerts: 1 new, 1 changed, 1 withdrawn"))
    let lines = try folder.read("alerts.csv").split(separator: "\n").map(String.init)
    #expect(
      lines.first?.hasPrefix(
        "query_id,entity_id,score,name_score,list,matched_name,alias_quality,type,query_name,change,") == true
    )
    #expect(lines.dropFirst().map { $0.split(separator: ",").first.map(String.init) } == ["a", "b", "d"])
    #expect(lines[1].contains(",changed,2024-06-01,") && lines[1].hasSuffix(",remarks"))
    #expect(lines[2].contains(",withdrawn,2024-05-03,"))
    #expect(lines[3].contains(",new,2024-06-01,"))
  }

  @Test("a limit is refused, a missing index is missing")
  func refusals() throws {
    let limited = try Command.run("rescreen", customers, "--old", old, "--new", new, "--limit", "3")
    #expect(limited.status == 64)
    let missing = try Command.run("rescreen", customers, "--old", old + ".index", "--new", new)
    #expect(missing.status == 66)
    #expect(missing.errorLines.count == 1)
  }
}

@Suite("Explaining from the command line")
struct ExplainTests {
  @Test("why, why not, and for whom there is nothing to explain")
  func explain() throws {
    let folder = try Folder()
    let list = try folder.write(
      """
      {"list":"test","id":"1","type":"person","name":"IVANOV, Sergei Borisovich","birth_dates":["1953-01-31"]}

      """, to: "list.jsonl")
    func run(_ arguments: String...) throws -> Command {
      try Command.run(["explain", "--list", list, "--customer", "Sergei Ivanov"] + arguments)
    }
    let text = try run("--entity", "test:1", "--dob", "1990")
    #expect(text.status == 0)
    #expect(text.output.contains("no alert") && text.output.contains("IVANOV, Sergei Borisovich"))
    let line = try run("--entity", "test:1", "--format", "jsonl").output
    let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
    #expect(object?["verdict"] as? String == "alert")
    #expect(try run("--entity", "test:2").status == 65)
    #expect(try run("--entity", "test").status == 64)
    #expect(try run("--entity", "test:1", "--format", "csv").status == 64)
  }
}
