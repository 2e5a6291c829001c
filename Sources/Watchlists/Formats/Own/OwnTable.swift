import Designations
import TabularText

/// Our own tables: CSV or TSV with a header, one row a name. `corpora/designations/FORMAT.md` says what each
/// column means.
enum OwnTable: SingleFileFormat {
  static let name = "NameScreen CSV or TSV (header with id and name)"

  static func recognizes(_ head: FileHead) -> Bool {
    let columns = Self.columns(head.firstLine, dialect(head))
    return columns.contains("id") && columns.contains("name")
      && !(columns.contains("schema") && columns.contains("aliases"))
  }

  /// The header decides: a tab in it means TSV.
  private static func dialect(_ head: FileHead) -> DelimitedReader.Dialect {
    let line = head.bytes.prefix { $0 != UInt8(ascii: "\n") }
    return line.contains(UInt8(ascii: "\t")) ? .tsv : .csv
  }

  private static func columns(_ line: String, _ dialect: DelimitedReader.Dialect) -> [String] {
    // `tidied` made blanks of tabs.
    line.split { $0 == "," || (dialect == .tsv && $0 == " ") }
      .map { $0.tidied.lowercased().filter { $0 != "\"" } }
  }

  static func read(_ file: ListFile) throws(WatchlistError) -> [LoadedList] {
    let dialect = dialect(file.head)
    var reader = try file.rows(dialect)
    _ = try readingFile { () throws(TextFileError) in try reader.next() }
    let header = try Header(reader.all, file: file.name, line: reader.line)
    var rows = OwnTableRows(file: file, format: dialect == .tsv ? "NameScreen TSV" : "NameScreen CSV")
    let defaultList = file.listName
    while true {
      do {
        guard try reader.next() else { break }
      } catch {
        rows.damage.append(try RowDamage(error, isCutOff: reader.isCutOff))
        continue
      }
      guard reader.count == header.count else {
        if reader.isCutOff, reader.count < header.count {
          rows.damage.append(.cutOff(file.name, line: reader.line))
          continue
        }
        rows.damage.append(
          RowDamage(
            file: file.name, line: reader.line,
            reason: "the row has \(reader.count) fields; expected \(header.count) as in the header"))
        continue
      }
      do throws(LineProblem) {
        try rows.add(reader, header, defaultList: defaultList)
      } catch {
        rows.damage.append(
          RowDamage(
            file: file.name, line: reader.line, field: error.field,
            reason: "\(error.problem); expected \(error.expected)"))
      }
      try rows.handOn()
    }
    try rows.handOnLast()
    return try rows.loaded()
  }

  enum Column: String, CaseIterable {
    case id, name, list, type
    case aliasQuality = "alias_quality"
    case programme
    case legalBasis = "legal_basis"
    case dob, country, gender, wallet, bic, passport
    case taxID = "tax_id"
  }

  /// Where each column stands.
  struct Header {
    let count: Int
    let id: Int
    let name: Int
    let list: Int?
    /// The columns that say something else.
    let facts: [(column: Column, position: Int)]

    init(_ names: [String], file: String, line: Int) throws(WatchlistError) {
      var positions: [Column: Int] = [:]
      for (position, name) in names.enumerated() {
        guard let column = Column(rawValue: name.tidied.lowercased()) else {
          throw .malformed(
            file, line: line, "there is no column \"\(name.prefix(40))\" in this format",
            expected: Column.allCases.map(\.rawValue).joined(separator: ", "))
        }
        guard positions.updateValue(position, forKey: column) == nil else {
          throw .malformed(
            file, line: line, "the column \(column.rawValue) stands there twice", expected: "each once")
        }
      }
      guard let id = positions[.id], let name = positions[.name] else {
        throw .malformed(file, line: line, "a column is missing", expected: "id and name")
      }
      count = names.count
      self.id = id
      self.name = name
      list = positions[.list]
      facts = positions.filter { ![.id, .name, .list].contains($0.key) }
        .map { ($0.key, $0.value) }.sorted { $0.1 < $1.1 }
    }
  }
}

