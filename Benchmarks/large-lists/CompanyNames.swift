import NameText
import RecallLaboratory

/// Names of firms: an owner or a made-up word, what the firm does, and its legal form.
struct CompanyNames: Sendable {
  private let latinSectors = WordFacts.shared.sectors[.latin] ?? []
  private let cyrillicSectors = WordFacts.shared.sectors[.cyrillic] ?? []
  private let latin: RareNames
  private let cyrillic: RareNames
  private let standard = RomanizationStandard.named("wikipedia", language: "ru")
  private static let latinForms = [
    ("Ltd", "GB"), ("LLC", "AE"), ("GmbH", "DE"), ("S.A.", "CH"), ("Inc.", "US"), ("Co., Ltd.", "CN"),
    ("FZE", "AE"), ("Trading Co.", "SY"),
  ]
  private static let cyrillicForms = [("ООО", "OOO"), ("АО", "JSC"), ("ПАО", "PJSC"), ("ЗАО", "ZAO")]

  init() {
    let people = OrdinaryNames.shared.populations
    latin = RareNames(
      of: people.filter { ["english", "german", "french", "turkish"].contains($0.name) }.flatMap(
        \.maleFamily.names),
      purpose: "companies", count: 50_000)
    cyrillic = RareNames(
      of: people.filter { $0.name == "russian_script" }.flatMap(\.maleFamily.names),
      purpose: "Cyrillic companies",
      count: 50_000)
  }

  func company(_ random: inout SeededRandom) -> (names: [String], country: String) {
    if random.chance(0.4), let form = random.pick(Self.cyrillicForms), let standard {
      let words = [cyrillic.draw(&random), random.pick(cyrillicSectors) ?? ""].map(\.capitalized)
      let romanized = words.map { standard.romanize($0) ?? $0 }.joined(separator: " ")
      return (["\(form.1) \(romanized)", "\(form.0) «\(words.joined(separator: " "))»"], "RU")
    }
    let words = [latin.draw(&random), random.pick(latinSectors) ?? ""].map(\.capitalized)
    let form = random.pick(Self.latinForms) ?? ("Ltd", "GB")
    let name = words.joined(separator: " ")
    return (random.chance(0.3) ? ["\(name) \(form.0)", name] : ["\(name) \(form.0)"], form.1)
  }
}
