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
    var groups = UKEntries()
    try groups.read(&rows, id: "Group ID", &entries) { add($0, isOld: isOld, to: &$1) }
    groups.add(to: &entries)
    return [try entries.loaded(description)]
  }

  private static let address: [StaticString] = [
    "Address 1", "Address 2", "Address 3", "Address 4", "Address 5", "Address 6", "Post/Zip Code",
  ]

  private static func add(_ row: HeaderedRows, isOld: Bool, to entry: inout UKEntry) {
    entry.setType(row.text("Group Type"))
    entry.addName(
      row.joined(UKNames.columns, by: " "), family: row.text("Name 6"), kind: row.text("Alias Type"),
      quality: row.text("Alias Quality"))
    entry.addNonLatinName(
      row.text("Name Non-Latin Script"), language: row.text("Non-Latin Script Language"))
    let (birth, town, birthCountry) = (
      row.text("DOB"), row.text("Town of Birth"), row.text("Country of Birth")
    )
    let (isNewDate, isNewTown) = (entry.isNew(.birth, birth), entry.isNew(.birthPlace, town))
    if entry.isNew(.birthCountry, birthCountry) || isNewDate || isNewTown {
      entry.addBirth(birth, town: town, country: birthCountry)
    }
    let (title, position) = (row.text("Title"), row.text("Position"))
    if entry.isNew(.title, title) { entry.addTitle(title) }
    if entry.isNew(.position, position) { entry.addTitle(position) }
    let (nationality, country) = (row.text("Nationality"), row.text("Country"))
    if entry.isNew(.nationality, nationality) { entry.addCountries(nationality, .nationality) }
    if entry.isNew(.addressCountry, country) { entry.addCountries(country, .address) }
    entry.addAddress(row.joined(address, by: ", "), country: country)
    let regime = row.text("Regime")
    if entry.isNew(.regime, regime) { entry.addRegime(regime) }
    entry.addDates(listed: row.text("Listed On"), changed: row.text("Last Updated"))
    entry.addOtherInformation(row.text("Other Information"))
    let (passports, passportDetails) = (
      isOld ? "" : row.text("Passport Number"), row.text("Passport Details")
    )
    let isNewPassport = entry.isNew(.passport, passports)
    if entry.isNew(.passportDetails, passportDetails) || isNewPassport {
      if isOld {
        for text in Enumerations.values(in: passportDetails) { entry.addNumber(within: text, .passport) }
      } else {
        entry.addNumbers(.passport, passports, details: passportDetails)
      }
    }
    let numbers = row.text(isOld ? "NI Number" : "National Identification Number")
    let details = isOld ? "" : row.text("National Identification Details")
    let isNewNumber = entry.isNew(.nationalID, numbers)
    if entry.isNew(.nationalIDDetails, details) || isNewNumber {
      if isOld {
        for text in Enumerations.values(in: numbers) { entry.addNumber(within: text, .nationalID) }
      } else {
        entry.addNumbers(.nationalID, numbers, details: details)
      }
    }
  }
}
