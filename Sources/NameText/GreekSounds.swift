/// Greek letters in pairs that stand for one sound, which ICU's romanization takes letter by letter: Μπόικο is Boiko.
///
/// After ELOT 743 (ISO 843), with the sounds of foreign names: initial ντ is d, γκ g, τζ j; υ after α and ε is a consonant.
enum GreekSounds {
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
