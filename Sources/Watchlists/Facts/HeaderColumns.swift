import TabularText

/// A table's columns by the names in its header.
final class HeaderColumns {
  private let positions: [String: Int]
  private let asked = AskedNames<Int?>()
  let count: Int

  init(_ header: [String]) {
    count = header.count
    var positions: [String: Int] = [:]
    for (position, name) in header.enumerated() {
      let key = Self.key(name)
      if !key.isEmpty, positions[key] == nil { positions[key] = position }
    }
    self.positions = positions
  }

  /// Where a column stands, whatever the case and blanks of its name.
  func position(_ name: StaticString) -> Int? { asked.value(of: name) { positions[Self.key($0)] } }

  func hasAll(_ names: StaticString...) -> Bool { names.allSatisfy { position($0) != nil } }

  private static func key(_ name: String) -> String {
    name.lowercased().filter { $0.isLetter || $0.isNumber }
  }
}

/// The rows of a table behind its header, as far as they can be read.
struct HeaderedRows {
  /// Its record is the row at hand.
  private(set) var reader: DelimitedReader
  let columns: HeaderColumns
  private let file: String
  /// Where a spreadsheet quoted every row as a whole: what reads those, each of one field, in which the row is.
  private let outer: Outer?

  private final class Outer {
    var reader: DelimitedReader
    let dialect: DelimitedReader.Dialect
    init(_ reader: DelimitedReader, _ dialect: DelimitedReader.Dialect) {
      self.reader = reader
      self.dialect = dialect
    }
  }

  /// Reads up to the header, which is the first row for which `isHeader` holds, among the first few.
  init(
    _ file: ListFile, _ dialect: DelimitedReader.Dialect, allowsWindows1252: Bool = false,
    isHeader: (HeaderColumns) -> Bool
  ) throws(WatchlistError) {
    self.file = file.name
    var reader = try readingFile { () throws(TextFileError) in
      try DelimitedReader(file.stream, dialect: dialect, allowsWindows1252: allowsWindows1252)
    }
    for _ in 0..<5 {
      guard (try? reader.next()) == true else { break }
      let columns = HeaderColumns(reader.all)
      if isHeader(columns) {
        (self.reader, self.columns, outer) = (reader, columns, nil)
        return
      }
      if let row = Self.unquoted(reader, dialect) {
        let columns = HeaderColumns(row.all)
        if isHeader(columns) {
          (self.reader, self.columns, outer) = (row, columns, Outer(reader, dialect))
          return
        }
      }
    }
    throw .malformed(file.name, line: reader.line, "there is no header", expected: "the list's column names")
  }

  /// Goes to the next row; false when there is none. Rows that cannot be read become damage; the last one
  /// is an error when it is not whole.
  mutating func next(_ entries: inout ListEntries) throws(WatchlistError) -> Bool {
    while true {
      do {
        guard try nextRecord() else { return false }
      } catch {
        entries.damage(try RowDamage(error, isCutOff: isCutOff))
        continue
      }
      if reader.count == columns.count { return true }
      if isCutOff, reader.count < columns.count {
        entries.damage(.cutOff(file, line: line))
        continue
      }
      entries.damage(line, "the row has \(reader.count) fields; expected \(columns.count) as in the header")
    }
  }

  private mutating func nextRecord() throws(TextFileError) -> Bool {
    guard let outer else { return try reader.next() }
    guard try outer.reader.next() else { return false }
    reader = Self.unquoted(outer.reader, outer.dialect) ?? outer.reader
    return true
  }

  private var isCutOff: Bool { outer?.reader.isCutOff ?? reader.isCutOff }

  /// The row inside of a row of one field; nil where there are more.
  static func unquoted(_ row: DelimitedReader, _ dialect: DelimitedReader.Dialect) -> DelimitedReader? {
    guard row.count == 1 else { return nil }
    let bytes = Array(row[0].utf8)
    guard var inner = try? DelimitedReader(ByteStream(bytes: bytes, name: row.file), dialect: dialect),
      (try? inner.next()) == true, inner.count > 1
    else { return nil }
    return inner
  }

  /// The tidied text of a column; empty where the table has no such column.
  func text(_ name: StaticString) -> String {
    guard let position = columns.position(name), !reader.isEmpty(position) else { return "" }
    var text = ""
    return reader.withPlainBytes(position) { text = ListText.tidied($0) } ? text : reader[position].tidied
  }

  /// The texts of some columns that are not empty, with something between them.
  func joined(_ names: [StaticString], by separator: String) -> String {
    var joined = ""
    for name in names {
      let text = text(name)
      if text.isEmpty { continue }
      if !joined.isEmpty { joined += separator }
      joined += text
    }
    return joined
  }

  /// The text of the first column, whatever its name.
  var firstText: String { reader[0].tidied }

  var line: Int { outer?.reader.line ?? reader.line }
}
