import NameText

extension Mutation {
  /// Slips of the finger, tricks with letters, and what systems do to them.
  static let characters: [Mutation] = [
    Mutation(
      "inserted-letter", .character, "A letter too many", "Vladimir Putin", "Vladimir Pustin", effort: 1
    ) {
      draft, random in
      draft.striking(&random) { letters, place, random in
        guard let letter = random.pick(LetterFacts.shared.alphabet(of: letters[place].lowercase)) else {
          return false
        }
        letters.insert(letter, at: place + 1)
        return true
      }
    },
    Mutation("deleted-letter", .character, "A letter missing", "Vladimir Putin", "Vladimr Putin", effort: 1) {
      draft, random in
      draft.striking(&random, atLeast: 4) { letters, place, _ in
        letters.remove(at: place)
        return true
      }
    },
    Mutation(
      "repeated-letter", .character, "A letter written twice", "Vladimir Putin", "Vladimiir Putin", effort: 1
    ) {
      draft, random in
      draft.striking(&random) { letters, place, _ in
        letters.insert(letters[place].lowercase, at: place + 1)
        return true
      }
    },
    Mutation(
      "single-letter", .character, "A double letter written once", "Anna Kessler", "Anna Kesler", effort: 1
    ) {
      draft, random in
      draft.striking(&random) { letters, place, _ in
        guard place + 1 < letters.count, letters[place].lowercase == letters[place + 1].lowercase else {
          return false
        }
        letters.remove(at: place + 1)
        return true
      }
    },
    Mutation(
      "transposed-letters", .character, "Two letters exchanged", "Vladimir Putin", "Valdimir Putin", effort: 1
    ) { draft, random in
      draft.striking(&random) { letters, place, _ in
        guard place > 0, place + 1 < letters.count, letters[place + 1].isLetter,
          letters[place] != letters[place + 1]
        else { return false }
        letters.swapAt(place, place + 1)
        return true
      }
    },
    Mutation(
      "substituted-letter", .character, "Another consonant", "Vladimir Putin", "Vladimir Pulin", effort: 1
    ) {
      draft, random in
      draft.striking(&random) { letters, place, random in
        let letter = letters[place].lowercase
        guard !LetterFacts.shared.isVowel(letter),
          let other = random.pick(LetterFacts.shared.others(like: letter))
        else { return false }
        letters[place] = other.cased(like: letters[place])
        return true
      }
    },
    Mutation(
      "neighbouring-key", .character, "The key beside it", "Vladimir Putin", "Vladinir Putin", effort: 1
    ) {
      draft, random in
      draft.striking(&random) { letters, place, random in
        guard let other = random.pick(LetterFacts.shared.neighbours(of: letters[place].lowercase)) else {
          return false
        }
        letters[place] = other.cased(like: letters[place])
        return true
      }
    },
    Mutation("wrong-layout", .character, "Typed on the other keyboard layout", "Ivan Petrov", "Шмфт Зуекщм") {
      draft, _ in
      guard draft.script.isAlphabetOfTables else { return nil }
      return draft.mapping { letter in
        LetterFacts.shared.onOtherLayout(letter.lowercase).map { $0.cased(like: letter) } ?? letter
      }
    },
    Mutation("swapped-vowel", .character, "Another vowel", "Vladimir Putin", "Vladimer Putin", effort: 1) {
      draft, random in
      draft.striking(&random) { letters, place, random in
        let letter = letters[place].lowercase
        guard LetterFacts.shared.isVowel(letter),
          let other = random.pick(LetterFacts.shared.others(like: letter))
        else { return false }
        letters[place] = other.cased(like: letters[place])
        return true
      }
    },
    Mutation(
      "look-alike-letter", .character, "A letter of another script that looks the same", "Ivan Petrov",
      "Ivan Pеtrov", effort: 1
    ) { draft, random in
      draft.striking(&random) { letters, place, _ in
        guard let scalar = letters[place].unicodeScalars.first, letters[place].unicodeScalars.count == 1,
          let value = Homoglyphs.toCyrillic[scalar.value] ?? Homoglyphs.toLatin[scalar.value],
          let other = Unicode.Scalar(value)
        else { return false }
        letters[place] = Character(other)
        return true
      }
    },
    Mutation(
      "zero-width-mark", .character, "An invisible mark inside a word", "Ivan Petrov", "Ivan Pet\u{200B}rov",
      effort: 1
    ) { draft, random in
      draft.striking(&random) { letters, place, random in
        guard place + 1 < letters.count else { return false }
        letters.insert(
          random.pick(["\u{200B}", "\u{FEFF}", "\u{AD}", "\u{2060}"] as [Character]) ?? "\u{200B}",
          at: place + 1)
        return true
      }
    },
    Mutation(
      "bidirectional-mark", .character, "Marks that turn the direction of writing", "Ivan Petrov",
      "Ivan \u{202A}Petrov\u{202C}", effort: 1
    ) { draft, random in
      var draft = draft
      guard let index = random.pick(draft.words.indices) else { return nil }
      let pair =
        random.pick([("\u{202A}", "\u{202C}"), ("\u{200E}", ""), ("\u{2066}", "\u{2069}"), ("\u{200F}", "")])
        ?? ("\u{200E}", "")
      draft.words[index].text = pair.0 + draft.words[index].text + pair.1
      return draft
    },
    Mutation(
      "digit-for-letter", .character, "A figure that looks like the letter", "Ivan Petrov", "Ivan Petr0v",
      effort: 1
    ) {
      draft, random in
      draft.striking(&random) { letters, place, random in
        guard let digit = random.pick(LetterFacts.shared.digits[letters[place].lowercase] ?? []) else {
          return false
        }
        letters[place] = digit
        return true
      }
    },
    Mutation("lost-diacritics", .character, "Accents lost", "Nicolás Maduro", "Nicolas Maduro", effort: 1) {
      draft, _ in
      draft.script == .latin ? draft.mapping(\.withoutMarks) : nil
    },
    Mutation(
      "question-marks", .character, "Letters turned to question marks", "Nicolás Maduro", "Nicol?s Maduro"
    ) {
      draft, _ in
      // A name of nothing but question marks asks for nobody.
      draft.script == .latin ? draft.mapping { $0.isASCII ? $0 : "?" } : nil
    },
    Mutation(
      "dropped-letters", .character, "Letters outside ASCII dropped", "Nicolás Maduro", "Nicols Maduro"
    ) {
      draft, _ in
      guard draft.script == .latin else { return nil }
      var draft = draft
      for index in draft.words.indices { draft.words[index].text = draft.words[index].text.filter(\.isASCII) }
      draft.words.removeAll { $0.text.isEmpty }
      return draft
    },
  ]
}

