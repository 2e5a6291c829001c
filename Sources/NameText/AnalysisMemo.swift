/// The words that one task has analysed before: names of customers repeat them.
///
/// Not shared between tasks. Changes the speed of `NameAnalyzer.analyze`, never its result.
package final class AnalysisMemo {
  /// Words that are kept by default, and as many that were before: about 60 MB.
  package static let defaultCapacity = 3 << 14
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
  private var pieces: RecentMemo<TextPiece>
  /// Words of one letter, which Chinese and Korean names are put together of: one object for all pieces.
  private var letters: [UInt32: WordLetters] = [:]
  /// Those of texts that are read as a whole.
  private var words: [Key: WordAnalysis] = [:]

  /// - Parameter capacity: Words kept; when there are more, those that did not come again are forgotten, so that memory stays
  ///   bounded.
  package init(capacity: Int = defaultCapacity) {
    self.capacity = capacity
    pieces = RecentMemo(capacity: capacity)
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
    return pieces.value(of: text) { cut(text, letters: letters) }
  }

  private func cut(_ text: UnsafeBufferPointer<UInt8>, letters table: LetterTable) -> TextPiece {
    let piece =
      WordSplitter.plainPiece(text, letters: table)
      ?? WordSplitter.piece(
        String(decoding: text, as: UTF8.self).unicodeScalars.map(\.value), letters: table)
    return piece.withLetters { word in
      word.isKept = true
      guard word.scalars.count == 1 else { return word }
      let letter = word.scalars[0]
      if let known = letters[letter] { return known }
      if letters.count >= capacity { letters.removeAll(keepingCapacity: true) }
      letters[letter] = word
      return word
    }
  }
}

/// What a word is wherever it stands; no object, since it stands with the letters that it is known of, and memory that is far
/// apart costs more than work.
struct WordAnalysis: Sendable {
  let token: Token
  /// Other ways to read it, by kind; most words have none.
  let variants: [(kind: WordVariant, words: [[UInt32]])]
  /// What it tells about the keyboard that a name was typed on.
  let likelihood: Likelihood
  /// How many letters at its end make an adjective of a place's name.
  let adjectiveEnding: Int
  /// Whether a legal form or another phrase of the tables may begin with it.
  let startsPhrase: Bool
  /// Whether it is a name or word that is known.
  let isKnown: Bool
  /// For one that is not: whether it is without its first letter, and without its last.
  let isKnownWithoutFirst: Bool
  let isKnownWithoutLast: Bool

  init(
    token: Token, startsPhrase: Bool, isKnown: Bool, isKnownWithoutFirst: Bool, isKnownWithoutLast: Bool,
    adjectiveEnding: Int, variants: [(kind: WordVariant, words: [[UInt32]])]
  ) {
    self.token = token
    likelihood = Likelihood(token)
    self.startsPhrase = startsPhrase
    self.isKnown = isKnown
    self.isKnownWithoutFirst = isKnownWithoutFirst
    self.isKnownWithoutLast = isKnownWithoutLast
    self.adjectiveEnding = adjectiveEnding
    self.variants = variants
  }

  /// The words to put in its place in a reading of a kind.
  func variant(_ kind: WordVariant) -> [[UInt32]]? { variants.first { $0.kind == kind }?.words }
}
