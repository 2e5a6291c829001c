import Designations
import Testing

@testable import Watchlists

/// What publishers do that no schema tells: one test a quirk, named for it, over our own fixtures or a few rows in the form.
///
/// Two quirks have no test here, for no reader meets them: the flat table of the FCA is no list that is published, and
/// addresses in lower case are a matter of looking them up (`IdentifierTableTests`).
@Suite("Quirks of the publishers' files") struct QuirkTests {
  private func list(_ name: String) throws -> LoadedList {
    try #require(try WatchlistReader.read(paths: [Fixtures.path(name)]).first)
  }

  private func entry(_ name: String, _ id: String) throws -> Designation {
    try #require(try list(name).designations.first { $0.id.local == id })
  }

  /// One row of `sdn.csv` of a person with these remarks.
  private func person(remarks: String) throws -> Designation {
    let row =
      "1,\"EXAMPLE, Ivan\",\"individual\",\"SDGT\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,\"\(remarks)\"\r\n\u{1A}\r\n"
    return try #require(try WatchlistReader.read(text: row).first?.designations.first)
  }

  // MARK: OFAC's tables

  @Test func `OFAC CSV: no header, CRLF, and 0x1A on a line of its own at the end`() throws {
    let bytes = Fixtures.bytes("ofac/sdn.csv")
    #expect(bytes.suffix(3) == [0x1A, 0x0D, 0x0A] || bytes.last == 0x1A)
    let list = try list("ofac/sdn.csv")
    #expect(list.designations.count == 6 && list.damage == [])
  }

  @Test func `OFAC CSV: null is -0- with a blank and without quotes`() throws {
    let bank = try entry("ofac", "306")
    #expect(bank.titles == [] && bank.linkedTo == [] && !bank.identifiers.contains { $0.kind == .callSign })
  }

  @Test func `OFAC CSV: an organisation has no type`() throws {
    #expect(try entry("ofac", "306").type == .organization)
  }

  @Test func `OFAC CSV: a title behind a second comma of the name`() throws {
    let person = try entry("ofac", "9001")
    #expect(person.names[0].text == "EXAMPLE, Ivan, Jr." && person.titles == ["Jr."])
    #expect(OFACNames.title(of: "HASSAN, Abu, Ali") == nil)
  }

  @Test func `OFAC CSV: several programmes without their outer brackets`() throws {
    #expect(try entry("ofac", "4632").programmes == ["SDGT", "IRGC", "IFSR"])
  }

  @Test(arguments: [
    ("DOB 12 Mar 1960.", "1960-03-12"), ("DOB Mar 1960.", "1960-03"), ("DOB 1960.", "1960"),
    ("DOB circa 1960.", "circa 1960"), ("DOB 1960 to 1962.", "1960..1962"),
    ("Gender Male; alt. DOB 1961.", "1961"),
  ])
  func `OFAC CSV: dates of birth in the remarks`(remarks: String, date: String) throws {
    #expect(try person(remarks: remarks).birthDates.map(\.description) == [date])
  }

  @Test func `OFAC CSV: place of birth, nationality and gender in the remarks`() throws {
    let person = try person(remarks: "POB Minsk, Belarus; nationality Russia; Gender Female.")
    #expect(person.birthPlaces == ["Minsk, Belarus"] && person.gender == .female)
    #expect(person.countries.map { "\($0.relation) \($0.code)" } == ["birth BY", "nationality RU"])
  }

