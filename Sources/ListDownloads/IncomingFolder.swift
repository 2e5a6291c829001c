import FoundationEssentials

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A folder for what is still coming in, inside of the one where it goes: `TARGET/.partial-PROCESS`.
///
/// It is locked while it is in use, so that what a killed process left of its own is known and goes with the next.
struct IncomingFolder {
  let path: String
  private let descriptor: Int32
  /// The folders that had to be made for it, innermost first.
  private let made: [String]
  private static let start = ".partial-"

  init(in target: String) throws(DownloadError) {
    var made: [String] = []
    var folder = target
    while !folder.isEmpty, !FileManager.default.fileExists(atPath: folder) {
      made.append(folder)
      folder = folder.lastIndex(of: "/").map { String(folder[..<$0]) } ?? ""
    }
    self.made = made
    path = target + "/\(Self.start)\(getpid())"
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    } catch {
      for folder in made { rmdir(folder) }
      throw .unwritable(reason: "\(target) cannot be made")
    }
    descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    _ = flock(descriptor, LOCK_EX | LOCK_NB)
    Self.removeAbandoned(in: target)
  }

  /// Removes the folder with what is in it, and those that had to be made for it unless something came of them.
  func remove() {
    try? FileManager.default.removeItem(atPath: path)
    for folder in made { rmdir(folder) }
    if descriptor >= 0 { close(descriptor) }
  }

  private static func removeAbandoned(in target: String) {
    for name in (try? FileManager.default.contentsOfDirectory(atPath: target)) ?? []
    where name.hasPrefix(start) && UInt64(name.dropFirst(start.count)) != nil {
      let other = target + "/" + name
      let descriptor = open(other, O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW)
      guard descriptor >= 0 else { continue }
      // Who has the lock is alone with the folder, and its process is gone.
      if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { try? FileManager.default.removeItem(atPath: other) }
      close(descriptor)
    }
  }
}
