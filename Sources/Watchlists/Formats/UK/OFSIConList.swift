import Designations
import TabularText

/// OFSI's consolidated list `ConList.csv`: the 2022 format, and the one before it, which is in Windows-1252.
///
/// Source: "Format guide for the consolidated list", HM Treasury. Line 1 tells the date, line 2 is the header. An
/// entry is a group, with a row for each of its names, dates of birth and addresses. OFSI closed the list on
/// 28 January 2026; the UK Sanctions List goes on, and its reference joins the two.
enum OFSIConList: SingleFileFormat {
  static let name = "OFSI ConList.csv"

  static func recognizes(_ head: FileHead) -> Bool {
    head.rows(.csv).prefix(3).contains { isHeader(HeaderColumns($0)) }
  }

  private static func isHeader(_ columns: HeaderColumns) -> Bool {
    columns.hasAll("Name 6", "Group Type", "Alias Type", "Regime", "Group ID")
  }

  static func read(_ file: ListFile) throws(WatchlistError) -> [LoadedList] {
    var rows = try HeaderedRows(file, .csv, allowsWindows1252: true, isHeader: isHeader)
    let isOld = rows.columns.position("Alias Quality") == nil
    var description = ListDescription(
      name: "uk-ofsi", publisher: UKRegimes.ofsi,
      format: isOld ? "OFSI ConList.csv before 2022" : "OFSI ConList.csv of 2022")
    let first = file.head.firstLine.split(separator: ",")
    if first.count > 1, first[0].tidied == "Last Updated" {
      description.date = DateText.dayFirst(first[1].tidied)?.description
    }
    var entries = ListEntries(file: file.name)
    var groups: [String: Group] = [:]
    var order: [String] = []
    while try rows.next(&entries) {
      let id = rows.text("Group ID")
      guard !id.isEmpty else {
        entries.damage(rows.line, field: "Group ID", "it is empty; expected the group's number")
        continue
      }
      if groups[id] == nil { order.append(id) }
      groups[id, default: Group(id: id, line: rows.line)].add(rows, isOld: isOld)
    }
    for id in order {
      if let group = groups[id] { entries.add(group.whole, line: group.line) }
    }
    return [try entries.loaded(description)]
  }

  /// One entry while its rows come in.
  private struct Group {
    let line: Int
    private var designation: Designation
    private var names = UKNames()

    init(id: String, line: Int) {
      self.line = line
      designation = Designation(
        id: EntityID(publisher: "uk", local: id), list: "", type: .unknown, names: [])
    }

    var whole: Designation {
      var whole = designation
      names.give(to: &whole)
      return whole
    }

    mutating func add(_ row: HeaderedRows, isOld: Bool) {
      let isFirst = designation.type == .unknown
      designation.type =
        ["Individual": .person, "Entity": .organization, "Ship": .vessel][row.text("Group Type")] ?? .unknown
      let isPerson = designation.type == .person
      let name = UKNames.joined(
        (1...5).map { row.text("Name \($0)") }, family: row.text("Name 6"), isPerson: isPerson)
      names.add(name, kind: row.text("Alias Type"), quality: row.text("Alias Quality"))
      names.add(
        row.text("Name Non-Latin Script"), kind: "AKA", quality: "",
        language: Languages.tag(ofName: row.text("Non-Latin Script Language")))
      addBirth(row)
      for title in Enumerations.values(in: row.text("Title")) { designation.titles.addOnce(title) }
      let position = row.text("Position")
      if !position.isEmpty { designation.titles.addOnce(position) }
      for nationality in Enumerations.values(in: row.text("Nationality")) {
        designation.addCountries(nationality, .nationality)
      }
      for country in Enumerations.values(in: row.text("Country")) {
        designation.addCountries(country, .address)
      }
      addDocuments(row, isOld: isOld)
      let regime = row.text("Regime")
      if !regime.isEmpty { designation.programmes.addOnce(regime) }
      if let act = UKRegimes.regulations(of: regime) { designation.legalBases.addOnce(act) }
      designation.listedOn = designation.listedOn ?? DateText.dayFirst(row.text("Listed On"))
      designation.lastChanged = designation.lastChanged ?? DateText.dayFirst(row.text("Last Updated"))
      if isFirst { addOtherInformation(row.text("Other Information")) }
    }

    /// `00/00/1960` is a year only; a place may be enumerated.
    private mutating func addBirth(_ row: HeaderedRows) {
      let text = row.text("DOB")
      if let date = DateText.dayFirst(text) ?? PartialDate(text) {
        designation.birthDates.addOnce(.exact(date))
      }
      let towns = Enumerations.values(in: row.text("Town of Birth"))
      let countries = Enumerations.values(in: row.text("Country of Birth"))
      for (index, town) in towns.enumerated() {
        let country = countries.indices.contains(index) ? ", " + countries[index] : ""
        designation.birthPlaces.addOnce(town + country)
      }
      for country in countries { designation.addCountries(country, .birth) }
    }

    private mutating func addDocuments(_ row: HeaderedRows, isOld: Bool) {
      if isOld {
        for text in Enumerations.values(in: row.text("Passport Details")) { addNumber(text, .passport) }
        for text in Enumerations.values(in: row.text("NI Number")) { addNumber(text, .nationalID) }
        return
      }
      add(.passport, row.text("Passport Number"), row.text("Passport Details"))
      add(
        .nationalID, row.text("National Identification Number"), row.text("National Identification Details"))
    }

