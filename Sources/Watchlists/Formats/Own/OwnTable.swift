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
    var rows = OwnTableRows(file: file.name, format: dialect == .tsv ? "NameScreen TSV" : "NameScreen CSV")
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
      do {
        try rows.add(reader, header, defaultList: file.listName)
      } catch {
        rows.damage.append(
          RowDamage(
            file: file.name, line: reader.line, field: error.field,
            reason: "\(error.problem); expected \(error.expected)"))
      }
    }
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

/// The designations of a table while its rows come in.
private struct OwnTableRows {
  let file: String
  let format: String
  var damage: [RowDamage] = []
  private var designations: [Designation] = []
  private var position: [Key: Int] = [:]

  private struct Key: Hashable {
    var list: String
    var id: String
  }

  init(file: String, format: String) {
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
    let key = Key(list: list, id: id)
    var facts = Facts()
    for (column, position) in header.facts where !row.isEmpty(position) {
      let text = row[position].tidied
      if !text.isEmpty { try facts.take(column, text) }
    }
    if let known = position[key] {
      try facts.add(to: &designations[known], name: name)
    } else {
      var designation = Designation(
        id: EntityID(publisher: list, local: id), list: list, type: .unknown, names: [])
      try facts.add(to: &designation, name: name)
      position[key] = designations.count
      designations.append(designation)
    }
  }

  func loaded() throws(WatchlistError) -> [LoadedList] {
    guard !designations.isEmpty else {
      throw .malformed(
        file, line: damage.first?.line ?? 1, damage.first?.reason ?? "there is no row behind the header",
        expected: "at least one designation that can be read")
    }
    let lists = Dictionary(grouping: designations, by: \.list)
    return lists.keys.sorted().enumerated().map { index, name in
      LoadedList(
        description: ListDescription(name: name, publisher: name, format: format),
        designations: lists[name] ?? [], damage: index == 0 ? damage : [], files: [file])
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
        gender = ["f": .female, "m": .male][text.lowercased()]
        if gender == nil { gender = try choice(column, text) }
      case .wallet: identifiers.append(Identifier(kind: .wallet, value: text))
      case .bic: identifiers.append(Identifier(kind: .bic, value: text))
      case .passport: identifiers.append(Identifier(kind: .passport, value: text))
      case .taxID: identifiers.append(Identifier(kind: .taxID, value: text))
      }
    }

    private func choice<Choice: RawRepresentable<String> & CaseIterable>(
      _ column: OwnTable.Column, _ text: String
    ) throws(LineProblem) -> Choice {
      guard let choice = Choice(rawValue: text.lowercased()) else {
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
      if let gender { designation.gender = gender }
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
