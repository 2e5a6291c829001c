import Designations
import TabularText

/// Canada's consolidated list of autonomous sanctions, XML.
///
/// Source: `sema-lmes.xml` of Global Affairs Canada. An entry has no identifier of its own: the country, the
/// schedule of its regulations and the item in it name it. The file does not tell its date.
enum CanadaSEMA: SingleFileFormat {
  static let name = "Canada SEMA XML"

  static func recognizes(_ head: FileHead) -> Bool { head.rootElement == "data-set" }

  static func read(_ file: ListFile) throws(WatchlistError) -> [LoadedList] {
    let description = ListDescription(name: "ca-sema", publisher: "Global Affairs Canada", format: name)
    var entries = ListEntries(file: file.name)
    let damage = try XMLRecordReader.read(file.stream, records: ["record"]) { element in
      entries.add(designation(element), line: element.line)
    }
    entries.add(damage)
    return [try entries.loaded(description)]
  }

  private static func designation(_ element: XMLElement) -> Designation {
    // `Belarus / Bélarus`, in both languages of the country; the long name of an act has its initials in it.
    let title = element.text(of: "Country").pieces(by: " / ").first ?? ""
    let programme = title.holds("(JVCFOR)") ? "JVCFOR" : title
    let schedule = element.text(of: "Schedule")
    let item = element.text(of: "Item")
    let isPerson = !element.text(of: "LastName").isEmpty || !element.text(of: "GivenName").isEmpty
    let imo = element.text(of: "ShipIMONumber")
    let id = [programme, schedule, item].filter { !$0.isEmpty }.joined(separator: "/")
    var designation = Designation(
      id: EntityID(publisher: "ca", local: item.isEmpty ? "" : id), list: "",
      type: isPerson ? .person : imo.isEmpty ? .organization : .vessel, names: [])
    addNames(element, isPerson: isPerson, to: &designation)
    designation.programmes = [programme].filter { !$0.isEmpty }
    if programme == "JVCFOR" {
      designation.legalBases = ["Justice for Victims of Corrupt Foreign Officials Regulations"]
    } else if !programme.isEmpty {
      designation.legalBases = [
        "Special Economic Measures (\(programme)) Regulations"
          + (schedule.isEmpty ? "" : ", Schedule \(schedule)")
      ]
      designation.addCountries(programme, .programme)
    }
    designation.listedOn = DateText.iso(element.text(of: "DateOfListing"))
    designation.addIdentifier(.imo, imo)
    if isPerson {
      designation.titles = element.text(of: "TitleOrShip").pieces(by: "/")
      for text in element.text(of: "DateOfBirthOrShipBuildDate").lowercased().pieces(by: " or ") {
        if let date = birthDate(text) { designation.birthDates.addOnce(date) }
      }
    }
    return designation
  }

  private static func addNames(
    _ element: XMLElement, isPerson: Bool, to designation: inout Designation
  ) {
    if isPerson {
      let family = element.text(of: "LastName")
      let given = element.text(of: "GivenName")
      designation.addName(
        family.isEmpty || given.isEmpty ? family + given : "\(family), \(given)", quality: .primary)
    } else {
      // English and French: `Iranian Army/Armée iranienne`.
      let name = element.text(of: "EntityOrShip")
      let names = name.pieces(by: "/")
      let isBilingual = names.count > 1 && names.allSatisfy { $0.count > 4 }
      for name in isBilingual ? names : [name] { designation.addName(name, quality: .strong) }
    }
    let aliases = element.text(of: "Aliases")
    for alias in CanadaAliases.names(in: aliases, isPerson: isPerson) {
      designation.addNameOnce(alias.text, quality: .strong, language: alias.language)
    }
    // What was taken apart stays readable as a whole.
    if !aliases.isEmpty { designation.addRemark("Aliases: \(aliases)") }
  }

  /// ISO dates, `1950-1952`, and the number of days since 1899-12-30 that a spreadsheet made of a date.
  private static func birthDate(_ text: String) -> ListedDate? {
    if let date = PartialDate(text) { return .exact(date) }
    let years = text.split(separator: "-")
    if years.count == 2, let from = PartialDate(String(years[0])), let to = PartialDate(String(years[1])),
      from.month == nil, to.month == nil
    {
      return .range(from, to)
    }
    if text.utf8.count == 5, let days = Int(text) { return .exact(SpreadsheetDates.date(day: days)) }
    return nil
  }
}

/// Dates as spreadsheets number them.
enum SpreadsheetDates {
  /// The date of a day, counted from 1899-12-30. Source of the arithmetic: H. Hinnant, "chrono-compatible
  /// low-level date algorithms", `civil_from_days`.
  static func date(day: Int) -> PartialDate {
    let sinceMarch0 = day - 25_569 + 719_468
    let era = (sinceMarch0 >= 0 ? sinceMarch0 : sinceMarch0 - 146_096) / 146_097
    let dayOfEra = sinceMarch0 - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    return PartialDate(
      year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month,
      day: dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }
}

/// Canada's aliases: several in one text, separated by `;`, `/` or, of persons, commas, with the language of a
/// native name before it.
enum CanadaAliases {
  static func names(in text: String, isPerson: Bool) -> [(text: String, language: String?)] {
    var names: [(text: String, language: String?)] = []
    var parts = text.pieces(by: ";").flatMap { $0.pieces(by: " / ") }
    if isPerson { parts = parts.flatMap { $0.pieces(by: ",") }.flatMap { $0.pieces(by: "/") } }
    for part in parts {
      let (label, rest) = labelled(part)
      let choices = isPerson ? rest.pieces(by: " or ") : [rest]
      for choice in choices {
        let plain = choice.filter { $0 != "\"" && $0 != "“" && $0 != "”" }.tidied
        let name = plain.after("or ")?.tidied ?? plain
        // One word of a person's enumeration is a spelling of a part of the name, not a name.
        let isPartOnly = isPerson && parts.count + choices.count > 2 && !name.contains(" ")
        if !name.isEmpty, !isPartOnly { names.append((name, label)) }
      }
    }
    return names
  }

  /// The language and the name of `Belarusian: Сяргей Карчэўскi`.
  private static func labelled(_ text: String) -> (String?, String) {
    guard let (label, name) = text.split(at: ":"), let tag = Languages.tag(ofName: label.tidied),
      label.split(separator: " ").count <= 2
    else { return (nil, text) }
    return (tag, name.tidied)
  }
}
