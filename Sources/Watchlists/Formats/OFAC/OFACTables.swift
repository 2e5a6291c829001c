import Designations
import TabularText

/// OFAC's tables without header: `sdn.csv` with `alt.csv`, `add.csv` and `sdn_comments.csv`, and the same four
/// of the lists other than the SDN list, `cons_*.csv`.
///
/// Source: "Specially Designated Nationals list, data formats and data schemas", US Treasury. A table is known
/// by its columns, and an alias table belongs to the table of names that knows most of its entries, so that
/// all eight files may be given together. 0x1A ends a table; what stands behind it is a table of its own.
enum OFACTables: ListFormat {
  static let publisher = "US Treasury, Office of Foreign Assets Control"
  static let name = "OFAC tables (sdn.csv or cons_prim.csv with alt, add and comments)"

  static func recognizes(_ head: FileHead) -> Bool {
    OFACTable.kind(of: head.rows(.csv).first ?? []) != nil
  }

  static func read(_ files: [ListFile]) throws(WatchlistError) -> [LoadedList] {
    var tables: [OFACTable] = []
    for file in files { tables += try OFACTable.read(file) }
    var lists = tables.filter { $0.kind == .names }.map(OFACList.init)
    guard !lists.isEmpty else {
      throw .malformed(
        tables.first?.file ?? "", line: 1, "this table of OFAC adds to entries that are not given",
        expected: "the table with their names (sdn.csv or cons_prim.csv) in the same call")
    }
    for table in tables where table.kind != .names {
      let matches = lists.map { list in table.rows.count { list.position[$0.key] != nil } }
      let best = matches.indices.max { matches[$0] < matches[$1] || matches[$0] == matches[$1] && $0 > $1 }
      lists[best ?? 0].add(table)
    }
    var loaded: [LoadedList] = []
    for list in lists { loaded.append(try list.loaded()) }
    return loaded
  }
}

/// One of the tables: its rows, whose nulls are empty, and what could not be read.
struct OFACTable {
  enum Kind: Int {
    case comments = 2
    case aliases = 5
    case addresses = 6
    case names = 12

    var columns: Int { rawValue }
  }

  /// A row, whose text is the table's.
  struct Row {
    /// The entry's number with the count of its digits, so that `07` is not `7`.
    var key: Int
    var line: Int
    /// Where the first column ends among `ends`.
    fileprivate var first: Int
  }

  let file: String
  let kind: Kind
  private(set) var rows: [Row] = []
  var damage: [RowDamage] = []
  /// The text of all columns of all rows, and where each column ends.
  private var bytes: [UInt8] = []
  private var ends: [Int] = [0]

  fileprivate init(file: String, kind: Kind) {
    self.file = file
    self.kind = kind
  }

  /// Calls `body` with the text of a column of a row, both from 0.
  func withText<Result>(_ row: Row, _ column: Int, _ body: (ByteText) -> Result) -> Result {
    let (start, end) = (ends[row.first + column], ends[row.first + column + 1])
    return bytes.withUnsafeBufferPointer { body(ByteText($0).slice(start, end)) }
  }

  func text(_ row: Row, _ column: Int) -> String { withText(row, column) { $0.string } }

  func isEmpty(_ row: Row, _ column: Int) -> Bool {
    ends[row.first + column] == ends[row.first + column + 1]
  }

  /// Adds the row at hand, whose number is told apart because something may stand before it.
  private mutating func add(_ row: DelimitedReader, key: Int) {
    rows.append(Row(key: key, line: row.line, first: ends.count - 1))
    for column in 0..<kind.columns {
      if column == 0 {
        bytes += Self.digits(of: row[0]).utf8
      } else if !row.withPlainBytes(
        column, { if !Self.isNull(ByteText($0)) { bytes.append(contentsOf: $0) } })
      {
        let text = row[column]
        if !text.withBytes(Self.isNull) { bytes += text.utf8 }
      }
      ends.append(bytes.count)
    }
  }

  /// Null is `-0- `, with the blank and without quotes.
  private static func isNull(_ text: ByteText) -> Bool { text == "-0- " || text == "-0-" }

  private static func digits(of text: String) -> Substring { text.after("\u{1A}") ?? text[...] }

  /// The key of an entry's number; nil for what is none, or has more than 17 digits.
  private static func key(_ text: Substring) -> Int? {
    var number = 0
    for byte in text.utf8 {
      guard (48...57).contains(byte) else { return nil }
      number = number * 10 + Int(byte - 48)
      if number >= 100_000_000_000_000_000 { return nil }
    }
    let count = text.utf8.count
    return count == 0 || count > 31 ? nil : number << 5 | count
  }

