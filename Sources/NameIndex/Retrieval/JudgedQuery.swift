import CNameKernels
import NameSimilarity
import NameText

/// The reading of a query that candidates are judged by, as the loop in C reads it: a task keeps the memory from query to
/// query.
final class JudgedQuery {
  /// Valid as long as this lives.
  let query: UnsafeMutablePointer<namescreen_query>
  /// What names are looked at with.
  let look: OpaquePointer
  /// The kernels that `query` points to, and for how many words and joins.
  private var kernels: [SpellingDistance] = []
  private var wordsProvided = 0
  private var joinsProvided = 0

  init() {
    // Safe: zeros are a query without words or kernels; freed in deinit only.
    query = .allocate(capacity: 1)
    query.initialize(to: namescreen_query())
    guard let look = namescreen_look_create() else { fatalError("no memory left to look at names with") }
    self.look = look
  }

  deinit {
    namescreen_look_destroy(look)
    query.deallocate()
  }

  /// Sets the reading and what its words have been found to meet.
  ///
  /// - Parameter score: Stays where it is as long as names are looked at.
  func set(
    _ probe: Probe, _ candidates: Candidates, score: UnsafePointer<namescreen_score>, in store: NameStore
  ) {
    namescreen_query_begin(query)
    let tokens = probe.reading.tokens
    for index in tokens.indices {
      probe.words[index].add(
        to: query, weight: tokens[index].weight, role: tokens[index].role, reach: candidates.reaches[index],
        in: store)
    }
    let joins = probe.reading.joins
    for number in joins.indices {
      let features = probe.joinFeatures[number]
      let isFuzzy = joins[number].isFuzzy
      let isLoose =
        isFuzzy || features.role == .legalForm || candidates.foundQueryJoins >> UInt64(number) & 1 != 0
      var word = namescreen_word(features, isFuzzy: isFuzzy)
      namescreen_query_add_join(
        query, &word, Int32(joins[number].first), Int32(joins[number].last), isLoose ? 1 : 0,
        SpellingCosts.standard.letterDistances)
    }
    query.pointee.meets_words = candidates.foundWords
    query.pointee.meets_joins = candidates.foundJoins
    query.pointee.met_joins = candidates.foundQueryJoins
    provideKernels()
    namescreen_look_begin(look, query, score)
  }

  /// Gives the query's words and joins the kernels that earlier queries needed, and new ones where it has more.
  private func provideKernels() {
    let words = min(Int(query.pointee.count), Int(NAMESCREEN_MOST_WORDS))
    let joins = min(Int(query.pointee.join_count), Int(NAMESCREEN_MOST_JOINS))
    guard words > wordsProvided || joins > joinsProvided else { return }
    func next(_ place: inout OpaquePointer?) {
      guard place == nil else { return }
      let kernel = SpellingDistance()
      kernels.append(kernel)
      place = kernel.kernel
    }
    fill(&query.pointee.spellings, words, next)
    fill(&query.pointee.consonants, words, next)
    fill(&query.pointee.join_spellings, joins, next)
    wordsProvided = max(words, wordsProvided)
    joinsProvided = max(joins, joinsProvided)
  }

  private func fill<Row>(_ row: inout Row, _ count: Int, _ body: (inout OpaquePointer?) -> Void) {
    withUnsafeMutableBytes(of: &row) { bytes in
      // Safe: a row of the C struct is as many pointers, and `count` is at most that.
      let places = bytes.bindMemory(to: OpaquePointer?.self)
      for index in 0..<min(count, places.count) { body(&places[index]) }
    }
  }
}

/// What the bound needs of a word of the query, wherever it stands.
struct JudgedWord {
  /// What it is remembered by.
  private let number: UInt64
  /// With the weight and the role of its last place; points into the token, which is kept alive.
  private var word: namescreen_word
  private var worth: namescreen_worth
  /// Of a word of a script without vowels.
  private var consonantWorth = namescreen_worth()
  /// Whether a word of the list with the same form has other letters.
  private let isUnlike: Bool
  private let token: Token

  init(_ token: Token, number: UInt64, in store: NameStore) {
    self.token = token
    self.number = number
    let features = token.features
    let equal = store.units(withFormOf: features)
    word = namescreen_word(features, isFuzzy: false)
    word.first_equal = UInt32(equal.lowerBound)
    word.equal_count = UInt32(equal.count)
    worth = SpellingDistance.worth(of: features)
    if features.script.isVowelless { consonantWorth = SpellingDistance.worth(ofConsonantsOf: features) }
    let signature = word.glance & UInt64(NAMESCREEN_SIGNATURE_MASK)
    isUnlike = !equal.allSatisfy { store.signature(ofUnit: $0) == signature }
  }

  /// Adds the word in a place to a query, which copies it.
  mutating func add(
    to query: UnsafeMutablePointer<namescreen_query>, weight: Float, role: TokenRole, reach: Double
  ) {
    word.weight = weight
    word.role = role.rawValue
    // A little more, since rounding to a float must take nothing off.
    namescreen_query_add_word(
      query, number, &word, &worth, &consonantWorth, Float(NameScorer.mostPairWeight(Double(weight))),
      Float(reach + 1e-6), isUnlike ? 1 : 0)
  }
}

extension namescreen_word {
  fileprivate init(_ features: TokenFeatures, isFuzzy: Bool) {
    self.init(
      glance: Glance.of(
        features, signature: SkeletonSignature.of(features.skeletonBytes), isFuzzy: isFuzzy),
      codes: features.relations, skeleton: features.skeleton, code_count: Int32(features.relationCount),
      first_equal: 0, equal_count: 0, weight: features.weight, role: features.role.rawValue,
      frequency: features.frequency)
  }
}