/// The designations of a table while its rows come in, gathered or handed on.
private struct OwnTableRows {
  private struct List {
    var name: String
    /// Gathered ones; of those that are handed on, the one whose rows come in.
    var designations: [Designation] = []
    /// Of each entry, by its id: where it stands among the gathered ones, and its type.
    var known = TextTable<(place: Int, type: EntityType)>()
    var handedOn: Int?
  }

  let file: ListFile
  let format: String
  var damage: [RowDamage] = []
  private var lists: [List] = []
  private var numbers: [String: Int] = [:]
  /// The list that the last row was of.
  private var last = 0
  /// What the row says besides its name.
  private var facts = Facts()
  /// In which bytes the row before said it, and whether these tell.
  private var lastFactBytes: [UInt8] = []
  private var isToldByBytes = false
  private var factBytes: [UInt8] = []

  init(file: ListFile, format: String) {
    self.file = file
    self.format = format
  }

  mutating func add(
    _ row: DelimitedReader, _ header: OwnTable.Header, defaultList: String
  ) throws(LineProblem) {
    let id = row[header.id].tidied
    let name = row[header.name].tidied
    guard !id.isEmpty else { throw LineProblem("id", "it is empty", expected: "the entry's identifier") }
    guard !name.isEmpty else { throw LineProblem("name", "it is empty", expected: "a name") }
    var list = header.list.map { row[$0].tidied } ?? ""
    if list.isEmpty { list = defaultList }
    try readFacts(of: row, header)
    last = number(of: list)
    // Most rows of an entry follow one another.
    let newest = lists[last].designations.count - 1
    if newest >= 0, lists[last].designations[newest].id.local == id {
      try addFacts(name: name, id: id, at: newest)
      return
    }
    let known = id.withBytes { lists[last].known[$0] }
    if let place = known?.place, lists[last].designations.indices.contains(place),
      lists[last].designations[place].id.local == id
    {
      try addFacts(name: name, id: id, at: place)
      return
    }
    // The rows of an entry may stand apart: then a part of it was handed on.
    var designation = Designation(
      id: EntityID(publisher: list, local: id), list: list, type: known?.type ?? .unknown, names: [])
    try facts.add(to: &designation, name: name)
    // The one before it is handed on when this row is done, which leaves this one alone.
    let place = lists[last].handedOn == nil ? lists[last].designations.count : 0
    lists[last].known.insert(id, (place, designation.type))
    lists[last].designations.append(designation)
  }

  /// Adds a row to the entry that stands at a place of the last list.
  private mutating func addFacts(name: String, id: String, at place: Int) throws(LineProblem) {
    let type = lists[last].designations[place].type
    try facts.add(to: &lists[last].designations[place], name: name)
    guard lists[last].designations[place].type != type else { return }
    let listed = lists[last].handedOn == nil ? place : 0
    lists[last].known.insert(id, (listed, lists[last].designations[place].type))
  }

  /// Reads what a row says besides its name, which is often what the row before it says.
  private mutating func readFacts(of row: DelimitedReader, _ header: OwnTable.Header) throws(LineProblem) {
    var isPlain = true
    factBytes.removeAll(keepingCapacity: true)
    for (_, position) in header.facts {
      isPlain = row.withPlainBytes(position) { factBytes.append(contentsOf: $0) } && isPlain
      // No text has this byte.
      factBytes.append(0xFF)
    }
    if isPlain, isToldByBytes, factBytes == lastFactBytes { return }
    isToldByBytes = false
    facts = Facts()
    for (column, position) in header.facts where !row.isEmpty(position) {
      let text = row[position].tidied
      if !text.isEmpty { try facts.take(column, text) }
    }
    isToldByBytes = isPlain
    swap(&lastFactBytes, &factBytes)
  }

  private mutating func number(of name: String) -> Int {
    if lists.indices.contains(last), lists[last].name == name { return last }
    if let number = numbers[name] { return number }
    numbers[name] = lists.count
    lists.append(List(name: name, handedOn: file.intake?.beginList()))
    return lists.count - 1
  }

  /// Hands on what is complete: all but the entry that the last row was of, whose next row may follow.
  mutating func handOn() throws(WatchlistError) {
    if lists.indices.contains(last) { try handOn(list: last, leaving: 1) }
  }

