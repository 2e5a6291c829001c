import ArgumentParser
import NameScreening
import Rescreening

/// `namescreen screen FILE`: a file of customers.
struct ScreenCommand: AsyncParsableCommand, ReplayableCommand {
  static let configuration = CommandConfiguration(
    commandName: "screen", abstract: "Screen every customer of a file.",
    discussion: """
      FILE is CSV, TSV or JSON Lines, plain or gzip, - for standard input. Columns are found by their titles: id, \
      name (or first_name, middle_name, last_name), dob, country, type, gender, passport, tax_id, wallet, bic.
      """)

  @OptionGroup(title: "Customers") var customers: CustomerOptions
  @OptionGroup(title: "Lists") var lists: ListOptions
  @OptionGroup(title: "Matching") var matching: MatchingOptions
  @OptionGroup(title: "Matching") var algorithm: AlgorithmOption
  @OptionGroup(title: "Output") var output: OutputOptions
  @OptionGroup(title: "Decisions") var decisions: DecisionOptions
  @OptionGroup(title: "Records") var recording: RecordOptions

  func validate() throws {
    guard !recording.resume || (output.output != nil && customers.file != "-") else {
      throw ValidationError("--resume needs --output and a file of customers; expected both")
    }
  }

  func run() async throws {
    let count = try await customers.perform(
      prepare(quiet: output.quiet), output: output, recording: recording)
    decisions.tell(count)
    try customers.finish(count, matching: matching)
  }

  func prepare(quiet: Bool) throws -> PreparedRun {
    let format = output.chosenFormat
    let style = recording.audit == nil ? output.style : TextStyle(usesColor: false)
    let index = try lists.open(quiet: quiet)
    // Nobody is to be missed by a damaged file; beside a bulk run this costs nothing.
    try index.verify()
    let memory = try decisions.memory()
    var options = matching.options(explains: format != .csv)
    options.algorithm = algorithm.algorithm
    // The best few are those of the hits that stay.
    if memory != nil { options.limit = 0 }
    let screener = Screener(index: index, options: options)
    return PreparedRun(
      arguments: ["screen"] + customers.arguments + lists.arguments + matching.arguments + algorithm.arguments
        + decisions.arguments(memory) + output.arguments,
      inputs: AuditRecord.Input.index(index, path: lists.path, role: "index") + decisions.inputs(memory),
      customers: try customers.customers(), at: customers.file.absolutePath, decisions: memory,
      screening: {
        let writer = HitWriter(format: format, style: style)
        guard let memory else {
          return FileScreening(screener: screener, writer: writer, threads: customers.tasks)
        }
        return FileScreening(
          screener: screener,
          decisions: DecisionFilter(
            memory, showsSuppressed: decisions.showSuppressed, limit: matching.limit),
          writer: writer, threads: customers.tasks)
      })
  }
}
