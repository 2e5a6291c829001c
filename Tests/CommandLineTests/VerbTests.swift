import Foundation
import Testing

@Suite("The command line does what its contract says")
struct VerbTests {
  private let folder: Folder
  private let list: String

  init() throws {
    folder = try Folder()
    list = try folder.write(
      """
      {"list":"test","list_date":"2024-05-03","id":"1","type":"person","name":"IVANOV, Sergei Borisovich","programmes":["P1"],"legal_basis":["Act 1"],"birth_dates":["1953-01-31"]}
      {"list":"test","id":"2","type":"organization","name":"Example Trading Bank","identifiers":[{"kind":"bic","value":"EXAMRUMM"}]}

      """, to: "list.jsonl")
  }

  private func object(_ line: String) throws -> [String: Any] {
    try #require(JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
  }

  @Test("check shows a hit and exits with 0; with --fail-on-hit and a hit with 1")
  func check() throws {
    let found = try Command.run("check", "Sergei Borisovich Ivanov", "--dob", "1953-01-31", "--list", list)
    #expect(found.status == 0)
    #expect(found.output.contains("test:1"))
    #expect(found.output.contains("IVANOV, Sergei Borisovich"))
    #expect(!found.output.contains("\u{1B}"))
    #expect(found.errors == "")
    #expect(try Command.run("check", "Sergei Borisovich Ivanov", "--fail-on-hit", "--list", list).status == 1)
    #expect(try Command.run("check", "Nobody Whatsoever", "--fail-on-hit", "--list", list).status == 0)
  }

  @Test("check by identifier alone")
  func checkIdentifier() throws {
    let found = try Command.run("check", "--id", "bic:EXAMRUMM012", "--format", "jsonl", "--list", list)
    let hit = try object(found.output)
    #expect(hit["entity_id"] as? String == "test:2")
    #expect(hit["score"] as? Double == 1)
    #expect((hit["evidence"] as? [[String: Any]])?.first?["kind"] as? String == "identifier")
  }

