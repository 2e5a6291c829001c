import ArgumentParser
import NameScreening
import Rescreening

/// `namescreen decide ALERT`: records what was decided on an alert.
struct DecideCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "decide",
    abstract: "Record what was decided on an alert, with the evidence that it rests on.",
    discussion: """
      ALERT is what the column 'alert' of screen or rescreen with --decisions says, or its beginning. A cleared alert \
      stays away until its evidence changes; a confirmed one is never suppressed. The last decision counts.
      """)

  @Argument(help: "The alert's id.")
  var alert: String

  @Option(help: ArgumentHelp("cleared or confirmed.", valueName: "outcome"))
  var outcome: Decision.Outcome

  @Option(help: ArgumentHelp("Who decided.", valueName: "who"))
  var by: String

  @Option(help: ArgumentHelp("Why.", valueName: "text"))
  var reason: String

  @Option(help: ArgumentHelp("The last day on which it holds, YYYY-MM-DD.", valueName: "date"))
  var expires: String?

  @Option(help: ArgumentHelp("Database of decisions.", valueName: "file"))
  var decisions: String

  @Flag(help: "No confirmation on standard error.")
  var quiet = false

  func validate() throws {
    if let expires { try DecisionOptions.check(day: expires, of: "--expires") }
    guard !by.allSatisfy(\.isWhitespace), !reason.allSatisfy(\.isWhitespace) else {
      throw ValidationError("--by or --reason is empty; expected who decided, and why")
    }
  }

  func run() throws {
    let store = try DecisionStore(path: decisions, mustExist: true)
    let decision = try store.decide(alert, outcome, by: by, reason: reason, expires: expires)
    guard !quiet else { return }
    let evidence = decision.evidence
    StandardError.write(
      "decision \(decision.number): customer \(evidence.customer.id) and \(evidence.designation.id) on \(evidence.designation.list) \(outcome.rawValue) by \(by)\n"
        .oneLine + "\n")
  }
}

extension Decision.Outcome: ExpressibleByArgument {}
