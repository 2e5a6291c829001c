import Foundation
import Testing

@testable import NameScreening

@Suite("Results are written so that programs read back what was meant")
struct OutputTests {
  private var hit: Hit {
    var designation = Designation(
      id: EntityID(publisher: "ofac", local: "1"), list: "ofac-sdn", type: .person,
      names: [DesignatedName("A \"B\", C\n\u{1}\\", quality: .primary)])
    designation.programmes = ["X", "Y"]
    designation.legalBases = ["Executive Order 1"]
    return Hit(
      queryID: "q,1", queryName: "A\tB", designation: designation, listDate: nil,
      matchedName: designation.names[0], nameScore: 0.987654321, score: 1,
      evidence: [Evidence(kind: .gender, query: "male", listed: "male", effect: 0, note: "equal")],
      explanation: [
        ExplanationLine(
          query: "a", listed: nil, by: "missing", standard: nil, similarity: 0, weight: 0.25, note: nil)
      ])
  }

  @Test("a hit as JSON is valid and has every key of the contract")
  func json() throws {
    var buffer = OutputBuffer()
    hit.appendJSON(to: &buffer)
    let object = try #require(
      JSONSerialization.jsonObject(with: Data(buffer.bytes)) as? [String: Any])
    #expect(
      Set(object.keys) == [
        "query_id", "query_name", "entity_id", "list", "list_date", "score", "name_score", "matched_name",
        "alias_quality", "type", "programmes", "legal_basis", "evidence", "explanation", "listings",
      ])
    #expect(object["matched_name"] as? String == "A \"B\", C\n\u{1}\\")
    #expect(object["entity_id"] as? String == "ofac:1")
    #expect(object["name_score"] as? Double == 0.987654)
    #expect(object["programmes"] as? [String] == ["X", "Y"])
  }

  @Test("a hit as CSV begins with the contract's columns and quotes what needs it")
  func csv() {
    #expect(
      Hit.csvHeader.hasPrefix(
        "query_id,entity_id,score,name_score,list,matched_name,alias_quality,type,query_name,"))
    var buffer = OutputBuffer()
    hit.appendCSV(to: &buffer)
    #expect(
      String(decoding: buffer.bytes, as: UTF8.self)
        == "\"q,1\",ofac:1,1.0,0.987654,ofac-sdn,\"A \"\"B\"\", C\n\u{1}\\\",primary,person,A\tB,,X; Y,"
        + "Executive Order 1,gender: equal (0.0),\n")
  }

  @Test(
    "numbers have one to six decimals",
    arguments: [
      (0.0, "0.0"), (1.0, "1.0"), (0.98, "0.98"), (0.1234567, "0.123457"), (-0.05, "-0.05"),
      (0.9999999, "1.0"),
      (Double.nan, "0.0"),
    ])
  func numbers(value: Double, text: String) {
    var buffer = OutputBuffer()
    buffer.append(score: value)
    #expect(String(decoding: buffer.bytes, as: UTF8.self) == text)
  }

  @Test("columns of text stand under each other, whatever the script, and a terminal obeys no name")
  func tables() {
    var table = TextTable([.left, .right])
    table.add(["习近平", "1"])
    table.add(["Xi", "10"])
    table.add(["e\u{301}", "100"])
    #expect(table.lines == ["习近平    1", "Xi       10", "e\u{301}       100"])
    #expect("a\u{1B}[31m\u{202E}b\n".printable == "a [31mb ")
  }

  @Test("an output file appears when it is complete, and an abandoned one leaves the old file as it was")
  func atomicFiles() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("old", to: "out.txt")
    do {
      let file = try OutputFile(path: path)
      try file.write("half".utf8)
    }
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "old")
    let file = try OutputFile(path: path)
    try file.write("new".utf8)
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "old")
    try file.commit()
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "new")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["out.txt"])
    // A process that was killed leaves its part, which goes with the next; one that still writes keeps its.
    _ = try folder.write("half", to: "out.txt.99999.partial")
    let other = try folder.write("half", to: "out.txt.99998.partial")
    let descriptor = open(other, O_RDONLY)
    defer { close(descriptor) }
    #expect(flock(descriptor, LOCK_EX) == 0)
    try OutputFile(path: path).commit()
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() == [
        "out.txt", "out.txt.99998.partial",
      ])
  }
}
