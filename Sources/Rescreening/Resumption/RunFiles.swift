import NameScreening

/// The files that a run writes while it is under way, and how it goes on where an earlier one stopped.
///
///     OUT.partial             the output so far
///     OUT.partial.alerts      the alerts for the audit record
///     OUT.partial.checkpoint  how far these are complete
///     ERRORS.partial          the bad rows so far
///
/// A run into something else than an ordinary file, or of customers that cannot be read twice, is not resumable.
final class RunFiles {
  let output: OutputFile
  let errors: OutputFile?
  /// The alerts, in a file or in memory.
  let alerts: any OutputSink
  /// Where an earlier run stopped; the beginning where there was none.
  private(set) var start = FileScreening.State()
  /// The same for every part of a run.
  private(set) var run = ""

  private let alertFile: OutputFile?
  private let checkpointPath: String?
  private let fingerprint: String
  private let interval: Duration
  private let clock = ContinuousClock()
  private var last: ContinuousClock.Instant

  /// - Parameters:
  ///   - resumes: Whether to go on where an earlier run of the same fingerprint stopped.
  ///   - interval: How long a run may be under way without a checkpoint.
  init(
    output: String?, errors: String?, fingerprint: String?, resumes: Bool, interval: Duration
  ) throws {
    self.interval = interval
    self.fingerprint = fingerprint ?? ""
    last = clock.now
    run = (0..<4).map { _ in String(UInt32.random(in: 0 ... .max), radix: 16) }.joined(separator: "-")
    guard let fingerprint, let output, OutputFile.isOrdinary(output),
      errors == nil || OutputFile.isOrdinary(errors)
    else {
      checkpointPath = nil
      alertFile = nil
      alerts = OutputMemory()
      self.output = try OutputFile(path: output)
      self.errors = try errors.map { path in try OutputFile(path: path) }
      return
    }
    let partial = OutputFile.beside(output, ".partial")
    let checkpointPath = partial + ".checkpoint"
    func open(_ kept: Checkpoint?) throws -> (OutputFile, OutputFile?, OutputFile) {
      (
        try OutputFile(path: output, partial: partial, keeping: kept?.outputBytes ?? 0),
        try errors.map {
          try OutputFile(
            path: $0, partial: OutputFile.beside($0, ".partial"), keeping: kept?.errorBytes ?? 0)
        },
        try OutputFile(
          path: partial + ".alerts", partial: partial + ".alerts", keeping: kept?.alertBytes ?? 0)
      )
    }
    var kept = resumes ? Checkpoint.read(checkpointPath) : nil
    if kept?.fingerprint != fingerprint { kept = nil }
    let files: (OutputFile, OutputFile?, OutputFile)
    do {
      files = try open(kept)
      // Nobody else writes them now; what stands there is of no other run.
      if kept == nil { LogFile.remove(checkpointPath) }
    } catch let error as OutputError where kept != nil && error.reason != OutputError.isBusy {
      kept = nil
      LogFile.remove(checkpointPath)
      files = try open(nil)
    }
    (self.output, self.errors, alertFile) = files
    alerts = files.2
    self.checkpointPath = checkpointPath
    if let kept { (start, run) = (kept.state, kept.run) }
  }

  /// Whether an earlier run is gone on with.
  var isResumed: Bool { start.count.rows > 0 }

  /// Whether it is time for a checkpoint.
  var isDue: Bool { checkpointPath != nil && clock.now - last >= interval }

  /// Notes that everything up to `state` was written.
  func checkpoint(_ state: FileScreening.State) throws {
    guard let checkpointPath else { return }
    try output.sync()
    try errors?.sync()
    try alertFile?.sync()
    try Checkpoint(
      fingerprint: fingerprint, run: run, state: state, outputBytes: output.count,
      errorBytes: errors?.count ?? 0, alertBytes: alertFile?.count ?? 0
    ).write(checkpointPath)
    last = clock.now
  }

  /// The output that earlier runs wrote, hashed into `hashed`.
  func hashStart(into hashed: HashedOutput) throws {
    guard isResumed else { return }
    try hashed.include(LogFile.bytes(of: OutputFile.beside(output.path, ".partial")))
  }

  /// Everything noted for the audit record.
  func noted() throws -> [UInt8] {
    if let memory = alerts as? OutputMemory { return memory.bytes }
    return try LogFile.bytes(of: OutputFile.beside(output.path, ".partial") + ".alerts")
  }

  /// Puts the files into their places.
  func commit() throws {
    try output.commit()
    try errors?.commit()
    if let checkpointPath { LogFile.remove(checkpointPath) }
    alertFile?.discard()
  }

  /// Leaves the places as they were, and nothing to go on with.
  func discard() {
    if let checkpointPath { LogFile.remove(checkpointPath) }
    output.discard()
    errors?.discard()
    alertFile?.discard()
  }
}
