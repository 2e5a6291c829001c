import Designations
import Testing

@testable import Watchlists

@Suite struct UNConsolidatedTests {
  private func list() throws -> LoadedList {
    try #require(try WatchlistReader.read(paths: [Fixtures.path("un.xml")]).first)
  }

  @Test func person() throws {
    let person = try #require(try list().designations.first { $0.type == .person })
    #expect(person.id.description == "un:6908000")
    #expect(person.list == "un-sc")
    #expect(
      person.names == [
        DesignatedName("FIRST SECOND Fourth & last", quality: .primary),
        DesignatedName("أمیر محمد الرحمن", quality: .strong, isOriginalScript: true),
        DesignatedName("Azim Adhajani", quality: .strong), DesignatedName("Azim Agha-Jani", quality: .strong),
        DesignatedName("Abu Example", quality: .weak), DesignatedName("Jin Tiesan", quality: .strong),
        DesignatedName("金铁三", quality: .strong),
      ])
    #expect(person.programmes == ["DPRK"])
    #expect(person.legalBases == ["UN Security Council resolution 1718 (2006)"])
    #expect(person.listedOn?.description == "2012-12-31")
    #expect(person.lastChanged?.description == "2021-02-01")
    #expect(person.titles == ["Dr.", "General", "Minister"])
    #expect(person.gender == .male)
    #expect(person.birthDates.map(\.description) == ["1972-03-04", "circa 1971", "1973..1974"])
    #expect(person.birthPlaces == ["Mosul, Iraq"])
    #expect(
      person.countries.map { "\($0.relation) \($0.code)" } == [
        "birth IQ", "nationality KP", "nationality SD", "nationality SS", "address CD",
      ])
    #expect(
      person.identifiers == [
        Identifier(kind: .passport, value: "A123", country: "TR"),
        Identifier(kind: .nationalID, value: "99", country: "IR"),
        Identifier(kind: .other, value: "KPi.001", detail: "UN reference number"),
      ])
    #expect(person.remarks == "First line second line.")
  }

  @Test func organization() throws {
    let list = try list()
    #expect(list.description.date == "2026-02-27")
    let bank = try #require(list.designations.first { $0.type == .organization })
    #expect(
      bank.names == [
        DesignatedName("EXAMPLE BANK", quality: .primary), DesignatedName("EB", quality: .strong),
        DesignatedName("Old Bank", quality: .formerlyKnown),
      ])
    #expect(bank.legalBases.count == 3)
    #expect(bank.countries == [ListedCountry(code: "SY", relation: .address)])
  }

  @Test func entriesWithoutNameAreDamage() throws {
    let list = try list()
    #expect(list.designations.count == 2)
    #expect(list.damage.map(\.reason) == ["entry 111 has no name; expected one"])
    #expect(list.damage.map(\.line) == [49])
  }

  @Test func namesInOneElement() {
    #expect(UNNames.names(in: "A b) B; C") == ["A", "B", "C"])
    #expect(
      UNNames.names(in: "أبو شيماء (Abu-Shaima; Abu- Shayma)") == ["أبو شيماء", "Abu-Shaima", "Abu- Shayma"])
    #expect(
      UNNames.names(in: "Amir Khazmat (original script: Амир Хазмат)") == ["Amir Khazmat", "Амир Хазмат"])
    #expect(
      UNNames.names(in: "Libyan Foreign Investment Company (LFIC)") == [
        "Libyan Foreign Investment Company (LFIC)"
      ])
    #expect(UNNames.names(in: ") Abdelrahman") == ["Abdelrahman"])
    #expect(UNNames.names(in: "  ") == [])
  }
}
