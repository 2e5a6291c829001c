/// The words that one task has analysed before: names of customers repeat them.
///
/// Not shared between tasks. Changes the speed of `NameAnalyzer.analyze`, never its result.
package final class AnalysisMemo {
  /// Words kept; the memo is emptied when full, so that memory stays bounded (about 20 MB).
  private static let capacity = 1 << 16

  struct Key: Hashable {
    var word: [UInt32]
    var language: CyrillicLanguage

    /// Letter by letter, since hashing an array does more.
    func hash(into hasher: inout Hasher) {
      var hash: UInt64 = 0
      for scalar in word { hash = (hash ^ UInt64(scalar)) &* 0x100_0000_01B3 }
      hasher.combine(hash)
    }
  }

  private var words: [Key: WordAnalysis] = [:]

  package init() {}

  func word(_ key: Key, _ make: () -> WordAnalysis) -> WordAnalysis {
    if let known = words[key] { return known }
    let made = make()
    if words.count >= AnalysisMemo.capacity { words.removeAll(keepingCapacity: true) }
    words[key] = made
    return made
  }
}

/// What a word is wherever it stands.
final class WordAnalysis: Sendable {
  let token: Token
  /// Whether a legal form or another phrase of the tables may begin with it.
  let startsPhrase: Bool
  /// Whether it is a name or word that is known.
  let isKnown: Bool
  /// For one that is not: whether it is without its first letter, and without its last.
  let isKnownWithoutFirst: Bool
  let isKnownWithoutLast: Bool
  /// How many letters at its end make an adjective of a place's name.
  let adjectiveEnding: Int
  /// Other ways to read it, by kind; most words have none.
  let variants: [(kind: WordVariant, words: [[UInt32]])]

  init(
    token: Token, startsPhrase: Bool, isKnown: Bool, isKnownWithoutFirst: Bool, isKnownWithoutLast: Bool,
    adjectiveEnding: Int, variants: [(kind: WordVariant, words: [[UInt32]])]
  ) {
    self.token = token
    self.startsPhrase = startsPhrase
    self.isKnown = isKnown
    self.isKnownWithoutFirst = isKnownWithoutFirst
    self.isKnownWithoutLast = isKnownWithoutLast
    self.adjectiveEnding = adjectiveEnding
    self.variants = variants
  }
}
