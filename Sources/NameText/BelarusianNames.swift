/// Belarusian names in Latin letters, as Belarusian papers write them.
enum BelarusianNames {
  private static let (a, e, i, o, u, v, y) = (
    UInt32(0x61), UInt32(0x65), UInt32(0x69), UInt32(0x6F), UInt32(0x75), UInt32(0x76), UInt32(0x79)
  )

  /// A word that ends as Belarusian family names do, by the sounds of its Russian form: Radzkou is Radkov, Piatrou Petrov. Nil for
  /// others, and for names that people bear and that end as Greek and African ones do.
  static func asRussian(_ word: [UInt32], isKnown: Bool) -> [UInt32]? {
    guard word.count >= 5, let last = word.last, last | 0x20 == u || last | 0x20 == i || last | 0x20 == y,
      word.allSatisfy({ $0 < 0x80 })
    else { return nil }
    let small = word.map { $0 | 0x20 }
    let end = small.count - 1
    // -ou, -au, -eu, but for the French -eau; -ouski, -ausky.
    let isAdjective =
      small.count >= 7 && [0x73, 0x6B].elementsEqual(small[(end - 2)..<end])
      && [i, y].contains(small[end])
      && small[end - 3] == u && isShortU(small, end - 3)
    let isFamily =
      isAdjective
      || !isKnown && small[end] == u && isShortU(small, end) && !(small[end - 1] == a && small[end - 2] == e)
    guard isFamily else { return nil }
    var sounds: [UInt32] = []
    for (index, letter) in small.enumerated() {
      let next = index < end ? small[index + 1] : 0
      if letter == u, isShortU(small, index), index == end || !isVowel(next) {
        sounds.append(v)
      } else if letter == 0x7A, sounds.last == 0x64 {
        continue  // dz
      } else if letter == 0x73, sounds.last == 0x74, next == i || next == e {
        continue  // ts
      } else if letter == a, sounds.last == i, sounds.count > 1 {
        sounds[sounds.count - 1] = e  // ia
      } else {
        sounds.append(letter)
      }
    }
    return sounds
  }

  private static func isVowel(_ letter: UInt32) -> Bool { [a, e, i, o, u].contains(letter) }

  /// Whether a u follows a vowel that makes the short one of it.
  private static func isShortU(_ letters: [UInt32], _ index: Int) -> Bool {
    index > 1 && [a, e, o].contains(letters[index - 1])
  }
}
