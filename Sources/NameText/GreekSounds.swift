/// Greek letters in pairs that stand for one sound, which ICU's romanization takes letter by letter: Μπόικο is Boiko.
///
/// After ELOT 743 (ISO 843), with the sounds of foreign names: initial ντ is d, γκ g, τζ j; υ after α and ε is a consonant.
enum GreekSounds {
  /// The letters of ELOT 743, for a word in which `spelled` reads a pair as one sound: Πάμπος is Pampos too. Nil for others.
  static func letters(_ word: [UInt32]) -> [UInt32]? {
    spelled(word).contains(where: { $0 < 0x80 }) ? oneByOne(word) : nil
  }

  /// The letters of ELOT 743; nil for a word that has others than Greek ones.
  static func oneByOne(_ word: [UInt32]) -> [UInt32]? {
    var result: [UInt32] = []
    for (index, scalar) in word.enumerated() {
      let letter = plain(scalar)
      let after = index + 1 < word.count ? plain(word[index + 1]) : 0
      let before = index > 0 ? plain(word[index - 1]) : 0
      let latin: String
      switch letter {
      case 0x3B3 where [0x3B3, 0x3BE, 0x3C7].contains(after): latin = "n"
      // αυ, ευ, ου
      case 0x3C5 where before == 0x3B1 || before == 0x3B5: latin = "v"
      case 0x3C5 where before == 0x3BF: latin = "u"
      default:
        guard (0x3B1...0x3C9).contains(letter) else { return nil }
        latin = alphabet[Int(letter - 0x3B1)]
      }
      result.append(contentsOf: latin.unicodeScalars.map(\.value))
    }
    return result
  }

  /// A foreign word by its sound, in Latin letters, where Greek has no letter for it: Γουάτσον is Watson, Χάουαρντ Howard, Μαντς Mads.
  /// Nil for a word that has none of these sounds, or ends as Greek names do, in a vowel and s.
  static func foreign(_ word: [UInt32]) -> [UInt32]? {
    guard word.count > 2, word.allSatisfy({ (0x3B1...0x3C9).contains(plain($0)) }) else { return nil }
    let letters = word.map(plain)
    let last = letters[letters.count - 1]
    if last == sigma || last == finalSigma, vowels.contains(letters[letters.count - 2]) { return nil }
    var sounds = ""
    var isForeign = false
    var index = 0
    while index < letters.count {
      // έι is the English a, εί an i.
      if plain(word[index]) == epsilon, word[index] != epsilon, index + 1 < word.count,
        word[index + 1] == iota
      {
        sounds += "ai"
        isForeign = true
        index += 2
        continue
      }
      let rest = letters[index...]
      let (latin, length) = foreignSound(rest, after: index > 0 ? letters[index - 1] : nil)
      if let latin {
        sounds += latin
        isForeign = true
      } else {
        sounds += digraphs[Array(rest.prefix(2))] ?? alphabet[Int(letters[index] - 0x3B1)]
      }
      index += latin == nil && digraphs[Array(rest.prefix(2))] != nil ? 2 : length
    }
    return isForeign ? sounds.unicodeScalars.map(\.value) : nil
  }

  /// The Latin letters of a sound that Greek writes with several letters, or with the nearest, and how many letters it takes.
  private static func foreignSound(_ letters: ArraySlice<UInt32>, after before: UInt32?) -> (String?, Int) {
    let isAfterVowel = before.map(vowels.contains) ?? true
    func at(_ offset: Int) -> UInt32 {
      letters.startIndex + offset < letters.endIndex ? letters[letters.startIndex + offset] : 0
    }
    func starts(_ text: String, beforeVowel: Bool = false) -> Bool {
      let prefix = text.unicodeScalars.map(\.value)
      return letters.starts(with: prefix) && (!beforeVowel || vowels.contains(at(prefix.count)))
    }
    if starts("γου", beforeVowel: true) { return ("w", 3) }
    if isAfterVowel, starts("ου", beforeVowel: true) { return ("w", 2) }
    if starts("οου") { return ("o", 3) }
    if starts("γι", beforeVowel: true) { return ("y", 2) }
    if starts("ντ") { return ("d", 2) }
    if starts("γκ") { return ("g", 2) }
    if starts("χ") { return ("h", 1) }
    if starts("υ"), !isAfterVowel || before == nil { return ("u", 1) }
    return (nil, 1)
  }

  private static let (epsilon, iota) = (UInt32(0x3B5), UInt32(0x3B9))
  private static let (sigma, finalSigma) = (UInt32(0x3C3), UInt32(0x3C2))
  private static let vowels = Set("αεηιουω".unicodeScalars.map(\.value))
  private static let digraphs: [[UInt32]: String] = Dictionary(
    uniqueKeysWithValues: [("ου", "u"), ("μπ", "b"), ("τζ", "j"), ("αυ", "av"), ("ευ", "ev")].map {
      ($0.unicodeScalars.map(\.value), $1)
    })

  /// From alpha to omega, the final sigma before the other.
  private static let alphabet = [
    "a", "v", "g", "d", "e", "z", "i", "th", "i", "k", "l", "m", "n", "x", "o", "p", "r", "s", "s", "t", "y",
    "f", "ch", "ps",
    "o",
  ]

  /// A Greek letter small and without accents; any other as it is.
  static func plain(_ letter: UInt32) -> UInt32 {
    switch letter {
    case 0x386, 0x3AC: 0x3B1
    case 0x388, 0x3AD: 0x3B5
    case 0x389, 0x3AE: 0x3B7
    case 0x38A, 0x3AF, 0x3AA, 0x3CA, 0x390: 0x3B9
    case 0x38C, 0x3CC: 0x3BF
    case 0x38E, 0x3CD, 0x3AB, 0x3CB, 0x3B0: 0x3C5
    case 0x38F, 0x3CE: 0x3C9
    case 0x391...0x3A9: letter + 0x20
    default: letter
    }
  }

  /// The word with Latin letters in the place of such pairs; any word without Greek letters as it is.
  static func spelled(_ word: [UInt32]) -> [UInt32] {
    guard word.contains(where: { (0x370..<0x400).contains($0) }) else { return word }
    var result: [UInt32] = []
    var index = 0
    func lower(_ index: Int) -> UInt32 {
      guard index < word.count else { return 0 }
      return (0x391...0x3A9).contains(word[index]) ? word[index] + 0x20 : word[index]
    }
    while index < word.count {
      let isInitial = index == 0
      let latin: String? =
        switch (lower(index), lower(index + 1)) {
        case (0x3BC, 0x3C0): "b"  // μπ
        case (0x3BD, 0x3C4): isInitial ? "d" : "nd"  // ντ
        case (0x3B3, 0x3BA): isInitial ? "g" : "ng"  // γκ
        case (0x3C4, 0x3B6): "j"  // τζ
        case (0x3B1, 0x3C5), (0x3B1, 0x3CD): "av"  // αυ
        case (0x3B5, 0x3C5), (0x3B5, 0x3CD): "ev"  // ευ
        default: nil
        }
      if let latin {
        result.append(contentsOf: latin.unicodeScalars.map(\.value))
        index += 2
      } else {
        result.append(word[index])
        index += 1
      }
    }
    return result
  }
}
