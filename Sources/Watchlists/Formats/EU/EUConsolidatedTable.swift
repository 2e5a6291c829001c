import Designations
import TabularText

/// The EU's consolidated list of financial sanctions as tables: CSV 1.1, and the older CSV 1.0.
///
/// Source: `csvFullSanctionsList_1_1` of the Commission's financial sanctions files. Semicolons separate, and an
/// entry has a row for each of its names, addresses, dates of birth, documents and citizenships. A table of which a
/// spreadsheet quoted every row as a whole is read as it was before. These files do
/// not say which aliases are weak but in the remark of a name.
enum EUConsolidatedTable: SingleFileFormat {
  static let name = "EU consolidated financial sanctions CSV 1.0 or 1.1"

  static func recognizes(_ head: FileHead) -> Bool {
    isHeader(HeaderColumns(head.rows(.semicolon).first ?? []))
  }

  private static func isHeader(_ columns: HeaderColumns) -> Bool {
    columns.hasAll("Entity_LogicalId", "NameAlias_WholeName")
      || columns.hasAll("Entity_logical_id", "Naal_wholename")
  }

  static func read(_ file: ListFile) throws(WatchlistError) -> [LoadedList] {
    var rows = try HeaderedRows(file, .semicolon, allowsWindows1252: true, isHeader: isHeader)
    let isOld = rows.columns.position("Naal_wholename") != nil
    var description = ListDescription(
      name: "eu-fsf", publisher: EURegulations.publisher,
      format: isOld
        ? "EU consolidated financial sanctions CSV 1.0" : "EU consolidated financial sanctions CSV 1.1")
    var entries = ListEntries(file: file.name)
    var all: [(line: Int, designation: Designation)] = []
    var places = TextTable<Int>()
    while try rows.next(&entries) {
      let logicalID = rows.text("Entity_LogicalId")
      guard !logicalID.isEmpty else {
        entries.damage(rows.line, field: "Entity_LogicalId", "it is empty; expected the entry's number")
        continue
      }
      let date = isOld ? rows.firstText : rows.text("fileGenerationDate")
      description.date = description.date ?? DateText.dayFirst(date)?.description
      let place = logicalID.withBytes { places[$0] } ?? all.count
      if place == all.count {
        places.insert(logicalID, place)
        all.append((rows.line, start(rows, logicalID)))
      }
      add(rows, isOld ? .old : .new, to: &all[place].designation)
    }
    for entry in all { entries.add(entry.designation, line: entry.line, repeated: .isMerged) }
    return [try entries.loaded(description)]
  }

  /// The columns of a version: their names differ, and what they hold does not.
  private struct Columns {
    var programme, regulation, whole, first, middle, last, gender, title, function, language,
      remark: StaticString
    var birthDate, birthPlace, birthCountry, yearFrom, yearTo, circa: StaticString
    var address: [StaticString]
    var country, citizenship, number, numberType, numberCountry, knownFalse: StaticString

    static let new = Columns(
      programme: "Entity_Regulation_Programme", regulation: "Entity_Regulation_NumberTitle",
      whole: "NameAlias_WholeName", first: "NameAlias_FirstName", middle: "NameAlias_MiddleName",
      last: "NameAlias_LastName", gender: "NameAlias_Gender", title: "NameAlias_Title",
      function: "NameAlias_Function", language: "NameAlias_NameLanguage", remark: "NameAlias_Remark",
      birthDate: "BirthDate_BirthDate", birthPlace: "BirthDate_City",
      birthCountry: "BirthDate_CountryIso2Code", yearFrom: "BirthDate_YearRangeFrom",
      yearTo: "BirthDate_YearRangeTo", circa: "BirthDate_Circa",
      address: ["Address_Street", "Address_PoBox", "Address_ZipCode", "Address_City", "Address_Region"],
      country: "Address_CountryIso2Code",
      citizenship: "Citizenship_CountryIso2Code", number: "Identification_Number",
      numberType: "Identification_TypeCode", numberCountry: "Identification_CountryIso2Code",
      knownFalse: "Identification_KnownFalse")

    static let old = Columns(
      programme: "Programme", regulation: "Leba_numtitle", whole: "Naal_wholename", first: "Naal_firstname",
      middle: "Naal_middlename", last: "Naal_lastname", gender: "Naal_gender", title: "Naal_title",
      function: "Naal_function", language: "Naal_language", remark: "", birthDate: "Birt_date",
      birthPlace: "Birt_place", birthCountry: "Birt_country", yearFrom: "", yearTo: "", circa: "",
      address: ["Addr_street", "Addr_number", "Addr_zipcode", "Addr_city"],
      country: "Addr_country", citizenship: "Citi_country", number: "Iden_number", numberType: "",
      numberCountry: "Iden_country", knownFalse: "")
  }

