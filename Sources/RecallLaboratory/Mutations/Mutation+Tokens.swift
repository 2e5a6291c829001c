import Designations

extension Mutation {
  /// Names and words in another order, number or form.
  static let tokens: [Mutation] = [
    Mutation(
      "word-order", .token, "Words in another order", "Vladimir Vladimirovich Putin",
      "Putin Vladimir Vladimirovich", effort: 1
    ) {
      draft, random in
      guard draft.words.count > 1 else { return nil }
      var draft = draft
      draft.words.shuffle(using: &random)
      return draft
    },
    Mutation(
      "last-comma-first", .token, "Family name first, with a comma", "Vladimir Putin", "Putin, Vladimir",
      effort: 1
    ) {
      draft, _ in
      guard draft.isPerson, let families = draft.familyFirst else { return nil }
      var draft = draft
      draft.words = families.family + families.others
      draft.words[families.family.count - 1].text += ","
      return draft
    },
    Mutation(
      "missing-name", .token, "A name left out", "Saif al-Islam Muammar Qadhafi", "Saif al-Islam Qadhafi",
      effort: 2
    ) {
      draft, random in
      // At least two names stay, and the family name is one of them: a bank asks for no less.
      let names = draft.indices(ofWordsWith: 2)
      let candidates = names.filter {
        !draft.isPerson || draft.words[$0].part == .given || draft.words[$0].part == .patronymic
      }
      guard names.count > 2, let index = random.pick(candidates) else { return nil }
      var draft = draft
      draft.words.remove(at: index)
      return draft
    },
    Mutation("extra-name", .token, "A name too many", "Vladimir Putin", "Vladimir Ivan Putin", effort: 2) {
      draft, random in
      guard let place = draft.words.indices.last, draft.isPerson,
        let name = random.pick(WordFacts.shared.givenNames[draft.script] ?? [])
      else { return nil }
      var draft = draft
      draft.words.insert(.init(name.cased(like: draft.words[0].text), .given), at: place)
      return draft
    },
    Mutation(
      "duplicated-word", .token, "A word written twice", "Vladimir Putin", "Vladimir Putin Putin", effort: 1
    ) {
      draft, random in
      guard let index = random.pick(draft.indices(ofWordsWith: 2)) else { return nil }
      var draft = draft
      draft.words.insert(draft.words[index], at: index + 1)
      return draft
    },
    Mutation(
      "initials", .token, "Given names as initials", "Vladimir Vladimirovich Putin", "V. V. Putin", effort: 2
    ) {
      draft, random in
      guard draft.isPerson, draft.script.hasInitials else { return nil }
      var names = draft.words.indices.filter {
        (draft.words[$0].part == .given || draft.words[$0].part == .patronymic)
          && draft.words[$0].text.count > 2
      }
      if names.count > 1, random.chance(0.5) { names = names.suffix(names.count - 1) }
      guard !names.isEmpty, draft.words.count > 1 else { return nil }
      var draft = draft
      let point = random.chance(0.7) ? "." : ""
      for index in names { draft.words[index].text = draft.words[index].text.prefix(1) + point }
      return draft
    },
    Mutation(
      "patronymic-dropped", .token, "Patronymic left out", "Vladimir Vladimirovich Putin", "Vladimir Putin",
      effort: 2
    ) {
      draft, _ in
      var draft = draft
      draft.words.removeAll { $0.part == .patronymic }
      return draft.words.count > 1 ? draft : nil
    },
    Mutation(
      "patronymic-added", .token, "Patronymic added", "Vladimir Putin", "Vladimir Ivanovich Putin", effort: 2
    ) {
      draft, random in
      guard draft.isPerson, draft.language != nil, draft.indices(of: .patronymic).isEmpty,
        let given = draft.indices(of: .given).last,
        let names = WordFacts.shared.patronymics[draft.script],
        let name = random.pick(draft.gender == .female ? names.female : names.male)
      else { return nil }
      var draft = draft
      draft.words.insert(.init(name.cased(like: draft.words[given].text), .patronymic), at: given + 1)
      return draft
    },
    Mutation("joined-words", .token, "Two words joined", "Kim Jong Un", "Kim Jongun", effort: 1) {
      draft, random in
      guard draft.words.count > 1, let index = random.pick(0..<(draft.words.count - 1)) else { return nil }
      var draft = draft
      draft.words[index].text += draft.words.remove(at: index + 1).text.lowercased()
      return draft
    },
    Mutation("split-word", .token, "A word split in two", "Bashar Alassad", "Bashar Al Assad", effort: 1) {
      draft, random in
      guard let index = random.pick(draft.indices(ofWordsWith: 6)) else { return nil }
      var draft = draft
      let word = draft.words[index]
      let place = word.text.index(word.text.startIndex, offsetBy: 2 + random.below(word.text.count - 3))
      let rest = String(word.text[place...])
      guard rest.first?.isLetter == true, word.text[..<place].last?.isLetter == true else { return nil }
      draft.words[index].text = String(word.text[..<place])
      draft.words.insert(.init(rest.cased(like: word.text), word.part), at: index + 1)
      return draft
    },
    Mutation("hyphen-added", .token, "Two words joined by a hyphen", "Kim Jong Un", "Kim Jong-Un", effort: 1)
    {
      draft, random in
      guard draft.words.count > 1, let index = random.pick(0..<(draft.words.count - 1)) else { return nil }
      var draft = draft
      draft.words[index].text += "-" + draft.words.remove(at: index + 1).text
      return draft
    },
    Mutation("hyphen-lost", .token, "Hyphen left out", "Bashar Al-Assad", "Bashar Al Assad", effort: 1) {
      draft, random in
      guard draft.text.contains("-") else { return nil }
      let replacement = random.chance(0.5) ? " " : ""
      var draft = draft
      draft.words = draft.words.flatMap { word in
        guard word.text.contains("-") else { return [word] }
        let parts = word.text.split(separator: "-").map { NameDraft.Word(String($0), word.part) }
        return replacement == " " ? parts : [.init(word.text.filter { $0 != "-" }, word.part)]
      }
      return draft
    },
    Mutation(
      "nickname", .token, "Short or affectionate form of the given name", "Robert Kessler", "Bob Kessler",
      effort: 3
    ) {
      draft, random in
      let named = draft.indices(of: .given).filter {
        WordFacts.shared.nicknames[draft.words[$0].text.lowercased()] != nil
      }
      guard draft.isPerson, let index = random.pick(named) else { return nil }
      var draft = draft
      let word = draft.words[index].text
      guard let other = random.pick(WordFacts.shared.nicknames[word.lowercased()] ?? []) else { return nil }
      draft.words[index].text = other.cased(like: word)
      return draft
    },
    Mutation(
      "gendered-form", .token, "Family name of the other gender", "Alina Kabaeva", "Alina Kabaev", effort: 1
    ) {
      draft, _ in
      guard draft.isPerson else { return nil }
      for index in draft.indices(of: .family) {
        let word = draft.words[index].text
        guard let ending = LetterFacts.shared.ending(of: word.lowercased()) else { continue }
        var draft = draft
        draft.words[index].text = (word.lowercased().dropLast(ending.own.count) + ending.other).cased(
          like: word)
        return draft
      }
      return nil
    },
    Mutation(
      "maiden-name", .token, "Another family name beside it, of birth or marriage", "Alina Kabaeva",
      "Alina Kabaeva-Ivanova", effort: 3
    ) {
      draft, random in
      guard draft.isPerson, draft.gender == .female, let index = draft.indices(of: .family).last,
        let other = OrdinaryNames.shared.familyNames(in: draft.script, gender: .female).draw(&random)
      else { return nil }
      var draft = draft
      let family = draft.words[index].text
      let name = other.cased(like: family)
      switch random.below(3) {
      case 0: draft.words[index].text = "\(family)-\(name)"
      case 1: draft.words[index].text = "\(family) (\(name))"
      default: draft.words[index].text = "\(name)-\(family)"
      }
      return draft
    },
    Mutation("honorific", .token, "A title before the name", "Vladimir Putin", "Mr Vladimir Putin", effort: 1)
    {
      draft, random in
      guard draft.isPerson, let title = random.pick(WordFacts.shared.titles[draft.script] ?? []) else {
        return nil
      }
      var draft = draft
      draft.words.insert(.init(title.cased(like: draft.words[0].text), .other), at: 0)
      return draft
    },
    Mutation(
      "number-as-word", .token, "A number as a word, or a word as a number", "Repair Plant 7",
      "Repair Plant Seven", effort: 1
    ) {
      draft, random in
      for index in draft.words.indices {
        let word = draft.words[index].text
        let others =
          WordFacts.shared.numberWords[word]?.filter { NameScript(of: $0) == draft.script }
          ?? WordFacts.shared.figures[word.lowercased()].map { [$0] } ?? []
        guard !draft.isPerson, word.count > 1 || word.allSatisfy(\.isNumber),
          let other = random.pick(others.prefix(2))
        else { continue }
        var draft = draft
        draft.words[index].text = other.capitalized
        return draft
      }
      return nil
    },
    Mutation(
      "roman-numeral", .token, "A number in Roman numerals, or back", "Meridian Fund 7", "Meridian Fund VII",
      effort: 1
    ) {
      draft, _ in
      for index in draft.words.indices where !draft.isPerson {
        let word = draft.words[index].text
        let isRoman = word.count > 1 && word.allSatisfy { "IVXL".contains($0) }
        guard
          let other = WordFacts.shared.romanNumerals[word]
            ?? (isRoman ? WordFacts.shared.figures[word.lowercased()] : nil)
        else { continue }
        var draft = draft
        draft.words[index].text = other
        return draft
      }
      return nil
    },
    Mutation(
      "noise-word", .token, "A word that tells nothing", "Severny Veter LLC", "Severny Veter Group LLC",
      effort: 1
    ) {
      draft, random in
      guard !draft.isPerson, let noise = random.pick(WordFacts.shared.noise[draft.script] ?? []) else {
        return nil
      }
      var draft = draft
      let place = 1 + random.below(draft.words.count)
      draft.words.insert(.init(noise.cased(like: draft.words[0].text), .other), at: place)
      return draft
    },
  ]
}

extension NameScript {
  /// Whether a name may stand as its first letter.
  var hasInitials: Bool { self == .latin || self == .cyrillic || self == .greek }
}

extension NameDraft {
  /// The family name with its particles, and the other words; nil where one of the two is missing.
  var familyFirst: (family: [Word], others: [Word])? {
    guard let start = words.firstIndex(where: { $0.part == .family }) else { return nil }
    // Particles before the family name belong to it: al, von.
    var first = start
    while first > 0, words[first - 1].part == .particle { first -= 1 }
    let family = words[first...].filter { $0.part == .family || $0.part == .particle }
    let others = words[..<first] + words[first...].filter { $0.part != .family && $0.part != .particle }
    return others.isEmpty ? nil : (Array(family), Array(others))
  }
}
