/// One word romanised and folded.
struct WordSpelling {
  var form: [UInt8]
  var skeleton: [UInt8]
  var script: Script

  /// Spells a word by its script: tables for Latin and Cyrillic, ICU for others.
  ///
  /// Letters of another script that only look alike are read as the script of the telling letters; where both scripts
  /// have telling letters each letter is read by its own.
  static func spell(_ word: [UInt32], language: CyrillicLanguage, letters: LetterTable) -> WordSpelling {
    var hasLatin = false
    var hasCyrillic = false
    var hasForeign = false
    for scalar in word {
      switch kind(scalar, letters) {
      case .latin: hasLatin = true
      case .cyrillic: hasCyrillic = true
      case .foreign: hasForeign = true
      default: break
      }
    }
    var scalars = word
    if hasForeign && (hasLatin || hasCyrillic) {
      // Greek look-alikes inside a Latin or Cyrillic word.
      scalars = word.map { kind($0, letters) == .foreign ? Homoglyphs.toLatin[$0] ?? $0 : $0 }
      hasForeign = scalars.contains { kind($0, letters) == .foreign }
      hasLatin = scalars.contains { kind($0, letters) == .latin }
    }
    if hasForeign { return foreign(scalars, letters) }
    if hasLatin && hasCyrillic { scalars = unmixed(scalars, letters) }

    let (form, hasSounds) = spelled(scalars, language: language, letters: letters, bySound: false)
    let sound =
      hasSounds ? spelled(scalars, language: language, letters: letters, bySound: true).letters : form
    var skeleton: [UInt8] = []
    Skeleton.fold(sound, into: &skeleton)
    if skeleton.isEmpty { skeleton = form }
    let isCyrillic = scalars.contains { kind(lowered($0, letters), letters) == .cyrillic }
    return WordSpelling(form: form, skeleton: skeleton, script: isCyrillic ? .cyrillic : .latin)
  }

  private static func lowered(_ scalar: UInt32, _ letters: LetterTable) -> UInt32 {
    scalar < LetterTable.limit ? UInt32(letters.lower[Int(scalar)]) : scalar
  }

  /// The letters of a word spelled one by one, and whether any of them sounds otherwise than it is written.
  @inline(__always)
  private static func spelled(
    _ scalars: [UInt32], language: CyrillicLanguage, letters: LetterTable, bySound: Bool
  ) -> (letters: [UInt8], hasSounds: Bool) {
    var spelled: [UInt8] = []
    var hasSounds = false
    spelled.reserveCapacity(scalars.count + 8)
    for (index, scalar) in scalars.enumerated() {
      guard scalar < LetterTable.limit else { continue }
      let row = Int(letters.lower[Int(scalar)])
      switch letters.kinds[row] {
      case .latin, .digit:
        let letter = letters.letter(row)
        if letter.sound.isEmpty {
          letter.latin.append(to: &spelled)
        } else {
          hasSounds = true
          (bySound ? letter.sound : letter.latin).append(to: &spelled)
        }
      case .cyrillic:
        cyrillic(row, at: index, in: scalars, language: language, letters: letters).append(to: &spelled)
      default: break
      }
    }
    return (spelled, hasSounds)
  }

  private static func kind(_ scalar: UInt32, _ letters: LetterTable) -> LetterTable.Kind {
    scalar < LetterTable.limit ? letters.kinds[Int(scalar)] : .foreign
  }

  private static func cyrillic(
    _ row: Int, at index: Int, in scalars: [UInt32], language: CyrillicLanguage, letters: LetterTable
  ) -> LetterTable.Spelling {
    let letter = letters.letter(row)
    switch language {
    case .ukrainian: return letter.ukrainian
    case .belarusian: return letter.belarusian
    case .russian, .undecided: break
    }
    guard row == 0x435 || row == 0x44A else { return letter.cyrillic }
    let previous = index > 0 ? letters.lower[Int(min(scalars[index - 1], UInt32(LetterTable.limit - 1)))] : 0
    let next =
      index + 1 < scalars.count
      ? letters.lower[Int(min(scalars[index + 1], UInt32(LetterTable.limit - 1)))] : 0
    if row == 0x435 {  // е
      let followsVowel =
        index == 0 || vowelsAndSigns.contains(previous)
      return followsVowel ? ye : letter.cyrillic
    }
    // ъ: a sign before е ё ю я, the Bulgarian vowel elsewhere inside a word
    let isSign = next == 0 || iotated.contains(next)
    return isSign ? LetterTable.Spelling() : bulgarianVowel
  }

