import Designations
import TabularText

/// The annexes of the EU's sanctions acts as tables, one row a listing, as they were taken from the Official
/// Journal: consolidated acts, and acts that amend them.
///
/// Source: the tables of `eu/journal_sanctions` in OpenSanctions' repository. All tables given together are one
/// list; a row of an amending act that repeats a listing adds to it. A listing is named by its act, annex and
/// number, or by its name where the annex does not number.
enum EUJournalTables: ListFormat {
  static let name = "EU Journal annex tables"

  static func recognizes(_ head: FileHead) -> Bool {
    isHeader(HeaderColumns(head.rows(.csv).first ?? []))
  }

  private static func isHeader(_ columns: HeaderColumns) -> Bool {
    columns.hasAll("recordId", "programKey", "annex", "measure", "schema", "name", "alias")
  }

  static func read(_ files: [ListFile]) throws(WatchlistError) -> [LoadedList] {
    let description = ListDescription(
      name: "eu-journal", publisher: "European Union, Official Journal", format: name)
    // Consolidated acts first, so that amendments add to them.
    var acts: [LoadedList] = []
    var amendments: [LoadedList] = []
    for file in files {
      var rows = try HeaderedRows(file, .csv, isHeader: isHeader)
      var entries = ListEntries(file: file.name)
      while try rows.next(&entries) {
        entries.add(designation(rows), line: rows.line, repeated: .isMerged)
      }
      let list = try entries.loaded(description)
      if rows.columns.position("amendmentCelex") == nil { acts.append(list) } else { amendments.append(list) }
    }
    let lists = acts + amendments
    var whole = ListEntries(file: "")
    for designation in lists.flatMap(\.designations) {
      whole.add(designation, line: 0, repeated: .isMerged)
    }
    return [
      LoadedList(
        description: description, designations: whole.designations, damage: lists.flatMap(\.damage),
        files: lists.flatMap(\.files))
    ]
  }

  private static let types: [String: EntityType] = [
    "Person": .person, "LegalEntity": .organization, "Company": .organization,
    "Organization": .organization, "Vessel": .vessel, "Airplane": .aircraft,
  ]

  private static func designation(_ row: HeaderedRows) -> Designation {
    let act = row.text("celex").isEmpty ? row.text("amendedCelex") : row.text("celex")
    let annex = row.text("annex")
    let record = row.text("recordId")
    let id = [act, annex, record.isEmpty ? row.text("name") : record].joined(separator: "/")
    let type = types[row.text("schema")] ?? .unknown
    var designation = Designation(
      id: EntityID(publisher: "eu", local: row.text("name").isEmpty ? "" : id), list: "", type: type,
      names: [])
    let qualities: [(StaticString, AliasQuality)] = [
      ("name", .primary), ("alias", .strong), ("weakAlias", .weak), ("previousName", .formerlyKnown),
    ]
    for (column, quality) in qualities {
      let cell = row.text(column)
      guard quality != .primary, let names = EUJournalNames.enumerated(cell) else {
        for name in EUJournalNames.names(in: cell, isPerson: type == .person) {
          designation.addNameOnce(name.text, quality: name.isFormer ? .formerlyKnown : quality)
        }
        continue
      }
      for name in names {
        // One word of a person's enumeration is often a spelling of a part of the name.
        let isWord = type == .person && !name.utf8.contains(UInt8(ascii: " "))
        designation.addNameOnce(name, quality: isWord ? .weak : quality)
      }
    }
    designation.programmes = [row.text("programKey")].filter { !$0.isEmpty }
    designation.legalBases = [EURegulations.act(ofCelex: act, annex: annex)].compactMap { $0 }
    designation.listedOn = EUJournalDates.dates(in: row.text("startDate")).compactMap(\.exact).first
    designation.birthDates = EUJournalDates.dates(in: row.text("birthDate"))
    let gender = row.text("gender")
    if !gender.isEmpty { designation.gender = Gender(rawValue: gender.lowercased().filter(\.isLetter)) }
    designation.titles = [row.text("position")].filter { !$0.isEmpty }
    for place in row.text("birthPlace").pieces(by: ";") {
      OFACRemarks.add(birthPlace: place, to: &designation)
    }
    designation.addCountries(row.text("nationality"), .nationality)
    designation.addCountries(row.text("country"), type == .person ? .address : .jurisdiction)
    designation.addCountries(row.text("jurisdiction"), .jurisdiction)
    designation.addCountries(row.text("flag"), .flag)
    addNumbers(row, to: &designation)
    let measure = row.text("measure")
    switch measure {
    case "Export control": designation.topics = ["export.control"]
    case "Investment ban": designation.topics = ["invest.ban"]
    default: break
    }
    if !measure.isEmpty { designation.addRemark("Measure: \(measure).") }
    designation.addRemark(row.text("reason"))
    designation.addRemark(row.text("notes"))
    return designation
  }

