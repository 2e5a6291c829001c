import Designations

extension Mutation {
  /// What happens to legal forms.
  static let companies: [Mutation] = [
    Mutation(
      "company-form-removed", .token, "Legal form left out", "Severny Veter LLC", "Severny Veter", effort: 1
    ) { draft, _ in
      guard let form = draft.legalForm, form.range.count < draft.words.count else { return nil }
      var draft = draft
      draft.words.removeSubrange(form.range)
      return draft
    },
    Mutation(
      "company-form-expanded", .token, "Legal form written out", "Severny Veter LLC",
      "Severny Veter Limited Liability Company", effort: 1
    ) { draft, random in
      draft.changingForm(&random) { own, other in
        other.contains(" ") && !own.contains(" ") && NameScript(of: other) == NameScript(of: own)
      }
    },
    Mutation(
      "company-form-translated", .token, "Legal form of another language", "Severny Veter LLC",
      "Severny Veter OOO", effort: 1
    ) {
      draft, random in
      draft.changingForm(&random) { own, other in !other.contains(" ") && !own.contains(" ") }
    },
    Mutation(
      "company-form-abbreviated", .token, "Legal form abbreviated", "Severny Veter Limited Liability Company",
      "Severny Veter LLC", effort: 1
    ) { draft, random in
      draft.changingForm(&random) { own, other in
        !other.contains(" ") && (own.contains(" ") || other.count < own.count)
          && NameScript(of: other) == NameScript(of: own)
      }
    },
  ]
}

extension NameDraft {
  /// Where a legal form stands, and which: the longest at the end, else at the start.
  var legalForm: (range: Range<Int>, form: String)? {
    guard type == .organization else { return nil }
    let folded = words.map { $0.text.lowercased().filter { $0 != "." && $0 != "," && $0 != "/" } }
    for length in (1...max(1, min(WordFacts.shared.longestLegalForm, words.count))).reversed() {
      for range in [words.count - length..<words.count, 0..<length] {
        let form = folded[range].joined(separator: " ")
        if WordFacts.shared.legalForms[form] != nil { return (range, form) }
      }
    }
    return nil
  }

  /// Writes another form of the same class in its place.
  func changingForm(_ random: inout SeededRandom, _ suits: (String, String) -> Bool) -> NameDraft? {
    guard let form = legalForm, form.range.count < words.count else { return nil }
    let others = (WordFacts.shared.legalForms[form.form] ?? []).filter { suits(form.form, $0) }
    guard let other = random.pick(others) else { return nil }
    var draft = self
    let isShort = !other.contains(" ") && other.count <= 5
    let words = other.split(separator: " ").map { word in
      Word(isShort ? word.uppercased() : String(word).cased(like: draft.words[0].text), .other)
    }
    draft.words.replaceSubrange(form.range, with: words)
    return draft
  }
}
