import ArgumentParser
import NameScreening
import Rescreening

/// What was decided before.
struct DecisionOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Database of decisions: alerts that were cleared stay away while their evidence is the same.",
      valueName: "file"))
  var decisions: String?

  @Flag(help: "List suppressed alerts too; the column decision says so.")
  var showSuppressed = false

  @Option(help: ArgumentHelp("Count no decision behind this number, as a replay does.", valueName: "number"))
  var decisionsUntil: Int?

  @Option(
    help: ArgumentHelp(
      "Judge what has expired as on this day, YYYY-MM-DD (default: today).", valueName: "date"))
  var asOf: String?

  func validate() throws {
    guard decisions != nil || (!showSuppressed && decisionsUntil == nil && asOf == nil) else {
      throw ValidationError(
        "--show-suppressed, --decisions-until and --as-of need --decisions; expected --decisions FILE")
    }
    if let asOf { try DecisionOptions.check(day: asOf, of: "--as-of") }
  }

  /// A whole day, written so that days sort as text.
  static func check(day: String, of option: String) throws {
    guard day.utf8.count == 10, PartialDate(day)?.day != nil else {
      throw ValidationError("\(option) '\(day)' is not a day; expected YYYY-MM-DD")
    }
  }

  func memory() throws -> DecisionMemory? {
    guard let decisions else { return nil }
    return try DecisionMemory(
      DecisionStore(path: decisions), upTo: decisionsUntil ?? .max, today: asOf)
  }

  /// The options that make the same decisions count, for a record.
  func arguments(_ memory: DecisionMemory?) -> [String] {
    guard let decisions, let memory else { return [] }
    return [
      "--decisions", decisions.absolutePath, "--decisions-until", "\(memory.lastNumber)", "--as-of",
      memory.day,
    ] + (showSuppressed ? ["--show-suppressed"] : [])
  }

  func inputs(_ memory: DecisionMemory?) -> [AuditRecord.Input] {
    guard let decisions, let memory else { return [] }
    return [.decisions(memory, path: decisions.absolutePath)]
  }

  /// Says how many alerts stayed away, also when all else is quiet: nothing is suppressed in silence.
  func tell(_ count: FileScreening.Count) {
    guard decisions != nil else { return }
    let kinds = ["suppressed", "reopened", "confirmed"].map { "\((count.kinds[$0] ?? 0).grouped) \($0)" }
    StandardError.write("decisions: \(kinds.joined(separator: ", "))\n")
  }
}
