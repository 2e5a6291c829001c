import Designations

/// The entries of a table that has several rows for each, in the order in which they begin.
struct UKEntries {
  private var all: [UKEntry] = []
  private var places = TextTable<Int>()

  /// Reads all rows of a table whose entries have their identifier in a column.
  mutating func read(
    _ rows: inout HeaderedRows, id column: StaticString, _ list: inout ListEntries,
    _ add: (HeaderedRows, inout UKEntry) -> Void
  ) throws(WatchlistError) {
    while try rows.next(&list) {
      let id = rows.text(column)
      if id.isEmpty {
        list.damage(rows.line, field: "\(column)", "it is empty; expected the entry's identifier")
      } else {
        update(id, line: rows.line) { add(rows, &$0) }
      }
    }
  }

  /// Changes an entry by what a row says; one that is new begins on that line.
  private mutating func update(_ id: String, line: Int, _ change: (inout UKEntry) -> Void) {
    let place = id.withBytes { places[$0] } ?? all.count
    if place == all.count {
      places.insert(id, place)
      all.append(UKEntry(id: id, line: line))
    }
    change(&all[place])
  }

  /// Adds the entries to those of the list, and holds none any more.
  mutating func add(to entries: inout ListEntries) {
    for place in all.indices {
      let line = all[place].line
      entries.add(all[place].whole(), line: line)
    }
    self = UKEntries()
  }
}

/// One entry of the UK Sanctions List or of OFSI's list while its rows or elements come in.
struct UKEntry {
  /// Where it begins in the file.
  let line: Int
  private(set) var designation: Designation
  private var names = UKNames()
  /// What each cell of the row before said: the rows of an entry repeat most of them.
  private var previous: [String] = Array(repeating: "", count: Cell.allCases.count)

  /// Cells that add the same when they say the same again.
  enum Cell: Int, CaseIterable {
    case regime, birth, birthPlace, birthCountry, title, position, nationality, addressCountry
    case passport, passportDetails, nationalID, nationalIDDetails
  }

  /// Whether a cell says something else than in the row before.
  mutating func isNew(_ cell: Cell, _ text: String) -> Bool {
    guard previous[cell.rawValue] != text else { return false }
    previous[cell.rawValue] = text
    return true
  }

  init(id: String, line: Int) {
    self.line = line
    designation = Designation(
      id: EntityID(publisher: "uk", local: id), list: "", type: .unknown, names: [])
  }

  /// The designation with its names in order, after which nothing is left of the entry.
  mutating func whole() -> Designation {
    var whole = Designation(id: designation.id, list: "", type: .unknown, names: [])
    swap(&whole, &designation)
    names.give(to: &whole)
    return whole
  }

  /// `Individual`, `Entity` or `Ship`.
  mutating func setType(_ text: String) {
    if text.isEqual(toASCII: "individual") {
      designation.type = .person
    } else if text.isEqual(toASCII: "entity") {
      designation.type = .organization
    } else if text.isEqual(toASCII: "ship") {
      designation.type = .vessel
    }
  }

  /// Adds a name of its given and its family names.
  mutating func addName(_ given: String, family: String, kind: String, quality: String) {
    let text = UKNames.joined(given, family: family, isPerson: designation.type == .person)
    names.add(text, kind: kind, quality: quality)
  }

  mutating func addNonLatinName(_ text: String, language: String) {
    names.add(
      text, kind: "AKA", quality: "", language: Languages.tag(ofName: language), isOriginalScript: true)
  }

  /// The numbers of the same entry at OFSI and at the UN.
  mutating func addReferences(ofsi: String, un: String) {
    designation.addIdentifier(.other, ofsi, detail: "OFSI group ID")
    designation.addIdentifier(.other, un, detail: "UN reference number")
    if !designation.id.local.isEmpty {
      designation.addIdentifier(.other, designation.id.local, detail: UKOtherInformation.reference)
    }
  }

  mutating func addRegime(_ regime: String) {
    guard !regime.isEmpty else { return }
    designation.programmes.addOnce(regime)
    if let act = UKRegimes.regulations(of: regime) { designation.legalBases.addOnce(act) }
  }

  /// `07/10/1952`, with zeros or letters for what is unknown (`dd/mm/1945`), or a year; a place may be
  /// enumerated.
  mutating func addBirth(_ text: String, town: String, country: String) {
    for text in Enumerations.values(in: text) {
      if let date = DateText.dayFirst(text) ?? PartialDate(text) {
        designation.birthDates.addOnce(.exact(date))
      } else if let date = DateText.english(text) {
        designation.birthDates.addOnce(date)
      }
    }
    let countries = Enumerations.values(in: country)
    for (index, town) in Enumerations.values(in: town).enumerated() {
      designation.birthPlaces.addOnce(
        town + (countries.indices.contains(index) ? ", " + countries[index] : ""))
    }
    addCountries(country, .birth)
  }

  mutating func addTitle(_ text: String) {
    for title in Enumerations.values(in: text) { designation.titles.addOnce(title) }
  }

