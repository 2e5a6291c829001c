/// Puts a file of customers through a screening into a file of hits: rows in, rows screened and rows reported out.
package struct FileScreening {
  /// Screens one customer, writes what is found and counts it.
  package typealias Work = @Sendable (Customer, inout ScreeningOutput) throws(ScreeningError) -> Findings

  package var writer: HitWriter
  /// How many tasks screen at once.
  package var threads: Int
  private let work: Work
  private static let batchSize = 256

  package init(writer: HitWriter, threads: Int, work: @escaping Work) {
    self.writer = writer
    self.threads = max(1, threads)
    self.work = work
  }

  /// Writes the hits of each customer.
  package init(screener: Screener, writer: HitWriter, threads: Int) {
    self.init(writer: writer, threads: threads) { (customer, output) throws(ScreeningError) in
      let hits = try screener.screen(customer)
      writer.append(hits, of: customer, to: &output)
      return Findings(hits: hits.count)
    }
  }

  /// What was found for one customer.
  package struct Findings: Sendable, Equatable {
    /// Written to the output.
    package var hits: Int
    /// How many of a kind that the screening tells apart, e.g. `new`.
    package var kinds: [String: Int]

    package init(hits: Int, kinds: [String: Int] = [:]) {
      self.hits = hits
      self.kinds = kinds
    }
  }

  /// What happened so far. `rows` is always `screened + bad`.
  package struct Count: Sendable, Equatable, Codable {
    package var screened = 0
    package var bad = 0
    package var customersWithHits = 0
    package var hits = 0
    package var kinds: [String: Int] = [:]
    package var rows: Int { screened + bad }
    package init() {}

    /// What was found for one customer.
    package mutating func add(_ findings: Findings) {
      hits += findings.hits
      if findings.hits > 0 { customersWithHits += 1 }
      if !findings.kinds.isEmpty { kinds.merge(findings.kinds, uniquingKeysWith: +) }
    }

    mutating func add(_ other: Count) {
      screened += other.screened
      bad += other.bad
      customersWithHits += other.customersWithHits
      hits += other.hits
      kinds.merge(other.kinds, uniquingKeysWith: +)
    }
  }

  /// How far a run is: what it needs to go on behind the rows that it has delivered.
  package struct State: Sendable, Equatable, Codable {
    package var count = Count()
    /// Whether a hit was written.
    package var hasHits = false
    /// Whether an alert was noted.
    package var hasAlerts = false
    package init() {}
  }

  /// A batch of rows, screened and written.
  private struct Piece: Sendable {
    var output = ScreeningOutput()
    var badRows: [BadRow] = []
    var count = Count()
  }

  /// Screens every row of `reader` into `output`, in the order of the rows. The output is not committed.
  ///
  /// - Parameters:
  ///   - alerts: Takes a line of JSON for each alert, see `HitWriter.append`; they are parted by commas.
  ///   - start: Where an earlier run was interrupted: its rows are passed over, its output stands already.
  ///   - progress: Called whenever rows were delivered; between its calls nothing is written.
  package func run(
    _ reader: inout CustomerReader, into output: any OutputSink, alerts: (any OutputSink)? = nil,
    from start: State = State(), badRow: (BadRow) throws -> Void, progress: (State) throws -> Void
  ) async throws -> State {
    var state = start
    if start.count.rows == 0 { try output.write(Array(writer.head.utf8)) }
    while reader.rowCount < start.count.rows, try reader.next() != nil {}

    func deliver(_ piece: Piece) throws {
      if !piece.output.hits.isEmpty {
        try output.write(Array(writer.joined(piece.output.hits, isFirst: !state.hasHits)))
        state.hasHits = true
      }
      if let alerts, !piece.output.alerts.isEmpty {
        try alerts.write(Array(piece.output.alerts.bytes.dropFirst(state.hasAlerts ? 0 : 1)))
        state.hasAlerts = true
      }
      for row in piece.badRows { try badRow(row) }
      state.count.add(piece.count)
      try progress(state)
    }

    if threads == 1 {
      while let batch = try Self.batch(&reader) { try deliver(screen(batch, of: reader.file)) }
    } else {
      // More pieces than threads, so that none waits while one is written; the machine runs as many at once as
      // it has processors.
      let tasks = OrderedTasks<Piece>(width: threads < Processors.available ? threads : 2 * threads)
      let file = reader.file
      var atEnd = false
      while true {
        while !atEnd, !tasks.isFull {
          guard let batch = try Self.batch(&reader) else {
            atEnd = true
            break
          }
          tasks.add { screen(batch, of: file) }
        }
        guard let piece = await tasks.next() else { break }
        try deliver(piece)
      }
    }
    try output.write(Array(writer.tail.utf8))
    return state
  }

  /// Writes the hits of one customer as a whole output.
  package static func write(
    _ hits: [Hit], of customer: Customer, by writer: HitWriter, to output: any OutputSink,
    _ alerts: any OutputSink
  ) throws(OutputError) -> Count {
    var piece = ScreeningOutput()
    writer.append(hits, of: customer, to: &piece)
    try output.write(
      Array(writer.head.utf8) + writer.joined(piece.hits, isFirst: true) + Array(writer.tail.utf8))
    try alerts.write(Array(piece.alerts.bytes.dropFirst()))
    var count = Count()
    count.screened = 1
    count.hits = hits.count
    count.customersWithHits = hits.isEmpty ? 0 : 1
    return count
  }

  private static func batch(_ reader: inout CustomerReader) throws -> [CustomerRow]? {
    var batch: [CustomerRow] = []
    batch.reserveCapacity(batchSize)
    while batch.count < batchSize, let row = try reader.next() { batch.append(row) }
    return batch.isEmpty ? nil : batch
  }

  private func screen(_ batch: [CustomerRow], of file: String) -> Piece {
    var piece = Piece()
    for row in batch {
      switch consume row {
      case .bad(let row):
        piece.badRows.append(row)
        piece.count.bad += 1
      case .customer(let customer, let line):
        do throws(ScreeningError) {
          let findings = try work(customer, &piece.output)
          piece.count.screened += 1
          piece.count.add(findings)
        } catch {
          piece.badRows.append(BadRow(file: file, line: line, error))
          piece.count.bad += 1
        }
      }
    }
    return piece
  }
}

extension BadRow {
  init(file: String, line: Int, _ error: ScreeningError) {
    self.init(file: file, line: line, problem: error.problem, expected: error.expected)
  }
}