  private static func start(_ row: HeaderedRows, _ logicalID: String) -> Designation {
    let reference = [row.text("Entity_EU_ReferenceNumber"), row.text("EU_ref_num")].first { !$0.isEmpty }
    let type = row.text("Entity_SubjectType") + row.text("Subject_type")
    return Designation(
      id: EntityID(publisher: "eu", local: reference ?? logicalID), list: "",
      type: types[type] ?? .unknown, names: [])
  }

  private static let types: [String: EntityType] = [
    "P": .person, "E": .organization, "person": .person, "enterprise": .organization,
  ]

  private static func add(_ row: HeaderedRows, _ columns: Columns, to designation: inout Designation) {
    // A row tells of a name, an address, a date of birth, a citizenship or a number, and not of the others.
    let whole = row.text(columns.whole)
    let name = whole.isEmpty ? row.joined([columns.first, columns.middle, columns.last], by: " ") : whole
    if !name.isEmpty {
      let language = row.text(columns.language)
      designation.addNameOnce(
        name, quality: quality(row.text(columns.remark)),
        language: language.isEmpty ? nil : language.lowercased())
      switch row.text(columns.gender) {
      case "M": designation.gender = .male
      case "F": designation.gender = .female
      default: break
      }
    }
    for column in [columns.title, columns.function] {
      let title = row.text(column)
      if !title.isEmpty { designation.titles.addOnce(title) }
    }
    let programme = row.text(columns.programme)
    if !programme.isEmpty { designation.programmes.addOnce(programme) }
    if let act = EURegulations.act(ofProgramme: programme) { designation.legalBases.addOnce(act) }
    let regulation = row.text(columns.regulation)
    if !regulation.isEmpty { designation.legalBases.addOnce("EU regulation \(regulation)") }
    addBirth(row, columns, to: &designation)
    designation.addCountries(row.text(columns.country), .address)
    let lines = row.joined(columns.address, by: ", ")
    if !lines.isEmpty {
      let text = row.text(columns.country)
      let country = Countries.code(text).flatMap { Countries.name(ofCode: $0) } ?? text
      designation.addresses.addOnce(country.isEmpty ? lines : lines + ", " + country)
    }
    designation.addCountries(row.text(columns.citizenship), .citizenship)
    addNumber(row, columns, to: &designation)
  }

  private static func quality(_ remark: String) -> AliasQuality {
    if remark.isEmpty { return .strong }
    let remark = remark.lowercased()
    return remark.holds("low quality") || remark.holds("lo quality")
      ? .weak : remark.holds("formerly known as") ? .formerlyKnown : .strong
  }

  private static func addBirth(_ row: HeaderedRows, _ columns: Columns, to designation: inout Designation) {
    let isCirca = row.text(columns.circa).isEqual(toASCII: "true")
    if let from = PartialDate(row.text(columns.yearFrom)), let to = PartialDate(row.text(columns.yearTo)) {
      designation.birthDates.addOnce(.range(from, to))
    } else {
      var date = DateText.iso(row.text(columns.birthDate))
      if date == nil, let year = Int(row.text("BirthDate_Year")) {
        date = PartialDate(
          validYear: year, unknownAsZero: Int(row.text("BirthDate_Month")) ?? 0,
          day: Int(row.text("BirthDate_Day")) ?? 0)
      }
      if let date { designation.birthDates.addOnce(isCirca ? .circa(date) : .exact(date)) }
    }
    let place = row.text(columns.birthPlace)
    if !place.isEmpty { designation.birthPlaces.addOnce(place) }
    designation.addCountries(row.text(columns.birthCountry), .birth)
  }

  /// CSV 1.0 writes the kind behind the number: `AD001095 (passport-National passport) ((passport))`.
  private static func addNumber(_ row: HeaderedRows, _ columns: Columns, to designation: inout Designation) {
    let text = row.text(columns.number)
    guard !text.isEmpty, !row.text(columns.knownFalse).isEqual(toASCII: "true") else { return }
    var number = text
    var type = row.text(columns.numberType)
    if type.isEmpty, let (before, after) = text.split(at: " (") {
      number = before.tidied
      type = String(after.prefix { $0.isLetter })
    }
    designation.addIdentifier(
      EUIdentifications.kinds[type] ?? .other, number,
      country: Countries.code(row.text(columns.numberCountry)),
      detail: EUIdentifications.kindsThatSayEnough.contains(type) || type.isEmpty ? nil : type)
  }
}
