import NameScreening

/// Does a prepared run into its files, and records it.
///
/// A record is in the log before the output stands in its place: no result is without one.
package struct BulkRun {
  package var run: PreparedRun
  /// `nil` or `-` is standard output.
  package var output: String?
  /// Where bad rows go beside `badRow`.
  package var errors: String?
  package var audit: AuditLog?

  package init(_ run: PreparedRun, output: String?, errors: String? = nil, audit: AuditLog? = nil) {
    self.run = run
    self.output = output
    self.errors = errors
    self.audit = audit
  }

  /// - Parameters:
  ///   - badRow: Told of every row that is not screened, unless `errors` takes them.
  ///   - progress: Told now and then.
  /// - Returns: What happened, and the record of it.
  package func perform(
    badRow: (BadRow) -> Void, progress: (FileScreening.Count) -> Void
  ) async throws -> (count: FileScreening.Count, record: (number: Int, hash: String)?) {
    // Before the run: what it reads is what was there when it began.
    let inputs = try audit == nil ? [] : run.inputs()
    let hits = try OutputFile(path: output)
    let badRows = try errors.map { path in try OutputFile(path: path) }
    let hashed = audit == nil ? nil : HashedOutput(hits)
    let alerts = OutputMemory()
    let state = try await run.run(into: hashed ?? hits, alerts: alerts) { row in
      if let badRows { try badRows.write("error: \("\(row)".oneLine)\n".utf8) } else { badRow(row) }
    } progress: {
      try run.flush(isEnd: false)
      progress($0.count)
    }
    try run.flush(isEnd: true)
    var record: (number: Int, hash: String)?
    if let audit, let hashed {
      record = try audit.append(
        AuditedRun(
          arguments: run.arguments, inputs: inputs, count: state.count, output: .init(hashed),
          alerts: alerts.bytes))
    }
    try hits.commit()
    try badRows?.commit()
    return (state.count, record)
  }
}