  @Test func `OFAC CSV: numbers with their countries in the remarks`() throws {
    let person = try person(
      remarks: "Passport MP1 (Belarus) expires 01 Jan 2030; Tax ID No. 77 (Russia); BIK (RU) 044525225; "
        + "SWIFT/BIC VTBRRUMM; alt. SWIFT/BIC EXAMRUMM.")
    #expect(
      person.identifiers == [
        Identifier(kind: .passport, value: "MP1", country: "BY"),
        Identifier(kind: .taxID, value: "77", country: "RU", detail: "Tax ID No."),
        Identifier(kind: .other, value: "044525225", detail: "BIK (RU)"),
        Identifier(kind: .bic, value: "VTBRRUMM"), Identifier(kind: .bic, value: "EXAMRUMM"),
      ])
  }

  @Test func `OFAC CSV: digital currency addresses in the remarks, with their asset`() throws {
    let person = try person(
      remarks: "Digital Currency Address - XBT 1abc; alt. Digital Currency Address - ETH 0xdef.")
    #expect(person.identifiers.map(\.value) == ["1abc", "0xdef"])
    #expect(person.identifiers.map(\.detail) == ["XBT", "ETH"])
  }

  @Test func `OFAC CSV: weak aliases stand in single quotes in the remarks only`() throws {
    let person = try person(remarks: "a.k.a. 'VOVA'; Secondary sanctions risk: section 1(b).")
    #expect(
      person.names == [
        DesignatedName("EXAMPLE, Ivan", quality: .primary), DesignatedName("VOVA", quality: .weak),
      ])
    #expect(person.remarks?.hasSuffix("section 1(b).") == true)
  }

  @Test func `OFAC CSV: who an entry is linked to, with brackets and full stops in the name`() throws {
    let person = try person(remarks: "Linked To: CORPS (IRGC)-FORCE; Linked To: EXAMPLE HOLDING S.A.")
    #expect(person.linkedTo == ["CORPS (IRGC)-FORCE", "EXAMPLE HOLDING S.A."])
  }

  @Test func `OFAC CSV: remarks stop in the middle of a word and go on in sdn_comments`() throws {
    let person = try entry("ofac", "9001")
    #expect(person.linkedTo == ["PRIGOZHIN, Yevgeniy Viktorovich"])
    #expect(try entry("ofac/sdn.csv", "9001").linkedTo != person.linkedTo)
  }

  @Test func `OFAC CSV: alt says aka, fka or nka`() throws {
    #expect(
      try entry("ofac", "306").names.map(\.quality) == [.primary, .strong, .formerlyKnown, .strong, .weak])
  }

  @Test func `OFAC CSV: addresses in add, with their country`() throws {
    #expect(
      try entry("ofac", "306").countries.filter { $0.relation == .address }.map(\.code) == ["CH", "PS"])
  }

  @Test func `OFAC CSV: aliases of another day add to nobody and lose nothing`() throws {
    let damage = try list("ofac").damage
    #expect(damage.count == 2 && damage.allSatisfy { $0.loss == .nothing })
  }

  @Test func `OFAC CSV: SDN and other lists behind each other, LF, 0x1A between them, repeated numbers`()
    throws
  {
    let sdn = Fixtures.text("ofac/sdn.csv").replacing("\r\n", with: "\n")
    let cons = Fixtures.text("ofac-cons/cons_prim.csv").replacing("\r\n", with: "\n")
    let again = "306,\"AGAIN\",-0- ,\"CUBA\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \n"
    let text = again + sdn.replacing("\u{1A}", with: "") + "\u{1A}" + cons
    let lists = try WatchlistReader.read(text: text)
    #expect(lists.map(\.description.name) == ["ofac-cons", "ofac-sdn"])
    #expect(lists.map(\.designations.count) == [2, 6])
    #expect(
      lists[1].damage.map(\.reason) == ["entry 306 stands in the table already; expected each entry once"])
  }

  @Test func `OFAC CSV: alt and add without sdn are an error`() {
    #expect(throws: WatchlistError.self) {
      try WatchlistReader.read(paths: [Fixtures.path("ofac/alt.csv"), Fixtures.path("ofac/add.csv")])
    }
  }

  // MARK: OFAC's XML

  @Test(arguments: [
    "http://tempuri.org/sdnList.xsd",
    "https://sanctionslistservice.ofac.treas.gov/api/PublicationPreview/exports/XML",
  ])
  func `OFAC XML: either namespace`(namespace: String) throws {
    let text = Fixtures.text("formats/sdn.xml").replacing(/xmlns="[^"]*"/, with: "xmlns=\"\(namespace)\"")
    #expect(text.contains(namespace))
    #expect(
      try WatchlistReader.read(text: text).first?.designations == list("formats/sdn.xml").designations)
  }

  @Test func `OFAC XML: weak names have a category`() throws {
    let names = try list("formats/sdn.xml").designations.flatMap(\.names)
    #expect(names.contains { $0.quality == .weak })
  }

  @Test(arguments: [
    ("circa 1960", "circa 1960"), ("1960 to 1962", "1960..1962"), ("Mar 1960", "1960-03"),
    ("circa Oct 1952", "circa 1952-10"),
  ])
  func `OFAC XML: dates are text`(text: String, date: String) throws {
    let xml = Fixtures.text("formats/sdn.xml").replacing("circa Oct 1952", with: text)
    let list = try #require(try WatchlistReader.read(text: xml).first)
    #expect(list.designations.flatMap(\.birthDates).map(\.description) == [date])
  }

  // MARK: EU

  @Test func `EU XML: facts are attributes, names have languages, none is marked as primary`() throws {
    let person = try entry("formats/eu-1.1.xml", "EU.1.2")
    #expect(person.names[0] == DesignatedName("Sergey Example", quality: .primary, language: "en"))
    #expect(person.names.contains(DesignatedName("Сергей Пример", quality: .strong, language: "ru")))
  }

  @Test func `EU XML: strong is always true, and low quality stands in a remark`() throws {
    let weak = try entry("formats/eu-1.1.xml", "EU.1.2").names.filter { $0.quality == .weak }.map(\.text)
    #expect(weak.contains("Weak One"))
  }

  @Test func `EU XML: birth dates of a year, a range, about, and of another calendar`() throws {
    let dates = try entry("formats/eu-1.1.xml", "EU.1.2").birthDates.map(\.description)
    // The Islamic year 1402 alone is no year of ours.
    #expect(dates == ["1960-04-28", "circa 1961", "1962-05", "1963..1964", "1982-04-19"])
  }

  @Test func `EU CSV 1.0: semicolons and repeated blocks with many empty columns`() throws {
    let person = try #require(try list("formats/eu-1.0.csv").designations.first)
    #expect(person.names.map(\.text) == ["Robert Gabriel Mugabe"] && person.birthPlaces == ["Kutama"])
  }

  @Test(arguments: [
    ("Latin NAME; Кириллица ИМЯ", ["Latin NAME", "Кириллица ИМЯ"]),
    ("Latin NAME (Кириллица ИМЯ)", ["Latin NAME", "Кириллица ИМЯ"]),
    ("Latin NAME (Russian: Кириллица ИМЯ)", ["Latin NAME", "Кириллица ИМЯ"]),
    ("X NAME (original script: ИМЯ)", ["X NAME", "ИМЯ"]),
    ("Ivan EXAMPLE/EXAMPEL", ["Ivan EXAMPLE", "Ivan EXAMPEL"]),
    ("X NAME (born OTHER)", ["X NAME", "OTHER"]), ("X NAME (a.k.a. Y)", ["X NAME", "Y"]),
  ])
  func `EU Journal: several names in a cell`(cell: String, names: [String]) {
    #expect(EUJournalNames.names(in: cell, isPerson: true).map(\.text) == names)
  }

  @Test(arguments: [
    ("26.11.1972", ["1972-11-26"]), ("1960", ["1960"]), ("possibly 1961", ["1961"]),
    ("1960 or 1961", ["1960", "1961"]),
  ])
  func `EU Journal: dates`(cell: String, dates: [String]) {
    #expect(EUJournalDates.dates(in: cell).map(\.description) == dates)
  }

  @Test func `EU Journal: a listing may have no record id`() throws {
    #expect(
      try list("eu-journal").designations.map(\.id.local).contains(
        "32014R0269/I.ENTITIES/HTX (HUOBI GLOBAL SA)"))
  }

  @Test func `EU Journal: line ends of both kinds in one file`() throws {
    let lines = Fixtures.text("eu-journal/32014R0269.csv").split(separator: "\n")
    let text = lines.enumerated().map { $1 + ($0 % 2 == 0 ? "\r\n" : "\n") }.joined()
    #expect(
      try WatchlistReader.read(text: text).first?.designations
        == list("eu-journal/32014R0269.csv").designations)
  }

  // MARK: UK

  @Test func `UK ConList: the date on line 1, the header on line 2`() throws {
    #expect(try list("formats/conlist-2022.csv").description.date == "2025-04-10")
  }

  @Test func `UK ConList: the family name is the sixth`() throws {
    #expect(try entry("formats/conlist-2022.csv", "14197").names[0].text == "PUTIN, Vladimir Vladimirovich")
  }

  @Test func `UK ConList: an entry is a group of rows`() throws {
    let person = try entry("formats/conlist-2022.csv", "14197")
    #expect(person.names.count == 3 && person.birthDates.count == 2)
  }

  @Test func `UK ConList: quotes of Windows-1252 in the old file`() throws {
    let bytes = Fixtures.bytes("formats/conlist-2018.csv").map { $0 == UInt8(ascii: "@") ? 0x92 : $0 }
    let list = try #require(try WatchlistReader.read(bytes: bytes, name: "f").first)
    #expect(list.designations[0].remarks == "Emir ’x’" && list.damage == [])
  }

  @Test func `UK ConList: zeros stand for an unknown day and month`() throws {
    #expect(try entry("formats/conlist-2018.csv", "13349").birthDates.map(\.description) == ["1980"])
  }

  @Test func `UK ConList: Prime Alias, AKA and FKA`() {
    func quality(_ kind: String) -> AliasQuality? {
      var names = UKNames()
      names.add("First", kind: "Prime Alias", quality: "")
      names.add("Second", kind: kind, quality: "")
      var designation = Designation(
        id: EntityID(publisher: "uk", local: "1"), list: "", type: .person, names: [])
      names.give(to: &designation)
      return designation.names.last?.quality
    }
    #expect(quality("AKA") == .strong && quality("FKA") == .formerlyKnown)
  }

  @Test func `UK ConList: line breaks inside of cells`() throws {
    let remarks = try entry("formats/conlist-2022.csv", "14197").remarks
    #expect(remarks?.contains("Reasons, with a line break.") == true)
  }

  @Test func `UK ConList: quality is Good, Low or nothing`() throws {
    #expect(
      try entry("formats/conlist-2022.csv", "14197").names.map(\.quality) == [.primary, .weak, .strong])
  }

  @Test func `UK ConList: Cryillic is the name of a script, and a name in it`() throws {
    #expect(Fixtures.text("formats/conlist-2022.csv").contains("Cryillic"))
    let name = try #require(try entry("formats/conlist-2022.csv", "14197").names.last)
    #expect(name.text == "Владимир Путин" && name.isOriginalScript)
  }

  @Test func `UK ConList: the non-Latin name may be Latin with accents`() throws {
    let text = Fixtures.text("formats/conlist-2022.csv").replacing("Владимир Путин", with: "Vladimír Pútin")
    let list = try #require(try WatchlistReader.read(text: text).first)
    #expect(list.designations.flatMap(\.names).contains { $0.text == "Vladimír Pútin" })
  }

  // MARK: UN

  @Test func `UN XML: a name is in up to four parts`() throws {
    #expect(try entry("un.xml", "6908000").names[0].text == "FIRST SECOND Fourth & last")
  }

  @Test func `UN XML: a line break inside of the name in its original script`() throws {
    #expect(try entry("un.xml", "6908000").names[1].text == "أمیر محمد الرحمن")
  }

  @Test func `UN XML: aliases are Good, Low or empty`() throws {
    let names = try entry("un.xml", "6908000").names
    #expect(names.filter { $0.quality == .weak }.map(\.text) == ["Abu Example"])
    #expect(!names.contains { $0.text.isEmpty })
  }

  @Test func `UN XML: dates are EXACT, APPROXIMATELY or BETWEEN`() throws {
    #expect(
      try entry("un.xml", "6908000").birthDates.map(\.description) == [
        "1972-03-04", "circa 1971", "1973..1974",
      ])
  }

  // MARK: Canada

  @Test func `Canada: the country in two languages`() throws {
    #expect(try entry("formats/canada-sema.xml", "Belarus/1, Part 1/2").programmes == ["Belarus"])
  }

  @Test func `Canada: no ids, but country, schedule and item`() throws {
    #expect(
      try list("formats/canada-sema.xml").designations.map(\.id.local)
        == ["Belarus/1, Part 1/2", "JVCFOR/9", "Russia/1, Part 2/7", "Russia/3/1"])
  }

  @Test(arguments: [
    ("A B; C D", ["A B", "C D"]), ("A B / C D", ["A B", "C D"]), ("A B, C D", ["A B", "C D"]),
    ("A B; Belarusian: Сяргей Карчэўскi", ["A B", "Сяргей Карчэўскi"]),
  ])
  func `Canada: several aliases in a text`(text: String, names: [String]) {
    #expect(CanadaAliases.names(in: text, isPerson: true).map(\.text) == names)
  }

  @Test func `Canada: a native name with a stress mark and a stray quote`() throws {
    let names = try entry("formats/canada-sema.xml", "Belarus/1, Part 1/2").names.map(\.text)
    #expect(names.contains("Дмитрий И\u{301}горевич Балаба"))
  }

  @Test func `Canada: line breaks inside of the names of entities`() throws {
    let names = try entry("formats/canada-sema.xml", "Russia/1, Part 2/7").names.map(\.text)
    #expect(names.prefix(2) == ["Iranian Army", "Armée iranienne"])
  }

  @Test func `Canada: a date as the number of days that a spreadsheet counts`() throws {
    #expect(try entry("formats/canada-sema.xml", "JVCFOR/9").birthDates.map(\.description) == ["1972-10-06"])
  }

  // MARK: OpenSanctions, and all

  @Test func `OpenSanctions CSV: every cell in quotes, semicolons between values`() throws {
    #expect(
      try entry("opensanctions-targets.csv", "NK-1").names.map(\.text)
        == ["IVAKHA Denis", "ІВАХА Денис", "ИВАХА Денис"])
  }

  @Test func `OpenSanctions CSV: line ends, quotes and semicolons inside of sanctions`() throws {
    let person = try entry("opensanctions-targets.csv", "NK-1")
    #expect(person.remarks == "A; sentence with \"quotes\". and lines. Second")
  }

  @Test func `Mixed scripts: a Latin i inside of a Belarusian word stays as published`() throws {
    let text = Fixtures.text("formats/canada-sema.xml").replacing("Дзмітрый", with: "Дзмiтрый")
    let names = try WatchlistReader.read(text: text).flatMap(\.designations).flatMap(\.names).map(\.text)
    #expect(names.contains("Дзмiтрый Балаба"))
  }
}

extension OFACNames {
  fileprivate static func title(of name: String) -> String? { name.withBytes { title(behind: $0) } }
}
