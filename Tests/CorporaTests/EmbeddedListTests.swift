import Designations
import Foundation
import Testing

@testable import Watchlists

/// The list that is used when no other is named.
@Suite struct EmbeddedListTests {
  @Test func everyLineIsReadWithoutDamage() throws {
    let lists = try Corpora.embeddedLists()
    #expect(lists.map(\.description.name) == ["ofac-sdn", "uk-sanctions"])
    #expect(lists.map(\.description.date) == ["2024-05-03", "2025-04-10"])
    #expect(lists.flatMap(\.damage) == [])
    #expect(lists.map(\.designations.count).reduce(0, +) >= 300)
  }

  @Test func theBinaryCarriesTheFileAsItStands() throws {
    let file = try Data(contentsOf: URL(filePath: Corpora.path("designations/embedded.jsonl")))
    #expect(Corpora.embeddedBytes == Array(file))
  }

  @Test func everyDesignationSaysWhyItIsListed() throws {
    for (id, designation) in try Corpora.embedded() {
      #expect(designation.type != .unknown, "\(id)")
      #expect(designation.names.first?.quality == .primary, "\(id)")
      #expect(!designation.programmes.isEmpty, "\(id)")
      #expect(!designation.legalBases.isEmpty, "\(id)")
    }
  }

  @Test func linesStandInOrder() throws {
    let lines = try String(contentsOfFile: Corpora.path("designations/embedded.jsonl"), encoding: .utf8)
      .split(separator: "\n")
    let ids = try lines.flatMap { line in
      try WatchlistReader.read(bytes: Array(line.utf8), name: "line.jsonl").flatMap(\.designations).map(\.id)
    }
    #expect(ids.count == lines.count)
    #expect(zip(ids, ids.dropFirst()).allSatisfy { ($0.publisher, $0.local) != ($1.publisher, $1.local) })
  }

  @Test func aPoliticianHasHisFacts() throws {
    let putin = try #require(try Corpora.embedded()["ofac:35096"])
    #expect(putin.names.first?.text == "PUTIN, Vladimir Vladimirovich")
    #expect(putin.programmes == ["RUSSIA-EO14024"])
    #expect(putin.legalBases == ["Executive Order 14024"])
    #expect(putin.birthDates == [.exact(PartialDate(year: 1952, month: 10, day: 7))])
    #expect(putin.gender == .male)
    #expect(putin.countries.contains(ListedCountry(code: "RU", relation: .nationality)))
    #expect(putin.hasName("Путин Владимир Владимирович", language: "ru"))
    #expect(putin.hasName("Путін Володимир Володимирович", language: "uk"))
  }

  @Test(arguments: [
    ("ofac:9760", "Лукашэнка Аляксандр Рыгоравіч", "be"),
    ("ofac:21171", "Пригожин Евгений Викторович", "ru"),
    ("ofac:16663", "Медведчук Віктор Володимирович", "uk"),
    ("ofac:12735", "بشار حافظ الأسد", "ar"),
    ("ofac:26945", "سید علی حسینی خامنه‌ای", "fa"),
    ("ofac:29249", "林鄭月娥", "zh"),
    ("ofac:20157", "김정은", "ko"),
    ("ofac:13072", "篠田建市", "ja"),
    ("ofac:22790", "Nicolás Maduro Moros", "es"),
    ("ofac:7744", "Ратко Младић", "sr"),
    ("ofac:32746", "ААТ Беларуськалій", "be"),
    ("uk:RUS0270", "Абрамович Роман Аркадьевич", "ru"),
  ])
  func nameInItsOwnScript(id: String, name: String, language: String) throws {
    let designation = try #require(try Corpora.embedded()[id])
    #expect(designation.hasName(name, language: language))
  }

