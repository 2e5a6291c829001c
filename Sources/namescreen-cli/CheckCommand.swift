import ArgumentParser
import NameScreening
import Rescreening

/// `namescreen check NAME`: one check.
struct CheckCommand: AsyncParsableCommand, ReplayableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Check one name and show the hits, best first, with their explanation.")

  @Argument(help: "The name as it is known, in any script; may be left out when --id is given.")
  var name: String?

  @OptionGroup(title: "Customer") var facts: CustomerFacts
  @OptionGroup(title: "Lists") var lists: ListOptions
  @OptionGroup(title: "Matching") var matching: MatchingOptions
  @OptionGroup(title: "Matching") var algorithm: AlgorithmOption
  @OptionGroup(title: "Output") var output: OutputOptions
  @OptionGroup(title: "Records") var recording: RecordOptions

  func validate() throws {
    guard name?.isEmpty == false || !facts.id.isEmpty else {
      throw ValidationError("there is nothing to check; expected a name or --id")
    }
    guard !recording.resume else {
      throw ValidationError("--resume is not for check; expected screen or rescreen")
    }
  }

  func run() async throws {
    let bulk = BulkRun(try prepare(quiet: output.quiet), output: output.output, audit: recording.log)
    let outcome = try await bulk.perform(badRow: { _ in }, progress: { _ in })
    if let record = outcome.record { recording.tell(record, quiet: output.quiet) }
    if matching.failOnHit, outcome.count.hits > 0 { throw CommandFailure(.hits) }
  }

  func prepare(quiet: Bool) throws -> PreparedRun {
    let customer = try facts.customer(name: name ?? "", type: matching.type)
    let format = output.chosenFormat
    let index = try lists.open(quiet: quiet, isSearchedOnce: true)
    var options = matching.options(explains: format != .csv)
    options.algorithm = algorithm.algorithm
    let screener = Screener(index: index, options: options)
    var writer = HitWriter(
      format: format, style: recording.audit == nil ? output.style : TextStyle(usesColor: false))
    writer.showsCustomersWithoutHits = true
    return PreparedRun(
      arguments: ["check"] + facts.arguments + lists.arguments + matching.arguments + algorithm.arguments
        + output.arguments
        + (name.map { ["--", $0] } ?? []),
      inputs: AuditRecord.Input.index(index, path: lists.path, role: "index"),
      screening: { [writer] output, alerts in
        let hits = try screener.screen(customer)
        return try FileScreening.write(hits, of: customer, by: writer, to: output, alerts)
      })
  }
}
