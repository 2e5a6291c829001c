import CEmbeddedCorpora
import Designations
import FoundationEssentials
import TabularText

@testable import Watchlists

/// The project's own data, as the tests read it.
enum Corpora {
  static let embeddedBytes = [UInt8](
    UnsafeBufferPointer(start: embedded_designations_bytes(), count: embedded_designations_count()))

  static func embeddedLists() throws -> [LoadedList] { try lists.get() }

  /// Every embedded designation by its id, e.g. `ofac:35096`.
  static func embedded() throws -> [String: Designation] {
    try lists.get().flatMap(\.designations).reduce(into: [:]) { $0[$1.id.description] = $1 }
  }

  private static let lists = Result {
    try WatchlistReader.read(bytes: embeddedBytes, name: "embedded.jsonl")
  }

  static func path(_ name: String) -> String { root.appending(path: "corpora/" + name).path }

  /// Header and records of a file of `corpora/`.
  static func records(_ name: String, _ dialect: DelimitedReader.Dialect) throws -> [[String: String]] {
    var reader = try DelimitedReader(ByteStream(path: path(name)), dialect: dialect)
    guard try reader.next() else { return [] }
    let header = reader.all
    var records: [[String: String]] = []
    while try reader.next() {
      guard reader.count == header.count else { throw FieldCount(line: reader.line, count: reader.count) }
      records.append(Dictionary(zip(header, reader.all)) { first, _ in first })
    }
    return records
  }

  struct FieldCount: Error {
    var line: Int
    var count: Int
  }

  /// A published list, which is not part of the project: it stands beside it, or where `NAMESCREEN_SHARED`
  /// says. Nil, with a line that says so, where it is absent.
  static func shared(_ name: String) -> String? {
    let folder =
      ProcessInfo.processInfo.environment["NAMESCREEN_SHARED"]
      ?? root.deletingLastPathComponent().appending(path: "shared").path
    let path = folder + "/data/" + name
    guard FileManager.default.fileExists(atPath: path) else {
      print("skipped: \(path) not found")
      return nil
    }
    return path
  }

  private static let root: URL = {
    // <root>/Tests/CorporaTests/Corpora.swift
    var root = URL(filePath: #filePath)
    for _ in 0..<3 { root.deleteLastPathComponent() }
    return root
  }()
}

extension Designation {
  /// Values of one kind of identifier.
  func values(_ kind: Identifier.Kind) -> [String] {
    identifiers.filter { $0.kind == kind }.map(\.value)
  }

  func hasName(_ text: String, language: String) -> Bool {
    names.contains { $0.text == text && $0.language == language }
  }
}
