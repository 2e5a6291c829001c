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
    var groups: [String: UKEntry] = [:]
    var order: [String] = []
    while try rows.next(&entries) {
      let id = rows.text("Group ID")
      guard !id.isEmpty else {
        entries.damage(rows.line, field: "Group ID", "it is empty; expected the group's number")
        continue
      }
      if groups[id] == nil { order.append(id) }
      add(rows, isOld: isOld, to: &groups[id, default: UKEntry(id: id, line: rows.line)])
    }
    for id in order {
      if let group = groups[id] { entries.add(group.whole, line: group.line) }
    }
    return [try entries.loaded(description)]
  }

  private static func add(_ row: HeaderedRows, isOld: Bool, to entry: inout UKEntry) {
    entry.setType(row.text("Group Type"))
    entry.addName(
      (1...5).map { row.text("Name \($0)") }, family: row.text("Name 6"), kind: row.text("Alias Type"),
      quality: row.text("Alias Quality"))
    entry.addNonLatinName(
      row.text("Name Non-Latin Script"), language: row.text("Non-Latin Script Language"))
    entry.addBirth(
      row.text("DOB"), town: row.text("Town of Birth"), country: row.text("Country of Birth"))
    for title in [row.text("Title"), row.text("Position")] { entry.addTitle(title) }
    entry.addCountries(row.text("Nationality"), .nationality)
    entry.addCountries(row.text("Country"), .address)
    entry.addAddress(
      (1...6).map { row.text("Address \($0)") } + [row.text("Post/Zip Code"), row.text("Country")])
    entry.addRegime(row.text("Regime"))
    entry.addDates(listed: row.text("Listed On"), changed: row.text("Last Updated"))
    entry.addOtherInformation(row.text("Other Information"))
    if isOld {
      for text in Enumerations.values(in: row.text("Passport Details")) {
        entry.addNumber(within: text, .passport)
      }
      for text in Enumerations.values(in: row.text("NI Number")) {
        entry.addNumber(within: text, .nationalID)
      }
    } else {
      entry.addNumbers(.passport, row.text("Passport Number"), details: row.text("Passport Details"))
      entry.addNumbers(
        .nationalID, row.text("National Identification Number"),
        details: row.text("National Identification Details"))
    }
  }
}
