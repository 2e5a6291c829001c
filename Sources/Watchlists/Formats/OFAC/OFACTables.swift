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
      let matches = lists.map { list in table.rows.count { list.position[$0.id] != nil } }
      let best = matches.indices.max { matches[$0] < matches[$1] || matches[$0] == matches[$1] && $0 > $1 }
      lists[best ?? 0].add(table)
    }
    var loaded: [LoadedList] = []
    for list in lists { loaded.append(try list.loaded()) }
    return loaded
  }
}

/// One of the tables: its rows, whose nulls are empty strings, and what could not be read.
struct OFACTable {
  enum Kind: Int {
    case comments = 2
    case aliases = 5
    case addresses = 6
    case names = 12

    var columns: Int { rawValue }
  }

  struct Row {
    var id: String
    var columns: [String]
    var line: Int
  }

  var file: String
  var kind: Kind
  var rows: [Row] = []
  var damage: [RowDamage] = []

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
      var id = reader[0]
      if let rest = id.after("\u{1A}") {
        if rest.isEmpty, reader.count == 1 { continue }
        id = String(rest)
        tables.append(OFACTable(file: file.name, kind: kind))
      }
      if reader.count != kind.columns, reader.isCutOff {
        tables[tables.count - 1].damage.append(.cutOff(file.name, line: reader.line))
        continue
      }
      if reader.count != kind.columns || !isNumber(id) {
        let reason =
          reader.count != kind.columns
          ? "the row has \(reader.count) columns; expected \(kind.columns)"
          : "\"\(id.prefix(40))\" is no entry number; expected digits"
        tables[tables.count - 1].damage.append(
          RowDamage(file: file.name, line: reader.line, reason: reason))
        continue
      }
      let columns = (0..<kind.columns).map { plain(reader[$0]) }
      tables[tables.count - 1].rows.append(Row(id: id, columns: columns, line: reader.line))
    }
  }

  private static func isNumber(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy { (48...57).contains($0) }
  }

  /// Null is `-0- `, with the blank and without quotes.
  private static func plain(_ text: String) -> String {
    text == "-0- " || text == "-0-" ? "" : text
  }
}

/// One OFAC list while its tables come together.
private struct OFACList {
  let names: OFACTable
  /// Where an entry stands among the rows of names.
  let position: [String: Int]
  private var aliases: [String: [OFACTable.Row]] = [:]
  private var addresses: [String: [OFACTable.Row]] = [:]
  private var comments: [String: [OFACTable.Row]] = [:]
  private var damage: [RowDamage]
  private var files: [String]

  init(_ names: OFACTable) {
    self.names = names
    damage = names.damage
    files = [names.file]
    position = Dictionary(
      names.rows.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  mutating func add(_ table: OFACTable) {
    files.addOnce(table.file)
    damage += table.damage
    for row in table.rows {
      guard position[row.id] != nil else {
        damage.append(
          RowDamage(
            file: table.file, line: row.line, field: "ent_num",
            reason: "entry \(row.id) does not stand in \(names.file); expected an entry of that table",
            loss: .nothing))
        continue
      }
      switch table.kind {
      case .aliases: aliases[row.id, default: []].append(row)
      case .addresses: addresses[row.id, default: []].append(row)
      case .comments, .names: comments[row.id, default: []].append(row)
      }
    }
  }

  func loaded() throws(WatchlistError) -> LoadedList {
    var damage = damage
    let isSDN =
      names.rows.count { $0.programmes.contains(where: OFACProgrammes.isNonSDN) } * 2
      <= names.rows.count
    let list = isSDN ? "ofac-sdn" : "ofac-cons"
    var designations: [Designation] = []
    designations.reserveCapacity(names.rows.count)
    for (index, row) in names.rows.enumerated() {
      guard position[row.id] == index else {
        damage.append(
          RowDamage(
            file: names.file, line: row.line, field: "ent_num",
            reason: "entry \(row.id) stands in the table already; expected each entry once"))
        continue
      }
      guard let type = OFACTable.types[row.columns[2]], !row.columns[1].isEmpty else {
        damage.append(
          RowDamage(
            file: names.file, line: row.line, field: row.columns[1].isEmpty ? "name" : "type",
            reason: "\"\(row.columns[row.columns[1].isEmpty ? 1 : 2])\" is none; "
              + "expected a name and individual, vessel, aircraft or null"))
        continue
      }
      designations.append(designation(row, type, list))
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
  private func designation(_ row: OFACTable.Row, _ type: EntityType, _ list: String) -> Designation {
    let columns = row.columns
    var designation = Designation(
      id: EntityID(publisher: "ofac", local: row.id), list: list, type: type, names: [])
    designation.addName(columns[1], quality: .primary)
    for alias in aliases[row.id] ?? [] {
      designation.addName(alias.columns[3], quality: OFACTable.qualities[alias.columns[2]] ?? .strong)
    }
    designation.programmes = row.programmes
    designation.legalBases = OFACProgrammes.legalBases(of: row.programmes)
    designation.titles = columns[4].pieces(by: "; ")
    if type == .person, let title = OFACNames.title(behind: columns[1]) { designation.titles.addOnce(title) }
    designation.addIdentifier(.callSign, columns[5])
    designation.addCountries(columns[9], .flag)
    if !columns[10].isEmpty { designation.linkedTo.append(columns[10].tidied) }
    // Remarks stop at 1,000 characters, in the middle of a word, and go on in the table of comments.
    let remarks = columns[11] + (comments[row.id] ?? []).map { $0.columns[1] }.joined()
    if !remarks.isEmpty { OFACRemarks.read(remarks, into: &designation) }
    for address in addresses[row.id] ?? [] {
      designation.addCountries(address.columns[4], .address)
      designation.addAddress(Array(address.columns[2...4]))
    }
    return designation
  }
}

extension OFACTable.Row {
  /// Of a row of names.
  fileprivate var programmes: [String] { OFACProgrammes.codes(columns[3]) }
}

enum OFACNames {
  /// A title or suffix behind the second comma of a person's name, `FAMILY, Given, Jr.`. A further given name
  /// may stand there too; that is no title.
  static func title(behind name: String) -> String? {
    let parts = name.pieces(by: ", ")
    guard parts.count > 2 else { return nil }
    let title = parts[2...].joined(separator: ", ")
    return title.hasSuffix(".") || titles.contains(title) ? title : nil
  }

  private static let titles: Set<String> = [
    "Jr", "Sr", "II", "III", "IV", "Haji", "Dr", "General", "Colonel",
  ]
}
