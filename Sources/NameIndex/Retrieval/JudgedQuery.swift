import CNameKernels
import NameSimilarity
import NameText

/// The reading of a query that candidates are judged by, as the loop in C reads it: a task keeps the memory from query to
/// query.
final class JudgedQuery {
  /// Valid as long as this lives.
  let query: UnsafeMutablePointer<namescreen_query>
  /// The kernels that `query` points to, and for how many words and joins.
  private var kernels: [SpellingDistance] = []
  private var wordsProvided = 0
  private var joinsProvided = 0

  init() {
    // Safe: zeros are a query without words or kernels; freed in deinit only.
    query = .allocate(capacity: 1)
    query.initialize(to: namescreen_query())
  }

  deinit { query.deallocate() }

  /// Sets the reading and what its words have been found to meet.
  func set(_ probe: Probe, _ candidates: Candidates, in store: NameStore) {
    let distances = SpellingCosts.standard.letterDistances
    namescreen_query_begin(query)
    for (index, token) in probe.reading.tokens.enumerated() {
      let features = probe.features[index]
      let equal = store.units(withFormOf: features)
      let isUnlike = !equal.allSatisfy { store.signature(ofUnit: $0) == probe.signatures[index] }
      var word = namescreen_word(
        features, glance: Glance.of(features, signature: probe.signatures[index], isFuzzy: false),
        equal: equal, weight: token.weight, role: token.role)
      // A little more, since rounding to a float must take nothing off.
      namescreen_query_add_word(
        query, &word, Float(NameScorer.mostPairWeight(Double(token.weight))),
        Float(candidates.reaches[index] + 1e-6), isUnlike ? 1 : 0, distances)
    }
    for (number, join) in probe.reading.joins.enumerated() {
      let features = probe.joinFeatures[number]
      let isLoose =
        join.isFuzzy || join.token.role == .legalForm
        || candidates.foundQueryJoins >> UInt64(number) & 1 != 0
      var word = namescreen_word(
        features,
        glance: Glance.of(features, signature: probe.joinSignatures[number], isFuzzy: join.isFuzzy),
        weight: features.weight, role: features.role)
      namescreen_query_add_join(
        query, &word, Int32(join.first), Int32(join.last), isLoose ? 1 : 0, distances)
    }
    query.pointee.meets_words = candidates.foundWords
    query.pointee.meets_joins = candidates.foundJoins
    query.pointee.met_joins = candidates.foundQueryJoins
    query.pointee.meets_listed_joins = candidates.foundListedJoins
    provideKernels()
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
