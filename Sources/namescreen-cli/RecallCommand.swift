import ArgumentParser
import NameScreening
import RecallLaboratory

/// `namescreen recall`: what a screening finds, measured.
struct RecallCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "recall",
    abstract: "Measure what a screening finds: recall of changed names against alerts on innocent customers.",
    discussion: """
      Makes queries of the listed names by mutation, scores them, screens innocent customers, and writes report.html, \
      report.json, mutations.csv, cutoffs.csv, mutation-cutoffs.csv, evasion.csv, queries.csv and scores.csv to a folder. \
      Equal lists, options and seeds give equal files.

      --emit-queries writes queries.csv and names.csv for another engine to answer; --against shows its answers beside \
      ours. --cutoffs asks what other cut-offs would mean for the customers: they are screened once, and their scores \
      kept in the folder.
      """)

  @Option(help: ArgumentHelp("Folder for the results; made when it is missing.", valueName: "folder"))
  var output: String?

  @Option(
    help: ArgumentHelp(
      "Innocent customers: CSV, TSV or JSON Lines (default: made-up ordinary ones).", valueName: "file"))
  var customers: String?

  @Option(help: ArgumentHelp("How many ordinary customers to make.", valueName: "n"))
  var ordinary = RecallOptions().customers

  @Option(help: ArgumentHelp("Most queries by mutation.", valueName: "n"))
  var queries = RecallOptions().queries

  @Option(
    help: ArgumentHelp(
      "How many listed names are asked for exactly as they are listed (default: all).", valueName: "n"))
  var exact: Int?

  @Option(help: ArgumentHelp("Most mutations at once, 1 to 3.", valueName: "n"))
  var strength = RecallOptions().strength

  @Option(help: ArgumentHelp("Another seed asks other queries.", valueName: "n"))
  var seed: UInt64 = RecallOptions().seed

  @Option(help: ArgumentHelp("Least score that is kept of customers; lower costs more time.", valueName: "x"))
  var floor = RecallOptions().floor

  @Option(
    help: ArgumentHelp("Queries that are also screened against the whole list, as proof.", valueName: "n"))
  var verify = RecallOptions().verified

  @Option(
    help: ArgumentHelp(
      "How many designations are ranked by how easily they are evaded (default: all).", valueName: "n"))
  var evasion: Int?

  @Option(help: ArgumentHelp("Customers screened a day, for the expected alerts.", valueName: "n"))
  var daily = RecallOptions().daily

  @Option(
    help: ArgumentHelp(
      "Write the queries and the names of the list to this folder, and stop.", valueName: "folder"))
  var emitQueries: String?

  @Option(
    help: ArgumentHelp(
      "Answers of another engine to the emitted queries: columns query_id, entity_id and score; may be repeated.",
      valueName: "file"))
  var against: [String] = []

  @Option(
    help: ArgumentHelp(
      "Ask about other cut-offs only: numbers and presets (\(CutoffPreset.allCases.map(\.rawValue).joined(separator: ", "))), with commas between them.",
      valueName: "list"))
  var cutoffs: String?

  @Option(
    help: ArgumentHelp("With --cutoffs: known true hits, columns query_id and entity_id.", valueName: "file"))
  var trueHits: String?

  @Option(help: ArgumentHelp("Threads (default: one for each processor).", valueName: "n"))
  var threads = Processors.available

  @Flag(help: "No progress, summary or notes on standard error.")
  var quiet = false

  @OptionGroup(title: "Lists") var lists: ListOptions
  @OptionGroup(title: "What is measured") var configuration: ConfigurationOptions

  private var cutoff: Double { configuration.cutoff }

  func validate() throws {
    guard (0...cutoff).contains(floor) else {
      throw ValidationError("--floor \(floor) is out of range; expected 0...\(cutoff), the cut-off")
    }
    guard (1...3).contains(strength) else {
      throw ValidationError("--strength \(strength) is out of range; expected 1, 2 or 3")
    }
    for (option, value) in [
      ("--threads", threads), ("--queries", queries), ("--daily", daily), ("--ordinary", ordinary),
    ]
    where value < 1 {
      throw ValidationError("\(option) \(value) is too few; expected 1 or more")
    }
    for (option, value) in [("--verify", verify), ("--evasion", evasion ?? 0), ("--exact", exact ?? 0)]
    where value < 0 {
      throw ValidationError("\(option) \(value) is negative; expected 0 or more")
    }
    guard output != nil || emitQueries != nil else {
      throw ValidationError("there is no place for the results; expected --output FOLDER")
    }
    if cutoffs != nil, output == nil || emitQueries != nil || !against.isEmpty {
      throw ValidationError("--cutoffs goes with --output alone; expected no --emit-queries and no --against")
    }
    if emitQueries != nil, output != nil || !against.isEmpty {
      throw ValidationError("--emit-queries only writes the queries; expected no --output and no --against")
    }
    if trueHits != nil, cutoffs == nil {
      throw ValidationError("--true-hits belongs to --cutoffs; expected both")
    }
  }

  func run() async throws {
    let wanted = try wantedCutoffs()
    let base =
      try customers.map { try InnocentCustomers.read(CustomerFile(path: $0)) }
      ?? .ordinary(ordinary, seed: seed)
    var run = RecallRun(index: try lists.open(quiet: quiet), base: base, options: options(wanted))
    var progress = StepProgress(isQuiet: quiet)
    if let emitQueries {
      let folder = try ReportFolder(path: emitQueries, files: ["queries.csv", "names.csv"])
      try await run.makeQueries { progress.show($0.rawValue, $1) }
      try folder.write("queries.csv") { run.appendEmittedCSV(to: &$0) }
      try folder.write("names.csv") { run.appendNamesCSV(to: &$0) }
      try folder.commit()
      progress.finish(
        "\(run.queries.count.grouped) queries and \(run.base.customers.count.grouped) customers of run \(run.fingerprint)"
      )
    } else if let output, let wanted {
      try await answer(wanted, &run, output, &progress)
    } else if let output {
      let folder = try ReportFolder(path: output, files: RecallFigures.files + InnocentCustomers.storedFiles)
      // Wrong answers are known before the measurement.
      if !against.isEmpty { try await run.makeQueries { progress.show($0.rawValue, $1) } }
      let rivals = try against.map { path in
        progress.clear()
        return try RivalAnswers(path: path, run: run)
      }
      try await run.measure { progress.show($0.rawValue, $1) }
      let figures = RecallFigures(run, rivals: rivals)
      try figures.write(to: folder)
      try folder.commit()
      progress.finish(figures.headline)
    }
  }

  private func answer(
    _ wanted: [(title: String, cutoff: Double)], _ run: inout RecallRun, _ output: String,
    _ progress: inout StepProgress
  ) async throws {
    let truth = try trueHits.map { try WhatIf.readTrueHits(path: $0, of: run.base) } ?? []
    if try await run.restoreCustomers(from: output) {
      if !quiet {
        StandardError.write(
          "note: answered from the scores in \(output); only a sample was screened again, to the same scores\n"
        )
      }
      let folder = try ReportFolder(path: output, files: ["what-if.csv"])
      try write(wanted, run, truth, folder)
    } else {
      let folder = try ReportFolder(path: output, files: ["what-if.csv"] + InnocentCustomers.storedFiles)
      try await run.screenCustomers { progress.show($0.rawValue, $1) }
      progress.clear()
      try run.base.store(in: folder, mark: run.baseMark)
      try write(wanted, run, truth, folder)
    }
  }

  private func write(
    _ wanted: [(title: String, cutoff: Double)], _ run: RecallRun, _ truth: [WhatIf.TrueHit],
    _ folder: ReportFolder
  ) throws {
    let answers = WhatIf(wanted, base: run.base, present: cutoff, trueHits: truth, daily: daily)
    try folder.write("what-if.csv") { answers.appendCSV(to: &$0) }
    try folder.commit()
    let terminal = try OutputFile(path: nil)
    try terminal.write(answers.text.utf8)
  }

  private func options(_ wanted: [(title: String, cutoff: Double)]?) -> RecallOptions {
    var options = RecallOptions()
    options.screening = configuration.options
    options.seed = seed
    options.queries = queries
    options.exactNames = exact
    options.strength = strength
    // A question about a lower cut-off lowers the floor.
    options.floor = wanted.map { min(floor, $0.map(\.cutoff).min() ?? floor) } ?? floor
    options.customers = ordinary
    options.verified = verify
    options.evaders = evasion
    options.daily = daily
    options.threads = threads
    return options
  }

  private func wantedCutoffs() throws -> [(title: String, cutoff: Double)]? {
    try cutoffs.map { list in
      try list.split(separator: ",", omittingEmptySubsequences: false).map { text in
        guard let value = WhatIf.cutoff(String(text)) else {
          throw ValidationError(
            "'\(text)' is no cut-off; expected 0...1 or one of \(CutoffPreset.allCases.map(\.rawValue).joined(separator: ", "))"
          )
        }
        return (String(text), value)
      }
    }
  }
}
