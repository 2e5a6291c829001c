/// Arabic letters by what they stand for in names, where ICU's romanization says something else.
enum ArabicSounds {
  private static let (alef, tehMarbuta, heh) = (UInt32(0x627), UInt32(0x629), UInt32(0x647))
  /// What ICU romanises so that an h after it makes another sound of it: t s d z k g and their like.
  private static let tornFromH: Set<UInt32> = [
    0x62A, 0x637, 0x633, 0x635, 0x62F, 0x636, 0x632, 0x638, 0x643, 0x6A9, 0x6AF, 0x628,
  ]

  /// The word with the ending of women's names as it sounds: قطانة is Qatana, but حياة Hayat.
  static func spelled(_ word: [UInt32]) -> [UInt32] {
    guard word.count > 2, word.last == tehMarbuta, word[word.count - 2] != alef else { return word }
    return word.dropLast() + [0x61]
  }

  /// The skeleton of a word in which a letter and the h after it are two sounds: سهلي is Sahli, not Shly. Nil for others.
  static func skeleton(_ word: [UInt32]) -> [UInt8]? {
    var pieces: [[UInt32]] = [[]]
    for (index, scalar) in spelled(word).enumerated() {
      if scalar == heh, index > 0, tornFromH.contains(word[index - 1]) { pieces.append([]) }
      pieces[pieces.count - 1].append(scalar)
    }
    guard pieces.count > 1 else { return nil }
    var skeleton: [UInt8] = []
    for piece in pieces {
      var text = ""
      for scalar in piece { if let unicode = Unicode.Scalar(scalar) { text.unicodeScalars.append(unicode) } }
      var folded: [UInt8] = []
      Skeleton.fold(ForeignScript.shared.romanize(Array(text.utf8)), into: &folded)
      skeleton += folded
    }
    return skeleton
  }
}
