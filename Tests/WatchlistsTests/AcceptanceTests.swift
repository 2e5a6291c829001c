import Designations
import FoundationEssentials
import Testing

@testable import Watchlists

/// Real lists are read whole. Counts: the README of the shared data, and independent counts of the files.
@Suite struct AcceptanceTests {
  private func read(_ names: String...) throws -> [LoadedList]? {
    var paths: [String] = []
    for name in names {
      guard let path = SharedData.path(name) else { return nil }
      paths.append(path)
    }
    return try WatchlistReader.read(paths: paths)
  }

  @Test(arguments: [
    ("us_ofac/csv_2021-09", 8_976, 11_910), ("us_ofac/csv_2023-12-28", 13_821, 17_091),
    ("us_ofac/csv_2022-02-23", 9_108, 0), ("us_ofac/csv_2022-05-06", 10_026, 0),
    ("us_ofac/csv_2024-05-03", 14_965, 0),
  ])
  func ofacTables(folder: String, entries: Int, aliases: Int) throws {
    guard let lists = try read(folder) else { return }
    #expect(lists.count == 1)
    let list = try #require(lists.first)
    #expect(list.description.name == "ofac-sdn")
    #expect(list.description.format == "OFAC sdn.csv")
    #expect(list.damage.filter { !$0.file.hasSuffix("sdn_comments.csv.gz") } == [])
    #expect(list.designations.count == entries)
    let strong = list.designations.reduce(0) {
      $0 + $1.names.dropFirst().count { $0.quality != .weak }
    }
    #expect(strong == aliases)
  }
  /// The two counts of a fact that differ from those of the remarks' items are facts that an entry gives twice.
  @Test func ofacFacts() throws {
    guard let list = try read("us_ofac/csv_2023-12-28")?.first else { return }
    let all = list.designations
    let identifiers = all.flatMap(\.identifiers)
    func count(_ kind: Identifier.Kind) -> Int { identifiers.count { $0.kind == kind } }
    #expect(all.reduce(0) { $0 + $1.names.count { $0.quality == .weak } } == 3_391)
    #expect(all.reduce(0) { $0 + $1.birthDates.count } == 7_311)
    #expect(all.reduce(0) { $0 + $1.birthPlaces.count } == 4_207)
    #expect(all.count { $0.gender != nil } == 4_003)
    #expect(count(.bic) == 153)
    #expect(count(.mmsi) == 94)
    #expect(count(.wallet) == 474)
    #expect(all.allSatisfy { !$0.programmes.isEmpty && !$0.legalBases.isEmpty })
    // Comments on three entries that the list no longer has.
    #expect(list.damage.map(\.line) == [1, 2, 3])
    #expect(list.damage.allSatisfy { $0.file.hasSuffix("sdn_comments.csv.gz") })
  }

  @Test func orphansOfAnotherDay() throws {
    guard let lists = try read("us_ofac/csv_2024-05-03", "us_ofac/csv_2025-06_alt_add_only") else { return }
    let list = try #require(lists.first)
    #expect(lists.count == 1)
    #expect(list.designations.count == 14_965)
    #expect(list.damage.count { $0.file.hasSuffix("alt.csv.gz") } == 2_460)
  }

  @Test func tablesBehindEachOther() throws {
    guard let lists = try read("us_ofac/csv_2022-11") else { return }
    #expect(lists.map(\.description.name) == ["ofac-cons", "ofac-sdn"])
    #expect(lists.map(\.designations.count) == [449, 11_118])
    #expect(lists.allSatisfy { $0.damage.isEmpty })
  }

  @Test func wallets() throws {
    guard let lists = try read("us_ofac/csv_2024-05-03"),
      let expected = SharedData.path("derived/ofac_crypto_addresses_2024-05-03.tsv")
    else { return }
    let text = try String(decoding: Data(contentsOf: URL(filePath: expected)), as: UTF8.self)
    let known = Set(
      text.split(separator: "\n").dropFirst().map { line in
        let columns = line.split(separator: "\t", omittingEmptySubsequences: false)
        return "ofac:\(columns[0]) \(columns[3]) \(columns[4])"
      })
    var found: Set<String> = []
    for designation in lists[0].designations {
      for wallet in designation.identifiers where wallet.kind == .wallet {
        found.insert("\(designation.id) \(wallet.detail ?? "") \(wallet.value)")
      }
    }
    #expect(known.count == 294)
    #expect(known.subtracting(found) == [])
    // One more is cut off where the remarks stop, for this copy has no table of comments.
    #expect(found.subtracting(known).count <= 1)
  }

  @Test(arguments: [
    ("un/xml_2021-03-12", "2021-03-12", 711, 293, 4_065),
    ("un/xml_2025-04-19", "2025-04-19", 684, 193, 3_961),
    ("un/xml_2026-02-27", "2026-02-27", 730, 273, 4_133),
  ])
  func unConsolidated(folder: String, date: String, persons: Int, organizations: Int, names: Int) throws {
    guard let lists = try read(folder) else { return }
    let list = try #require(lists.first)
    #expect(list.description.name == "un-sc")
    #expect(list.description.date == date)
    #expect(list.damage == [])
    #expect(list.designations.count { $0.type == .person } == persons)
    #expect(list.designations.count { $0.type == .organization } == organizations)
    #expect(list.designations.allSatisfy { !$0.legalBases.isEmpty && $0.listedOn != nil })
    // Each primary name, name in original script and alias element is one name or more.
    #expect(list.designations.reduce(0) { $0 + $1.names.count } >= names)
  }
}

