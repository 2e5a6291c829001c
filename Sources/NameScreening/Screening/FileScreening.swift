/// Puts a file of customers through a screening into a file of hits: rows in, rows screened and rows reported out.
package struct FileScreening {
  /// Screens one customer, writes what is found and counts it.
  package typealias Work = @Sendable (Customer, inout ScreeningOutput) throws(ScreeningError) -> Findings

  package var writer: HitWriter
  /// How many tasks screen at once, each with a memory of its own.
  package var threads: Int
  private let makeWork: () -> Work

  /// - Parameter makeWork: Makes the work of one task, with a memory of its own.
  package init(writer: HitWriter, threads: Int, makeWork: @escaping () -> Work) {
    self.writer = writer
    self.threads = max(1, threads)
    self.makeWork = makeWork
  }

  /// Writes the hits of each customer.
  package init(screener: Screener, writer: HitWriter, threads: Int) {
    self.init(writer: writer, threads: threads) {
      let screener = screener.withOwnMemory(tasks: threads)
      return { (customer, output) throws(ScreeningError) in
        let hits = try screener.screen(customer)
        writer.append(hits, of: customer, to: &output)
        return Findings(hits: hits.count)
      }
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

    func deliver(_ findings: [CustomerFindings]) throws {
      let written = CustomerFindings.joined(findings)
      if !written.hits.isEmpty {
        try output.write(Array(writer.joined(written.hits, isFirst: !state.hasHits)))
        state.hasHits = true
      }
      if let alerts, !written.alerts.isEmpty {
        try alerts.write(Array(written.alerts.bytes.dropFirst(state.hasAlerts ? 0 : 1)))
        state.hasAlerts = true
      }
      for bad in findings.flatMap(\.badRows).sorted(by: { $0.position < $1.position }) { try badRow(bad.row) }
      for part in findings { state.count.add(part.count) }
      try progress(state)
    }

    let works = (0..<threads).map { _ in makeWork() }
    var lanes = WordLanes(count: threads)
    var size = BlockSize()
    if let work = works.first, works.count == 1 {
      while let block = try CustomerBlock(&reader, rows: size.rows, lanes: &lanes) {
        let findings = block.screen(lane: 0, work)
        try deliver([findings])
        size.adapt(to: [findings])
      }
    } else {
      let tasks = LaneTasks<CustomerFindings>(lanes: works.count)
      var atEnd = false
      while true {
        while !atEnd, !tasks.isFull {
          guard let block = try CustomerBlock(&reader, rows: size.rows, lanes: &lanes) else {
            atEnd = true
            break
          }
          tasks.add { lane in block.screen(lane: lane, works[lane]) }
        }
        guard let findings = await tasks.next() else { break }
        try deliver(findings)
        size.adapt(to: findings)
      }
    }
    // What a million small pieces of memory take to be given back, nobody waits for.
    Task.detached(priority: .background) { withExtendedLifetime(works) {} }
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
}

extension BadRow {
  init(file: String, line: Int, _ error: ScreeningError) {
    self.init(file: file, line: line, problem: error.problem, expected: error.expected)
  }
}
