import ArgumentParser
import NameScreening
import Rescreening

/// `namescreen replay RECORD`: does a recorded run again and proves that it says the same.
struct ReplayCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "replay", abstract: "Run a recorded run again, and prove that its output is equal.",
    discussion: """
      Exit status 0 when the output is equal byte for byte; 65 when an input or the output differs, or the log was \
      changed, with a line for each difference.
      """)

  @Argument(help: ArgumentHelp("An audit log, or LOG:NUMBER for another record than the last."))
  var record: String

  func run() async throws {
    let (path, number) = place
    let record = try AuditLog(path: path).record(number)
    guard !record.inputs.contains(where: { $0.path == "-" }) else {
      throw CommandFailure(
        .badData,
        "record \(record.number) is of customers on standard input, which nobody kept; expected one of a file"
      )
    }
    let run = try prepare(record)
    let changes = try Replay.changedInputs(of: record, now: run.inputs())
    for change in changes { print(change) }
    let (output, alerts) = (HashedOutput(nil), OutputMemory())
    let state = try await run.run(
      into: output, alerts: alerts, badRow: { _ in }, progress: { _ in })
    let differences = Replay.differences(
      of: record, now: state.count, output: .init(output), alerts: try AuditedAlert.read(alerts.bytes))
    for difference in differences { print(difference) }
    guard differences.isEmpty else { throw CommandFailure(.badData) }
    print(
      "record \(record.number) of \(record.time): the output is equal, \(state.count.hits) hits on \(state.count.rows) rows, SHA-256 \(record.output.hash)"
    )
  }

  /// A path that ends in a number behind a colon names a record.
  private var place: (path: String, number: Int?) {
    guard let colon = record.lastIndex(of: ":"), let number = Int(record[record.index(after: colon)...])
    else { return (record, nil) }
    return (String(record[..<colon]), number)
  }

  private func prepare(_ record: AuditRecord) throws -> PreparedRun {
    let arguments = Array(record.arguments.dropFirst())
    switch record.arguments.first {
    case "check": return try CheckCommand.parse(arguments).prepare(quiet: true)
    case "screen": return try ScreenCommand.parse(arguments).prepare(quiet: true)
    case "rescreen": return try RescreenCommand.parse(arguments).prepare(quiet: true)
    default:
      throw CommandFailure(
        .badData,
        "record \(record.number) is of '\(record.arguments.first ?? "")'; expected check, screen or rescreen")
    }
  }
}