/// Lists of the other publishers.
@Suite struct MoreAcceptanceTests {
  private func read(_ name: String) throws -> LoadedList? {
    guard let path = SharedData.path(name) else { return nil }
    let lists = try WatchlistReader.read(paths: [path])
    #expect(lists.count == 1)
    return lists.first
  }

  @Test func ofacXML() throws {
    guard let list = try read("us_ofac/xml_2021-03-10"),
      let other = try read("us_ofac/cons_xml_2025-03-28")
    else { return }
    #expect(list.description.name == "ofac-sdn")
    #expect(list.description.date == "2021-03-10")
    #expect(list.designations.count == 8_832)
    #expect(list.damage == [])
    #expect(list.designations.reduce(0) { $0 + $1.names.count } == 8_832 + 14_094)
    #expect(other.description.name == "ofac-cons")
    #expect(other.description.date == "2025-03-28")
    #expect(other.designations.count == 443)
    #expect(list.designations.flatMap(\.identifiers).count { $0.kind == .wallet } == 69)
  }

  @Test func nonSDNTables() throws {
    guard let list = try read("us_ofac/cons_csv") else { return }
    #expect(list.description.name == "ofac-cons")
    // One more each than line ends tell.
    #expect(list.designations.count == 442)
    #expect(list.designations.reduce(0) { $0 + $1.names.dropFirst().count { $0.quality != .weak } } == 1_073)
    #expect(list.damage == [])
  }

  /// 21 of the file's 2,269 entries stand under two programmes.
  @Test func euXML() throws {
    guard let list = try read("eu/fsf_xml_2021-03-02") else { return }
    #expect(list.description.name == "eu-fsf")
    #expect(list.description.date == "2021-03-02")
    #expect(list.designations.count == 2_248)
    #expect(list.designations.count { $0.programmes.count == 2 } == 21)
    #expect(list.damage == [])
    #expect(list.designations.reduce(0) { $0 + $1.names.count } == 9_544)
    #expect(list.designations.allSatisfy { !$0.legalBases.isEmpty })
  }

  @Test(arguments: [
    ("uk/conlist_2025-04-10", "2025-04-10", "OFSI ConList.csv of 2022", 2_388, 8_191),
    ("uk/conlist_2018-04-13", "2018-04-13", "OFSI ConList.csv before 2022", 2_106, 5_548),
  ])
  func ukConList(folder: String, date: String, format: String, groups: Int, names: Int) throws {
    guard let list = try read(folder) else { return }
    #expect(list.description.name == "uk-ofsi")
    #expect(list.description.date == date)
    #expect(list.description.format == format)
    #expect(list.designations.count == groups)
    #expect(list.damage == [])
    #expect(list.designations.reduce(0) { $0 + $1.names.count } == names)
  }

  @Test func canada() throws {
    guard let list = try read("ca_sema_2025") else { return }
    #expect(list.description.name == "ca-sema")
    #expect(list.designations.count == 2_397)
    #expect(list.damage == [])
    #expect(list.designations.count { $0.type == .vessel } == 58)
    #expect(list.designations.count { $0.type == .person } == 1_676)
    #expect(list.designations.count { $0.type == .person && !$0.birthDates.isEmpty } == 867)
  }

  @Test func openSanctions() throws {
    guard let list = try read("ua_war_sanctions_2026-03-13") else { return }
    #expect(list.description.name == "opensanctions-ukraine-war-and-sanctions")
    #expect(list.description.date == "2026-03-13")
    #expect(list.designations.count == 4_818)
    #expect(list.designations.count { $0.type == .person } == 761)
    #expect(list.designations.count { $0.type == .organization } == 2_717)
    #expect(list.designations.count { $0.type == .vessel } == 1_340)
    #expect(list.damage == [])
    #expect(list.designations.flatMap(\.identifiers).count { $0.kind == .imo } == 2_852)
  }

  /// The first 1,000 lines of the file, which a spreadsheet damaged: a date of 2018, and entries in rows of names, addresses
  /// and documents.
  @Test func euTableOf2018() throws {
    guard let list = try read("eu/fsf_csv_2018-07-04_sample") else { return }
    #expect(list.description.name == "eu-fsf")
    #expect(list.description.format == "EU consolidated financial sanctions CSV 1.0")
    #expect(list.damage == [])
    #expect(list.designations.allSatisfy { !$0.legalBases.isEmpty })
    #expect(list.description.date == "2018-07-04")
    #expect(list.designations.count == 93)
    #expect(list.designations.reduce(0) { $0 + $1.names.count } == 743)
  }

  /// 6,491 rows; those of amendments that repeat a listing, and repeated names where an annex does not number,
  /// are one designation.
  @Test func euJournal() throws {
    guard let list = try read("eu/journal_2026-08") else { return }
    #expect(list.description.name == "eu-journal")
    #expect(list.damage == [])
    #expect(list.designations.count == 6_478)
    #expect(list.designations.count { $0.type == .person } == 3_234)
    #expect(list.designations.allSatisfy { !$0.legalBases.isEmpty })
  }
}
