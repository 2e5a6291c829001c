import NameScreening
import RecallLaboratory
import Testing

@Suite("Mutations make the queries that they promise")
struct MutationTests {
  /// The draft of a mutation's example; what kind of thing it is shows in its words.
  private func draft(_ mutation: Mutation) -> NameDraft {
    let parts = mutation.example.before.split(separator: ", ")
    let date = parts.count == 2 ? PartialDate(String(parts[1])) : nil
    let name = date == nil ? mutation.example.before : String(parts[0])
    let isCompany = ["Plant", "LLC", "Company", "Fund", "Shipping"].contains { name.contains($0) }
    let countries = ["Shchukin", "Kabaeva", "Putin", "Щукин"].contains { name.contains($0) } ? ["RU"] : []
    var draft = NameDraft(name, type: isCompany ? .organization : .person, countries: countries)
    draft.birthDate = date
    return draft
  }

  @Test("Each makes the example of its documentation", arguments: Mutation.all + Mutation.negatives)
  func examples(_ mutation: Mutation) {
    let draft = draft(mutation)
    var random = SeededRandom(seed: 1)
    var made: Set<String> = []
    for _ in 0..<20000 {
      guard let result = mutation.apply(draft, &random) else { continue }
      let text = result.text + (mutation.level == .identity ? result.birthDate.map { ", \($0)" } ?? "" : "")
      made.insert(text)
      if text == mutation.example.after { return }
    }
    Issue.record("\(mutation.id): never '\(mutation.example.after)', but \(made.sorted().prefix(8))")
  }

  @Test("Equal seeds make equal names, and other seeds others")
  func reproducible() {
    let draft = NameDraft("PUTIN, Vladimir Vladimirovich", type: .person)
    func names(_ seed: UInt64) -> [String] {
      Mutation.all.map { mutation in
        var random = SeededRandom(seed: seed, mutation.id)
        return mutation.apply(draft, &random)?.text ?? "-"
      }
    }
    #expect(names(1) == names(1))
    #expect(names(1) != names(2))
  }

  @Test("Ids are unique, and titles and examples are there")
  func described() {
    let all = Mutation.all + Mutation.negatives
    #expect(Set(all.map(\.id)).count == all.count)
    #expect(Set(all.map(\.title)).count == all.count)
    for level in Mutation.Level.allCases { #expect(Mutation.all.contains { $0.level == level }) }
  }

  @Test(
    "A listed name becomes a customer's",
    arguments: [
      ("PUTIN, Vladimir Vladimirovich", EntityType.person, "Vladimir Vladimirovich Putin"),
      ("AL-DURI, Abd", .person, "Abd Al-Duri"), ("Щербаков Юрий", .person, "Щербаков Юрий"),
      ("JOINT STOCK COMPANY ALFA-BANK", .organization, "Joint Stock Company Alfa-Bank"),
      ("SUEX OTC, S.R.O.", .organization, "Suex OTC, S.R.O."), ("EP-MNB", .aircraft, "EP-MNB"),
    ])
  func drafts(_ listed: String, _ type: EntityType, _ written: String) {
    #expect(NameDraft(listed, type: type).text == written)
  }

  @Test(
    "Latin spellings lead back to their Cyrillic originals",
    arguments: [
      ("Shchukin", "щукин", "ru"), ("Vladimirovich", "владимирович", "ru"), ("Yuriy", "юрий", "ru"),
      ("Zelenskyi", "зеленський", "uk"), ("Mykola", "микола", "uk"), ("Lukashenka", "лукашенка", "be"),
    ])
  func originals(_ latin: String, _ cyrillic: String, _ language: String) {
    #expect(CyrillicSpelling.of(language: language)?.original(of: latin) == cyrillic)
  }

  @Test("Ordinary customers are many, distinct, seeded, and of several scripts")
  func customers() {
    let customers = OrdinaryCustomers.make(3000, seed: 4)
    #expect(customers.count == 3000)
    #expect(customers == OrdinaryCustomers.make(3000, seed: 4))
    #expect(customers != OrdinaryCustomers.make(3000, seed: 5))
    #expect(Set(customers.map(\.name)).count == 3000)
    let scripts = Dictionary(grouping: customers) { NameScript(of: $0.name) }
    for script in [NameScript.latin, .cyrillic, .arabic, .han] { #expect((scripts[script]?.count ?? 0) > 20) }
    #expect(customers.contains { $0.type == .organization })
  }
}
