import Foundation

/// Real lists, which are not part of the project: they stand beside it, or where `NAMESCREEN_SHARED` says.
enum SharedLists {
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
    // <root>/Tests/RescreeningTests/SharedLists.swift
    var root = URL(fileURLWithPath: #filePath)
    for _ in 0..<3 { root.deleteLastPathComponent() }
    return root.deletingLastPathComponent().appendingPathComponent("shared").path
  }()
}
