import ArgumentParser
import NameScreening
import Rescreening

/// `namescreen rescreen FILE --old INDEX --new INDEX`: what a change of lists means for the customers.
struct RescreenCommand: AsyncParsableCommand, ReplayableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rescreen", abstract: "Show the alerts that a change of lists adds, changes or withdraws.",
    discussion: """
      Only designations that were added, removed or changed meet the customers, and the alerts are exactly those in \
      which a full screening against each index would differ. The column change says new, changed or withdrawn.
      """)

  @OptionGroup(title: "Customers") var customers: CustomerOptions

  @Option(help: ArgumentHelp("The earlier index, list file or folder.", valueName: "index"))
  var old: String

  @Option(help: ArgumentHelp("The later one.", valueName: "index"))
  var new: String

  @OptionGroup(title: "Matching") var matching: MatchingOptions
  @OptionGroup(title: "Output") var output: OutputOptions
  @OptionGroup(title: "Decisions") var decisions: DecisionOptions
  @OptionGroup(title: "Records") var recording: RecordOptions

  func validate() throws {
    guard matching.limit == 0 else {
      throw ValidationError(
        "--limit is not for rescreen; expected none, since a change of lists means what all hits say")
    }
    guard !recording.resume || (output.output != nil && customers.file != "-") else {
      throw ValidationError("--resume needs --output and a file of customers; expected both")
    }
  }

  func run() async throws {
    let count = try await customers.perform(
      prepare(quiet: output.quiet), output: output, recording: recording)
    if !output.quiet {
      let kinds = Alert.Change.allCases.map { "\((count.kinds[$0.rawValue] ?? 0).grouped) \($0.rawValue)" }
      StandardError.write("alerts: \(kinds.joined(separator: ", "))\n")
    }
    decisions.tell(count)
    try customers.finish(count, matching: matching)
  }

  func prepare(quiet: Bool) throws -> PreparedRun {
    let format = output.chosenFormat
    let style = recording.audit == nil ? output.style : TextStyle(usesColor: false)
    let (before, after) = (try ListIndex.load(old), try ListIndex.load(new))
    for index in [before, after] { try index.verify() }
    let rescreener = try Rescreener(
      from: before, to: after, options: matching.options(explains: format != .csv))
    if !quiet { StandardError.write("\(rescreener.difference.summary)\n") }
    let memory = try decisions.memory()
    let filter = memory.map { DecisionFilter($0, showsSuppressed: decisions.showSuppressed) }
    let writer = HitWriter(format: format, style: style)
    let arguments =
      ["rescreen"] + customers.arguments + ["--old", old.absolutePath, "--new", new.absolutePath]
      + matching.arguments + decisions.arguments(memory) + output.arguments
    let inputs =
      AuditRecord.Input.index(before, path: old.absolutePath, role: "old")
      + AuditRecord.Input.index(after, path: new.absolutePath, role: "new") + decisions.inputs(memory)
    if CustomerBase.isBase(customers.file) {
      let base = try CustomerBase.open(at: customers.file)
      try base.verify()
      return PreparedRun(
        arguments: arguments, inputs: inputs, base: base,
        at: customers.file.absolutePath, rescreener: rescreener, decisions: filter, writer: writer)
    }
    return PreparedRun(
      arguments: arguments, inputs: inputs, customers: try customers.customers(),
      at: customers.file.absolutePath, decisions: memory,
      screening: {
        FileScreening(
          rescreener: rescreener, decisions: filter, writer: writer, threads: customers.tasks)
      })
  }
}

extension ListDifference {
  /// `designations: 3 added, 1 removed, 2 changed`
  var summary: String {
    var counts = (added: 0, removed: 0, changed: 0)
    for change in changes {
      switch change {
      case .added: counts.added += 1
      case .removed: counts.removed += 1
      case .changed: counts.changed += 1
      }
    }
    return
      "designations: \(counts.added.grouped) added, \(counts.removed.grouped) removed, \(counts.changed.grouped) changed"
  }
}