  private static let numberColumns: [(StaticString, Identifier.Kind, String?)] = [
    ("passportNumber", .passport, nil), ("idNumber", .nationalID, nil), ("taxNumber", .taxID, nil),
    ("innCode", .taxID, "INN"), ("registrationNumber", .registration, nil),
    ("ogrnCode", .registration, "OGRN"),
    ("okpoCode", .registration, "OKPO"), ("kppCode", .other, "KPP"), ("leiCode", .lei, nil),
    ("imoNumber", .imo, nil), ("mmsi", .mmsi, nil), ("ticker", .other, "ticker"),
  ]

  private static func addNumbers(_ row: HeaderedRows, to designation: inout Designation) {
    for (column, kind, detail) in numberColumns {
      var cell = row.text(column)
      if cell.isEmpty { continue }
      if cell.utf8.contains(UInt8(ascii: "\"")) { cell.removeAll { $0 == "\"" } }
      for text in cell.pieces(by: ";").flatMap({ Enumerations.values(in: $0) }) {
        // What stands in brackets tells the issuer: `07442833 (Kuwaiti passport)`.
        let (number, note) = text.split(at: "(").map { ($0.tidied, String($1)) } ?? (text, "")
        guard let value = Self.number(in: number.after("IMO").map { $0.tidied } ?? number) else { continue }
        let country =
          note.isEmpty
          ? nil : note.split { !$0.isLetter }.lazy.compactMap { Countries.code(String($0)) }.first
        var kept = value[...]
        while let last = kept.last, ",.;".contains(last) { kept = kept.dropLast() }
        designation.addIdentifier(kind, String(kept), country: country, detail: detail)
      }
    }
    let banks = row.text("swiftBic")
    if banks.isEmpty { return }
    for word in banks.split(whereSeparator: { !$0.isLetter && !$0.isNumber })
    where IdentifierShapes.isBIC(Array(word.utf8)) {
      designation.addIdentifier(.bic, String(word))
    }
  }
}

extension EUJournalTables {
  /// The number in `series BA No 678960` and `Iraqi passport No. 2863795S`, which is the whole text when it is
  /// short; nil for what has no digit or names something else (`date of birth: 1970`).
  private static func number(in text: String) -> String? {
    guard text.utf8.contains(where: { (48...57).contains($0) }), !text.utf8.contains(UInt8(ascii: ":"))
    else { return nil }
    if text.holds("passport"), let word = text.split(separator: " ").last { return String(word) }
    return text
  }
}

extension ListedDate {
  /// The date when it is exact.
  fileprivate var exact: PartialDate? {
    if case .exact(let date) = self { date } else { nil }
  }
}

/// Names as the annexes write them.
enum EUJournalNames {
  /// The names in `Latin; Кириллица`, `Latin (Russian: Кириллица)`, `X (a.k.a. Y)`, `X (ex Y)` and, of persons,
  /// `A SURNAME / B SURNAME`, `A/B SURNAME`, `A SURNAME/OTHER`.
  static func names(in text: String, isPerson: Bool) -> [(text: String, isFormer: Bool)] {
    let names = names(in: text)
    guard isPerson, text.utf8.contains(UInt8(ascii: "/")) else { return names }
    return names.flatMap { name in alternatives(name.text).map { ($0, name.isFormer) } }
  }

  /// The aliases in `A, B, C, D`, which some acts write instead of semicolons; nil of anything else: fewer than four, commas
  /// in brackets only, or parts that go on a sentence, as small letters tell.
  static func enumerated(_ text: String) -> [String]? {
    guard !text.utf8.contains(UInt8(ascii: ";")), text.utf8.count(where: { $0 == UInt8(ascii: ",") }) >= 3
    else { return nil }
    var parts: [Substring] = [""]
    var depth = 0
    for character in text {
      if character == "(" { depth += 1 } else if character == ")" { depth = max(0, depth - 1) }
      if character == ",", depth == 0 { parts.append("") } else { parts[parts.count - 1].append(character) }
    }
    var names: [String] = []
    for part in parts.map(\.tidied) where !part.isEmpty {
      if let last = names.last, legalForms.contains(part) {
        names[names.count - 1] = last + ", " + part
      } else {
        names.append(part)
      }
    }
    let goOn = names.contains { name in
      guard let letter = name.first(where: { $0.isLetter || $0.isNumber }) else { return true }
      return letter.isLowercase && name.after("al") == nil
    }
    return names.count >= 4 && !goOn ? names : nil
  }

  /// Those that stand behind a comma of their own.
  private static let legalForms: Set<String> = [
    "Ltd", "Ltd.", "Limited", "LLC", "L.L.C.", "Inc", "Inc.", "S.A.", "A.S.", "GmbH", "Co.", "JSC", "PLC",
  ]

