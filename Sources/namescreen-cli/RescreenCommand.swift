import ArgumentParser
import NameScreening
import Rescreening

/// `namescreen rescreen FILE --old INDEX --new INDEX`: what a change of lists means for the customers.
struct RescreenCommand: AsyncParsableCommand {
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

  func validate() throws {
    guard matching.limit == 0 else {
      throw ValidationError(
        "--limit is not for rescreen; expected none, since a change of lists means what all hits say")
    }
  }

  func run() async throws {
    var reader = try CustomerReader(try customers.customers())
    let format = output.chosenFormat
    let rescreener = try Rescreener(
      from: .load(old), to: .load(new), options: matching.options(explains: format != .csv))
    if !output.quiet { StandardError.write("\(rescreener.difference.summary)\n") }
    let screening = FileScreening(
      rescreener: rescreener, writer: HitWriter(format: format, style: output.style),
      threads: customers.threads)
    let count = try await customers.run(screening, &reader, output: output)
    if !output.quiet {
      let kinds = Alert.Change.allCases.map { "\((count.kinds[$0.rawValue] ?? 0).grouped) \($0.rawValue)" }
      StandardError.write("alerts: \(kinds.joined(separator: ", "))\n")
    }
    try customers.finish(count, matching: matching)
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
