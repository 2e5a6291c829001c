import ArgumentParser
import NameScreening

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

  func validate() throws {
    guard threads >= 1 else { throw ValidationError("--threads \(threads) is too few; expected 1 or more") }
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

  /// Puts the rows of `reader` through a screening, into the place that `output` tells.
  ///
  /// - Returns: What happened, already told on standard error.
  func run(
    _ screening: FileScreening, _ reader: inout CustomerReader, output: OutputOptions
  ) async throws -> FileScreening.Count {
    let hits = try OutputFile(path: output.output)
    let badRows = try errors.map { path in try OutputFile(path: path) }
    var progress = Progress(isQuiet: output.quiet)
    let count = try await screening.run(&reader, into: hits) { row in
      let line = "error: \("\(row)".oneLine)\n"
      if let badRows {
        try badRows.write(line.utf8)
      } else {
        progress.clear()
        StandardError.write(line)
      }
    } progress: {
      progress.show($0)
    }
    try hits.commit()
    try badRows?.commit()
    progress.finish(count)
    return count
  }

  /// Ends with the status that a run's rows and hits ask for.
  func finish(_ count: FileScreening.Count, matching: MatchingOptions) throws {
    if count.bad > 0, !skipBadRows { throw CommandFailure(.badData) }
    if matching.failOnHit, count.hits > 0 { throw CommandFailure(.hits) }
  }
}
