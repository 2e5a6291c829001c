import FoundationEssentials

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

  /// The rows of a table behind its header, as fields.
  static func rows(_ name: String) throws -> [[Substring]]? {
    guard let path = path(name) else { return nil }
    let text = String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
    return text.split(separator: "\n").dropFirst().map {
      $0.split(separator: "\t", omittingEmptySubsequences: false)
    }
  }

  private static let folder: String = {
    if let folder = ProcessInfo.processInfo.environment["NAMESCREEN_SHARED"] { return folder }
    // <root>/Tests/NameScreeningTests/SharedData.swift
    var root = URL(filePath: #filePath)
    for _ in 0..<3 { root.deleteLastPathComponent() }
    return root.deletingLastPathComponent().appending(path: "shared").path
  }()
}
