import FoundationEssentials
import NameScreening

/// How far a run of a file is: what a later run needs to go on behind it.
///
/// Stands in a file beside the output while a run is under way. It is written when everything that it speaks of is on the
/// disk, and replaced as a whole, so that it is never ahead of the files.
struct Checkpoint: Codable, Equatable {
  /// What tells the run from others; see `PreparedRun.fingerprint`.
  var fingerprint: String
  /// The same for every part of a run, so that it is recorded once.
  var run: String
  var state: FileScreening.State
  var outputBytes: Int
  var errorBytes: Int
  var alertBytes: Int

  /// The checkpoint in a file; `nil` where there is none, or none that can be read.
  static func read(_ path: String) -> Checkpoint? {
    guard let bytes = try? LogFile.bytes(of: path) else { return nil }
    return try? JSONDecoder().decode(Checkpoint.self, from: Data(bytes))
  }

  func write(_ path: String) throws {
    let file = try OutputFile(path: path, partial: path + ".next", keeping: 0)
    try file.write(Array(try JSONEncoder().encode(self)))
    try file.commit()
  }
}
