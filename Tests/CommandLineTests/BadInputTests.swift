import Foundation
import Testing

@Suite("Bad input gets one line and an exit status, never a trap, and nothing half written")
struct BadInputTests {
  private let folder: Folder
  private let list: String

  init() throws {
    folder = try Folder()
    list = try folder.write(
      "{\"list\":\"test\",\"id\":\"1\",\"type\":\"person\",\"name\":\"IVANOV, Sergei Borisovich\"}\n",
      to: "list.jsonl")
  }

  private func expectOneLine(_ run: Command, status: Int32, _ words: String...) {
    #expect(run.status == status)
    #expect(run.errorLines.count == 1, "\(run.errors)")
    #expect(run.errors.split(separator: "\n").count == 1, "\(run.errors)")
    for word in words { #expect(run.errors.contains(word), "\(run.errors)") }
  }

  @Test(
    "wrong usage is 64",
    arguments: [
      ["nonsense"], ["check"], ["check", "A", "--cutoff", "2"], ["check", "A", "--cutoff", "nan"],
      ["check", "A", "--cutoff", "0.8", "--preset", "wide"], ["check", "A", "--preset", "loose"],
      ["check", "A", "--dob", "tomorrow"],
      ["check", "A", "--id", "nonsense"], ["check", "A", "--limit", "-1"], ["screen"],
      ["check", "A", "--format", "xml"],
      ["compare", "A"], ["screen", "x.csv", "--map", "nonsense"], ["index", "--output", "x"],
      ["check", "A", "--index", "a", "--list", "b"], ["screen", "x.csv", "--threads", "0"],
      ["index", "x.csv", "--output", "x.index", "--threads", "0"],
    ])
  func usage(arguments: [String]) throws {
    let run = try Command.run(arguments)
    expectOneLine(run, status: 64)
    #expect(run.output == "")
  }

  @Test("a file that is missing is 66")
  func missingFiles() throws {
    let nowhere = folder.path + "/nowhere.csv"
    expectOneLine(try Command.run("screen", nowhere, "--list", list), status: 66, nowhere)
    expectOneLine(try Command.run("check", "A", "--list", nowhere), status: 66, nowhere)
    expectOneLine(try Command.run("check", "A", "--index", nowhere), status: 66, nowhere)
    expectOneLine(try Command.run("compare", "--pairs", nowhere), status: 66, nowhere)
    expectOneLine(try Command.run("lists", "info", nowhere), status: 66, nowhere)
    expectOneLine(
      try Command.run("index", nowhere, "--output", folder.path + "/new.index"), status: 66, nowhere)
    #expect(try folder.names == ["list.jsonl"])
  }

  @Test("a place that cannot be written is 74")
  func unwritablePlaces() throws {
    let place = folder.path + "/no/such/folder/out.csv"
    expectOneLine(try Command.run("check", "A", "--list", list, "--output", place), status: 74, place)
    expectOneLine(try Command.run("index", list, "--output", place), status: 74, place)
    expectOneLine(try Command.run("index", list, "--output", folder.path), status: 74, folder.path)
    #expect(try folder.names == ["list.jsonl"])
  }

  @Test("lists that are empty, binary, cut off, in another encoding or unknown are 65")
  func badLists() throws {
    let files: [(String, [UInt8])] = [
      ("empty", []), ("binary", (0..<4096).map { UInt8(truncatingIfNeeded: $0 &* 197) }),
      ("wide", [0xFF, 0xFE] + Array("<\0x\0>\0".utf8)),
      ("unknown", Array("Dear reader,\nthis is a letter.\n".utf8)),
      ("xml", Array("<?xml version=\"1.0\"?><unknown/>".utf8)),
      (
        "cut.xml",
        Array(
          "<?xml version=\"1.0\"?><CONSOLIDATED_LIST dateGenerated=\"2026-01-01\"><INDIVIDUALS><INDIVIDUAL><DATAID>1"
            .utf8)
      ),
      ("cut.gz", [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 0x4B]),
    ]
    for (name, bytes) in files {
      let file = try folder.write(bytes, to: name)
      let run = try Command.run("check", "A", "--list", file)
      expectOneLine(run, status: 65, file)
      let index = try Command.run("index", file, "--output", folder.path + "/new.index")
      expectOneLine(index, status: 65, file)
      #expect(try !folder.names.contains { $0.hasPrefix("new.index") })
    }
    let unknown = try Command.run("check", "A", "--list", folder.path + "/unknown")
    #expect(unknown.errors.contains("'namescreen index --help'"))
    let formats = try Command.run("index", "--help").output
    #expect(formats.contains("OFAC sdn.xml") && formats.contains("UN consolidated XML"))
  }

  @Test("indexes that are empty, cut off, altered, of another version or something else are 65")
  func badIndexes() throws {
    let good = folder.path + "/good.index"
    #expect(try Command.run("index", list, "--output", good, "--quiet").status == 0)
    let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: good)))
    var variants: [(String, [UInt8])] = [
      ("empty", []), ("text", Array("This is a text.".utf8)), ("cut", Array(bytes.prefix(bytes.count / 2))),
      ("head", Array(bytes.prefix(20))), ("longer", bytes + [0]),
    ]
    for position in stride(from: 0, to: bytes.count, by: max(1, bytes.count / 40)) {
      var flipped = bytes
      flipped[position] ^= 0x10
      variants.append(("flipped at \(position)", flipped))
    }
    for (name, variant) in variants {
      let file = try folder.write(variant, to: "bad.index")
      let run = try Command.run("check", "Sergei Ivanov", "--index", file, "--quiet")
      #expect(run.status == 65, "\(name): \(run.errors)")
      #expect(run.errorLines.count == 1, "\(name): \(run.errors)")
    }
  }

  @Test("bad rows are reported with their lines and counted, and the others are screened")
  func badRows() throws {
    let customers = try folder.write(
      Array("id,name,dob\n1,Sergei Borisovich Ivanov,\n2,few\n3,\"unclosed,1990\n4,Date,1990-02-30\n5,".utf8)
        + [0xFF, 0xFE]
        + Array(
          ",\n6,\u{301}\u{302},\n7,\(String(repeating: "x", count: 1 << 20)),\n8,Sergei Borisovich Ivanov,\n"
            .utf8),
      to: "customers.csv")
    let run = try Command.run("screen", customers, "--list", list, "--format", "csv")
    #expect(run.status == 65)
    #expect(run.output.split(separator: "\n").dropFirst().map { String($0.prefix(2)) } == ["1,", "8,"])
    #expect(run.errors.contains("8 rows: 2 screened, 6 reported"))
    for line in 3...8 { #expect(run.errors.contains("error: \(customers):\(line): ")) }
    #expect(run.errorLines.allSatisfy { $0.contains("; expected ") && $0.utf8.count < 500 })

    let skipping = try Command.run(
      "screen", customers, "--list", list, "--skip-bad-rows", "--format", "csv", "--errors",
      folder.path + "/errors.txt", "--quiet")
    #expect(skipping.status == 0)
    #expect(skipping.errors == "")
    #expect(try folder.read("errors.txt").split(separator: "\n").count == 6)
  }

  @Test("names that cannot be screened are errors of check", arguments: ["\u{301}\u{302}", "...", ""])
  func unusableNames(name: String) throws {
    let run = try Command.run("check", name, "--list", list)
    #expect(run.status == 65 || run.status == 64)
    #expect(run.errorLines.count == 1)
  }

  @Test("a file of customers without names leaves an old result as it was")
  func oldResults() throws {
    let customers = try folder.write("a,b\n1,2\n", to: "customers.csv")
    let output = try folder.write("old", to: "out.csv")
    expectOneLine(
      try Command.run("screen", customers, "--list", list, "--output", output), status: 65,
      "customers.csv:1: ", "name")
    #expect(try folder.read("out.csv") == "old")
    #expect(try folder.names == ["customers.csv", "list.jsonl", "out.csv"])
  }

  @Test("pairs without columns for names are 65")
  func badPairs() throws {
    let pairs = try folder.write("a,b\n1,2\n", to: "pairs.csv")
    expectOneLine(try Command.run("compare", "--pairs", pairs), status: 65, "pairs.csv:1: ", "name1")
    let short = try folder.write("name1,name2\nA\nA,A\n", to: "short.csv")
    let run = try Command.run("compare", "--pairs", short, "--quiet")
    #expect(run.status == 65)
    #expect(run.output == "name1,name2,score\nA,A,1.0\n")
  }
}
