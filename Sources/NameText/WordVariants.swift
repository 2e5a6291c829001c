/// Other ways to read a word as it is written. Each kind makes one more reading of a name, beside the text as it stands.
enum WordVariant: Int, CaseIterable, Sendable {
  /// Digits that stand for the letters they look like: PUT1N, V4dim.
  case digitsAsLetters
  /// A number written without a blank: MS13, Damour850.
  case numberApart
  /// Letters that another language or a keyboard without marks writes differently: Щерев, Shterev; Ђорђевић, Dordevic.
  case kindredLetters
  /// A foreign name in letters that have two sounds: פדרמן, Federman; Γουάτσον, Watson.
  case foreignSounds
  /// A name of `NativeSpellings` in Greek letters, letter by letter: Ζακ, Jacques or Zac. Beside the foreign sounds of other words.
  case nativeLetters
  /// The name that people bear and an unknown word is but for a slip, an ending or the article: Mihkail, Ivanovs, Alrustom.
  case knownName
  /// A compound that ends in "of the faith", written as one word: Noureddine, Nur al-Din.
  case compoundApart
  /// Letters in another order, as their case betrays: nituP, nitPu.
  case disordered
}

/// What the variants of a word are.
enum WordVariants {
  /// The words to put in place of one, by kind; most words have none.
  ///
  /// - Parameters:
  ///   - form: The romanised word.
  ///   - isKnown: Whether people are known to bear the word as it stands.
  ///   - knows: Whether people bear a name of this form, of at least this level of `NameFrequencies`.
  /// - Complexity: O(letters), and a few questions to `knows` for an unknown word.
  static func of(
    _ word: [UInt32], form: [UInt8], script: Script, language: CyrillicLanguage, isKnown: Bool,
    letters: LetterTable, knows: ([UInt8], Int) -> Bool
  ) -> [(kind: WordVariant, words: [[UInt32]])] {
    var found: [(kind: WordVariant, words: [[UInt32]])] = []
    if let native = ArabicArticle.apart(word) { return [(.kindredLetters, native)] }
    if script == .hebrew {
      if let native = HebrewSounds.native(word) { found.append((.kindredLetters, [native])) }
      if let foreign = HebrewSounds.foreign(word) { found.append((.foreignSounds, [foreign])) }
      return found
    }
    if script == .greek {
      if let letters = GreekSounds.letters(word) { found.append((.kindredLetters, [letters])) }
      if let foreign = GreekSounds.foreign(word) { found.append((.foreignSounds, [foreign])) }
      return found
    }
    if script == .latin, let letters = GreekSounds.foreign(word) ?? GreekSounds.oneByOne(word) {
      return [(.nativeLetters, [letters])]
    }
    let digits = word.count { isDigit($0) }
    if digits > 0 && digits < word.count && !isOrdinal(word) {
      if word.count - digits >= max(3, 2 * digits),
        let spelled = LookAlikeDigits.asLetters(word, letters: letters)
      {
        found.append((.digitsAsLetters, [spelled]))
      }
      let pieces = apart(word)
      if pieces.count <= 3 { found.append((.numberApart, pieces)) }
    }
    if let spelled = KindredLetters.spelling(of: word, language: language, isKnown: isKnown, letters: letters)
    {
      found.append((.kindredLetters, [spelled]))
    }
    if !isKnown, digits == 0, script == .latin || script == .cyrillic,
      let names = KnownNames.of(form, isLatin: script == .latin, knows: knows)
    {
      found.append((.knownName, names.map { $0.map(UInt32.init) }))
    }
    if script == .latin || script == .cyrillic, let parts = ArabicCompound.apart(form) {
      found.append((.compoundApart, parts))
    }
    if !isKnown, let name = DisorderedLetters.name(in: word, form: form, letters: letters) {
      found.append((.disordered, [name]))
    }
    return found
  }

  /// 7th, 2ND.
  private static func isOrdinal(_ word: [UInt32]) -> Bool {
    guard word.count > 2, word.dropLast(2).allSatisfy(isDigit) else { return false }
    return ordinalEndings.contains(word.suffix(2).map { $0 | 0x20 })
  }

