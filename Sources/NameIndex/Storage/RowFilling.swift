/// Rows whose values are counted first and added then, in any order of rows; values stay in their order within a row.
///
///     for (row, _) in pairs { filling.count(row: row) }
///     let offsets = filling.beginFilling()
///     while filling.beginPart() {
///       for (row, value) in pairs { filling.add(value, to: row) }
///       all += filling.values
///     }
///
/// Values are gone through once for every part of them, so that more of them than a part holds take no more memory.
struct RowFilling {
  /// How many values a part may hold; a row is in one part.
  private let limit: Int
  /// Where each row begins, and where the last ends; before filling: how many values the row before has.
  private var offsets: [UInt32]
  /// Where the next value of each row goes.
  private var next: [UInt32] = []
  /// The rows of the part at hand.
  private var part = 0..<0
  /// The values of the part at hand.
  private(set) var values: [UInt32] = []

  init(count: Int, limit: Int = 1 << 24) {
    offsets = [UInt32](repeating: 0, count: count + 1)
    self.limit = limit
  }

  mutating func count(row: UInt32) { offsets[Int(row) + 1] += 1 }

  /// Returns the offsets of all rows.
  mutating func beginFilling() -> [UInt32] {
    for row in offsets.indices.dropFirst() { offsets[row] += offsets[row - 1] }
    return offsets
  }

  /// Begins with the next part; false when there is none.
  mutating func beginPart() -> Bool {
    let first = part.upperBound
    guard first < offsets.count - 1 else { return false }
    var last = first + 1
    while last < offsets.count - 1, Int(offsets[last + 1] - offsets[first]) <= limit { last += 1 }
    part = first..<last
    next = offsets[part].map { $0 - offsets[first] }
    values = [UInt32](repeating: 0, count: Int(offsets[last] - offsets[first]))
    return true
  }

  mutating func add(_ value: UInt32, to row: UInt32) {
    guard part.contains(Int(row)) else { return }
    let place = Int(row) - part.lowerBound
    values[Int(next[place])] = value
    next[place] += 1
  }
}

extension IndexFileWriter {
  /// Adds rows of different lengths: one section of the offsets where each begins and the last ends, one of their values.
  mutating func add<Row: Collection>(
    rows: some Collection<Row>, offsets: SectionName, values: SectionName
  ) where Row.Element: FixedWidthInteger & BitwiseCopyable & Sendable {
    var ends: [UInt32] = [0]
    ends.reserveCapacity(rows.count + 1)
    var end: UInt32 = 0
    for row in rows {
      end += UInt32(row.count)
      ends.append(end)
    }
    add(section: offsets, elements: ends)
    add(section: values, each: rows.lazy.joined())
  }

  /// Adds rows of `count` numbers the other way round: of each number, the rows that hold it, ascending.
  mutating func addInverted<Row: Sequence<UInt32>>(
    _ rows: some Collection<Row>, count: Int, offsets: SectionName, values: SectionName
  ) {
    var filling = RowFilling(count: count)
    for row in rows { for number in row { filling.count(row: number) } }
    add(section: offsets, elements: filling.beginFilling())
    begin(section: values, of: UInt32.self)
    while filling.beginPart() {
      for (row, numbers) in rows.enumerated() {
        for number in numbers { filling.add(UInt32(row), to: number) }
      }
      append(filling.values)
    }
    end()
  }
}
