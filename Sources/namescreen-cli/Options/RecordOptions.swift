import ArgumentParser
import NameScreening
import Rescreening

/// What stays of a run beside its results.
struct RecordOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Append a record of the run to this audit log, chained to those before; 'namescreen replay' proves it.",
      valueName: "file"))
  var audit: String?

  @Flag(
    help: "Go on where an interrupted run of the same command stopped; the output is that of a whole run.")
  var resume = false

  @Option(
    help: ArgumentHelp(
      "Seconds that a run may lose when it is interrupted.", valueName: "seconds"))
  var checkpointInterval = 1.0

  func validate() throws {
    guard (0...86400).contains(checkpointInterval) else {
      throw ValidationError("--checkpoint-interval \(checkpointInterval) is out of range; expected 0...86400")
    }
  }

  var log: AuditLog? { audit.map { AuditLog(path: $0) } }

  /// Says which record was written: the hash is what proves the end of the log later.
  func tell(_ record: (number: Int, hash: String), quiet: Bool) {
    guard !quiet, let audit else { return }
    StandardError.write("audit: record \(record.number) of \(audit), hash \(record.hash)\n")
  }
}

/// A command that can be done again from its arguments.
protocol ReplayableCommand: ParsableArguments {
  /// Opens what the run reads.
  func prepare(quiet: Bool) throws -> PreparedRun
}

extension String {
  /// The path from the root, so that a record holds wherever it is replayed; `-` stays.
  var absolutePath: String {
    if self == "-" || hasPrefix("/") { return self }
    return "\(currentFolder)/\(self)"
  }
}
