import Foundation
import Testing

/// The generators beside the tables still write what is committed. They need Python 3, and some of them name lists
/// that are not part of the project: those stand beside it, or where `NAMESCREEN_SHARED` says.
@Suite struct GeneratedTableTests {
  private static let root = URL(filePath: #filePath).appending(path: "../../..").standardized
  private static let tables = root.appending(path: "corpora/language")

  private static var shared: URL {
    ProcessInfo.processInfo.environment["NAMESCREEN_SHARED"].map { URL(filePath: $0) }
      ?? root.appending(path: "../shared").standardized
  }

  /// Runs a generator into an empty folder and compares what it wrote with the tables.
  private func check(_ script: String, _ arguments: [String], writes names: [String]) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "language-tables-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3", "-B", script] + arguments + [folder.path]
    process.currentDirectoryURL = GeneratedTableTests.tables
    try process.run()
    process.waitUntilExit()
    if process.terminationStatus == 127 {
      print("skipped: python3 not found")
      return
    }
    #expect(process.terminationStatus == 0, "\(script) failed")
    for name in names {
      let written = try Data(contentsOf: folder.appending(path: name))
      let committed = try Data(contentsOf: GeneratedTableTests.tables.appending(path: name))
      #expect(written == committed, "\(name) is not what \(script) writes: run it and commit the table")
    }
  }

  @Test func givenNames() throws {
    try check(
      "generate_given_name_equivalents.py", ["own/given_names.tsv"],
      writes: ["given_name_equivalents.tsv", "patronymic_equivalents.tsv"])
  }

  @Test func wadeGiles() throws {
    try check("generate_wade_giles.py", ["syllable_readings.tsv"], writes: ["wade_giles.tsv"])
  }

  @Test func internationalNames() throws {
    let sources = [
      "tokens_coling2018/token_pairs.tsv.gz", "names_ar/arabic_full_names.tsv.gz", "rigour/persons.txt.gz",
    ].map { GeneratedTableTests.shared.appending(path: "data/\($0)").path }
    if let absent = sources.first(where: { !FileManager.default.fileExists(atPath: $0) }) {
      print("skipped: \(absent) not found")
      return
    }
    try check(
      "generate_international_equivalents.py", ["own/international_names.tsv"] + sources,
      writes: ["international_equivalents.tsv"])
  }
}
