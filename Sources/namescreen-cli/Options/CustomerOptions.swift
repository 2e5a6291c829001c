import ArgumentParser
import NameScreening
import Rescreening

/// A file of customers, how it is read, and where rows go that cannot be.
struct CustomerOptions: ParsableArguments {
  @Argument(help: "The customers: CSV, TSV or JSON Lines, plain or gzip; - for standard input.")
  var file: String

  @Option(
    help: ArgumentHelp(
      "csv, tsv or jsonl (default: by the extension, else by the content).", valueName: "format"))
  var inputFormat: CustomerFile.Format?

  @Option(
    help: ArgumentHelp(
      "Take a field from a column of another title; may be repeated.", valueName: "field=column"))
  var map: [String] = []

  @Option(
    help: ArgumentHelp(
      "Write rows that cannot be screened there (default: standard error).", valueName: "file"))
  var errors: String?

  @Flag(help: "Exit with status 0 although rows could not be screened.")
  var skipBadRows = false

  @Option(help: ArgumentHelp("Threads (default: one for each processor).", valueName: "n"))
  var threads = Processors.available

  /// How many tasks screen at once: more than there are processors would wait for each other, each with a memory of its own.
  var tasks: Int { min(threads, Processors.available) }

  func validate() throws {
    guard threads >= 1 else { throw ValidationError("--threads \(threads) is too few; expected 1 or more") }
    _ = try customers()
  }

  func customers() throws -> CustomerFile {
    var customers = CustomerFile(path: file, format: inputFormat)
    for pair in map {
      let parts = pair.split(separator: "=", maxSplits: 1)
      guard parts.count == 2, customers.map(field: String(parts[0]), toColumn: String(parts[1])) else {
        throw ValidationError(
          "--map '\(pair)' names no field; expected FIELD=COLUMN with one of the fields \(CustomerField.allCases.map(\.rawValue).joined(separator: ", "))"
        )
      }
    }
    return customers
  }

  /// Every customer that can be screened, the other rows told, and how many these are.
  func readAll() throws -> (customers: [Customer], bad: Int) {
    var reader = try CustomerReader(customers())
    let badRows = try errors.map { path in try OutputFile(path: path) }
    let read = try reader.screenableCustomers { row in
      let line = "error: \("\(row)".oneLine)\n"
      if let badRows { try badRows.write(line.utf8) } else { StandardError.write(line) }
    }
    try badRows?.commit()
    return (read, reader.rowCount - read.count)
  }

  /// The options that tell which customers there are, for a record.
  var arguments: [String] {
    var arguments = [file.absolutePath]
    if let inputFormat { arguments += ["--input-format", inputFormat.rawValue] }
    for pair in map { arguments += ["--map", pair] }
    return arguments
  }

  /// Does a run, with progress and summary on standard error.
  func perform(
    _ run: PreparedRun, output: OutputOptions, recording: RecordOptions
  ) async throws -> FileScreening.Count {
    var progress = Progress(isQuiet: output.quiet)
    var bulk = BulkRun(run, output: output.output, errors: errors, audit: recording.log)
    bulk.resumes = recording.resume
    bulk.interval = .seconds(recording.checkpointInterval)
    let outcome = try await bulk.perform { row in
      progress.clear()
      StandardError.write("error: \("\(row)".oneLine)\n")
    } progress: {
      progress.show($0)
    }
    progress.finish(outcome.count)
    if !output.quiet, outcome.resumedRows > 0 {
      StandardError.write("resumed behind row \(outcome.resumedRows.grouped)\n")
    }
    if let record = outcome.record { recording.tell(record, quiet: output.quiet) }
    return outcome.count
  }

  /// Ends with the status that a run's rows and hits ask for.
  func finish(_ count: FileScreening.Count, matching: MatchingOptions) throws {
    if count.bad > 0, !skipBadRows { throw CommandFailure(.badData) }
    if matching.failOnHit, count.hits > 0 { throw CommandFailure(.hits) }
  }
}
