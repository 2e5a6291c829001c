import NameSimilarity
import NameText

/// What else of a query must meet the names that a common word leads to.
///
/// Most names that a common word leads to meet nothing else of the query, and most queries ask for more: the words that lead to the
/// fewest names weigh so much that one of them must have a partner. When these are looked up as far as that asks for, the
/// common word's names are told apart by their numbers alone, and only the rows of a few are read. Where the same names come
/// up again and again, tables of them rule out more for less (`Companions`).
extension NameSearch {
  /// The names that have what a name of the run in reach needs beside the word which leads to it; nil where it needs nothing, or
  /// finding them is not worth it.
  ///
  /// - Parameters:
  ///   - met: What the word meets.
  ///   - found: What all words do.
  /// - Complexity: O(skeletons) a word, and O(names that it meets).
  func namesNeeded(
    beside word: Int, _ met: MetUnits, _ found: Found, _ probe: Probe, _ filter: CandidateFilter
  ) -> NameSet? {
    var needed: UInt64 = 0
    var rest = found.places
    while let place = NameSearch.first(of: rest, isBefore: { found.words[$0].names < found.words[$1].names })
    {
      rest &= ~(1 << UInt64(place))
      let other = found.words[place].word
      // An initial meets too much.
      guard other != word, probe.features[other].role != .initial else { continue }
      needed |= 1 << UInt64(other)
      let count = needed.nonzeroBitCount
      guard met.names * NameSearch.skeletonsANameIsWorth >= count * store.skeletonCount else { return nil }
      let listed = count == probe.words.count - 1 ? met.heaviest.weight : nil
      if filter.mayReach(words: ~needed, listed: listed, session: session) { continue }
      // A single word must also agree so well that all others together make up for what it loses.
      let allowance = filter.reach(ofWords: ~needed, session: session) + NameSearch.rounding
      let pairWeight = pairWeight(probe.reading.tokens[other].weight)
      let least = count > 1 ? TokenSimilarity.floor : least(allowance: allowance, pairWeight: pairWeight)
      return names(meeting: needed, least: least, beside: word, fewerThan: 4 * met.names, probe)
    }
    return nil
  }

  /// Above what sums in floats are off by.
  private static let rounding = 1e-4

  /// The names that one of the words meets, alone or joined with others than `word`; nil where they are too many.
  private func names(
    meeting words: UInt64, least: Float, beside word: Int, fewerThan most: Int, _ probe: Probe
  ) -> NameSet? {
    var units: [UInt32] = []
    for index in probe.words.indices where words >> UInt64(index) & 1 != 0 {
      units += store.units(
        like: probe.features[index], least: least, findsLight: true, findsInitials: true, session: session)
    }
    for (number, join) in probe.reading.joins.enumerated()
    where join.words & words != 0 && join.words >> UInt64(word) & 1 == 0 {
      units += store.units(
        likeJoin: probe.joinFeatures[number], isFuzzy: join.isFuzzy, least: TokenSimilarity.floor,
        findsLight: true, session: session)
    }
    store.keepResidentLimit()
    guard units.reduce(0, { $0 + store.postings(ofUnit: Int($1)).count }) < most else { return nil }
    let names = session.needed
    names.empty(room: store.nameCount)
    for unit in units {
      for place in store.postings(ofUnit: Int(unit)) {
        let name = store.postingNames.unchecked(place)
        if Int(name) < store.nameCount { names.insert(name) }
      }
    }
    return names
  }
}
