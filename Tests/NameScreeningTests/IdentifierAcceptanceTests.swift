import NameScreening
import Testing

/// Every wallet and bank that real lists carry is found by its number alone.
@Suite("Wallets and banks of real lists")
struct IdentifierAcceptanceTests {
  @Test("all 977 digital currency addresses, each at its owner")
  func wallets() throws {
    guard let rows = try SharedData.rows("derived/ofac_crypto_addresses.tsv") else { return }
    // The list of that day is at hand as addresses with their owners only.
    let list = rows.map { "\($0[3])\tofac-sdn\t\($0[4])\t\($0[1])" }
    let folder = try TemporaryFolder()
    let index = try ListIndex.build(from: [
      folder.write("id\tlist\tname\twallet\n" + list.joined(separator: "\n") + "\n", to: "wallets.tsv")
    ])
    let screener = Screener(index: index)
    var found = 0
    for row in rows {
      let hits = try screener.screen(
        Customer(name: "", identifiers: [Identifier(kind: .wallet, value: String(row[1]))]))
      if hits.contains(where: { $0.score == 1 && $0.entityID.local == row[3] }) { found += 1 }
    }
    #expect(found == 977)
  }

  @Test("all addresses and banks of a whole SDN list, and the banks of the Official Journal")
  func banks() throws {
    guard let sdn = SharedData.path("us_ofac/csv_2024-05-03"),
      let journal = SharedData.path("eu/journal_2026-08"),
      let wallets = try SharedData.rows("derived/ofac_crypto_addresses_2024-05-03.tsv"),
      let banks = try SharedData.rows("derived/bics.tsv")
    else { return }
    let screener = Screener(index: try ListIndex.build(from: [sdn, journal]))
    func isFound(_ identifier: Identifier, at id: Substring?) throws -> Bool {
      try screener.screen(Customer(name: "", identifiers: [identifier])).contains { hit in
        hit.score == 1
          && (id == nil || ([hit.entityID] + hit.listings.map(\.entityID)).contains { $0.local == id ?? "" })
      }
    }
    var found = 0
    for row in wallets where try isFound(Identifier(kind: .wallet, value: String(row[4])), at: row[0]) {
      found += 1
    }
    #expect(found == 294)
    var codes: Set<Substring> = []
    for row in banks where try isFound(Identifier(kind: .bic, value: String(row[0])), at: nil) {
      codes.insert(row[0])
    }
    #expect(codes.count == 163)
  }

  @Test("the list of 6 May 2022 differs from that of the day before the invasion in 948, 30 and 472 entries")
  func difference() throws {
    guard let old = SharedData.path("us_ofac/csv_2022-02-23"),
      let new = SharedData.path("us_ofac/csv_2022-05-06")
    else { return }
    let difference = try ListDifference(from: .build(from: [old]), to: .build(from: [new]))
    var counts = [0, 0, 0]
    for change in difference.changes {
      switch change {
      case .added: counts[0] += 1
      case .removed: counts[1] += 1
      case .changed: counts[2] += 1
      }
    }
    #expect(counts == [948, 30, 472])
  }
}