extension Character {
  var lowercase: Character { lowercased().first ?? self }

  func cased(like other: Character) -> Character { other.isUppercase ? uppercased().first ?? self : self }

  /// The letter under the accents, where the accents are marks of their own in normal form D.
  var withoutMarks: Character {
    switch self {
    case "ł": "l"
    case "Ł": "L"
    case "ø": "o"
    case "Ø": "O"
    case "đ": "d"
    case "Đ": "D"
    case "ı": "i"
    default: LatinMarks.base(of: self) ?? self
    }
  }
}

extension NameDraft {
  /// Changes letters at one random place of one random word; `strike` says whether the place would do.
  func striking(
    _ random: inout SeededRandom, atLeast length: Int = 3,
    _ strike: (inout [Character], Int, inout SeededRandom) -> Bool
  ) -> NameDraft? {
    var words = indices(ofWordsWith: length)
    words.shuffle(using: &random)
    for index in words {
      let letters = Array(self.words[index].text)
      var places = letters.indices.filter { letters[$0].isLetter }
      places.shuffle(using: &random)
      for place in places {
        var changed = letters
        guard strike(&changed, place, &random), changed != letters else { continue }
        var draft = self
        draft.words[index].text = String(changed)
        return draft
      }
    }
    return nil
  }

  /// Changes every letter.
  func mapping(_ change: (Character) -> Character) -> NameDraft {
    var draft = self
    for index in words.indices { draft.words[index].text = String(words[index].text.map(change)) }
    return draft
  }
}