  /// Two spellings with a slash between them, of which one may leave out what both share.
  private static func alternatives(_ text: String) -> [String] {
    let sides = text.pieces(by: "/")
    guard sides.count == 2 else { return [text] }
    let left = sides[0].split(separator: " ")
    let right = sides[1].split(separator: " ")
    switch (left.count, right.count) {
    case (2..., 2...): return sides
    case (1, 2...): return [(left + right.dropFirst()).joined(separator: " "), sides[1]]
    case (2..., 1): return [sides[0], (left.dropLast() + right).joined(separator: " ")]
    default: return [text]
    }
  }

  private static func names(in text: String) -> [(text: String, isFormer: Bool)] {
    if text.isEmpty { return [] }
    if !text.utf8.contains(where: { $0 == UInt8(ascii: ";") || $0 == UInt8(ascii: "(") }) {
      return [(text.tidied, false)]
    }
    var names: [(text: String, isFormer: Bool)] = []
    for part in text.pieces(by: ";") {
      guard let (before, after) = part.split(at: " ("), after.last == ")" else {
        names.append((part, false))
        continue
      }
      var inside = after.dropLast().tidied
      var isName = isLatin(before) != isLatin(inside[...])
      var isFormer = false
      for mark in ["a.k.a. ", "aka ", "also known as "] {
        if let rest = inside.after(mark) { (inside, isName) = (rest.tidied, true) }
      }
      for mark in ["ex ", "ex-", "formerly ", "former ", "f.k.a. ", "born "] {
        if let rest = inside.after(mark) { (inside, isName, isFormer) = (rest.tidied, true, true) }
      }
      if let (label, name) = inside.split(at: ":"), label.split(separator: " ").count <= 3,
        isLatin(label), !isLatin(name)
      {
        (inside, isName) = (name.tidied, true)
      }
      guard isName else {
        names.append((part, false))
        continue
      }
      names.append((before.tidied, false))
      if !inside.isEmpty { names.append((inside, isFormer)) }
    }
    return names
  }

  /// Whether most letters are Latin: Belarusian and Ukrainian names often have a Latin i among theirs.
  private static func isLatin(_ text: Substring) -> Bool {
    var latin = 0
    var other = 0
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x41...0x5A, 0x61...0x7A: latin += 1
      case 0..<0x80: break
      // Greek and Cyrillic letters are many.
      case 0x3A3...0x3FF, 0x400...0x481, 0x48A...0x52F: other += 1
      default:
        if scalar.properties.isAlphabetic { if scalar.value < 0x250 { latin += 1 } else { other += 1 } }
      }
    }
    return latin > other
  }
}

/// Dates as the annexes write them.
enum EUJournalDates {
  /// The dates in `26.11.1972`, `1960 or 1961`, `(a) 1.2.1960, (b) 1961`, `Between 1960 and 1962`,
  /// `Approximately 1960`, `9 Jan. 1960`; what is none is left out.
  static func dates(in text: String) -> [ListedDate] {
    if text.isEmpty { return [] }
    // Most are one date of digits and full stops.
    if let date = text.withBytes({ numeric($0) }) { return [.exact(date)] }
    var dates: [ListedDate] = []
    for part in text.pieces(by: ";").flatMap({ Enumerations.values(in: $0) }).flatMap({
      $0.pieces(by: " or ")
    }) {
      if let date = date(part) { dates.addOnce(date) }
    }
    return dates
  }

  private static func date(_ text: String) -> ListedDate? {
    var text = text.filter { $0 != "," && $0 != "(" && $0 != ")" }.tidied
    var isCirca = false
    for mark in ["approximately", "circa", "around", "about", "possibly", "c."] {
      if text.lowercased().hasPrefix(mark) {
        isCirca = isCirca || mark != "possibly"
        text = text.dropFirst(mark.count).tidied
      }
    }
    if text.lowercased().hasPrefix("between "), let (from, to) = text.dropFirst(8).split(at: " and "),
      let first = exact(from.tidied), let last = exact(String(to.split(separator: " ").first ?? ""))
    {
      return .range(first, last)
    }
    return exact(text).map { isCirca ? .circa($0) : .exact($0) }
  }

  /// `26.11.1972`
  private static func numeric(_ text: ByteText) -> PartialDate? {
    var numbers = (0, 0, 0)
    var digits = 0
    var place = 0
    for byte in text.bytes {
      if byte == UInt8(ascii: "."), digits > 0, place < 2 {
        numbers = (numbers.1, numbers.2, 0)
        digits = 0
        place += 1
      } else if (48...57).contains(byte), digits < 4 {
        numbers.2 = numbers.2 * 10 + Int(byte - 48)
        digits += 1
      } else {
        return nil
      }
    }
    return place == 2 && digits > 0
      ? PartialDate(validYear: numbers.2, month: numbers.1, day: numbers.0) : nil
  }

  private static func exact(_ text: String) -> PartialDate? {
    if let date = PartialDate(text) ?? text.withBytes({ numeric($0) }) { return date }
    if case .exact(let date)? = DateText.english(text.filter { $0 != "." }) { return date }
    return nil
  }
}