  /// Hands on all that is left.
  mutating func handOnLast() throws(WatchlistError) {
    for number in lists.indices { try handOn(list: number, leaving: 0) }
  }

  private mutating func handOn(list number: Int, leaving rest: Int) throws(WatchlistError) {
    guard lists[number].designations.count > rest, let intake = file.intake, let list = lists[number].handedOn
    else { return }
    while lists[number].designations.count > rest {
      try intake.add(lists[number].designations.removeFirst(), to: list)
    }
  }

  func loaded() throws(WatchlistError) -> [LoadedList] {
    guard !lists.isEmpty, lists.contains(where: { $0.known.count > 0 }) else {
      throw .malformed(
        file.name, line: damage.first?.line ?? 1, damage.first?.reason ?? "there is no row behind the header",
        expected: "at least one designation that can be read")
    }
    return lists.filter { $0.known.count > 0 }.sorted { $0.name < $1.name }.enumerated().map { index, list in
      LoadedList(
        description: ListDescription(name: list.name, publisher: list.name, format: format),
        designations: list.designations, damage: index == 0 ? damage : [], files: [file.name],
        handedOn: list.handedOn)
    }
  }

  /// What one row says besides its name.
  private struct Facts {
    var type: EntityType?
    var quality: AliasQuality?
    var country: String?
    var gender: Gender?
    var programme: String?
    var legalBasis: String?
    var birthDate: ListedDate?
    var identifiers: [Identifier] = []

    mutating func take(_ column: OwnTable.Column, _ text: String) throws(LineProblem) {
      switch column {
      case .id, .name, .list: break
      case .type: type = try choice(column, text)
      case .aliasQuality: quality = try choice(column, text)
      case .programme: programme = text
      case .legalBasis: legalBasis = text
      case .dob:
        guard let date = ListedDate(text) else {
          throw LineProblem(
            "dob", "\"\(text.prefix(40))\" is no date",
            expected: "YYYY-MM-DD, YYYY-MM, YYYY, circa DATE or DATE..DATE")
        }
        birthDate = date
      case .country:
        guard let code = Countries.code(text) else {
          throw LineProblem(
            "country", "\"\(text.prefix(40))\" is no country", expected: "an ISO code or an English name")
        }
        country = code
      case .gender:
        switch text {
        case "f", "F": gender = .female
        case "m", "M": gender = .male
        default: gender = try choice(column, text)
        }
      case .wallet: identifiers.append(Identifier(kind: .wallet, value: text))
      case .bic: identifiers.append(Identifier(kind: .bic, value: text))
      case .passport: identifiers.append(Identifier(kind: .passport, value: text))
      case .taxID: identifiers.append(Identifier(kind: .taxID, value: text))
      }
    }

    private func choice<Choice: RawRepresentable<String> & CaseIterable>(
      _ column: OwnTable.Column, _ text: String
    ) throws(LineProblem) -> Choice {
      guard let choice = Choice(rawValue: text) ?? Choice(rawValue: text.lowercased()) else {
        throw LineProblem(
          column.rawValue, "\"\(text.prefix(40))\" is none of its values",
          expected: Choice.allCases.map(\.rawValue).joined(separator: ", "))
      }
      return choice
    }

    func add(to designation: inout Designation, name: String) throws(LineProblem) {
      if let type {
        guard designation.type == .unknown || designation.type == type else {
          throw LineProblem(
            "type", "\(designation.id) is of type \(designation.type.rawValue) in an earlier row",
            expected: "the same type in every row")
        }
        designation.type = type
      }
      designation.addName(name, quality: quality ?? .strong)
      if let programme { designation.programmes.addOnce(programme) }
      if let legalBasis { designation.legalBases.addOnce(legalBasis) }
      if let birthDate { designation.birthDates.addOnce(birthDate) }
      designation.gender = designation.gender ?? gender
      if let country {
        let relation: ListedCountry.Relation =
          switch designation.type {
          case .person, .unknown: .nationality
          case .organization: .jurisdiction
          case .vessel, .aircraft: .flag
          }
        designation.countries.addOnce(ListedCountry(code: country, relation: relation))
      }
      for identifier in identifiers { designation.identifiers.addOnce(identifier) }
    }
  }
}
