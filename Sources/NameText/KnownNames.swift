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
    guard form.count > shortest, form.contains(where: { $0 == UInt8(ascii: "h") || $0 == UInt8(ascii: "s") })
    else { return nil }
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