  @Test(arguments: [
    ("ofac:17013", "VTBRRUMM"), ("ofac:34497", "JSNMRUMM"), ("ofac:34737", "SOMRRUM1KST"),
    ("ofac:34656", "PRMSRUMM"), ("ofac:16681", "ROSYRU2P"), ("ofac:18784", "CNOVRUMM"),
    ("ofac:17015", "BFEARUMM"), ("ofac:17018", "SABRRUMM"), ("ofac:34682", "ALFARUMM"),
    ("ofac:18291", "BELBBY2X"), ("ofac:34752", "BLBBBY2X"), ("ofac:34749", "MMBNBY22"),
  ])
  func bankHasItsBIC(id: String, bic: String) throws {
    let bank = try #require(try Corpora.embedded()[id])
    #expect(bank.values(.bic).contains(bic))
  }

  @Test(arguments: [
    ("ofac:36216", "3K4rjdh8A5yi6LWvft2rbmyZvqEbPSSSX4", "XBT"),
    ("ofac:33151", "12HQDsicffSBaYdJ6BhnE22sfjTESmmzKx", "XBT"),
    ("ofac:36025", "0x7FF9cFad3877F21d41Da833E2F775dB0569eE3D9", "ETH"),
    ("ofac:39796", "0x12D66f87A04A9E220743712cE6d9bB1B5616B8Fc", "ETH"),
  ])
  func ownerHasTheWalletInItsLetterCase(id: String, address: String, asset: String) throws {
    let owner = try #require(try Corpora.embedded()[id])
    #expect(owner.identifiers.contains(Identifier(kind: .wallet, value: address, detail: asset)))
  }

  @Test func identifiersAreWellFormed() throws {
    for (id, designation) in try Corpora.embedded() {
      for bic in designation.values(.bic) {
        #expect(bic.wholeMatch(of: /[A-Z]{6}[A-Z0-9]{2}([A-Z0-9]{3})?/) != nil, "\(id) \(bic)")
      }
      for imo in designation.values(.imo) {
        let digits = imo.compactMap(\.wholeNumberValue)
        let sum = zip(digits, [7, 6, 5, 4, 3, 2]).map(*).reduce(0, +)
        #expect(digits.count == 7 && sum % 10 == digits.last, "\(id) IMO \(imo)")
      }
      for wallet in designation.values(.wallet) where wallet.hasPrefix("0x") {
        #expect(wallet.wholeMatch(of: /0x[0-9A-Fa-f]{40}/) != nil, "\(id) \(wallet)")
      }
    }
  }

  @Test func coversPeopleBanksWalletsAndScripts() throws {
    let all = try Corpora.embedded().values
    func count(_ predicate: (Designation) -> Bool) -> Int { all.count(where: predicate) }
    func hasScript(_ ranges: ClosedRange<UInt32>...) -> (Designation) -> Bool {
      { designation in
        designation.names.contains { name in
          name.text.unicodeScalars.contains { scalar in ranges.contains { $0.contains(scalar.value) } }
        }
      }
    }
    #expect(count { $0.type == .person && hasScript(0x400...0x4FF)($0) } >= 300)
    #expect(count(hasScript(0x590...0x1FFF, 0x3040...0xD7FF)) >= 80)
    #expect(count { !$0.values(.bic).isEmpty } >= 40)
    #expect(count { !$0.values(.wallet).isEmpty } >= 40)
    #expect(count { $0.type == .vessel } >= 10)
    #expect(count { $0.type == .aircraft } >= 5)
  }

  @Test func agreesWithThePublishedList() throws {
    guard let path = Corpora.shared("us_ofac/csv_2024-05-03/sdn.csv.gz") else { return }
    var published: [EntityID: Designation] = [:]
    for list in try WatchlistReader.read(paths: [path]) {
      for designation in list.designations { published[designation.id] = designation }
    }
    for (id, ours) in try Corpora.embedded() where ours.id.publisher == "ofac" {
      let theirs = try #require(published[ours.id], "\(id)")
      #expect(ours.names.first == theirs.names.first, "\(id)")
      #expect(ours.type == theirs.type, "\(id)")
      #expect(ours.programmes == theirs.programmes, "\(id)")
      #expect(ours.legalBases == theirs.legalBases, "\(id)")
      #expect(ours.birthDates == theirs.birthDates, "\(id)")
      #expect(ours.gender == theirs.gender, "\(id)")
      #expect(ours.values(.bic) == theirs.values(.bic), "\(id)")
    }
  }
}