  /// What table a row is of, told by its columns; nil when it is none of them.
  static func kind(of row: [String]) -> Kind? {
    guard let kind = Kind(rawValue: row.count), isNumber(row[0]) else { return nil }
    switch kind {
    case .names: return types[plain(row[2])] != nil && !plain(row[1]).isEmpty ? kind : nil
    case .aliases: return isNumber(row[1]) && qualities[row[2]] != nil ? kind : nil
    case .addresses: return isNumber(row[1]) ? kind : nil
    case .comments: return !isNumber(row[1]) ? kind : nil
    }
  }

  static let types: [String: EntityType] = [
    "": .organization, "individual": .person, "vessel": .vessel, "aircraft": .aircraft,
  ]
  static let qualities: [String: AliasQuality] = ["aka": .strong, "nka": .strong, "fka": .formerlyKnown]

  /// The tables in a file: one, or several with 0x1A between them.
  static func read(_ file: ListFile) throws(WatchlistError) -> [OFACTable] {
    guard let kind = kind(of: file.head.rows(.csv).first ?? []) else { return [] }
    var reader = try file.rows(.csv)
    var tables = [OFACTable(file: file.name, kind: kind)]
    while true {
      var damage: RowDamage?
      do {
        guard try reader.next() else { return tables }
      } catch {
        damage = try RowDamage(error, isCutOff: reader.isCutOff)
      }
      if let damage {
        tables[tables.count - 1].damage.append(damage)
        continue
      }
      let id = reader[0]
      if let rest = id.after("\u{1A}") {
        if rest.isEmpty, reader.count == 1 { continue }
        tables.append(OFACTable(file: file.name, kind: kind))
      }
      if reader.count != kind.columns, reader.isCutOff {
        tables[tables.count - 1].damage.append(.cutOff(file.name, line: reader.line))
        continue
      }
      guard reader.count == kind.columns, let key = key(digits(of: id)) else {
        let reason =
          reader.count != kind.columns
          ? "the row has \(reader.count) columns; expected \(kind.columns)"
          : "\"\(digits(of: id).prefix(40))\" is no entry number; expected digits"
        tables[tables.count - 1].damage.append(
          RowDamage(file: file.name, line: reader.line, reason: reason))
        continue
      }
      tables[tables.count - 1].add(reader, key: key)
    }
  }

  private static func isNumber(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy { (48...57).contains($0) }
  }

  private static func plain(_ text: String) -> String { text.withBytes(isNull) ? "" : text }
}

/// One OFAC list while its tables come together.
private struct OFACList {
  let names: OFACTable
  /// Where an entry stands among the rows of names, by its key.
  let position: [Int: Int]
  private var additions: [OFACTable.Kind: [OFACTable]] = [:]
  /// Of each kind of table and each entry: the tables and rows that add to it.
  private var rows: [OFACTable.Kind: [Int: [(table: Int, row: Int)]]] = [:]
  private var damage: [RowDamage]
  private var files: [String]

  init(_ names: OFACTable) {
    self.names = names
    damage = names.damage
    files = [names.file]
    var position: [Int: Int] = [:]
    position.reserveCapacity(names.rows.count)
    for (index, row) in names.rows.enumerated() where position[row.key] == nil { position[row.key] = index }
    self.position = position
  }

  mutating func add(_ table: OFACTable) {
    files.addOnce(table.file)
    damage += table.damage
    let number = additions[table.kind, default: []].count
    var found = rows[table.kind] ?? [:]
    rows[table.kind] = nil
    for (index, row) in table.rows.enumerated() {
      guard position[row.key] != nil else {
        damage.append(
          RowDamage(
            file: table.file, line: row.line, field: "ent_num",
            reason:
              "entry \(table.text(row, 0)) does not stand in \(names.file); expected an entry of that table",
            loss: .nothing))
        continue
      }
      found[row.key, default: []].append((number, index))
    }
    rows[table.kind] = found
    additions[table.kind, default: []].append(table)
  }

  /// Calls `body` with every row of a kind of table that adds to an entry.
  private func forEach(
    _ kind: OFACTable.Kind, of entry: OFACTable.Row, _ body: (OFACTable, OFACTable.Row) -> Void
  ) {
    guard let tables = additions[kind] else { return }
    for (table, row) in rows[kind]?[entry.key] ?? [] { body(tables[table], tables[table].rows[row]) }
  }

