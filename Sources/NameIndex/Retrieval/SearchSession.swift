import CNameKernels
import NameSimilarity
import NameText

/// The working memory of one searching task: scratch buffers, and the words that it has resolved before.
///
/// Names of customers repeat their words, so each distinct word is looked up in the index once. Not shared between
/// tasks; holding one across searches changes their speed, never their hits.
package final class SearchSession {
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
  /// The names that something meets that a name in reach needs.
  let needed = NameSet()
  var candidates = Candidates()
  var compared = ComparedPairs()
  var probe = Probe()
  var scored = ScoredNames()
  private var words: KnownWords
  let noUnits = MetUnits()
  /// What it shares with other tasks.
  let common: CommonFindings?
  private var lastFilter: CandidateFilter?
  package let companions: Companions
  /// The tables of units that it has asked for before.
  private var unitTables: [UInt32: OpaquePointer] = [:]
  let partNamesShift: Int
  /// What the last search did, for benchmarks and explanations.
  package internal(set) var statistics = SearchStatistics()

  /// By the least similarity: few, since words are looked up in steps.
  private var limits: [Float: SpellingLimits] = [:]
  private static let mostLimits = 256

  private let spelledWords = Buffer<namescreen_spelled>()
  private let foundUnits = Buffer<UInt32>()

  /// Words that are kept by default, and as many that were before: about 60 MB.
  package static let defaultCapacity = 3 << 14

  /// The hits are the same with any of these.
  ///
  /// - Parameters:
  ///   - capacity: Words kept; when there are more, those that did not come again are forgotten.
  ///   - leastCompanions: How many names of a unit, at least, have a table of their other words.
  ///   - leastSharedCompanions: The same of all rarer units that a word meets.
  ///   - common: What it shares with other tasks that search the same index with the same scorer, and has its tables from.
  ///   - partNamesShift: Which power of two the names of a part of the list are, where resident memory is limited.
  package init(
    scorer: NameScorer = NameScorer(), capacity: Int = defaultCapacity,
    leastCompanions: Int = Companions.usualLeastNames,
    leastSharedCompanions: Int = Companions.usualLeastShared,
    common: CommonFindings? = nil, partNamesShift: Int? = nil
  ) {
    self.scorer = scorer
    self.partNamesShift = partNamesShift ?? ListParts.usualNamesShift
    words = KnownWords(capacity: capacity)
    self.common = common
    companions =
      common?.companions ?? Companions(leastNames: leastCompanions, leastShared: leastSharedCompanions)
  }

  /// Memory for `count` found skeletons.
  func spelled(_ count: Int) -> UnsafeMutablePointer<namescreen_spelled> { spelledWords.start(count) }

  /// Memory for `count` found units.
  func found(_ count: Int) -> UnsafeMutablePointer<UInt32> { foundUnits.start(count) }

  /// What keeps candidates that may reach a cut-off.
  func filter(cutoff: Double, in store: NameStore) -> CandidateFilter {
    if let lastFilter, lastFilter.cutoff == cutoff { return lastFilter }
    let filter = CandidateFilter(cutoff: cutoff, scorer: scorer, in: store)
    lastFilter = filter
    return filter
  }

  /// The highest costs that leave a similarity.
  func limits(least: Float) -> SpellingLimits {
    if let known = limits[least] { return known }
    let made = SpellingLimits(least: least)
    if limits.count >= SearchSession.mostLimits { limits.removeAll(keepingCapacity: true) }
    limits[least] = made
    return made
  }

  /// The table of a unit, when it has one now; valid as long as this lives. See `Companions`.
  func table(ofUnit unit: UInt32, names: Int, make: () -> OpaquePointer?) -> OpaquePointer? {
    if let known = unitTables[unit] { return known }
    guard let table = companions.table(of: unit, names: names, make: make) else { return nil }
    unitTables[unit] = table
    return table
  }

  /// The units that a word meets, remembered for words that come again; what no task has found before, `find` does.
  func units(of word: KnownWord, _ depth: Depth, find: () -> MetUnits) -> MetUnits {
    if let known = word.found.units(depth) { return known }
    let known = common?.units(of: word.token, depth)
    let found = known ?? find()
    word.found.keep(found, depth)
    if known == nil {
      statistics.resolvedWords += 1
      common?.keep(found, of: word.token, depth)
    }
    return found
  }

  /// What is known of a word that names hold.
  func word(_ token: Token) -> KnownWord { words.word(token, recurs: true) }

  /// What is known of neighbours read as one word, an object of their own in each name.
  func word(_ join: NameJoin) -> KnownWord { words.word(join.token, recurs: false) }
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
