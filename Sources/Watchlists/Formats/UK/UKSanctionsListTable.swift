import Designations
import TabularText

/// The UK Sanctions List of the Foreign, Commonwealth and Development Office as a table,
/// `UK-Sanctions-List.csv`.
///
/// Source: `https://sanctionslist.fcdo.gov.uk/docs/UK-Sanctions-List.csv`. Line 1 tells the date, line 2 is the
/// header. An entry has a row for each of its names, dates of birth and addresses.
enum UKSanctionsListTable: SingleFileFormat {
  static let name = "UK Sanctions List CSV"

  static func recognizes(_ head: FileHead) -> Bool {
    head.rows(.csv).prefix(3).contains { isHeader(HeaderColumns($0)) }
  }

  private static func isHeader(_ columns: HeaderColumns) -> Bool {
    columns.hasAll("Unique ID", "OFSI Group ID", "Name 6", "Name type", "Regime Name")
  }

  static func read(_ file: ListFile) throws(WatchlistError) -> [LoadedList] {
    var rows = try HeaderedRows(file, .csv, isHeader: isHeader)
    var description = ListDescription(name: "uk-sanctions", publisher: UKRegimes.fcdo, format: name)
    if let date = file.head.firstLine.after("Report Date:") {
      let text = date.tidied.split { $0 == "-" || $0 == "," }.prefix(3).joined(separator: " ")
      if case .exact(let date)? = DateText.english(text) { description.date = date.description }
    }
    var entries = ListEntries(file: file.name)
    var builders = UKEntries()
    try builders.read(&rows, id: "Unique ID", &entries) { add($0, to: &$1) }
    builders.add(to: &entries)
    return [try entries.loaded(description)]
  }

  private static let address: [StaticString] = [
    "Address Line 1", "Address Line 2", "Address Line 3", "Address Line 4", "Address Line 5",
    "Address Line 6",
    "Address Postal Code",
  ]

  private static func add(_ row: HeaderedRows, to entry: inout UKEntry) {
    entry.setType(row.text("Designation Type"))
    entry.addName(
      row.joined(UKNames.columns, by: " "), family: row.text("Name 6"), kind: row.text("Name type"),
      quality: row.text("Alias strength"))
    entry.addNonLatinName(
      row.text("Name non-latin script"), language: row.text("Non-latin script language"))
    entry.addReferences(ofsi: row.text("OFSI Group ID"), un: row.text("UN Reference Number"))
    entry.addRegime(row.text("Regime Name"))
    entry.addBirth(
      row.text("D.O.B"), town: row.text("Town of birth"), country: row.text("Country of birth"))
    for title in [row.text("Title"), row.text("Position")] { entry.addTitle(title) }
    entry.addCountries(row.text("Nationality(/ies)"), .nationality)
    entry.addCountries(row.text("Address Country"), .address)
    entry.addAddress(row.joined(address, by: ", "), country: row.text("Address Country"))
    entry.addCountries(row.text("Current believed flag of ship"), .flag)
    entry.addGender(row.text("Gender"))
    entry.addNumbers(
      .passport, row.text("Passport number"), details: row.text("Passport additional information"))
    entry.addNumbers(
      .nationalID, row.text("National Identifier number"),
      details: row.text("National Identifier additional information"))
    entry.addNumbers(.imo, row.text("IMO number"), details: "")
    entry.addRegistrations(row.text("Business registration number (s)"))
    entry.addLinks(row.text("Parent company"))
    entry.addLinks(row.text("Current owner/operator (s)"))
    entry.addDates(listed: row.text("Date Designated"), changed: row.text("Last Updated"))
    entry.addRemarks([row.text("Other Information"), row.text("UK Statement of Reasons")])
  }
}