    /// Numbers in one column and what is to be said of them in another, both enumerated.
    private mutating func add(_ kind: Identifier.Kind, _ numbers: String, _ details: String) {
      let numbers = Enumerations.values(in: numbers)
      let details = Enumerations.values(in: details)
      for (index, number) in numbers.enumerated() {
        let detail =
          numbers.count == details.count ? details[index] : numbers.count == 1 ? details.first : nil
        designation.addIdentifier(
          kind, number, country: detail.flatMap { Self.country(in: $0) })
      }
    }

    /// The number inside of a text like `Passport No: 592667 (Qatari passport issued on 3 May 2007)`.
    private mutating func addNumber(_ text: String, _ kind: Identifier.Kind) {
      let words = text.split { $0 == " " || $0 == ":" || $0 == "," || $0 == "(" }
      let number = words.first { $0.utf8.count { (48...57).contains($0) } >= 4 }
      guard let number else { return }
      let value = number.last == "." ? number.dropLast() : number
      designation.addIdentifier(kind, String(value), country: Self.country(in: text))
    }

    /// The first country or nationality among the words of a note.
    private static func country(in text: String) -> String? {
      if let code = Countries.code(text) { return code }
      let words = text.split { !$0.isLetter }
      for (index, word) in words.enumerated() {
        if word.count < 3 { continue }
        if index + 1 < words.count, let code = Countries.code("\(word) \(words[index + 1])") { return code }
        if let code = Countries.code(String(word)) { return code }
      }
      return nil
    }

    /// Items like `(UK Sanctions List Ref):RUS0001. (Gender):Male (IMO number):7408873`.
    private mutating func addOtherInformation(_ text: String) {
      designation.addRemark(text)
      for item in UKOtherInformation.items(in: text) {
        switch item.label {
        case "UK Sanctions List Ref":
          designation.addIdentifier(.other, item.value, detail: UKOtherInformation.reference)
        case "UN Ref":
          designation.addIdentifier(.other, item.value, detail: "UN reference number")
        case "Gender":
          designation.gender = Gender(rawValue: item.value.lowercased())
        case "IMO number":
          for number in Enumerations.values(in: item.value) { designation.addIdentifier(.imo, number) }
        case "Business Reg No":
          for number in UKOtherInformation.registrations(item.value) { designation.addIdentifier(number) }
        case "Parent company", "Current owners":
          for name in Enumerations.values(in: item.value) { designation.linkedTo.addOnce(name) }
        case "Flag of ship":
          designation.addCountries(item.value, .flag)
        default: break
        }
      }
    }
  }
}

/// The items in the column "Other Information".
enum UKOtherInformation {
  static let reference = "UK Sanctions List reference"

  /// `(label):value` pieces; a value reaches to the next label, without the full stop behind it.
  static func items(in text: String) -> [(label: String, value: String)] {
    var items: [(label: String, value: String)] = []
    var rest = text[...]
    while let (before, after) = rest.split(at: "):") {
      let start = before.lastIndex(of: "(")
      if !items.isEmpty {
        items[items.count - 1].value = clean(start.map { before[..<$0] } ?? before)
      }
      items.append((start.map { before[before.index(after: $0)...].tidied } ?? "", ""))
      rest = after
    }
    if !items.isEmpty { items[items.count - 1].value = clean(rest) }
    return items
  }

  private static func clean(_ value: Substring) -> String {
    var value = value.tidied[...]
    // A reference ends before its full stop, whatever sentences follow.
    if let (first, _) = value.split(at: ". "), first.utf8.count <= 12, !first.contains(" ") { value = first }
    while value.last == "." || value.last == " " { value = value.dropLast() }
    return String(value)
  }

  /// Registration numbers with the names of their kinds before them: `Kazakhstan BIN - 170440031562`,
  /// `(1) INN: 7706569306, OGRN: 1037739709138`, `SWIFT/BIC VTBRRUMM`.
  static func registrations(_ text: String) -> [Identifier] {
    Enumerations.values(in: text)
      .flatMap { $0.split { $0 == ";" || $0 == "," || $0 == "\n" } }
      .compactMap { registration($0) }
  }

  private static func registration(_ text: Substring) -> Identifier? {
    let words = text.split { !$0.isLetter && !$0.isNumber && !"-/.".contains($0) }
    guard let number = words.last(where: { $0.utf8.contains { (48...57).contains($0) } }) ?? words.last
    else { return nil }
    let label = words.prefix { $0 != number }.joined(separator: " ")
    let upper = label.uppercased()
    if upper.contains("SWIFT") || upper.contains("BIC") {
      let code = words.last {
        [8, 11].contains($0.utf8.count) && $0.allSatisfy { $0.isUppercase || $0.isNumber }
      }
      return code.map { Identifier(kind: .bic, value: String($0)) }
    }
    guard number.utf8.contains(where: { (48...57).contains($0) }) else { return nil }
    let kind: Identifier.Kind =
      upper.contains("INN") || upper.contains("TAX") || upper.contains("TIN")
      ? .taxID : upper.contains("LEI") ? .lei : .registration
    return Identifier(kind: kind, value: String(number), detail: label.isEmpty ? nil : label)
  }
}