  func loaded() throws(WatchlistError) -> LoadedList {
    var damage = damage
    var programmes = OFACProgrammeColumns()
    let nonSDN = names.rows.count { row in names.withText(row, 3) { programmes.isNonSDN($0) } }
    let isSDN = nonSDN * 2 <= names.rows.count
    let list = isSDN ? "ofac-sdn" : "ofac-cons"
    var designations: [Designation] = []
    designations.reserveCapacity(names.rows.count)
    for (index, row) in names.rows.enumerated() {
      guard position[row.key] == index else {
        damage.append(
          RowDamage(
            file: names.file, line: row.line, field: "ent_num",
            reason: "entry \(names.text(row, 0)) stands in the table already; expected each entry once"))
        continue
      }
      let hasName = !names.isEmpty(row, 1)
      guard let type = OFACTable.types[names.text(row, 2)], hasName else {
        damage.append(
          RowDamage(
            file: names.file, line: row.line, field: hasName ? "type" : "name",
            reason: "\"\(names.text(row, hasName ? 2 : 1))\" is none; "
              + "expected a name and individual, vessel, aircraft or null"))
        continue
      }
      designations.append(designation(row, type, list, &programmes))
    }
    if designations.isEmpty, let first = damage.first {
      throw .malformed(first.file, line: first.line, first.reason, expected: "entries of an OFAC list")
    }
    return LoadedList(
      description: ListDescription(
        name: list, publisher: OFACTables.publisher,
        format: isSDN ? "OFAC sdn.csv" : "OFAC cons_prim.csv"),
      designations: designations, damage: damage, files: files)
  }

  /// Columns of names: ent_num, name, type, programmes, title, call sign, vessel type, tonnage, GRT, flag,
  /// owner, remarks.
  private func designation(
    _ row: OFACTable.Row, _ type: EntityType, _ list: String, _ programmes: inout OFACProgrammeColumns
  ) -> Designation {
    var designation = Designation(
      id: EntityID(publisher: "ofac", local: names.text(row, 0)), list: list, type: type, names: [])
    designation.addTidyName(names.withText(row, 1) { $0.tidied }, quality: .primary)
    forEach(.aliases, of: row) { table, alias in
      let quality = OFACTable.qualities[table.text(alias, 2)] ?? .strong
      designation.addTidyName(table.withText(alias, 3) { $0.tidied }, quality: quality)
    }
    (designation.programmes, designation.legalBases) = names.withText(row, 3) { programmes.programmes($0) }
    if !names.isEmpty(row, 4) { designation.titles = names.text(row, 4).pieces(by: "; ") }
    if type == .person, let title = names.withText(row, 1, { OFACNames.title(behind: $0) }) {
      designation.titles.addOnce(title)
    }
    if !names.isEmpty(row, 5) { designation.addIdentifier(.callSign, names.text(row, 5)) }
    if !names.isEmpty(row, 9) { designation.addCountries(names.text(row, 9), .flag) }
    if !names.isEmpty(row, 10) { designation.linkedTo.append(names.withText(row, 10) { $0.tidied }) }
    // Remarks stop at 1,000 characters, in the middle of a word, and go on in the table of comments.
    var remarks = names.text(row, 11)
    forEach(.comments, of: row) { table, comment in remarks += table.text(comment, 1) }
    if !remarks.isEmpty { OFACRemarks.read(remarks, into: &designation) }
    forEach(.addresses, of: row) { table, address in
      designation.addCountries(table.text(address, 4), .address)
      designation.addAddress((2...4).map { table.text(address, $0) })
    }
    return designation
  }
}

/// What columns of programmes mean: a list writes a few hundred of them, thousands of times.
private struct OFACProgrammeColumns {
  private struct Known {
    var codes: [String]
    var legalBases: [String]
    var isNonSDN: Bool
  }
  private var known = TextTable<Known>()

  mutating func programmes(_ column: ByteText) -> (codes: [String], legalBases: [String]) {
    let found = find(column)
    return (found.codes, found.legalBases)
  }

  mutating func isNonSDN(_ column: ByteText) -> Bool { find(column).isNonSDN }

  private mutating func find(_ column: ByteText) -> Known {
    if let known = known[column] { return known }
    let codes = OFACProgrammes.codes(column.string)
    let new = Known(
      codes: codes, legalBases: OFACProgrammes.legalBases(of: codes),
      isNonSDN: codes.contains(where: OFACProgrammes.isNonSDN))
    known.insert(column, new)
    return new
  }
}

enum OFACNames {
  /// A title or suffix behind the second comma of a person's name, `FAMILY, Given, Jr.`. A further given name
  /// may stand there too; that is no title.
  static func title(behind name: ByteText) -> String? {
    // Nearly all names have one comma.
    guard let (_, rest) = name.split(at: ", "), rest.offset(of: ", ") != nil else { return nil }
    let parts = name.string.pieces(by: ", ")
    guard parts.count > 2 else { return nil }
    let title = parts[2...].joined(separator: ", ")
    return title.hasSuffix(".") || titles.contains(title) ? title : nil
  }

  private static let titles: Set<String> = [
    "Jr", "Sr", "II", "III", "IV", "Haji", "Dr", "General", "Colonel",
  ]
}
