import NameScreening

/// Does a prepared run into its files, records it, and can go on with one that was interrupted.
///
/// A record is in the log before the output stands in its place: no result is without one.
package struct BulkRun {
  package var run: PreparedRun
  /// `nil` or `-` is standard output.
  package var output: String?
  /// Where bad rows go beside `badRow`.
  package var errors: String?
  package var audit: AuditLog?
  /// Whether to go on where an earlier run stopped.
  package var resumes = false
  /// How long a run may be under way without a checkpoint.
  package var interval: Duration = .seconds(1)

  package init(_ run: PreparedRun, output: String?, errors: String? = nil, audit: AuditLog? = nil) {
    self.run = run
    self.output = output
    self.errors = errors
    self.audit = audit
  }

  /// What became of a run.
  package struct Outcome {
    package var count: FileScreening.Count
    /// Rows that an earlier run had done.
    package var resumedRows: Int
    /// Its record in the log.
    package var record: (number: Int, hash: String)?
  }

  /// - Parameters:
  ///   - badRow: Told of every row that is not screened, unless `errors` takes them.
  ///   - progress: Told now and then.
  package func perform(
    badRow: (BadRow) -> Void, progress: (FileScreening.Count) -> Void
  ) async throws -> Outcome {
    // Before the run: what it reads is what was there when it began.
    let inputs = try audit == nil ? [] : run.inputs()
    let files = try RunFiles(
      output: output, errors: errors, fingerprint: run.fingerprint(), resumes: resumes,
      interval: interval)
    do {
      return try await perform(files, inputs, badRow: badRow, progress: progress)
    } catch {
      files.discard()
      throw error
    }
  }

  private func perform(
    _ files: RunFiles, _ inputs: [AuditRecord.Input], badRow: (BadRow) -> Void,
    progress: (FileScreening.Count) -> Void
  ) async throws -> Outcome {
    let hashed = audit == nil ? nil : HashedOutput(files.output)
    if let hashed { try files.hashStart(into: hashed) }
    let state = try await run.run(
      into: hashed ?? files.output, alerts: files.alerts, from: files.start
    ) { row in
      if let errors = files.errors {
        try errors.write("error: \("\(row)".oneLine)\n".utf8)
      } else {
        badRow(row)
      }
    } progress: {
      try run.flush(isEnd: files.isDue)
      if files.isDue { try files.checkpoint($0) }
      progress($0.count)
    }
    try run.flush(isEnd: true)
    var outcome = Outcome(count: state.count, resumedRows: files.start.count.rows)
    if let audit, let hashed {
      outcome.record = try audit.append(
        AuditedRun(
          id: files.run, arguments: run.arguments, inputs: inputs, count: state.count,
          output: .init(hashed), alerts: try files.noted()),
        mayBeRecorded: files.isResumed)
    }
    try files.commit()
    return outcome
  }
}