  private static let ordinalEndings = Set(["st", "nd", "rd", "th"].map { $0.unicodeScalars.map(\.value) })

  static func isDigit(_ scalar: UInt32) -> Bool { (0x30...0x39).contains(scalar) }

  /// A word cut where digits begin or end.
  private static func apart(_ word: [UInt32]) -> [[UInt32]] {
    var pieces: [[UInt32]] = []
    for scalar in word {
      if let last = pieces.last?.last, isDigit(last) == isDigit(scalar) {
        pieces[pieces.count - 1].append(scalar)
      } else {
        pieces.append([scalar])
      }
    }
    return pieces
  }
}

/// Digits that are written for the letters they look like.
private enum LookAlikeDigits {
  private static let latin = table("0o 1i 2z 3e 4a 5s 6b 7t 8b 9g")
  private static let cyrillic = table("0о 1и 3з 4ч 6б 8в")

  private static func table(_ pairs: String) -> [UInt32: UInt32] {
    Dictionary(
      uniqueKeysWithValues: pairs.split(separator: " ").compactMap { pair in
        guard let digit = pair.unicodeScalars.first, let letter = pair.unicodeScalars.last else { return nil }
        return (digit.value, letter.value)
      })
  }

  /// A word with its digits read as letters; nil where one stands for none.
  static func asLetters(_ word: [UInt32], letters: LetterTable) -> [UInt32]? {
    guard let letter = word.first(where: { !WordVariants.isDigit($0) }), letter < LetterTable.limit else {
      return nil
    }
    let isCyrillic = letters.kinds[Int(letter)] == .cyrillic
    guard isCyrillic || letters.kinds[Int(letter)] == .latin else { return nil }
    let table = isCyrillic ? cyrillic : latin
    var spelled: [UInt32] = []
    for (index, scalar) in word.enumerated() {
      // 1 is i, and l after a vowel: A1exander, O1ga, Be1arus.
      if scalar == 0x31, !isCyrillic, index > 0, isVowel(word[index - 1]) {
        spelled.append(0x6C)
      } else if !WordVariants.isDigit(scalar) {
        spelled.append(scalar)
      } else if let letter = table[scalar] {
        spelled.append(letter)
      } else {
        return nil
      }
    }
    return spelled
  }

  private static func isVowel(_ scalar: UInt32) -> Bool {
    scalar < 0x80 && Skeleton.isVowel(UInt8(scalar) | 0x20)
  }
}

/// Spellings of a word that are usual elsewhere.
private enum KindredLetters {
  /// Serbian letters as a keyboard without marks writes them (đ, č, ć, š, ž are d, c, c, s, z), as lists do.
  private static let serbian: [UInt32: [UInt32]] = {
    let pairs = [
      ("а", "a"), ("б", "b"), ("в", "v"), ("г", "g"), ("д", "d"), ("ђ", "d"), ("е", "e"), ("ж", "z"),
      ("з", "z"),
      ("и", "i"), ("ј", "j"), ("к", "k"), ("л", "l"), ("љ", "lj"), ("м", "m"), ("н", "n"), ("њ", "nj"),
      ("о", "o"),
      ("п", "p"), ("р", "r"), ("с", "s"), ("т", "t"), ("ћ", "c"), ("у", "u"), ("ф", "f"), ("х", "h"),
      ("ц", "c"),
      ("ч", "c"), ("џ", "dz"), ("ш", "s"),
    ]
    return Dictionary(
      uniqueKeysWithValues: pairs.compactMap { cyrillic, latin in
        cyrillic.unicodeScalars.first.map { ($0.value, latin.unicodeScalars.map(\.value)) }
      })
  }()
  private static let tellingSerbian = Set("ђјљњћџ".unicodeScalars.map(\.value))
  private static let shcha: UInt32 = 0x449

