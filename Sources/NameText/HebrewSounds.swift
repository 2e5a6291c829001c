/// Hebrew letters by what they stand for in names, which ICU's romanization tells less of: ב is b or v, a geresh makes ג a j.
///
/// After the romanization of the Academy of the Hebrew Language (2006). Vowels are not written, so ו and י may be any of
/// theirs; which of two sounds ב, כ and פ have is not written either, so that a word has several readings.
enum HebrewSounds {
  private static let geresh: Set<UInt32> = [0x27, 0x5F3]

  /// The form and the skeleton of a word; nil where it holds another script's letters.
  static func spelled(_ word: [UInt32]) -> (form: [UInt8], skeleton: [UInt8])? {
    var form: [UInt8] = []
    var skeleton: [UInt8] = []
    var index = 0
    while index < word.count {
      let isMarked = index + 1 < word.count && geresh.contains(word[index + 1])
      let isLast = index + (isMarked ? 2 : 1) >= word.count
      if !geresh.contains(word[index]) {
        guard let sound = sound(of: word[index], isMarked: isMarked, isFirst: index == 0, isLast: isLast)
        else { return nil }
        form.append(contentsOf: sound.form.utf8)
        for symbol in sound.skeleton.utf8 where skeleton.last != symbol { skeleton.append(symbol) }
      }
      index += 1
    }
    return form.isEmpty ? nil : (form, skeleton)
  }

  private static func sound(
    of letter: UInt32, isMarked: Bool, isFirst: Bool, isLast: Bool
  ) -> (form: String, skeleton: String)? {
    switch letter {
    case 0x5D0, 0x5E2: isFirst ? ("a", "a") : ("", "")  // א ע
    case 0x5D1, 0xFB31: ("b", "b")  // ב
    case 0xFB4C: ("v", "v")
    case 0x5D2: isMarked ? ("j", "j") : ("g", "g")  // ג
    case 0x5D3: ("d", "d")  // ד
    case 0x5D4: isLast ? ("h", "") : ("h", "h")  // ה
    case 0x5D5, 0x5F0: isFirst ? ("v", "v") : ("v", "w")  // ו
    case 0x5D6: isMarked ? ("zh", "Z") : ("z", "z")  // ז
    case 0x5D7: ("kh", "X")  // ח
    case 0x5D8, 0x5EA: ("t", "t")  // ט ת
    case 0x5D9, 0x5F1, 0x5F2: ("y", "i")  // י
    case 0x5DA, 0x5DB, 0xFB3B: ("k", "k")  // כ
    case 0xFB4D: ("kh", "X")
    case 0x5DC: ("l", "l")  // ל
    case 0x5DD, 0x5DE: ("m", "m")  // מ
    case 0x5DF, 0x5E0: ("n", "n")  // נ
    case 0x5E1, 0xFB2B: ("s", "s")  // ס
    case 0x5E3, 0x5E4, 0xFB44: ("p", "p")  // פ
    case 0xFB4E: ("f", "f")
    case 0x5E5, 0x5E6: isMarked ? ("ch", "C") : ("ts", "c")  // צ
    case 0x5E7: ("k", "k")  // ק
    case 0x5E8: ("r", "r")  // ר
    case 0x5E9, 0xFB2A: ("sh", "S")  // ש
    default: nil
    }
  }

  /// Letters with two sounds, and the same written for the softer one.
  private static let soft: [UInt32: UInt32] = [
    0x5D1: 0xFB4C, 0x5DB: 0xFB4D, 0x5DA: 0xFB4D, 0x5E4: 0xFB4E, 0x5E3: 0xFB4E,
  ]

  /// A word as most sound: soft letters everywhere but at its beginning, and a single ו inside a vowel. Nil where that is no
  /// difference.
  static func native(_ word: [UInt32]) -> [UInt32]? {
    guard let first = word.first else { return nil }
    let spelled = [first] + softened(word[1...])
    return spelled == word ? nil : spelled
  }

  private static func softened(_ letters: ArraySlice<UInt32>) -> [UInt32] {
    letters.indices.compactMap { index in
      let isSingle =
        letters[index] == vav && (index == letters.startIndex || letters[index - 1] != vav)
        && (index + 1 == letters.endIndex || letters[index + 1] != vav)
      return isSingle ? nil : soft[letters[index]] ?? letters[index]
    }
  }

  private static let vav: UInt32 = 0x5D5

  /// The same with an f at its beginning, as foreign names have it: פדרמן is Federman.
  static func foreign(_ word: [UInt32]) -> [UInt32]? {
    guard word.first == 0x5E4 else { return nil }
    return [0xFB4E] + softened(word[1...])
  }
}
