import FoundationEssentials
import Testing

@testable import Watchlists

/// Real lists, which are not part of the project: they stand beside it, or where `NAMESCREEN_SHARED` says.
enum SharedData {
  /// The path of a file or folder there; nil, with a line that says so, where it is absent.
  static func path(_ name: String) -> String? {
    let path = folder + "/data/" + name
    guard FileManager.default.fileExists(atPath: path) else {
      print("skipped: \(path) not found")
      return nil
    }
    return path
  }

  private static let folder: String = {
    if let folder = ProcessInfo.processInfo.environment["NAMESCREEN_SHARED"] { return folder }
    // <root>/Tests/WatchlistsTests/SharedData.swift
    var root = URL(filePath: #filePath)
    for _ in 0..<3 { root.deleteLastPathComponent() }
    return root.deletingLastPathComponent().appending(path: "shared").path
  }()
}

/// The fixtures of this target: small files in the publishers' formats, made of facts.
enum Fixtures {
  static func path(_ name: String) -> String {
    URL(filePath: #filePath).deletingLastPathComponent().path + "/Fixtures/" + name
  }

  /// The content of a fixture; empty, which no test takes for a list, where it is missing.
  static func bytes(_ name: String) -> [UInt8] {
    (try? Data(contentsOf: URL(filePath: path(name)))).map(Array.init) ?? []
  }

  static func text(_ name: String) -> String { String(decoding: bytes(name), as: UTF8.self) }

  /// A file in each format, by name.
  static let formats = [
    "formats/canada-sema.xml", "formats/conlist-2018.csv", "formats/conlist-2022.csv",
    "formats/entities.ftm.json", "formats/eu-1.0.csv", "formats/eu-1.1.csv", "formats/eu-1.1.xml",
    "eu-journal/32014R0269.csv", "formats/own.csv", "formats/own.jsonl", "formats/own.tsv", "formats/sdn.xml",
    "ofac/sdn.csv", "formats/sdn_advanced.xml", "formats/sdn_enhanced.xml", "formats/seco.xml",
    "formats/senzing.json", "formats/targets.nested.json", "opensanctions-targets.csv",
    "formats/uk-sanctions-list.csv", "formats/uk-sanctions-list.xml", "un.xml",
  ]
}

/// A folder for one test, gone with it.
struct TemporaryFolder: ~Copyable {
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.path + "/watchlists-\(UInt64.random(in: 0 ... .max))"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  @discardableResult
  func write(_ name: String, _ bytes: [UInt8]) throws -> String {
    try Data(bytes).write(to: URL(filePath: path + "/" + name))
    return path + "/" + name
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }
}

extension WatchlistReader {
  static func read(text: String, name: String = "test") throws -> [LoadedList] {
    try read(bytes: Array(text.utf8), name: name)
  }
}
