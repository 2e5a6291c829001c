import CNameKernels
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
  /// Holds the consonants of a word while others are compared whole.
  let consonantDistance = SpellingDistance()
  let table = PairTable()
  let querySide = ScoredSide()
  let listedSide = ScoredSide()
  let judged = JudgedQuery()
  /// The names that are candidates.
  let seen = NameSet()
  var candidates = Candidates()
  var memo: [MemoKey: MetUnits] = [:]
  private var judgedWords: [JudgedKey: JudgedWord] = [:]
  /// What the last search did, for benchmarks and explanations.
  package internal(set) var statistics = SearchStatistics()

  private let spelledWords = Buffer<namescreen_spelled>()
  private let foundUnits = Buffer<UInt32>()

  package init(scorer: NameScorer = NameScorer()) { self.scorer = scorer }

  /// Memory for `count` found skeletons.
  func spelled(_ count: Int) -> UnsafeMutablePointer<namescreen_spelled> { spelledWords.start(count) }

  /// Memory for `count` found units.
  func found(_ count: Int) -> UnsafeMutablePointer<UInt32> { foundUnits.start(count) }

  /// What the bound needs of a word, remembered for words that come again.
  func judgedWord(_ token: Token, in store: NameStore) -> JudgedWord {
    let key = JudgedKey(token: token)
    if let known = judgedWords[key] { return known }
    let word = JudgedWord(token, in: store)
    if judgedWords.count >= SearchSession.memoCapacity { judgedWords.removeAll(keepingCapacity: true) }
    judgedWords[key] = word
    return word
  }

  /// Words are the same where what is compared of them is: the key and what stands beside it.
  private struct JudgedKey: Hashable {
    var token: Token

    static func == (a: JudgedKey, b: JudgedKey) -> Bool {
      a.token === b.token || (a.token.key == b.token.key && a.token.isEqual(to: b.token))
    }

    func hash(into hasher: inout Hasher) { hasher.combine(token.keyHash) }
  }

  struct MemoKey: Hashable {
    var token: Token
    var least: Float
    var findsLight: Bool
    var findsInitials = false
    var isJoin: Bool

    static func == (a: MemoKey, b: MemoKey) -> Bool {
      a.least == b.least && a.findsLight == b.findsLight && a.findsInitials == b.findsInitials
        && a.isJoin == b.isJoin
        && (a.token === b.token || (a.token.key == b.token.key && a.token.isEqual(to: b.token)))
    }

    func hash(into hasher: inout Hasher) {
      hasher.combine(
        token.keyHash ^ UInt64(least.bitPattern) << 3 ^ (findsInitials ? 4 : 0) ^ (findsLight ? 2 : 0)
          ^ (isJoin ? 1 : 0))
    }
  }
}

/// The units that a word meets.
struct MetUnits {
  var units: [UInt32] = []
  /// The most that one of them weighs in any name, by how similar it may be at most.
  private(set) var heaviest: [(similarity: Double, weight: Float)] = []
  /// Whether joined neighbours are among them.
  var hasJoins = false

  /// Takes note of a token among the units.
  ///
  /// - Parameter isAcross: Whether agreement with it proves less, as across scripts.
  mutating func add(weight: Float, isEqual: Bool, isAcross: Bool) {
    let similarity =
      Double(isEqual ? 1 : TokenSimilarity.romanization)
      * Double(isAcross ? TokenSimilarity.acrossScripts : 1)
    if let known = heaviest.firstIndex(where: { $0.similarity == similarity }) {
      heaviest[known].weight = max(heaviest[known].weight, weight)
    } else {
      heaviest.append((similarity, weight))
    }
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

/// Memory that a session keeps for what a loop in C finds; never read beyond what the loop says it wrote.
private final class Buffer<Element: BitwiseCopyable> {
  private var memory: UnsafeMutableBufferPointer<Element> = .allocate(capacity: 64)

  deinit { memory.deallocate() }

  /// Where memory for at least `count` elements begins.
  func start(_ count: Int) -> UnsafeMutablePointer<Element> {
    if memory.count < count {
      memory.deallocate()
      memory = .allocate(capacity: count)
    }
    // Allocated with a capacity above zero.
    return memory.baseAddress.unsafelyUnwrapped
  }
}
