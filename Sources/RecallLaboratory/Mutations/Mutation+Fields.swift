import NameText

extension Mutation {
  /// What fields and messages do to names.
  static let fields: [Mutation] = [
    Mutation(
      "cut-at-35", .field, "Cut at 35 characters", "Joint Stock Company Northern Machine Building Plant",
      "Joint Stock Company Northern Machin"
    ) { draft, _ in
      let text = draft.text
      guard text.count > 35 else { return nil }
      var draft = draft
      draft.rewrite(String(text.prefix(35)))
      return draft
    },
    Mutation(
      "wrapped-at-35", .field, "Wrapped into lines of 35 characters, as in payment messages",
      "Joint Stock Company Northern Machinebuilding Plant",
      "Joint Stock Company Northern Machin ebuilding Plant"
    ) { draft, _ in
      var rest = draft.text[...]
      guard rest.count > 35 else { return nil }
      var lines: [Substring] = []
      while !rest.isEmpty, lines.count < 4 {
        lines.append(rest.prefix(35))
        rest = rest.dropFirst(35)
      }
      var draft = draft
      draft.rewrite(lines.joined(separator: " "))
      return draft
    },
    Mutation(
      "swapped-fields", .field, "Given and family name swapped", "Vladimir Putin", "Putin Vladimir", effort: 1
    ) {
      draft, _ in
      guard draft.isPerson, let names = draft.familyFirst else { return nil }
      var draft = draft
      draft.words = names.family + names.others
      return draft
    },
    Mutation(
      "bilingual-field", .field, "The name twice in one field, in two scripts", "Vladimir Putin",
      "Vladimir Putin / Владимир Путин"
    ) {
      draft, random in
      var other: String?
      if let originals = draft.originals {
        other = originals.joined(separator: " ")
      } else if draft.script == .cyrillic, let language = draft.language {
        let standards = RomanizationStandard.all.filter { $0.language == language && !$0.isPress }
        let latin = random.pick(standards).map { standard in
          draft.words.compactMap { standard.romanize($0.text) }
        }
        if let latin, latin.count == draft.words.count { other = latin.joined(separator: " ") }
      }
      guard let other else { return nil }
      let text = draft.text
      var draft = draft
      draft.rewrite(random.chance(0.5) ? "\(text) / \(other)" : "\(text) (\(other))")
      return draft
    },
    Mutation("capitals", .field, "All in capitals", "Vladimir Putin", "VLADIMIR PUTIN") { draft, _ in
      var draft = draft
      for index in draft.words.indices { draft.words[index].text = draft.words[index].text.uppercased() }
      return draft
    },
    Mutation("no-spaces", .field, "No blanks between the words", "Vladimir Putin", "VladimirPutin", effort: 1)
    { draft, _ in
      guard draft.words.count > 1, draft.script == .latin || draft.script == .cyrillic else { return nil }
      var draft = draft
      draft.separator = ""
      return draft
    },
  ]
}
