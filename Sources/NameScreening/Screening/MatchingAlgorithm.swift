import NameSimilarity

/// What names are compared by.
public enum MatchingAlgorithm: String, Sendable, CaseIterable {
  /// The engine's own: words, their readings, rarity and contradictions. The measured cut-offs and presets are for it alone.
  case names
  /// Jaro-Winkler over the romanised words in alphabetical order, as many systems screen today.
  case jaroWinkler = "jaro-winkler"
  /// The cosine of trigrams over the same text.
  case ngram

  /// The plain measure; nil for `names`.
  var measure: PlainMeasure? {
    switch self {
    case .names: nil
    case .jaroWinkler: .jaroWinkler
    case .ngram: .trigrams
    }
  }
}

extension ExplanationLine {
  /// The one line that explains a score of a plain measure: both names whole.
  static func line(_ query: String, _ listed: String, algorithm: MatchingAlgorithm, score: Double)
    -> ExplanationLine
  {
    ExplanationLine(
      query: query, listed: listed, by: algorithm.rawValue, standard: nil, similarity: score, weight: 1,
      note: "whole names, words in alphabetical order")
  }
}
