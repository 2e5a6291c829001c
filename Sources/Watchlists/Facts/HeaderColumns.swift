import TabularText

/// A table's columns by the names in its header.
struct HeaderColumns {
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
  private(set) var reader: DelimitedReader
  let columns: HeaderColumns
  private let file: String
  private let dialect: DelimitedReader.Dialect
  /// Whether a spreadsheet quoted every row as a whole, and the row at hand without that.
  private var isQuotedWhole = false
  private var unquoted: DelimitedReader?

  /// Reads up to the header, which is the first row for which `isHeader` holds, among the first few.
  init(
    _ file: ListFile, _ dialect: DelimitedReader.Dialect, allowsWindows1252: Bool = false,
    isHeader: (HeaderColumns) -> Bool
  ) throws(WatchlistError) {
    self.file = file.name
    self.dialect = dialect
    reader = try readingFile { () throws(TextFileError) in
      try DelimitedReader(file.stream, dialect: dialect, allowsWindows1252: allowsWindows1252)
    }
    for _ in 0..<5 {
      guard (try? reader.next()) == true else { break }
      var columns = HeaderColumns(reader.all)
      if !isHeader(columns), let row = Self.unquoted(reader, dialect) {
        columns = HeaderColumns(row.all)
        isQuotedWhole = true
      }
      if isHeader(columns) {
        self.columns = columns
        return
      }
    }
    throw .malformed(file.name, line: reader.line, "there is no header", expected: "the list's column names")
  }

  /// Goes to the next row; false when there is none. Rows that cannot be read become damage; the last one
  /// is an error when it is not whole.
  mutating func next(_ entries: inout ListEntries) throws(WatchlistError) -> Bool {
    while true {
      do {
        guard try reader.next() else { return false }
      } catch {
        entries.damage(try RowDamage(error, isCutOff: reader.isCutOff))
        continue
      }
      if isQuotedWhole {
        unquoted = Self.unquoted(reader, dialect)
        if unquoted?.count == columns.count { return true }
      } else if reader.count == columns.count {
        return true
      }
      if reader.isCutOff, reader.count < columns.count {
        entries.damage(.cutOff(file, line: reader.line))
        continue
      }
      entries.damage(
        reader.line, "the row has \(reader.count) fields; expected \(columns.count) as in the header")
    }
  }

  /// The row inside of a row of one field; nil where there are more.
  static func unquoted(_ row: DelimitedReader, _ dialect: DelimitedReader.Dialect) -> DelimitedReader? {
    guard row.count == 1 else { return nil }
    let bytes = Array(row[0].utf8)
    guard var inner = try? DelimitedReader(ByteStream(bytes: bytes, name: row.file), dialect: dialect),
      (try? inner.next()) == true, inner.count > 1
    else { return nil }
    return inner
  }

  func text(_ name: StaticString) -> String {
    guard let position = columns.position(name) else { return "" }
    // Nothing is copied of the row in the usual case: tables have many columns.
    if isQuotedWhole, let unquoted { return Self.text(unquoted, position) }
    return Self.text(reader, position)
  }

  /// The tidied text of a field.
  @inline(__always)
  private static func text(_ row: borrowing DelimitedReader, _ position: Int) -> String {
    if row.isEmpty(position) { return "" }
    var text = ""
    return row.withPlainBytes(position) { text = ListText.tidied($0) } ? text : row[position].tidied
  }

  /// The text of the first column, whatever its name.
  var firstText: String { (unquoted ?? reader)[0].tidied }

  var line: Int { reader.line }
}
