import Foundation
import Testing

/// What the command line does about lists that are damaged, shrink, or hold a person more than once.
@Suite("Lists at the command line")
struct ListTests {
  private let folder: Folder

  init() throws { folder = try Folder() }

  private func list(_ ids: ClosedRange<Int>, behind tail: String = "") throws -> String {
    let lines = ids.map {
      "{\"list\":\"l\",\"id\":\"\($0)\",\"type\":\"person\",\"name\":\"Person Number \($0)\"}\n"
    }
    return try folder.write(lines.joined() + tail, to: "l\(ids.count)\(tail.count).jsonl")
  }

  @Test("a damaged list does not replace a good index unless that is allowed")
  func damaged() throws {
    let output = folder.path + "/lists.index"
    let damaged = try list(1...20, behind: "{\"list\":\"l\",\"id\":7}\n")
    #expect(try Command.run("index", list(1...20), "--output", output).status == 0)
    let before = try Data(contentsOf: URL(fileURLWithPath: output))
    let refused = try Command.run("index", damaged, "--output", output)
    #expect(refused.status == 65)
    #expect(refused.errors.contains("warning: \(damaged):21: id: the value is of another type"))
    #expect(refused.errorLines.count == 1)
    #expect(refused.errorLines.first?.contains("--allow-damaged") == true)
    #expect(try Data(contentsOf: URL(fileURLWithPath: output)) == before)
    #expect(try Command.run("index", damaged, "--output", output, "--allow-damaged").status == 0)
    let information = try Command.run("lists", "info", output)
    #expect(information.output.contains("not readable"))
    #expect(information.output.contains(":21: id: the value is of another type"))
    #expect(try Command.run("index", damaged, "--output", folder.path + "/new.index").status == 0)
  }

  @Test("a list that fits neither memory nor the folder for temporary files is 74")
  func noRoom() throws {
    let note = String(repeating: "x", count: 100_000)
    let lines = (0..<180).map {
      "{\"id\":\"\($0)\",\"schema\":\"Person\",\"target\":true,\"properties\":{\"name\":[\"A B\"],\"notes\":[\"\(note)\"]}}\n"
    }
    let list = try folder.write(Array(lines.joined().utf8), to: "large.ftm.json")
    let run = try Command.run(
      "index", list, "--output", folder.path + "/lists.index",
      environment: ["TMPDIR": folder.path + "/nowhere"])
    #expect(run.status == 74)
    #expect(
      run.errorLines == [
        "error: a temporary file cannot be made in \(folder.path)/nowhere: no such file or directory; expected room in the "
          + "folder of TMPDIR"
      ])
  }

  @Test("a list that was cut off is an error, and read up to there when that is allowed")
  func cutOff() throws {
    let output = folder.path + "/lists.index"
    let list = try list(1...3, behind: "{\"list\":\"l\",\"id\":\"4\",\"na")
    let refused = try Command.run("index", list, "--output", output)
    #expect(refused.status == 65)
    #expect(
      refused.errorLines == [
        "error: \(list):4: the file ends in the middle of a row; expected the whole file"
      ])
    #expect(!FileManager.default.fileExists(atPath: output))
    let allowed = try Command.run("index", list, "--output", output, "--allow-damaged")
    #expect(allowed.status == 0)
    #expect(allowed.errors.contains("l: 3 designations"))
  }

  @Test("a list that lost more than a tenth is replaced with a warning")
  func shrinking() throws {
    let output = folder.path + "/lists.index"
    #expect(try Command.run("index", list(1...20), "--output", output).status == 0)
    let fewer = try Command.run("index", list(1...18), "--output", output, "--quiet")
    #expect(fewer.status == 0)
    #expect(fewer.errors == "")
    let few = try Command.run("index", list(1...9), "--output", output, "--quiet")
    #expect(few.status == 0)
    #expect(
      few.errors == "warning: l lost 9 of 18 designations (50.0 %) against the index that is replaced\n")
  }

  @Test("listings of one person are one hit, --ungrouped shows each, --weak-aliases off leaves weak ones out")
  func listings() throws {
    let lists = try folder.write(
      """
      {"list":"a","id":"1","type":"person","name":"Ivan Example","birth_dates":["1953-01-31"]}
      {"list":"b","id":"9","type":"person","names":["Ivan Example",{"name":"Vanya Weakling","quality":"weak"}],"birth_dates":["1953-01-31"]}

      """, to: "two.jsonl")
    let grouped = try Command.run("check", "Ivan Example", "--list", lists, "--format", "csv")
    #expect(grouped.output.split(separator: "\n").count == 2)
    #expect(grouped.output.contains("1,a:1,") && grouped.output.hasSuffix(",b:9\n"))
    let text = try Command.run("check", "Ivan Example", "--list", lists)
    #expect(text.output.contains("also listed: b:9 on b"))
    let ungrouped = try Command.run(
      "check", "Ivan Example", "--list", lists, "--format", "csv", "--ungrouped")
    #expect(ungrouped.output.split(separator: "\n").count == 3)
    let weak = try Command.run("check", "Vanya Weakling", "--list", lists, "--format", "csv")
    #expect(weak.output.contains("b:9") && weak.output.contains(",weak,"))
    let off = try Command.run(
      "check", "Vanya Weakling", "--list", lists, "--format", "csv", "--weak-aliases", "off")
    #expect(!off.output.contains("b:9"))
  }

  @Test("lists that cannot be fetched are one line each, and a usage or a network error")
  func fetching() throws {
    let unknown = try Command.run("lists", "fetch", "ofac", "--into", folder.path)
    #expect(unknown.status == 64)
    #expect(unknown.errorLines.first?.contains("'ofac' is no list; expected ofac-sdn, ") == true)
    let nobody = try Command.run(
      "lists", "fetch", "un-sc", "ca-sema", "--into", folder.path, "--mirror", "http://127.0.0.1:1")
    #expect(nobody.status == 74)
    #expect(nobody.errorLines.count == 2)
    #expect(
      nobody.errorLines.first?.hasPrefix("error: un-sc: http://127.0.0.1:1/un-sc/consolidated.xml: ") == true)
  }
}
