/// The words that one task has analysed before: names of customers repeat them.
///
/// Not shared between tasks. Changes the speed of `NameAnalyzer.analyze`, never its result.
package final class AnalysisMemo {
  /// Words kept by default: about 40 MB.
  private static let defaultCapacity = 1 << 16
  /// Longest piece of a text that is kept, in bytes.
  private static let longestPiece = 64

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

  private let capacity: Int
  private var pieces: ByteMemo<TextPiece>
  /// Those of texts that are read as a whole.
  private var words: [Key: WordAnalysis] = [:]

  /// - Parameter capacity: Words kept; the memo is emptied when full, so that memory stays bounded.
  package init(capacity: Int = defaultCapacity) {
    self.capacity = capacity
    pieces = ByteMemo(capacity: capacity)
  }

  /// What is known of a word that no piece keeps.
  func word(_ key: Key, _ make: () -> WordAnalysis) -> WordAnalysis {
    if let known = words[key] { return known }
    let made = make()
    if words.count >= capacity { words.removeAll(keepingCapacity: true) }
    words[key] = made
    return made
  }

  /// What stands between two blanks of a text, cut into words; nil for more than is kept.
  ///
  /// - Parameter text: UTF-8, not empty.
  func piece(_ text: UnsafeBufferPointer<UInt8>, letters: LetterTable) -> TextPiece? {
    guard text.count <= AnalysisMemo.longestPiece else { return nil }
    if let known = pieces[text] { return known }
    let made = WordSplitter.piece(
      String(decoding: text, as: UTF8.self).unicodeScalars.map(\.value), letters: letters)
    for word in made.words { word.letters.isKept = true }
    pieces.add(made, for: text)
    return made
  }
}

/// What a word is wherever it stands.
final class WordAnalysis: Sendable {
  let token: Token
  /// As written.
  let text: String
  /// What it tells about the keyboard that a name was typed on.
  let likelihood: Likelihood
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
    token: Token, text: String, startsPhrase: Bool, isKnown: Bool, isKnownWithoutFirst: Bool,
    isKnownWithoutLast: Bool,
    adjectiveEnding: Int, variants: [(kind: WordVariant, words: [[UInt32]])]
  ) {
    self.token = token
    self.text = text
    likelihood = Likelihood(token)
    self.startsPhrase = startsPhrase
    self.isKnown = isKnown
    self.isKnownWithoutFirst = isKnownWithoutFirst
    self.isKnownWithoutLast = isKnownWithoutLast
    self.adjectiveEnding = adjectiveEnding
    self.variants = variants
  }
}
