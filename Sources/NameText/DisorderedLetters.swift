/// Words whose letters stand in another order, as the one capital that is not the first betrays: nituP, nitPu, rimaldiV.
enum DisorderedLetters {
  private static let shortest = 4

  /// The name that such a word holds: the commonest with the same letters that begins with the capital, or the word read backwards
  /// where the capital is the last. Nil for other words.
  ///
  /// - Parameter form: The romanised word.
  /// - Complexity: O(names that begin with the capital), about 0.1 ms.
  static func name(in word: [UInt32], form: [UInt8], letters: LetterTable) -> [UInt32]? {
    guard word.count >= shortest, let last = word.last, !isCapital(word[0], letters) else { return nil }
    let capitals = word.indices.filter { isCapital(word[$0], letters) }
    guard capitals.count == 1, let capital = capitals.first else { return nil }
    if form.count == word.count, let name = commonest(form, first: form[capital]) {
      return name.map(UInt32.init)
    }
    return isCapital(last, letters) ? word.reversed() : nil
  }

  private static func isCapital(_ scalar: UInt32, _ letters: LetterTable) -> Bool {
    scalar < LetterTable.limit && letters.isUpper[Int(scalar)]
  }

  /// The commonest name of some letters that begins with one of them, of those that are written as they sound.
  private static func commonest(_ letters: [UInt8], first: UInt8) -> [UInt8]? {
    let sorted = letters.sorted()
    var best: (name: [UInt8], level: Int)?
    NameFrequencies.forEach(beginningWith: first) { name, level in
      guard name.count == letters.count, level > best?.level ?? 0, name.sorted() == sorted else { return }
      best = (Array(name), level)
    }
    return best?.name
  }
}
