import Designations

extension Mutation {
  /// Names that look close and are somebody else: a screening should leave them alone.
  package static let negatives: [Mutation] = [
    Mutation("other-given-name", .token, "Another given name", "Vladimir Putin", "Nikolay Putin") {
      draft, random in
      guard draft.isPerson, draft.words.count > 1, let index = draft.indices(of: .given).first else {
        return nil
      }
      let names = OrdinaryNames.shared.givenNames(in: draft.script, gender: draft.gender)
      return draft.replacing(at: index, &random) { names.draw(&$0) }
    },
    Mutation("other-family-name", .token, "Another family name", "Vladimir Putin", "Vladimir Morozov") {
      draft, random in
      let families = draft.indices(of: .family)
      guard draft.isPerson, draft.words.count > 1, families.count == 1 else { return nil }
      let names = OrdinaryNames.shared.familyNames(in: draft.script, gender: draft.gender)
      return draft.replacing(at: families[0], &random) { names.draw(&$0) }
    },
    Mutation(
      "other-patronymic", .token, "Another patronymic", "Vladimir Vladimirovich Putin",
      "Vladimir Petrovich Putin"
    ) { draft, random in
      guard let index = draft.indices(of: .patronymic).first,
        let names = WordFacts.shared.patronymics[draft.script]
      else { return nil }
      let wanted = draft.gender == .female ? names.female : names.male
      return draft.replacing(at: index, &random) { $0.pick(wanted) }
    },
    Mutation(
      "sister-company", .token, "A company of the same family name", "Northern Star Shipping",
      "Northern Star Insurance"
    ) {
      draft, random in
      guard draft.type == .organization, draft.words.count > 1 else { return nil }
      let sectors = WordFacts.shared.sectors[draft.script] ?? []
      let indices = draft.words.indices.filter { sectors.contains(draft.words[$0].text.lowercased()) }
      guard let index = random.pick(indices) else { return nil }
      return draft.replacing(at: index, &random) { $0.pick(sectors) }
    },
    Mutation("other-number", .token, "Another number of the series", "Repair Plant 7", "Repair Plant 12") {
      draft, random in
      guard !draft.isPerson else { return nil }
      for index in draft.words.indices {
        guard let number = Int(draft.words[index].text), (1...999).contains(number) else { continue }
        var draft = draft
        draft.words[index].text = "\(number + 1 + random.below(7))"
        return draft
      }
      return nil
    },
  ]
}

extension NameDraft {
  /// Another word in the place of one, in its letter case; nil where there is none that is spelled otherwise.
  fileprivate func replacing(
    at index: Int, _ random: inout SeededRandom, _ draw: (inout SeededRandom) -> String?
  ) -> NameDraft? {
    let word = words[index].text
    for _ in 0..<8 {
      guard let name = draw(&random), name.prefix(2) != word.lowercased().prefix(2) else { continue }
      var draft = self
      draft.words[index].text = name.cased(like: word)
      return draft
    }
    return nil
  }
}
