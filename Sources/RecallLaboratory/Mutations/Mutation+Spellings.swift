import NameText

extension Mutation {
  /// The same name by other rules of spelling.
  static let spellings: [Mutation] = [
    Mutation(
      "romanized", .spelling, "Cyrillic name in Latin letters, by an official standard", "Щукин Юрий",
      "Shchukin Iurii",
      effort: 3, varying: { draft, random in draft.romanized(&random, press: false) }),
    Mutation(
      "romanized-press", .spelling, "Cyrillic name in Latin letters, as a country's press writes it",
      "Щукин Юрий",
      "Schtschukin Juri", effort: 3, varying: { draft, random in draft.romanized(&random, press: true) }),
    Mutation(
      "cyrillic", .spelling, "Latin name in its Cyrillic original", "Yuriy Shchukin", "Юрий Щукин", effort: 3,
      varying: { draft, random in
        guard draft.script == .latin, let language = draft.language, let words = draft.originals else {
          return nil
        }
        return (draft.replacing(words), language)
      }),
    Mutation(
      "respelled", .spelling, "Latin name by another official standard", "Yuriy Shchukin", "Iurii Shchukin",
      effort: 3,
      varying: { draft, random in draft.respelled(&random, press: false) }),
    Mutation(
      "respelled-press", .spelling, "Latin name as another country's press writes it", "Yuriy Shchukin",
      "Iouri Chtchoukine", effort: 3, varying: { draft, random in draft.respelled(&random, press: true) }),
    Mutation(
      "phonetic-confusion", .spelling, "Written by its sound", "Philip Kessler", "Filip Kessler", effort: 1
    ) {
      draft, random in
      guard draft.script.isAlphabetOfTables else { return nil }
      var words = draft.indices(ofWordsWith: 4)
      words.shuffle(using: &random)
      var confusions = LetterFacts.shared.confusions
      confusions.shuffle(using: &random)
      for index in words {
        let text = draft.words[index].text.lowercased()
        for (a, b) in confusions {
          for (from, to) in random.chance(0.5) ? [(a, b), (b, a)] : [(b, a), (a, b)] {
            guard let place = text.firstOccurrence(of: from) else { continue }
            var draft = draft
            let changed = text[..<place] + to + text[text.index(place, offsetBy: from.count)...]
            draft.words[index].text = String(changed).cased(like: draft.words[index].text)
            return draft
          }
        }
      }
      return nil
    },
    Mutation("lost-signs", .spelling, "Soft and hard signs lost", "Ольга Коваль", "Олга Ковал", effort: 1) {
      draft, _ in
      var draft = draft
      for index in draft.words.indices {
        draft.words[index].text = draft.words[index].text.filter { !"ьъЬЪ'’ʹʺ".contains($0) }
      }
      return draft.words.allSatisfy { !$0.text.isEmpty } ? draft : nil
    },
    // Lists write few Cyrillic names: the letter is also that of the original behind a Latin one.
    Mutation("yo-as-ye", .spelling, "ё written as е", "Артём Ёлкин", "Артем Елкин", effort: 3) { draft, _ in
      let cyrillic = draft.originals.map(draft.replacing) ?? draft
      guard cyrillic.text.contains(where: { $0 == "ё" || $0 == "Ё" }) else { return nil }
      return cyrillic.mapping { $0 == "ё" ? "е" : $0 == "Ё" ? "Е" : $0 }
    },
  ]
}

extension RomanizationStandard {
  /// Whether it is a habit of a country's press or of the internet rather than a rule of an authority.
  var isPress: Bool {
    name.contains("press") || name.contains("english")
      || ["wikipedia", "telegram", "internet_h"].contains(name)
  }
}

extension NameDraft {
  /// The Cyrillic words behind a Latin name, or nil.
  var originals: [String]? {
    guard script == .latin, let language, let spelling = CyrillicSpelling.of(language: language) else {
      return nil
    }
    return spelling.original(ofName: words.map(\.text))
  }

  func replacing(_ texts: [String]) -> NameDraft {
    var draft = self
    for (index, text) in texts.enumerated() where index < words.count { draft.words[index].text = text }
    return draft
  }

  func romanized(_ random: inout SeededRandom, press: Bool) -> Mutation.Result? {
    guard script == .cyrillic, let language else { return nil }
    return romanized(words.map(\.text), language, &random, press: press)
  }

  func respelled(_ random: inout SeededRandom, press: Bool) -> Mutation.Result? {
    guard let language, let originals else { return nil }
    return romanized(originals, language, &random, press: press)
  }

  private func romanized(
    _ originals: [String], _ language: String, _ random: inout SeededRandom, press: Bool
  ) -> Mutation.Result? {
    var standards = RomanizationStandard.all.filter { $0.language == language && $0.isPress == press }
    standards.shuffle(using: &random)
    for standard in standards {
      let latin = originals.compactMap { standard.romanize($0) }
      guard latin.count == originals.count else { continue }
      let draft = replacing(latin)
      if draft.text.lowercased() != text.lowercased() { return (draft, standard.id) }
    }
    return nil
  }
}

extension String {
  func firstOccurrence(of other: String) -> Index? {
    indices.first { self[$0...].hasPrefix(other) }
  }
}
