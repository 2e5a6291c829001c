import NameScreening

/// A run of a command that is ready to begin: what it is called, what it reads, and how it is done.
///
/// Done again with equal inputs it writes the same bytes.
package struct PreparedRun {
  /// The command with every option spelled out; see `AuditRecord.arguments`.
  package var arguments: [String]
  /// Hashes what the run reads.
  package var inputs: () throws -> [AuditRecord.Input]
  /// Writes what the run keeps beside its output, when so many wait.
  private let keep: (_ least: Int) throws -> Void
  private let perform:
    (
      any OutputSink, any OutputSink, FileScreening.State, (BadRow) throws -> Void,
      (FileScreening.State) throws -> Void
    ) async throws -> FileScreening.State

  /// The screening of a file of customers.
  package init(
    arguments: [String], inputs: @escaping () throws -> [AuditRecord.Input], customers: CustomerFile,
    decisions: DecisionMemory? = nil, screening: @escaping () throws -> FileScreening
  ) {
    keep = { try decisions?.flush(least: $0) }
    self.arguments = arguments
    self.inputs = inputs
    perform = { output, alerts, start, badRow, progress in
      var reader = try CustomerReader(customers)
      return try await screening().run(
        &reader, into: output, alerts: alerts, from: start, badRow: badRow, progress: progress)
    }
  }

  /// The screening of one customer, which is begun and done at once.
  package init(
    arguments: [String], inputs: @escaping () throws -> [AuditRecord.Input],
    screening: @escaping (any OutputSink, any OutputSink) throws -> FileScreening.Count
  ) {
    keep = { _ in }
    self.arguments = arguments
    self.inputs = inputs
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

  /// Writes what waits beside the output; `isEnd` for all of it.
  package func flush(isEnd: Bool) throws { try keep(isEnd ? 1 : DecisionMemory.batch) }
}