  static func spelling(
    of word: [UInt32], language: CyrillicLanguage, isKnown: Bool, letters: LetterTable
  ) -> [UInt32]? {
    guard let first = word.first, first < LetterTable.limit else { return nil }
    switch letters.kinds[Int(first)] {
    case .cyrillic:
      guard let small = telling(word, language, letters) else { return nil }
      if let russian = asRussian(small, language) { return russian }
      if small.contains(where: tellingSerbian.contains) {
        return small.flatMap { serbian[$0] ?? [$0] }
      }
      // Bulgarian щ is sht.
      return language == .undecided ? small.flatMap { $0 == shcha ? [0x448, 0x442] : [$0] } : nil
    case .latin:
      if let russian = BelarusianNames.asRussian(word, isKnown: isKnown) { return russian }
      if let russian = withoutYo(word) { return russian }
      return isKnown && !word.contains(where: { $0 == 0x110 || $0 == 0x111 }) ? nil : kindredLatin(word)
    default: return nil
    }
  }

  /// The small letters of a word of which one may be written otherwise elsewhere; nil for others.
  private static func telling(
    _ word: [UInt32], _ language: CyrillicLanguage, _ letters: LetterTable
  ) -> [UInt32]? {
    func small(_ scalar: UInt32) -> UInt32 {
      scalar < LetterTable.limit ? UInt32(letters.lower[Int(scalar)]) : scalar
    }
    var before: UInt32 = 0
    for scalar in word {
      let letter = small(scalar)
      if letter == shcha || letter == yo || tellingSerbian.contains(letter)
        || (letter == o && isSoft(before)) || (letter == ge && isGeH(language))
        || (letter == zhe && before == che)
      {
        return word.map(small)
      }
      before = letter
    }
    guard before == a || before == ya else { return nil }
    let word = word.map(small)
    return adjectiveEnding(of: word, language) == nil ? nil : word
  }

  /// What makes the Russian adjective of a Ukrainian family name of a woman; nil for other words.
  private static func adjectiveEnding(of word: [UInt32], _ language: CyrillicLanguage) -> [UInt32]? {
    guard word.count > 4, let last = word.last else { return nil }
    let (consonant, before, sign) = (word[word.count - 2], word[word.count - 3], word[word.count - 4])
    switch (consonant, last) {
    case (ka, a): return before == soft && (sign == es || sign == tse) ? [ya] : nil
    case (en, a), (en, ya):
      return language == .ukrainian && !vowels.contains(before) && !notBeforeAdjective.contains(before)
        ? [ya] : nil
    default: return nil
    }
  }

  private static let (a, ya, ka, es, tse, en): (UInt32, UInt32, UInt32, UInt32, UInt32, UInt32) = (
    0x430, 0x44F, 0x43A, 0x441, 0x446, 0x43D
  )
  private static let (che, zhe, soft): (UInt32, UInt32, UInt32) = (0x447, 0x436, 0x44C)
  /// Hanna and patronymics (-ivna) are no adjectives.
  private static let notBeforeAdjective = Set("нвйь".unicodeScalars.map(\.value))

  private static let (o, e, yo): (UInt32, UInt32, UInt32) = (0x43E, 0x435, 0x451)
  private static let (ge, hardGe): (UInt32, UInt32) = (0x433, 0x491)

  /// Whether г is romanised h, while it is g in the Russian form of the same name.
  private static func isGeH(_ language: CyrillicLanguage) -> Bool {
    language == .ukrainian || language == .belarusian
  }

  private static func isSoft(_ scalar: UInt32) -> Bool { scalar == soft || scalar == 0x439 }