  mutating func addCountries(_ text: String, _ relation: ListedCountry.Relation) {
    for country in Enumerations.values(in: text) { designation.addCountries(country, relation) }
  }

  /// Adds an address of its lines; one of a country alone says nothing new.
  mutating func addAddress(_ lines: String, country: String) {
    if !lines.isEmpty { designation.addresses.addOnce(country.isEmpty ? lines : lines + ", " + country) }
  }

  mutating func addGender(_ text: String) {
    if let gender = Gender(rawValue: text.lowercased()) { designation.gender = gender }
  }

  /// Numbers in one column and what is to be said of them in another, both enumerated.
  mutating func addNumbers(_ kind: Identifier.Kind, _ numbers: String, details: String) {
    let numbers = Enumerations.values(in: numbers)
    let details = Enumerations.values(in: details)
    for (index, number) in numbers.enumerated() {
      let detail = numbers.count == details.count ? details[index] : numbers.count == 1 ? details.first : nil
      let value = kind == .imo ? number.after("IMO").map { $0.tidied } ?? number : number
      designation.addIdentifier(kind, value, country: detail.flatMap { UKEntry.country(in: $0) })
    }
  }

  /// The number inside of a text like `Passport No: 592667 (Qatari passport issued on 3 May 2007)`.
  mutating func addNumber(within text: String, _ kind: Identifier.Kind) {
    let words = text.utf8.split { [0x20, 0x3A, 0x2C, 0x28].contains($0) }.map { Substring($0) }
    guard let number = words.first(where: { $0.utf8.count { (48...57).contains($0) } >= 4 }) else { return }
    let value = number.utf8.last == UInt8(ascii: ".") ? number.dropLast() : number
    designation.addIdentifier(kind, String(value), country: UKEntry.country(in: text))
  }

  mutating func addRegistrations(_ text: String) {
    for identifier in UKOtherInformation.registrations(text) { designation.addIdentifier(identifier) }
  }

  mutating func addWallet(_ text: String) { designation.addIdentifier(.wallet, text) }

  mutating func addLinks(_ text: String) {
    for name in Enumerations.values(in: text) { designation.linkedTo.addOnce(name) }
  }

  mutating func addDates(listed: String, changed: String) {
    designation.listedOn =
      designation.listedOn ?? DateText.dayFirst(listed) ?? DateText.iso(listed)
    designation.lastChanged =
      designation.lastChanged ?? DateText.dayFirst(changed) ?? DateText.iso(changed)
  }

  /// Free text, from the first row only: the others repeat it.
  mutating func addRemarks(_ texts: [String]) {
    guard designation.remarks == nil else { return }
    for text in texts { designation.addRemark(text) }
  }

  /// Items like `(UK Sanctions List Ref):RUS0001. (Gender):Male (IMO number):7408873`.
  mutating func addOtherInformation(_ text: String) {
    guard designation.remarks == nil else { return }
    designation.addRemark(text)
    for item in UKOtherInformation.items(in: text) {
      switch item.label {
      case "UK Sanctions List Ref":
        designation.addIdentifier(.other, item.value, detail: UKOtherInformation.reference)
      case "UN Ref": designation.addIdentifier(.other, item.value, detail: "UN reference number")
      case "Gender": addGender(item.value)
      case "IMO number": addNumbers(.imo, item.value, details: "")
      case "Business Reg No": addRegistrations(item.value)
      case "Parent company", "Current owners": addLinks(item.value)
      case "Flag of ship": addCountries(item.value, .flag)
      default: break
      }
    }
  }

  /// The first country or nationality among the words of a note, alone or with the word behind it.
  private static func country(in text: String) -> String? {
    text.withBytes { text in
      if let code = Countries.code(text) { return code }
      var word = nextWord(of: text, from: 0)
      while let (start, end) = word {
        word = nextWord(of: text, from: end)
        guard text.slice(start, end).bytes.count(where: { $0 & 0xC0 != 0x80 }) > 2 else { continue }
        if let next = word {
          let two = Array(text.slice(start, end).bytes) + [0x20] + text.slice(next.start, next.end).bytes
          if let code = two.withUnsafeBufferPointer({ Countries.code(ByteText($0)) }) { return code }
        }
        if let code = Countries.code(text.slice(start, end)) { return code }
      }
      return nil
    }
  }

  /// The next run of letters.
  private static func nextWord(of text: ByteText, from: Int) -> (start: Int, end: Int)? {
    /// How many bytes the letter at a place has; 0 where none begins.
    func letter(_ position: Int) -> Int {
      guard position < text.count else { return 0 }
      switch text[position] {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"): return 1
      case 0xC3...0xDF: return 2
      // 0xE2 begins punctuation and symbols.
      case 0xE0, 0xE1, 0xE3...0xEF: return 3
      case 0xF0...0xF7: return 4
      default: return 0
      }
    }
    var start = from
    while start < text.count, letter(start) == 0 { start += 1 }
    var end = start
    while letter(end) > 0 { end = min(end + letter(end), text.count) }
    return start < end ? (start, end) : nil
  }
}