  private static let vowelsAndSigns = "аеёиоуыэюяйъь".unicodeScalars.map { UInt16($0.value) }
  private static let iotated = "еёюя".unicodeScalars.map { UInt16($0.value) }
  private static let ye = LetterTable.Spelling("ye".utf8)
  private static let bulgarianVowel = LetterTable.Spelling("a".utf8)

  /// Reads look-alike letters by the script that has the more telling ones.
  private static func unmixed(_ scalars: [UInt32], _ letters: LetterTable) -> [UInt32] {
    var latinTelling = 0
    var cyrillicTelling = 0
    var cyrillicCount = 0
    for scalar in scalars {
      switch kind(scalar, letters) {
      case .latin: if Homoglyphs.toCyrillic[scalar] == nil { latinTelling += 1 }
      case .cyrillic:
        cyrillicCount += 1
        if Homoglyphs.toLatin[scalar] == nil { cyrillicTelling += 1 }
      default: break
      }
    }
    let readsCyrillic =
      cyrillicTelling == latinTelling
      ? 2 * cyrillicCount >= scalars.count : cyrillicTelling > latinTelling
    return readsCyrillic
      ? scalars.map { Homoglyphs.toCyrillic[$0] ?? $0 } : scalars.map { Homoglyphs.toLatin[$0] ?? $0 }
  }

  /// A foreign name as Korean syllables sound: "eu" stands where it has no vowel (프랭크 is "peuraengkeu", Frank) or one that is
  /// hardly heard (바이든, Biden), "eo" for e and "ae" for a (버락, 샘: Barack, Sam).
  private static func koreanSounds(_ form: [UInt8]) -> [UInt8] {
    let (a, e, o, u, n) = (
      UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "o"), UInt8(ascii: "u"), UInt8(ascii: "n")
    )
    func at(_ index: Int) -> UInt8 { index < form.count ? form[index] : 0 }
    var result: [UInt8] = []
    var index = 0
    while index < form.count {
      switch (form[index], at(index + 1)) {
      case (e, u) where index > 0 && !Skeleton.isVowel(form[index - 1]):
        if at(index + 2) == n, !Skeleton.isVowel(at(index + 3)) { result.append(e) }
        index += 2
      case (e, o):
        result.append(e)
        index += 2
      case (a, e):
        result.append(a)
        index += 2
      default:
        result.append(form[index])
        index += 1
      }
    }
    return result.contains(where: Skeleton.isVowel) ? result : form
  }

  private static func foreign(_ scalars: [UInt32], _ letters: LetterTable) -> WordSpelling {
    var skeleton: [UInt8] = []
    if let form = NativeSpellings.spelling(of: scalars) {
      Skeleton.fold(form, into: &skeleton)
      return WordSpelling(form: form, skeleton: skeleton, script: .latin)
    }
    if let sounds = HebrewSounds.spelled(scalars) {
      return WordSpelling(
        form: sounds.form, skeleton: sounds.skeleton.isEmpty ? sounds.form : sounds.skeleton, script: .hebrew)
    }
    var text = ""
    var script = Script.other
    for scalar in ArabicSounds.spelled(GreekSounds.spelled(scalars)) {
      if let unicode = Unicode.Scalar(scalar) { text.unicodeScalars.append(unicode) }
      if script == .other, kind(scalar, letters) == .foreign { script = ForeignScript.script(of: scalar) }
    }
    var form = ForeignScript.shared.romanize(Array(text.utf8))
    if form.isEmpty {
      // ICU has no romanization of Khmer, Lao or Burmese: two letters for a letter tell at least words of one script apart.
      form = scalars.flatMap {
        [UInt8(ascii: "a") + UInt8($0 >> 4 & 15), UInt8(ascii: "a") + UInt8($0 & 15)]
      }
      return WordSpelling(form: form, skeleton: form, script: script)
    }
    if script.isSyllabic && scalars.count > 1 {
      // Several letters in one word write a foreign name by its sound, vowels and all.
      form = script == .hangul ? koreanSounds(form) : ChineseSounds.spelled(scalars)
      script = .greek
    }
    Skeleton.fold(form, into: &skeleton)
    if script == .arabic, let apart = ArabicSounds.skeleton(scalars) { skeleton = apart }
    if script == .arabic, !skeleton.isEmpty {
      // و is u, o or w, which no rule tells; its own symbol is cheap to lose.
      for index in 1..<skeleton.count where skeleton[index] == UInt8(ascii: "v") {
        skeleton[index] = Skeleton.Symbol.waw
      }
    }
    return WordSpelling(form: form, skeleton: skeleton.isEmpty ? form : skeleton, script: script)
  }
}
