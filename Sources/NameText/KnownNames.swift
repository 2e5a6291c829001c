/// Names that people bear and that an unknown word is but for a slip of the hand, an ending or the article.
enum KnownNames {
  private static let shortest = 5

  /// The words to read in the place of an unknown one; nil for most.
  ///
  /// - Parameters:
  ///   - form: The romanised word.
  ///   - knows: Whether people bear a name of this form, of at least this level of `NameFrequencies`.
  /// - Complexity: O(letters) questions, of which most words need one or two.
  static func of(_ form: [UInt8], isLatin: Bool, knows: ([UInt8], Int) -> Bool) -> [[UInt8]]? {
    guard form.count >= shortest, form.count <= Token.maximumLength else { return nil }
    if isLatin {
      if let name = withoutBalticEnding(form, knows) { return [name] }
      if let words = withArticleApart(form, knows) { return words }
    }
    return withLettersInOrder(form, knows).map { [$0] }
  }

  /// A foreign name as Latvian and Lithuanian papers decline it: Ivanovs, Ivanovas.
  private static func withoutBalticEnding(_ form: [UInt8], _ knows: ([UInt8], Int) -> Bool) -> [UInt8]? {
    guard form.last == UInt8(ascii: "s") else { return nil }
    let stem = Array(form.dropLast())
    if let last = stem.last, !Skeleton.isVowel(last) || last == UInt8(ascii: "y") {
      return knows(stem, 2) ? stem : nil
    }
    let short = Array(stem.dropLast())
    return short.count >= shortest && knows(short, 2) ? short : nil
  }

  /// The Arabic article before a family name that bears it: Alrustom.
  private static func withArticleApart(_ form: [UInt8], _ knows: ([UInt8], Int) -> Bool) -> [[UInt8]]? {
    guard form.count >= 7, form[1] == UInt8(ascii: "l"),
      form[0] == UInt8(ascii: "a") || form[0] == UInt8(ascii: "e")
    else { return nil }
    let rest = Array(form.dropFirst(2))
    return knows(rest, 2) ? [Array(form.prefix(2)), rest] : nil
  }

  /// Two letters that changed places where one of them, or the letters about them, are written for one sound: Zaritksy, Mihkail,
  /// Kuznestov. Other such slips cost a name little as they are.
  private static func withLettersInOrder(_ form: [UInt8], _ knows: ([UInt8], Int) -> Bool) -> [UInt8]? {
    guard form.count > shortest else { return nil }
    var tried = form
    for index in 1..<form.count where form[index - 1] != form[index] {
      tried.swapAt(index - 1, index)
      if (max(1, index - 1)...min(index + 1, form.count - 1)).contains(where: { isOneSound(tried, $0) }),
        knows(tried, 1)
      {
        return tried
      }
      tried.swapAt(index - 1, index)
    }
    return nil
  }

  /// Whether a letter and the one before it are one sound: ts, kh, sh, ch, zh.
  private static func isOneSound(_ form: [UInt8], _ index: Int) -> Bool {
    switch form[index] {
    case UInt8(ascii: "h"): "kscz".utf8.contains(form[index - 1])
    case UInt8(ascii: "s"): form[index - 1] == UInt8(ascii: "t")
    default: false
    }
  }
}

/// The article of an Arabic word that its bearers write as part of the name: الزهراني is Alzahrani and Zahrani.
enum ArabicArticle {
  private static let article: [UInt32] = [0x627, 0x644]

  /// The article and the rest, where the whole is a name in `NativeSpellings`; nil for others, which are read apart anyway.
  static func apart(_ word: [UInt32]) -> [[UInt32]]? {
    guard word.count >= 5, word.starts(with: article), let spelled = NativeSpellings.spelling(of: word) else {
      return nil
    }
    let isArticle = spelled.count > 5 && (spelled.starts(with: "al".utf8) || spelled.starts(with: "el".utf8))
    return [article, isArticle ? spelled.dropFirst(2).map(UInt32.init) : Array(word.dropFirst(2))]
  }
}

/// Belarusian names in Latin letters, as Belarusian papers write them.
enum Belarusian {
  private static let (a, e, i, o, u, v) = (
    UInt32(0x61), UInt32(0x65), UInt32(0x69), UInt32(0x6F), UInt32(0x75), UInt32(0x76)
  )

  /// A word that ends as Belarusian family names do, by the sounds of its Russian form: Radzkou is Radkov, Piatrou Petrov. Nil for
  /// others, and for names that people bear and that end as Greek and African ones do.
  static func asRussian(_ word: [UInt32], isKnown: Bool) -> [UInt32]? {
    guard word.count >= 5, word.allSatisfy({ $0 < 0x80 }) else { return nil }
    let small = word.map { $0 | 0x20 }
    let end = small.count - 1
    // -ou, -au, -eu, but for the French -eau; -ouski, -ausky.
    let isAdjective =
      small.count >= 7 && [0x73, 0x6B].elementsEqual(small[(end - 2)..<end])
      && [i, 0x79].contains(small[end])
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