  @Test("check in every format")
  func formats() throws {
    let arguments = ["check", "Sergei Borisovich Ivanov", "--list", list, "--format"]
    let json = try Command.run(arguments + ["json"])
    #expect((try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [Any])?.count == 1)
    let none = try Command.run("check", "Nobody Whatsoever", "--list", list, "--format", "json")
    #expect((try JSONSerialization.jsonObject(with: Data(none.output.utf8)) as? [Any])?.count == 0)
    #expect(try object(Command.run(arguments + ["jsonl"]).output)["query_id"] as? String == "1")
    let csv = try Command.run(arguments + ["csv"]).output.split(separator: "\n")
    #expect(csv.count == 2)
    #expect(
      csv[1].hasPrefix(
        "1,test:1,1.0,1.0,test,\"IVANOV, Sergei Borisovich\",primary,person,Sergei Borisovich Ivanov,"))
  }

  @Test("without a list the embedded sample is used, and standard error says so")
  func embeddedList() throws {
    let found = try Command.run("check", "Владимир Путин")
    #expect(found.status == 0)
    #expect(found.output.uppercased().contains("PUTIN"))
    #expect(found.errors.contains("embedded sample list"))
    #expect(try Command.run("check", "Владимир Путин", "--quiet").errors == "")
  }

  @Test("screen keeps the order of the customers for any number of threads")
  func order() throws {
    let rows = (1...3000).map { "\($0),\($0 % 7 == 0 ? "Sergei Borisovich Ivanov" : "Nobody Whatsoever")" }
    let customers = try folder.write("id,name\n" + rows.joined(separator: "\n"), to: "customers.csv")
    let expected = (1...3000).filter { $0 % 7 == 0 }.map(String.init)
    var outputs: Set<String> = []
    for threads in ["1", "2", "5"] {
      let run = try Command.run(
        "screen", customers, "--list", list, "--format", "csv", "--threads", threads, "--quiet")
      #expect(run.status == 0)
      let ids = run.output.split(separator: "\n").dropFirst().map { $0.prefix { $0 != "," } }
      #expect(ids.elementsEqual(expected) { $0 == $1 })
      outputs.insert(run.output)
    }
    #expect(outputs.count == 1)
  }

  @Test(
    "output, bad rows and alerts are the same for any number of threads",
    arguments: ["csv", "json", "jsonl", "text"])
  func threads(format: String) throws {
    let names = ["Sergei Borisovich Ivanov", "Ivanov, Sergej", "Nobody Whatsoever", "Анна Мэрфи", "李", "???"]
    let rows = (1...1300).map { number in
      number % 17 == 0 ? "\(number)" : "\(number),\"\(names[number * number % 31 % names.count])\""
    }
    let customers = try folder.write("id,name\n" + rows.joined(separator: "\n"), to: "customers.csv")
    var runs: Set<[String]> = []
    for threads in ["1", "2", "5"] {
      let audit = folder.path + "/audit-\(threads).jsonl"
      let output = folder.path + "/output"
      let run = try Command.run(
        "screen", customers, "--list", list, "--format", format, "--threads", threads, "--output", output,
        "--errors", folder.path + "/errors", "--audit", audit, "--skip-bad-rows", "--quiet")
      #expect(run.status == 0)
      #expect(try Command.run("replay", audit + ":1").status == 0)
      let alerts = try folder.read("audit-\(threads).jsonl").split(separator: "\n").first ?? ""
      let noted = alerts.ranges(of: "query_id").count
      #expect(noted > 100)
      runs.insert([try folder.read("output"), try folder.read("errors"), "\(noted)"])
    }
    #expect(runs.count == 1)
    #expect(runs.first?[0].contains("test:1") == true)
    #expect(runs.first?[1].contains("error: ") == true)
  }

  @Test("screen reads standard input, and --output gets its format from the extension")
  func pipes() throws {
    let output = folder.path + "/hits.jsonl"
    let run = try Command.run(
      "screen", "-", "--list", list, "--output", output, input: "name\nSergei Borisovich Ivanov\n")
    #expect(run.status == 0)
    #expect(run.output == "")
    #expect(run.errors.contains("1 rows: 1 screened, 0 reported; 1 hits"))
    #expect(try object(folder.read("hits.jsonl"))["entity_id"] as? String == "test:1")
  }

  @Test("an index file answers as its list does, and is the same for the same list")
  func index() throws {
    let first = folder.path + "/first.index"
    let second = folder.path + "/second.index"
    #expect(try Command.run("index", list, "--output", first).status == 0)
    #expect(try Command.run("index", list, "--output", second).status == 0)
    #expect(FileManager.default.contentsEqual(atPath: first, andPath: second))
    let arguments = ["check", "Sergei Ivanov", "--cutoff", "0.3", "--format", "jsonl"]
    let byList = try Command.run(arguments + ["--list", list])
    let byIndex = try Command.run(arguments + ["--index", first])
    let exhaustive = try Command.run(arguments + ["--index", first, "--exhaustive"])
    #expect(byList.output == byIndex.output)
    #expect(byIndex.output == exhaustive.output)
    let information = try Command.run("lists", "info", first, "--format", "jsonl")
    let summary = try object(information.output)
    #expect(summary["list"] as? String == "test")
    #expect(summary["designations"] as? Int == 2)
    #expect(summary["list_date"] as? String == "2024-05-03")
    #expect(try Command.run("lists", "info", first).output.contains("test"))
  }

  @Test("lists diff tells what was added, removed and changed")
  func difference() throws {
    let later = try folder.write(
      """
      {"list":"test","id":"1","type":"person","name":"IVANOV, Sergei Borisovich","gender":"male"}
      {"list":"test","id":"3","type":"vessel","name":"New Ship"}

      """, to: "later.jsonl")
    let lines = try Command.run("lists", "diff", list, later, "--format", "csv").output.split(separator: "\n")
    #expect(
      lines == [
        "change,entity_id,list,type,name,fields",
        "changed,test:1,test,person,\"IVANOV, Sergei Borisovich\",programmes; legal_basis; birth_dates; gender",
        "removed,test:2,test,organization,Example Trading Bank,", "added,test:3,test,vessel,New Ship,",
      ])
    #expect(try Command.run("lists", "diff", list, list).output == "0 added, 0 removed, 0 changed\n")
  }

  @Test("compare explains a pair, and adds a score to the pairs of a file in the file's own format")
  func compare() throws {
    let pair = try Command.run(
      "compare", "Ivanov Sergei", "Sergei IVANOV", "--type", "person", "--format", "json")
    #expect(try object(pair.output)["score"] as? Double == 1)
    #expect(try Command.run("compare", "Ivanov Sergei", "Sergei IVANOV").output.contains("score"))

    let tsv = try folder.write("name1\tname2\tkind\n\"Al\" Capone\tAl Capone\tx\nA\tB\ty\n", to: "pairs.tsv")
    let scored = try Command.run("compare", "--pairs", tsv, "--output", folder.path + "/scores.tsv")
    #expect(scored.status == 0)
    let lines = try folder.read("scores.tsv").split(separator: "\n")
    #expect(lines[0] == "name1\tname2\tkind\tscore")
    #expect(lines[1] == "\"Al\" Capone\tAl Capone\tx\t1.0")
    #expect(lines[2].hasPrefix("A\tB\ty\t0"))

    let csv = try folder.write("name1,name2,type\n\"Putin, V\",\"Putin, V\",person\n", to: "pairs.csv")
    let output = try Command.run("compare", "--pairs", csv).output
    #expect(output == "name1,name2,type,score\n\"Putin, V\",\"Putin, V\",person,1.0\n")
  }

  @Test("help and version are results")
  func help() throws {
    #expect(try Command.run("--version").output.hasPrefix("namescreen "))
    let help = try Command.run("check", "--help")
    #expect(help.status == 0)
    #expect(help.output.contains("--cutoff"))
    #expect(help.errors == "")
  }
}
