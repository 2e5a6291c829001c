import CEmbeddedCorpora
import Designations
import FoundationEssentials
import NameIndex
import Watchlists

/// Lists that the laws are tried on.
package struct SampleList: Sendable {
  package var lists: [(description: ListDescription, designations: [Designation])]
  package var index: NameIndex

  package var designations: [Designation] { lists.flatMap(\.designations) }
  package var names: [String] { designations.flatMap { $0.names.map(\.text) } }

  package init(_ lists: [(description: ListDescription, designations: [Designation])]) throws {
    self.lists = lists
    index = try NameIndex(NameIndex.build(lists: lists.map { ($0.description, $0.designations) }))
  }

  /// One list of persons with one name each.
  package init(persons names: [String]) throws {
    let designations = names.enumerated().map { number, name in
      Designation(
        id: EntityID(publisher: "test", local: "\(number)"), list: "test", type: .person,
        names: [DesignatedName(name, quality: .primary)])
    }
    try self.init([(ListDescription(name: "test", publisher: "test", format: "test"), designations)])
  }

  /// Every `step`th designation of the embedded list.
  package static func embedded(every step: Int) throws -> SampleList {
    try SampleList(
      embeddedLists.get().map { list in
        (
          list.description,
          stride(from: 0, to: list.designations.count, by: step).map { list.designations[$0] }
        )
      })
  }

  /// The names of the same, without an index.
  package static func embeddedNames(every step: Int) throws -> [String] {
    let designations = try embeddedLists.get().flatMap(\.designations)
    return stride(from: 0, to: designations.count, by: step).flatMap { designations[$0].names.map(\.text) }
  }

  private static let embeddedLists = Result {
    try WatchlistReader.read(
      bytes: [UInt8](
        UnsafeBufferPointer(start: embedded_designations_bytes(), count: embedded_designations_count())),
      name: "embedded.jsonl")
  }

  /// Published lists, which are not part of the project: they stand beside it, or where `NAMESCREEN_SHARED` says. Nil,
  /// with a line that says so, where one is absent.
  package static func shared(_ folders: [String]) throws -> SampleList? {
    var paths: [String] = []
    for folder in folders {
      let path = sharedFolder + "/data/" + folder
      guard FileManager.default.fileExists(atPath: path) else {
        print("skipped: \(path) not found")
        return nil
      }
      paths.append(path)
    }
    return try SampleList(WatchlistReader.read(paths: paths).map { ($0.description, $0.designations) })
  }

  private static let sharedFolder: String = {
    if let folder = ProcessInfo.processInfo.environment["NAMESCREEN_SHARED"] { return folder }
    // <root>/Tests/TestSupport/SampleLists.swift
    var root = URL(filePath: #filePath)
    for _ in 0..<3 { root.deleteLastPathComponent() }
    return root.deletingLastPathComponent().appending(path: "shared").path
  }()
}