  /// A word as lists spell its Russian form. The Russian ё is mostly written е (Парфёнов, Parfenov), and so is the Ukrainian ьо or йо
  /// after a consonant (Ковальов, Воробйов); the Ukrainian and Belarusian г is g there (Гуров, Gurov), women's adjectives have two
  /// more letters (Калиновська, Kalinovskaya), and the чж of Chinese names is zh in Latin letters (Чжао).
  private static func asRussian(_ word: [UInt32], _ language: CyrillicLanguage) -> [UInt32]? {
    var spelled: [UInt32] = []
    var changed = false
    for letter in word {
      if letter == o, spelled.count > 1, let sign = spelled.last, isSoft(sign),
        !vowels.contains(spelled[spelled.count - 2])
      {
        spelled[spelled.count - 1] = e
        changed = true
      } else if letter == yo {
        spelled.append(e)
        changed = true
      } else if letter == ge, isGeH(language) {
        spelled.append(hardGe)
        changed = true
      } else if letter == zhe, spelled.last == che {
        spelled[spelled.count - 1] = zhe
        changed = true
      } else {
        spelled.append(letter)
      }
    }
    if let ending = adjectiveEnding(of: word, language) {
      spelled += ending
      changed = true
    }
    return changed ? spelled : nil
  }

  /// A word that ends as Russian family names do, with the ё written e as most do: Parfyonov is Parfenov, Vorobiova Vorobeva.
  private static func withoutYo(_ word: [UInt32]) -> [UInt32]? {
    guard word.count > 5, word.contains(where: { $0 | 0x20 == 0x6F }), word.allSatisfy({ $0 < 0x80 }) else {
      return nil
    }
    let small = word.map { UInt8($0 | 0x20) }
    func isConsonant(_ index: Int) -> Bool { !Skeleton.isVowel(small[index]) }
    // Rodionov has an io of its own.
    guard
      let place = small.indices.dropFirst(2).dropLast().first(where: { index in
        small[index] == UInt8(ascii: "o") && isConsonant(index - 2) && isConsonant(index + 1)
          && (small[index - 1] == UInt8(ascii: "y")
            || small[index - 1] == UInt8(ascii: "i") && small[index + 1] == UInt8(ascii: "v"))
      }), russianEndings.contains(where: { small.suffix($0.count) == $0[...] })
    else { return nil }
    return small.indices.compactMap { index in
      index == place - 1 ? nil : index == place ? UInt32(UInt8(ascii: "e")) : UInt32(small[index])
    }
  }

  private static let russianEndings = ["ov", "ova", "in", "ina", "ev", "eva"].map { Array($0.utf8) }

  private static let vowels = Set("аеєиіїоуюяыэё".unicodeScalars.map(\.value))

  private static func isVietnamese(_ letter: UInt32) -> Bool {
    switch letter {
    case 0x1EA0...0x1EF9, 0x102, 0x103, 0x1A0, 0x1A1, 0x1AF, 0x1B0: true
    default: false
    }
  }

  /// Dj for the Serbian đ that others write d; x for the Russian х (GOST 7.79 B).
  private static func kindredLatin(_ word: [UInt32]) -> [UInt32]? {
    if word.contains(where: { $0 == 0x110 || $0 == 0x111 }) {
      // The Serbian đ, but for Vietnamese names.
      return word.contains(where: isVietnamese)
        ? nil : word.flatMap { $0 == 0x110 || $0 == 0x111 ? [0x64, 0x6A] : [$0] }
    }
    guard word.contains(where: { $0 | 0x20 == 0x78 || $0 | 0x20 == 0x6A }) else { return nil }
    func small(_ index: Int) -> UInt32 { index < word.count ? word[index] | 0x20 : 0 }
    func isVowel(_ scalar: UInt32) -> Bool { scalar < 0x80 && Skeleton.isVowel(UInt8(scalar)) }
    // As Serbian names end, which Algerian ones with the same letters do not.
    let isSerbian =
      [0x69, 0x63].elementsEqual([small(word.count - 2), small(word.count - 1)])
      || small(word.count - 1) == 0x65
    var spelled: [UInt32] = []
    var changed = false
    for index in word.indices {
      if small(index) == 0x78, word.count > 3 {
        spelled += [0x6B, 0x68]
        changed = true
      } else if isSerbian, small(index) == 0x6A, index > 0, small(index - 1) == 0x64,
        isVowel(small(index + 1))
      {
        changed = true
      } else {
        spelled.append(word[index])
      }
    }
    return changed ? spelled : nil
  }
}
