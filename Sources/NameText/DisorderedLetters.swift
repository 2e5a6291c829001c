/// Words whose letters stand in another order, as the one capital that is not the first betrays: nituP, nitPu, rimaldiV.
enum DisorderedLetters {
  private static let shortest = 4

  /// The name that such a word holds: the commonest with the same letters that begins with the capital, or the word read backwards
  /// where the capital is the last. Nil for other words.
  ///
  /// - Parameter form: The romanised word.
  /// - Complexity: O(letters); the first question reads the table of names.
  static func name(in word: [UInt32], form: [UInt8], letters: LetterTable) -> [UInt32]? {
    guard word.count >= shortest, let last = word.last, !isCapital(word[0], letters) else { return nil }
    let capitals = word.indices.filter { isCapital(word[$0], letters) }
    guard capitals.count == 1, let capital = capitals.first else { return nil }
    if form.count == word.count, let name = commonest[key(form, first: form[capital])] {
      return name.map(UInt32.init)
    }
    return isCapital(last, letters) ? word.reversed() : nil
  }

  private static func isCapital(_ scalar: UInt32, _ letters: LetterTable) -> Bool {
    scalar < LetterTable.limit && letters.isUpper[Int(scalar)]
  }

  /// The first letter of a name, then all of them in the order of the alphabet.
  private static func key(_ letters: [UInt8], first: UInt8) -> [UInt8] { [first] + letters.sorted() }

  /// The commonest name of each key, of those that are written as they sound.
  private static let commonest: [[UInt8]: [UInt8]] = {
    var names: [[UInt8]: (name: [UInt8], level: Int)] = [:]
    for (name, level) in NameFrequencies.lines {
      guard name.count >= shortest, let first = name.first,
        name.allSatisfy((UInt8(ascii: "a")...UInt8(ascii: "z")).contains)
      else { continue }
      let key = key(name, first: first)
      if level > names[key]?.level ?? 0 { names[key] = (name, level) }
    }
    return names.mapValues(\.name)
  }()
}
