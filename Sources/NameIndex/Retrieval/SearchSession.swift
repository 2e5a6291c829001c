import CSignatureScan
import NameSimilarity
import NameText

/// The working memory of one searching task: scratch buffers, and the words that it has resolved before.
///
/// Names of customers repeat their words, so each distinct word is looked up in the index once. Not shared between
/// tasks; holding one across searches changes their speed, never their hits.
package final class SearchSession {
  /// Words kept; the memo is emptied when full, so that memory stays bounded (about 40 MB).
  static let memoCapacity = 1 << 16

  let scorer: NameScorer
  let distance = SpellingDistance()
  let rows = SpellingRows()
  let table = PairTable()
  let querySide = ScoredSide()
  let listedSide = ScoredSide()
  let bounds = ScoreBounds()
  /// The search that last met each name.
  var stamps: [UInt32] = []
  var stamp: UInt32 = 0
  var candidates: [UInt32] = []
  var memo: [MemoKey: [UInt32]] = [:]
  /// What the last search did, for benchmarks and explanations.
  package internal(set) var statistics = SearchStatistics()

  package init(scorer: NameScorer = NameScorer()) { self.scorer = scorer }

  struct MemoKey: Hashable {
    var key: [UInt8]
    var least: Float
    var isJoin: Bool
    var isFuzzy: Bool
  }
}

/// Counts of work, summed over the searches of a session.
package struct SearchStatistics: Sendable {
  package var probedWords = 0
  package var resolvedWords = 0
  package var candidates = 0
  package var bounded = 0
  package var scored = 0
  package var exhaustive = 0
}
