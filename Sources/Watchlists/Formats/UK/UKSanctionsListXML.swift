import Designations
import TabularText

/// The UK Sanctions List of the Foreign, Commonwealth and Development Office, XML.
///
/// Source: `https://sanctionslist.fcdo.gov.uk/docs/UK-Sanctions-List.xml`.
enum UKSanctionsListXML: SingleFileFormat {
  static let name = "UK Sanctions List XML"

  static func recognizes(_ head: FileHead) -> Bool { head.rootElement == "Designations" }

  static func read(_ file: ListFile) throws(WatchlistError) -> [LoadedList] {
    var description = ListDescription(name: "uk-sanctions", publisher: UKRegimes.fcdo, format: name)
    var entries = ListEntries(file: file.name)
    let damage = try XMLRecordReader.read(file.stream, records: ["DateGenerated", "Designation"]) { element in
      if element.name == "DateGenerated" {
        description.date = DateText.dayFirst(element.text)?.description
      } else {
        entries.add(designation(element), line: element.line)
      }
    }
    entries.add(damage)
    return [try entries.loaded(description)]
  }

  private static let names: [StaticString] = ["Name1", "Name2", "Name3", "Name4", "Name5"]
  private static let addressLines: [StaticString] = [
    "AddressLine1", "AddressLine2", "AddressLine3", "AddressLine4", "AddressLine5", "AddressLine6",
    "AddressPostalCode",
  ]

  private static func designation(_ element: XMLElement) -> Designation {
    var entry = UKEntry(id: element.text(of: "UniqueID"), line: element.line)
    entry.setType(element.text(of: "IndividualEntityShip"))
    for name in element.child("Names")?.children ?? [] {
      entry.addName(
        name.joined(names, by: " "), family: name.text(of: "Name6"),
        kind: name.text(of: "NameType"), quality: name.text(of: "AliasStrength"))
    }
    for name in element.child("NonLatinNames")?.children ?? [] {
      entry.addNonLatinName(
        name.text(of: "NameNonLatinScript"), language: name.text(of: "NonLatinScriptLanguage"))
    }
    entry.addReferences(ofsi: element.text(of: "OFSIGroupID"), un: element.text(of: "UNReferenceNumber"))
    entry.addRegime(element.text(of: "RegimeName"))
    for title in element.texts(at: "Titles", "Title") { entry.addTitle(title) }
    for address in element.child("Addresses")?.children ?? [] {
      entry.addCountries(address.text(of: "AddressCountry"), .address)
      entry.addAddress(
        address.joined(addressLines, by: ", "), country: address.text(of: "AddressCountry"))
    }
    for person in element.child("IndividualDetails")?.children ?? [] { addPerson(person, to: &entry) }
    for organization in element.child("EntityDetails")?.children ?? [] {
      for number in organization.child("BusinessRegistrationNumbers")?.children ?? [] {
        entry.addRegistrations(number.rawText)
      }
      for parent in organization.child("ParentCompanies")?.children ?? [] { entry.addLinks(parent.text) }
    }
    for ship in element.child("ShipDetails")?.children ?? [] { addShip(ship, to: &entry) }
    for wallet in element.child("CryptoWalletAddresses")?.children ?? [] { entry.addWallet(wallet.text) }
    entry.addDates(listed: element.text(of: "DateDesignated"), changed: element.text(of: "LastUpdated"))
    entry.addRemarks([element.text(of: "OtherInformation"), element.text(of: "UKStatementofReasons")])
    return entry.whole()
  }

  private static func addPerson(_ person: XMLElement, to entry: inout UKEntry) {
    for date in person.texts(at: "DOBs", "DOB") { entry.addBirth(date, town: "", country: "") }
    for place in person.child("BirthDetails")?.children ?? [] {
      entry.addBirth("", town: place.text(of: "TownOfBirth"), country: place.text(of: "CountryOfBirth"))
    }
    for nationality in person.texts(at: "Nationalities", "Nationality") {
      entry.addCountries(nationality, .nationality)
    }
    for gender in person.texts(at: "Genders", "Gender") { entry.addGender(gender) }
    for position in person.texts(at: "Positions", "Position") { entry.addTitle(position) }
    for passport in person.child("PassportDetails")?.children ?? [] {
      entry.addNumbers(
        .passport, passport.text(of: "PassportNumber"),
        details: passport.text(of: "PassportAdditionalInformation"))
    }
    for number in person.child("NationalIdentifierDetails")?.children ?? [] {
      entry.addNumbers(
        .nationalID, number.text(of: "NationalIdentifierNumber"),
        details: number.text(of: "NationalIdentifierAdditionalInformation"))
    }
  }

  private static func addShip(_ ship: XMLElement, to entry: inout UKEntry) {
    for number in ship.texts(at: "IMONumbers", "IMONumber") { entry.addNumbers(.imo, number, details: "") }
    for flag in ship.texts(at: "CurrentBelievedFlagOfShips", "CurrentBelievedFlagOfShip") {
      entry.addCountries(flag, .flag)
    }
    for owner in ship.texts(at: "CurrentOwnerOperators", "CurrentOwnerOperator") { entry.addLinks(owner) }
  }
}
