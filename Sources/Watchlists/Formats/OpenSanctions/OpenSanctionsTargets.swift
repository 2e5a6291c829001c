import Designations
import TabularText

/// OpenSanctions' table of targets, `targets.simple.csv`.
///
/// Source: the exporter `simplecsv` of OpenSanctions. Several values of a cell are joined by `;` and quoted as
/// in CSV. Aliases include weak ones without saying so, and identifiers do not tell their kind: their form
/// does. Rows of schemata that cannot be screened, such as securities, are left out.
enum OpenSanctionsTargets: SingleFileFormat {
  static let name = "OpenSanctions targets.simple.csv"

  static func recognizes(_ head: FileHead) -> Bool {
    isHeader(HeaderColumns(head.rows(.csv).first ?? []))
  }

  private static func isHeader(_ columns: HeaderColumns) -> Bool {
    columns.hasAll("id", "schema", "name", "aliases", "dataset")
  }

  static func read(_ file: ListFile) throws(WatchlistError) -> [LoadedList] {
    var rows = try HeaderedRows(file, .csv, isHeader: isHeader)
    var entries = ListEntries(handingOn: file)
    var datasets: Set<String> = []
    var date: String?
    while try rows.next(&entries) {
      guard let type = OpenSanctionsSchemata.type(of: rows.text("schema")) else { continue }
      try entries.handOn(designation(rows, type), line: rows.line)
      let dataset = rows.text("dataset")
      if !datasets.contains(dataset) { datasets.insert(dataset) }
      let seen = rows.text("last_seen")
      if seen > date ?? "" { date = seen }
    }
    // A file of one data set is named for it, one of a collection is not.
    let name =
      datasets.count == 1 ? OpenSanctionsSchemata.listName(of: datasets.first ?? "") : "opensanctions"
    return [
      try entries.loaded(
        ListDescription(
          name: name, publisher: OpenSanctionsSchemata.publisher, format: Self.name,
          date: date.flatMap { DateText.iso($0)?.description }))
    ]
  }

  private static func designation(_ row: HeaderedRows, _ type: EntityType) -> Designation {
    var designation = Designation(
      id: EntityID(publisher: "opensanctions", local: row.text("id")), list: "", type: type, names: [])
    designation.addName(row.text("name"), quality: .primary)
    for alias in values(row.text("aliases")) { designation.addName(alias, quality: .strong) }
    for text in values(row.text("birth_date")) {
      if let date = DateText.iso(text) { designation.birthDates.addOnce(.exact(date)) }
    }
    let relation = OpenSanctionsSchemata.relation(of: type)
    for country in values(row.text("countries")) { designation.addCountries(country, relation) }
    let codes = designation.countries.map(\.code)
    for value in values(row.text("identifiers")) {
      designation.addIdentifier(IdentifierShapes.identifier(value, of: type, countries: codes))
    }
    designation.programmes = values(row.text("program_ids"))
    designation.lastChanged = DateText.iso(row.text("last_change"))
    for sanction in values(row.text("sanctions")) { designation.addRemark(sanction) }
    return designation
  }

  /// The values of a cell.
  static func values(_ cell: String) -> [String] {
    if cell.isEmpty { return [] }
    return cell.withBytes { cell in
      let (semicolon, quote) = (UInt8(ascii: ";"), UInt8(ascii: "\""))
      var values: [String] = []
      func add(_ value: ByteText) {
        let text = value.tidied
        if !text.isEmpty { values.append(text) }
      }
      var start = 0
      while start < cell.count {
        let end = cell.offset(of: semicolon, from: start) ?? cell.count
        guard let firstQuote = cell.offset(of: quote, from: start), firstQuote < end else {
          add(cell.slice(start, end))
          start = end + 1
          continue
        }
        // A quoted value may hold semicolons, and each quote twice.
        var value: [UInt8] = []
        var isQuoted = false
        var position = start
        while position < cell.count, isQuoted || cell[position] != semicolon {
          if cell[position] == quote {
            if !isQuoted, position > start, cell[position - 1] == quote { value.append(quote) }
            isQuoted.toggle()
            position += 1
          } else {
            var run = position + 1
            while run < cell.count, cell[run] != quote, cell[run] != semicolon { run += 1 }
            value += cell.slice(position, run).bytes
            position = run
          }
        }
        value.withUnsafeBufferPointer { add(ByteText($0)) }
        start = position + 1
      }
      return values
    }
  }
}
