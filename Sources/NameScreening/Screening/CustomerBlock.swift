/// Rows of a file that are read, screened and delivered together; screened in an order in which customers whose names share
/// words follow each other, and delivered in the order of the file.
final class CustomerBlock: Sendable {
  private let rows: [CustomerRow]
  private let waiting: LanePositions
  private let file: String
  /// How many rows are taken at once.
  private static let shareSize = 256

  /// Reads the next rows; `nil` at the end.
  ///
  /// - Parameter lanes: Those of the tasks that will screen them.
  init?(_ reader: inout CustomerReader, rows count: Int, lanes: inout WordLanes) throws(CustomerFileError) {
    var rows: [CustomerRow] = []
    var order = SharedWordOrder()
    while rows.count < count, let row = try reader.next() {
      if case .customer(let customer, _) = row { order.append(customer.name) } else { order.append("") }
      rows.append(row)
    }
    if rows.isEmpty { return nil }
    self.rows = rows
    file = reader.file
    waiting = LanePositions(lanes.positions(of: order), shareSize: CustomerBlock.shareSize)
  }

  /// Screens what waits in a lane, and then what waits in others.
  func screen(lane: Int, _ work: FileScreening.Work) -> CustomerFindings {
    var findings = CustomerFindings()
    while let share = waiting.next(of: lane) {
      for position in share { findings.add(rows[position], at: position, of: file, work) }
    }
    return findings
  }
}

/// How many rows the blocks of a run have. The more, the more words they share; but a run is to tell soon how far it is, to
/// lose little when it is interrupted, and to hold little of its output.
struct BlockSize {
  private(set) var rows = 128
  private let clock = ContinuousClock()
  private var last = ContinuousClock.now

  private static let least = 64
  private static let most = 1 << 14
  /// What a block is to take, and to write.
  private static let duration = Duration.milliseconds(750)
  private static let bytes = 1 << 24
  /// By how much the next block is larger at most.
  private static let growth = 4.0

  /// Chooses the size of the next block when one was delivered.
  mutating func adapt(to findings: [CustomerFindings]) {
    let now = clock.now
    let written = findings.reduce(1) { $0 + $1.byteCount }
    let factor = min(
      BlockSize.growth, BlockSize.duration / max(now - last, .nanoseconds(1)),
      Double(BlockSize.bytes) / Double(written))
    last = now
    rows = min(BlockSize.most, max(BlockSize.least, Int(factor * Double(rows))))
  }
}

/// What was found for some rows of a block.
struct CustomerFindings: Sendable {
  /// Where the output for a row ends; it begins where the one before it ends.
  private struct Written {
    var row: Int
    var hits: Int
    var alerts: Int
  }

  private var output = ScreeningOutput()
  private var written: [Written] = []
  private(set) var badRows: [(position: Int, row: BadRow)] = []
  private(set) var count = FileScreening.Count()

  fileprivate mutating func add(
    _ row: CustomerRow, at position: Int, of file: String, _ work: FileScreening.Work
  ) {
    switch row {
    case .bad(let row): add(row, at: position)
    case .customer(let customer, let line):
      do throws(ScreeningError) {
        count.add(try work(customer, &output))
        count.screened += 1
      } catch {
        add(BadRow(file: file, line: line, error), at: position)
      }
      let (hits, alerts) = (output.hits.bytes.count, output.alerts.bytes.count)
      if hits > written.last?.hits ?? 0 || alerts > written.last?.alerts ?? 0 {
        written.append(Written(row: position, hits: hits, alerts: alerts))
      }
    }
  }

  var byteCount: Int { output.hits.bytes.count + output.alerts.bytes.count }

  private mutating func add(_ row: BadRow, at position: Int) {
    badRows.append((position, row))
    count.bad += 1
  }

  /// The output of several, put together in the order of the rows.
  static func joined(_ findings: [CustomerFindings]) -> ScreeningOutput {
    var parts: [(row: Int, of: Int, index: Int)] = []
    for (number, part) in findings.enumerated() {
      for (index, written) in part.written.enumerated() { parts.append((written.row, number, index)) }
    }
    parts.sort { $0.row < $1.row }
    var output = ScreeningOutput()
    for part in parts {
      let from = findings[part.of]
      let end = from.written[part.index]
      let start = part.index > 0 ? from.written[part.index - 1] : Written(row: 0, hits: 0, alerts: 0)
      output.hits.append(contentsOf: from.output.hits.bytes[start.hits..<end.hits])
      output.alerts.append(contentsOf: from.output.alerts.bytes[start.alerts..<end.alerts])
    }
    return output
  }
}
