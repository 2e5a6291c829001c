import NameScreening

/// A run of a command that is ready to begin: what it is called, what it reads, and how it is done.
///
/// Done again with equal inputs it writes the same bytes.
package struct PreparedRun {
  /// The command with every option spelled out; see `AuditRecord.arguments`.
  package var arguments: [String]
  /// What it reads beside customers: lists and decisions.
  private let otherInputs: [AuditRecord.Input]
  /// Where the customers come from; `nil` where the arguments tell the one there is.
  private let customersPath: String?
  private let decisions: DecisionMemory?
  private let perform:
    (
      any OutputSink, any OutputSink, FileScreening.State, (BadRow) throws -> Void,
      (FileScreening.State) throws -> Void
    ) async throws -> FileScreening.State

  /// The screening of a file of customers.
  ///
  /// - Parameter path: The file from the root; `-` for standard input.
  package init(
    arguments: [String], inputs: [AuditRecord.Input], customers: CustomerFile, at path: String,
    decisions: DecisionMemory? = nil, screening: @escaping () throws -> FileScreening
  ) {
    self.arguments = arguments
    self.decisions = decisions
    otherInputs = inputs
    customersPath = path
    perform = { output, alerts, start, badRow, progress in
      var reader = try CustomerReader(customers)
      return try await screening().run(
        &reader, into: output, alerts: alerts, from: start, badRow: badRow, progress: progress)
    }
  }

  /// The re-screening of a base, which looks the changed designations up among the customers.
  package init(
    arguments: [String], inputs: [AuditRecord.Input], base: CustomerBase, at path: String,
    rescreener: Rescreener, decisions: DecisionFilter?, writer: HitWriter
  ) {
    self.arguments = arguments
    self.decisions = decisions?.memory
    otherInputs = [AuditRecord.Input(role: "customers", path: path, hash: base.contentHash)] + inputs
    customersPath = nil
    perform = { output, alerts, _, _, progress in
      let work = FileScreening.work(rescreener: rescreener, decisions: decisions, writer: writer)
      var state = FileScreening.State()
      try output.write(Array(work.writer.head.utf8))
      try base.rescreen(by: rescreener) { customer, found in
        var piece = ScreeningOutput()
        let findings = try work.write(found, customer, &piece)
        if !piece.hits.isEmpty {
          try output.write(Array(work.writer.joined(piece.hits, isFirst: !state.hasHits)))
          try alerts.write(Array(piece.alerts.bytes.dropFirst(state.hasHits ? 0 : 1)))
          state.hasHits = true
        }
        state.count.add(findings)
        try progress(state)
      }
      state.count.screened = base.count
      try output.write(Array(work.writer.tail.utf8))
      return state
    }
  }

  /// The screening of one customer, which is begun and done at once.
  package init(
    arguments: [String], inputs: [AuditRecord.Input],
    screening: @escaping (any OutputSink, any OutputSink) throws -> FileScreening.Count
  ) {
    self.arguments = arguments
    otherInputs = inputs
    customersPath = nil
    decisions = nil
    perform = { output, alerts, _, _, _ in
      var state = FileScreening.State()
      state.count = try screening(output, alerts)
      return state
    }
  }

  package func run(
    into output: any OutputSink, alerts: any OutputSink, from start: FileScreening.State = .init(),
    badRow: (BadRow) throws -> Void, progress: (FileScreening.State) throws -> Void
  ) async throws -> FileScreening.State {
    try await perform(output, alerts, start, badRow, progress)
  }

  /// Writes the alerts that wait to be kept beside the output; `isEnd` for all of them.
  package func flush(isEnd: Bool) throws { try decisions?.flush(least: isEnd ? 1 : DecisionMemory.batch) }

  /// Everything that the run reads, with hashes.
  package func inputs() throws(AuditError) -> [AuditRecord.Input] {
    guard let customersPath else { return otherInputs }
    return [try .file(customersPath, role: "customers")] + otherInputs
  }

  /// What tells this run from another, cheaply: equal for runs that write the same bytes. `nil` where the customers
  /// cannot be read twice.
  func fingerprint() throws(AuditError) -> String? {
    guard let customersPath, let state = try LogFile.state(of: customersPath) else { return nil }
    let versions = AuditRecord.Versions.current
    let parts =
      arguments + [state, versions.engine, versions.icu] + versions.tables
      + otherInputs.flatMap { [$0.role, $0.path, $0.hash ?? ""] }
    return LogFile.contentHash(ofText: parts.map { "\($0.utf8.count) \($0)" }.joined())
  }
}
