/// A name as matching sees it: one or more readings of the text, each a row of tokens.
///
/// A text such as `Sergiy (Serhiy) ABISOV` or `A / B` has several readings; the best one counts.
package struct AnalyzedName: Sendable {
  /// At least one, the whole text first; `isEmpty` when that one has no tokens.
  package var readings: [NameReading]

  /// No letter or digit to compare.
  package var isEmpty: Bool { readings.allSatisfy { $0.tokens.isEmpty } }
}

/// One reading of a name.
package struct NameReading: Sendable {
  /// The tokens that count, in their order, with the roles that the context gives.
  package var tokens: [NameToken]
  /// Neighbours read as one word: Al Sharif, Jong-un, S.A.R.L.
  package var joins: [NameJoin]
  /// Titles: shown in the explanation, never scored.
  package var titles: [String]

  package init(tokens: [NameToken] = [], joins: [NameJoin] = [], titles: [String] = []) {
    self.tokens = tokens
    self.joins = joins
    self.titles = titles
  }
}

/// A token in its place.
package struct NameToken: Sendable {
  package var token: Token
  package var role: TokenRole
  /// The weight in this place, after the role.
  package var weight: Float
  /// Whether a hyphen stands before it.
  package var isHyphenated = false
  /// What is written, where it is read otherwise.
  package var written: String?
  /// The token as written, for explanations.
  package var text: String { token.text }
}

/// Neighbouring tokens `first...last` read as one.
package struct NameJoin: Sendable {
  package var first: Int
  package var last: Int
  package var token: Token
  /// Whether the joined word is compared letter by letter; else only equal skeletons count.
  package var isFuzzy: Bool
  /// Whether it may meet a word that it does not equal.
  package var isLoose: Bool { isFuzzy || token.role == .legalForm }
  /// Its words, a bit each.
  package var words: UInt64 { (2 << UInt64(last)) &- (1 << UInt64(first)) }
}
