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
    var act = CanadaAct(title: "", schedule: "")
    let damage = try XMLRecordReader.read(file.stream, records: ["record"]) { element in
      // The entries of an act stand together.
      let isOfAct =
        element.withText(of: "Country") { $0 == act.title }
        && element.withText(of: "Schedule") { $0 == act.schedule }
      if !isOfAct {
        act = CanadaAct(title: element.text(of: "Country"), schedule: element.text(of: "Schedule"))
      }
      entries.add(designation(element, act), line: element.line)
    }
    entries.add(damage)
    return [try entries.loaded(description)]
  }

  private static func designation(_ element: XMLElement, _ act: CanadaAct) -> Designation {
    let item = element.text(of: "Item")
    let name = element.withText(of: "LastName") { family in
      element.withText(of: "GivenName") { given in
        ByteText.joined(family, family.isEmpty || given.isEmpty ? "" : ", ", given)
      }
    }
    let isPerson = !name.isEmpty
    let imo = element.text(of: "ShipIMONumber")
    var designation = Designation(
      id: EntityID(publisher: "ca", local: item.isEmpty ? "" : act.prefix + item), list: "",
      type: isPerson ? .person : imo.isEmpty ? .organization : .vessel, names: [])
    if isPerson {
      designation.addTidyName(name, quality: .primary)
    } else {
      addNames(element.text(of: "EntityOrShip"), to: &designation)
    }
    addAliases(element.text(of: "Aliases"), isPerson: isPerson, to: &designation)
    designation.programmes = act.programmes
    designation.legalBases = act.legalBases
    designation.countries = act.countries
    designation.listedOn = element.withText(of: "DateOfListing") { DateText.iso($0) }
    designation.addIdentifier(.imo, imo)
    if isPerson {
      let title = element.text(of: "TitleOrShip")
      if !title.isEmpty { designation.titles = title.pieces(by: "/") }
      let birth = element.text(of: "DateOfBirthOrShipBuildDate")
      if let date = birthDate(birth) {
        designation.birthDates = [date]
      } else if !birth.isEmpty {
        for text in birth.lowercased().pieces(by: " or ") {
          if let date = birthDate(text) { designation.birthDates.addOnce(date) }
        }
      }
    }
    return designation
  }

  /// Names in English and French: `Iranian Army/Armée iranienne`.
  private static func addNames(_ name: String, to designation: inout Designation) {
    let names = name.pieces(by: "/")
    let isBilingual = names.count > 1 && names.allSatisfy { $0.utf8.count > 4 && $0.count > 4 }
    for name in isBilingual ? names : [name] { designation.addTidyName(name, quality: .strong) }
  }

  private static func addAliases(_ aliases: String, isPerson: Bool, to designation: inout Designation) {
    if aliases.isEmpty { return }
    for alias in CanadaAliases.names(in: aliases, isPerson: isPerson) {
      designation.addNameOnce(alias.text, quality: .strong, language: alias.language)
    }
    // What was taken apart stays readable as a whole.
    designation.remarks = "Aliases: " + aliases
  }

  /// ISO dates, `1950-1952`, and the number of days since 1899-12-30 that a spreadsheet made of a date.
  private static func birthDate(_ text: String) -> ListedDate? {
    if text.isEmpty { return nil }
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

/// A schedule of Canada's regulations: what its entries have in common.
private final class CanadaAct {
  /// As the file says them.
  let title: [UInt8]
  let schedule: [UInt8]
  let programmes: [String]
  let legalBases: [String]
  /// What identifiers begin with, an item's number missing.
  let prefix: String
  /// What the act is about.
  let countries: [ListedCountry]

  init(title: String, schedule: String) {
    self.title = Array(title.utf8)
    self.schedule = Array(schedule.utf8)
    // `Belarus / Bélarus`, in both languages of the country; the long name of an act has its initials in it.
    let name = title.pieces(by: " / ").first ?? ""
    let isCorruption = name.holds("(JVCFOR)")
    let programme = isCorruption ? "JVCFOR" : name
    programmes = [programme].filter { !$0.isEmpty }
    prefix = [programme, schedule].filter { !$0.isEmpty }.map { "\($0)/" }.joined()
    if isCorruption {
      legalBases = ["Justice for Victims of Corrupt Foreign Officials Regulations"]
    } else if programme.isEmpty {
      legalBases = []
    } else {
      legalBases = [
        "Special Economic Measures (\(programme)) Regulations"
          + (schedule.isEmpty ? "" : ", Schedule \(schedule)")
      ]
    }
    countries =
      isCorruption ? [] : Countries.codes(in: programme).map { ListedCountry(code: $0, relation: .programme) }
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
    if text.isEmpty { return [] }
    return text.withBytes { text in
      var names: [(text: String, language: String?)] = []
      let parts = parts(of: text, isPerson: isPerson)
      for part in parts {
        guard isPlain(part) else {
          addNames(in: part.tidied, isPerson: isPerson, isAlone: parts.count == 1, to: &names)
          continue
        }
        let name = part.tidied
        if name.isEmpty || isPerson && parts.count > 1 && isOneWord(name) { continue }
        names.append((name, nil))
      }
      return names
    }
  }

  /// The parts, none of them empty or with blanks at its ends.
  private static func parts(of text: ByteText, isPerson: Bool) -> [ByteText] {
    let (semicolon, comma, slash) = (UInt8(ascii: ";"), UInt8(ascii: ","), UInt8(ascii: "/"))
    func isBlank(_ place: Int) -> Bool { text[place] == UInt8(ascii: " ") }
    /// Whether the text is parted at a place; that of others than persons at a slash between blanks.
    func isMark(_ place: Int) -> Bool {
      switch text[place] {
      case semicolon: true
      case comma: isPerson
      case slash:
        isPerson || place > 0 && isBlank(place - 1) && place + 1 < text.count && isBlank(place + 1)
      default: false
      }
    }
    var parts: [ByteText] = []
    var start = 0
    for place in 0...text.count where place == text.count || isMark(place) {
      var end = place
      while start < end, isBlank(start) { start += 1 }
      while end > start, isBlank(end - 1) { end -= 1 }
      if end > start { parts.append(text.slice(start, end)) }
      start = place + 1
    }
    return parts
  }

  /// Adds the names in a part with a language, choices or quotes.
  private static func addNames(
    in part: String, isPerson: Bool, isAlone: Bool, to names: inout [(text: String, language: String?)]
  ) {
    let (label, rest) = labelled(part)
    let choices = isPerson && rest.holds(" or ") ? rest.pieces(by: " or ") : [rest]
    for choice in choices {
      let plain = withoutQuotes(choice)
      let name = plain.after("or ")?.tidied ?? plain
      if name.isEmpty || isPerson && !(isAlone && choices.count == 1) && isOneWord(name) { continue }
      names.append((name, label))
    }
  }

  /// One word of a person's enumeration is a spelling of a part of the name, not a name.
  private static func isOneWord(_ name: String) -> Bool { !name.utf8.contains(UInt8(ascii: " ")) }

  /// Whether a part is one name and nothing else: no language, choice or quotes, which begin with 0xE2 where they are
  /// typographic.
  private static func isPlain(_ part: ByteText) -> Bool {
    for byte in part.bytes where byte == 0x3A || byte == 0x22 || byte == 0xE2 { return false }
    return part.offset(of: "or ") == nil
  }

  private static func withoutQuotes(_ text: String) -> String {
    // Typographic quotes begin with 0xE2.
    guard text.utf8.contains(where: { $0 == UInt8(ascii: "\"") || $0 == 0xE2 }) else { return text.tidied }
    return text.filter { $0 != "\"" && $0 != "“" && $0 != "”" }.tidied
  }

  /// The language and the name of `Belarusian: Сяргей Карчэўскi`.
  private static func labelled(_ text: String) -> (String?, String) {
    guard text.utf8.contains(UInt8(ascii: ":")), let (label, name) = text.split(at: ":"),
      let tag = Languages.tag(ofName: label.tidied),
      label.split(separator: " ").count <= 2
    else { return (nil, text) }
    return (tag, name.tidied)
  }
}
