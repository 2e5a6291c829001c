import CNameKernels
import NameSimilarity
import NameText

/// A name on the list that meets the query at the cut-off.
package struct NameMatch: Sendable, Equatable {
  /// Ordinal of the designation in the index.
  package var designation: Int
  /// Which of the designation's names.
  package var name: Int
  /// 0...1.
  package var score: Double

  package init(designation: Int, name: Int, score: Double) {
    self.designation = designation
    self.name = name
    self.score = score
  }
}

/// What a search looks for.
package struct SearchOptions: Sendable {
  /// Least score of a match, 0...1.
  package var cutoff: Double
  /// Scores every name on the list, without the index.
  package var isExhaustive = false
  /// Whether weak aliases count.
  package var includesWeakAliases = true
  package init(cutoff: Double) { self.cutoff = cutoff }
}

/// One reading of a query, ready to be compared: a task keeps the memory from reading to reading.
struct Probe {
  private(set) var reading = NameReading()
  /// What is known of each word.
  private(set) var words: [KnownWord] = []
  private(set) var features: [TokenFeatures] = []
  private(set) var joinFeatures: [TokenFeatures] = []
  /// The words that may equal neighbours of a name that its row does not hold.
  var joinedWords: UInt64 = 0

  mutating func set(_ reading: NameReading, _ session: SearchSession) {
    words.removeAll(keepingCapacity: true)
    features.removeAll(keepingCapacity: true)
    joinFeatures.removeAll(keepingCapacity: true)
    joinedWords = 0
    // Holds the words that the features show.
    self.reading = reading
    for index in reading.tokens.indices {
      let token = reading.tokens[index].token
      words.append(session.word(token))
      features.append(token.features)
    }
    for index in reading.joins.indices { joinFeatures.append(reading.joins[index].token.features) }
  }
}

/// Lossless retrieval over a `NameStore`.
///
/// Why no name is missed. The score is N / (A + contradiction + missing) times factors of at most 1, so a score of c needs
/// the sum over matched pairs of m (s - c), less c times what contradicts and is missing, to be at least 0: what words
/// add by agreeing better than c must outweigh what the others take away. A pair with s < c adds nothing, so some
/// word of the query, alone or joined with its neighbour, must meet a word of the name with s >= c. Looking up every word
/// down to c finds the name; words that are less alike than the floor of similarity are no pair, so that no word is looked up
/// further.
///
/// Half a list has an initial V or an "al", so words that weigh little are better not looked up. Let all of them add G at most.
/// A name that none of the others meets at c must then lose no more than G by all of these together. So it is enough to look
/// some of them up a little further: let each be unseen where it loses more than its part of G, and no part be more than it
/// loses when it is unmatched or meets a mere initial. A name in which all of them are unseen loses more than all parts,
/// which are G. So one of them meets a word of the name with s >= c - part / m; neighbours read as one have the parts of all
/// their words. Parts are such that words are looked up equally far. Where the words are too few, they look up listed initials
/// too, so that they cannot meet one unseen, and initials of the query are looked up like words, but for the full names that
/// begin with their letter, which are many and add nothing at a cut-off that an initial does not reach. When that is not
/// enough, every name is a candidate: a query of nothing but initials below that cut-off.
///
/// Which of the plans that lose nothing is taken depends on how many names each leads to. So the work of a query is bounded:
/// no name is looked at twice, a name with fewer words than the query needs is dropped by its number of words, and the words
/// of a name are no more than `NameAnalyzer` allows.
struct NameSearch {
  let store: NameStore
  let accepts: (Int) -> Bool
  let options: SearchOptions
  let session: SearchSession

  /// Rounding must not lose a name whose score equals the cut-off.
  private static let tolerance = 1e-6

  /// Names that are judged until it is asked whether too much of the index is in the memory of the process.
  private static let judgedAtOnce = 16

  /// The best name of each designation at or above the cut-off, in no order.
  func run(_ query: AnalyzedName) -> [Int: NameMatch] {
    var best: [Int: NameMatch] = [:]
    // The session's memory, held here while it is filled.
    var candidates = Candidates()
    var probe = Probe()
    swap(&candidates, &session.candidates)
    swap(&probe, &session.probe)
    defer {
      swap(&candidates, &session.candidates)
      swap(&probe, &session.probe)
    }
    for reading in query.readings where !reading.tokens.isEmpty {
      probe.set(reading, session)
      session.scored.begin()
      session.querySide.removeAll()
      for index in reading.tokens.indices {
        session.querySide.append(weight: reading.tokens[index].weight, role: reading.tokens[index].role)
      }
      if !options.isExhaustive, options.cutoff > 0 {
        let filter = session.filter(cutoff: options.cutoff - NameSearch.tolerance, in: store)
        gather(&probe, &candidates, filter)
        session.seen.remove(candidates.names)
        session.statistics.candidates += candidates.names.count
        filter.keep(&candidates, session: session)
        session.statistics.bounded += candidates.names.count
        store.keepResidentLimit()
        store.withPointers { units, _ in
          withUnsafePointer(to: units) { units in
            for (place, name) in candidates.names.enumerated() {
              if place % NameSearch.judgedAtOnce == 0 { store.keepResidentLimitOfNames() }
              judge(
                probe, store.name(Int(name)), readsJoins: place < candidates.joinedCount, bounded: units,
                &best)
            }
          }
        }
      } else {
        session.statistics.exhaustive += 1
        session.compared.begin(rows: probe.words.count + probe.joinFeatures.count, units: store.unitCount)
        for name in 0..<store.nameCount {
          if name % NameSearch.judgedAtOnce == 0 { store.keepResidentLimitOfNames() }
          judge(probe, store.name(name), readsJoins: true, bounded: nil, &best)
        }
      }
    }
    return best
  }

  // MARK: Candidates

  /// Which words of a reading are looked up, and how far.
  struct Plan {
    /// The words that are looked up, a bit each, and those of them that are looked up further.
    var probed: UInt64 = 0
    var deep: UInt64 = 0
    /// Whether those that are looked up further find listed initials.
    var findsInitials = false
    /// The most that each word adds by what is not looked up of it.
    var gains: [Double]
    /// What each word may lose without being seen.
    var allowances: [Double] = []

    func probes(_ word: Int) -> Bool { probed >> UInt64(word) & 1 != 0 }
    func isDeep(_ words: UInt64) -> Bool { words & deep != 0 }

    func allowance(ofWords words: ClosedRange<Int>) -> Double {
      var sum = 0.0
      for word in words where word < allowances.count { sum += allowances[word] }
      return sum
    }
  }

  /// The plan that loses nothing with the least work, or nil when only taking every name is safe.
  private func plan(_ probe: Probe) -> Plan? {
    plan(probe, skipping: NameSearch.skippedWeight) ?? plan(probe, skipping: 0)
  }

  /// The plan that looks up particles and legal forms like other words, where these lead to fewer names than looking up the
  /// other words further costs; nil where there are none or too many.
  private func full(_ probe: Probe) -> Found? {
    let tokens = probe.reading.tokens
    guard
      tokens.indices.contains(where: {
        probe.features[$0].role != .initial && tokens[$0].weight <= NameSearch.skippedWeight
      }), let plan = plan(probe, skipping: 0)
    else { return nil }
    let found = look(probe, plan)
    return found.names <= store.skeletonCount / NameSearch.skeletonsANameIsWorth ? found : nil
  }

  /// Looking words up further is a look at so many more skeletons for each name that it saves.
  static let skeletonsANameIsWorth = 16

  /// The plan that looks up all but words of at most a weight.
  ///
  /// - Parameters:
  ///   - probesInitials: Whether initials are looked up, but for the full names that begin with their letters.
  ///   - findsInitials: Whether words that are looked up further find listed initials.
  private func plan(
    _ probe: Probe, skipping least: Float, probesInitials: Bool = false, findsInitials: Bool = false
  ) -> Plan? {
    let tokens = probe.reading.tokens
    var plan = Plan(findsInitials: findsInitials, gains: Array(repeating: 0, count: tokens.count))
    for index in tokens.indices {
      let isInitial = probe.features[index].role == .initial
      let pair = NameScorer.mostPairWeight(Double(tokens[index].weight))
      if isInitial && probesInitials {
        plan.probed |= 1 << UInt64(index)
        plan.gains[index] = max(0, letterGain(Double(tokens[index].weight), options.cutoff))
      } else if isInitial || tokens[index].weight <= least {
        plan.gains[index] = pair * (1 - options.cutoff)
      } else {
        plan.probed |= 1 << UInt64(index)
        plan.gains[index] = max(0, initialGain(Double(tokens[index].weight), options.cutoff))
      }
    }
    return plan.gains.contains { $0 > 0 } || plan.probed.nonzeroBitCount < tokens.count
      ? deepened(plan, probe) : plan
  }

  /// The plan with words looked up as much further as what is not looked up asks for; nil when they are too few.
  private func deepened(_ plan: Plan, _ probe: Probe) -> Plan? {
    let tokens = probe.reading.tokens
    var plan = plan
    let needed = plan.gains.reduce(0, +) + NameSearch.tolerance
    // What full names begin with the letter of an initial is never looked up, so that it may lose nothing.
    var rest = plan.probed
    for word in tokens.indices where probe.features[word].role == .initial { rest &= ~(1 << UInt64(word)) }
    plan.deep = 0
    // The heaviest first.
    while let word = NameSearch.first(of: rest, isBefore: { tokens[$0].weight > tokens[$1].weight }) {
      rest &= ~(1 << UInt64(word))
      plan.deep |= 1 << UInt64(word)
      if share(needed, &plan, probe) { return plan }
    }
    return nil
  }

  /// Shares what may be lost among the words of a plan that are looked up further: as much as a word loses at least when it is
  /// not seen where that is little for its weight, by weight otherwise.
  ///
  /// - Returns: Whether they lose so much when they are not seen.
  private func share(_ loss: Double, _ plan: inout Plan, _ probe: Probe) -> Bool {
    let tokens = probe.reading.tokens
    func least(_ word: Int) -> Double {
      let weight = Double(tokens[word].weight)
      let missing = session.scorer.leastMissing * options.cutoff * weight
      return plan.findsInitials ? missing : min(missing, max(0, -initialGain(weight, options.cutoff)))
    }
    plan.allowances = Array(repeating: 0, count: tokens.count)
    var rest = plan.deep
    var left = loss
    var weights = 0.0
    for word in tokens.indices where plan.isDeep(1 << UInt64(word)) {
      weights += pairWeight(tokens[word].weight)
    }
    while let word = NameSearch.first(
      of: rest,
      isBefore: { least($0) * pairWeight(tokens[$1].weight) < least($1) * pairWeight(tokens[$0].weight) })
    {
      rest &= ~(1 << UInt64(word))
      let weight = pairWeight(tokens[word].weight)
      plan.allowances[word] = min(least(word), left * weight / weights)
      left -= plan.allowances[word]
      weights -= weight
    }
    return left <= NameSearch.tolerance / 2
  }

  /// The first of places, a bit each, in an order; the lowest of equal ones. Nil of none.
  @inline(__always)
  static func first(of places: UInt64, isBefore: (Int, Int) -> Bool) -> Int? {
    guard places != 0 else { return nil }
    var first = places.trailingZeroBitCount
    var rest = places & (places - 1)
    while rest != 0 {
      let place = rest.trailingZeroBitCount
      rest &= rest - 1
      if isBefore(place, first) { first = place }
    }
    return first
  }

  /// Particles and legal forms, which many names have, weigh no more.
  private static let skippedWeight: Float = 0.12

  /// Words with more names are better not looked up, if the others need be looked up only so much further.
  private static let manyNames = 256
  private static let mostDepth = 0.1

  /// The plan without the words that most names have, where these add so little that the others find all that matters;
  /// nil when there are none.
  private func sparing(_ found: Found, _ probe: Probe) -> Plan? {
    var best: Plan?
    let tokens = probe.reading.tokens
    var rest = found.places
    while let place = NameSearch.first(of: rest, isBefore: { found.words[$0].names > found.words[$1].names })
    {
      rest &= ~(1 << UInt64(place))
      let word = found.words[place]
      guard word.names >= NameSearch.manyNames else { break }
      guard let deeper = without(word.word, best ?? found.plan, probe, found) else { continue }
      var least = Double.infinity
      for index in tokens.indices where deeper.isDeep(1 << UInt64(index)) {
        least = min(least, pairWeight(tokens[index].weight))
      }
      guard least < .infinity, deeper.allowances.reduce(0, +) <= NameSearch.mostDepth * least else {
        continue
      }
      best = deeper
    }
    return best
  }

  /// The plan without a word.
  private func without(_ word: Int, _ plan: Plan, _ probe: Probe, _ found: Found) -> Plan? {
    var plan = plan
    plan.probed &= ~(1 << UInt64(word))
    plan.gains[word] = found.gains[word]
    return deepened(plan, probe)
  }

  /// More names than this, and than a share of all, are worth looking for a better plan; fewer where names are not sifted.
  private static let costlyNames = 16_384
  private static let costlyShare = 8
  private static let siftedNamesANameCosts = 8

  /// The best of several plans by how many names they lead to, tried where these are many; nil where only taking every name
  /// is safe.
  private func cheapest(_ first: Found?, _ probe: Probe) -> Found? {
    var enough = max(NameSearch.costlyNames, store.nameCount / NameSearch.costlyShare)
    if probe.words.count > NAMESCREEN_SIFTED_WORDS { enough /= NameSearch.siftedNamesANameCosts }
    var best = first
    var fewest = first?.names ?? .max
    guard fewest > enough else { return first }
    func consider(_ plan: Plan?) -> Found? {
      guard let plan else { return nil }
      let found = look(probe, plan)
      if found.names < fewest { (best, fewest) = (found, found.names) }
      return found
    }
    for probesInitials in [true, false] {
      guard
        let plan = plan(
          probe, skipping: NameSearch.skippedWeight, probesInitials: probesInitials, findsInitials: true)
          ?? plan(probe, skipping: 0, probesInitials: probesInitials, findsInitials: true),
        var found = consider(plan)
      else { continue }
      // Without one word after the other, from the one with the most names on, as long as that makes them fewer.
      while fewest > enough,
        let word = found.words.max(by: { ($0.names, $1.word) < ($1.names, $0.word) }),
        let next = consider(without(word.word, found.plan, probe, found)), next.names < found.names
      {
        found = next
      }
    }
    return best
  }

  /// The least that a word weighs in a pair with one that is not light.
  func pairWeight(_ weight: Float) -> Double {
    let light = Double(NameStore.lightWeight)
    return min(NameScorer.pairWeight(Double(weight), light), 2 * min(Double(weight), light))
  }

  /// The least similarity at which a pair of this weight loses no more than allowed: in steps, so that words that repeat are
  /// looked up alike.
  func least(allowance: Double, pairWeight: Double) -> Float {
    guard allowance > 0 else { return max(TokenSimilarity.floor, Float(options.cutoff)) }
    let least = ((options.cutoff - allowance / pairWeight) * 64).rounded(.down) / 64
    return Float(max(Double(TokenSimilarity.floor), least))
  }

  /// What a listed initial that meets a full word of `weight` adds at most beyond what it costs.
  private func initialGain(_ weight: Double, _ cutoff: Double) -> Double {
    let initial = Double(RoleWeights.weight(of: 1, role: .initial))
    let pair = 2 * min(weight, initial)
    let missing = 0.5 * session.scorer.leastMissing * abs(weight - initial)
    return pair * Double(TokenSimilarity.initial) - cutoff * (pair + missing)
  }

  /// What an initial of the query of `weight` adds at most by meeting a full word that begins with its letter, and is an
  /// initial nowhere on the list: that weighs more than an initial, or less.
  private func letterGain(_ weight: Double, _ cutoff: Double) -> Double {
    [NameSearch.nextLighter, NameSearch.nextHeavier].map { other in
      let pair = 2 * min(weight, other)
      let missing = 0.5 * session.scorer.leastMissing * abs(weight - other)
      return pair * Double(TokenSimilarity.initial) - cutoff * (pair + missing)
    }.max() ?? 0
  }

  /// No other word in its place weighs between these and an initial, by `RoleWeights`.
  private static let nextLighter = 0.14
  private static let nextHeavier = 0.155

  /// A plan, and what the words and joins of a reading meet by it; an object, since its many parts would all be counted with
  /// each copy.
  final class Found {
    struct Word {
      var word: Int
      /// As many names as `met` says, beside it, since words are put in their order.
      var names: Int
      var met: MetUnits
    }
    struct Join {
      var number: Int
      var met: MetUnits?
    }
    let plan: Plan
    /// In their order in the reading.
    let words: [Word]
    /// A bit for each of `words`.
    var places: UInt64 { words.count < 64 ? 1 << UInt64(words.count) - 1 : .max }
    /// The joins that meet something, and without units those none of whose words is looked up.
    let joins: [Join]
    /// The most that each word adds.
    let gains: [Double]
    /// How many names they lead to, those twice that two do.
    let names: Int

    init(plan: Plan, words: [Word], joins: [Join], gains: [Double], names: Int) {
      self.plan = plan
      self.words = words
      self.joins = joins
      self.gains = gains
      self.names = names
    }
  }

  private func look(_ probe: Probe, _ plan: Plan) -> Found {
    let tokens = probe.reading.tokens
    let light = Double(NameStore.lightWeight)
    var gains = plan.gains
    var names = 0
    var words: [Found.Word] = []
    words.reserveCapacity(tokens.count)
    for index in tokens.indices where plan.probes(index) {
      let weight = tokens[index].weight
      let allowance = plan.allowance(ofWords: index...index)
      let met = resolved(
        probe.words[index], least: least(allowance: allowance, pairWeight: pairWeight(weight)),
        findsLight: allowance > 0, findsInitials: plan.findsInitials && plan.isDeep(1 << UInt64(index)))
      gains[index] = max(
        reach(Double(weight), met, isJoined: probe.joinedWords >> UInt64(index) & 1 != 0),
        plan.gains[index])
      names += met.names
      words.append(Found.Word(word: index, names: met.names, met: met))
    }
    var joins: [Found.Join] = []
    for number in probe.reading.joins.indices {
      let join = probe.reading.joins[number]
      let (first, last) = (join.first, join.last)
      guard join.words & plan.probed != 0 else {
        joins.append(Found.Join(number: number, met: nil))
        continue
      }
      let allowance = plan.allowance(ofWords: first...last)
      var weight = 0.0
      for word in first...last { weight += Double(tokens[word].weight) }
      let met = resolved(
        join, probe.joinFeatures[number],
        least: least(allowance: allowance, pairWeight: 2 * min(weight, light)), findsLight: allowance > 0)
      guard !met.units.isEmpty else { continue }
      names += met.names
      joins.append(Found.Join(number: number, met: met))
      for word in first...last {
        gains[word] = max(
          gains[word], 2 * Double(tokens[word].weight) * (Double(TokenSimilarity.joined) - options.cutoff))
      }
    }
    return Found(plan: plan, words: words, joins: joins, gains: gains, names: names)
  }

  /// Collects the names that hold a unit like one of the query's words.
  private func gather(_ probe: inout Probe, _ candidates: inout Candidates, _ filter: CandidateFilter) {
    probe.joinedWords = beginCandidates(probe, &candidates)
    var first = full(probe)
    if first == nil, let plan = plan(probe) {
      let found = look(probe, plan)
      first = sparing(found, probe).map { look(probe, $0) } ?? found
    }
    if let found = cheapest(first, probe) {
      gather(probe, found, &candidates, filter)
    } else {
      gatherAll(probe, &candidates, filter)
    }
  }

  private func gather(
    _ probe: Probe, _ found: Found, _ candidates: inout Candidates, _ filter: CandidateFilter
  ) {
    let plan = found.plan
    let words = found.words
    let joins = probe.reading.joins
    candidates.foundWords = ~plan.probed
    candidates.foundJoins = ~plan.probed | probe.joinedWords
    candidates.reaches = found.gains
    for place in words.indices {
      let index = words[place].word
      let bit: UInt64 = 1 << UInt64(index)
      // What is not looked up of a word may meet it too.
      if words[place].met.hasWords || plan.gains[index] > 0 { candidates.foundWords |= bit }
      if words[place].met.hasJoins { candidates.foundJoins |= bit }
    }
    for join in found.joins {
      candidates.foundQueryJoins |= 1 << UInt64(join.number)
      candidates.foundJoins |= joins[join.number].words
    }
    filter.begin(probe, candidates, session: session)
    // The rarest first: what common words lead to is then known to meet no rare one.
    var rest = found.places
    while let place = NameSearch.first(of: rest, isBefore: { words[$0].names < words[$1].names }) {
      rest &= ~(1 << UInt64(place))
      let word = words[place].word
      addNames(of: words[place].met, words: 1 << UInt64(word), word: word, found, probe, &candidates, filter)
      candidates.endRun(words: 1 << UInt64(word), isWord: true)
    }
    for join in found.joins {
      guard let met = join.met else { continue }
      let words = joins[join.number].words
      addNames(of: met, words: words, word: nil, found, probe, &candidates, filter)
      candidates.endRun(words: words, isWord: false)
    }
  }

  /// Begins with the names that have neighbours which equal a word of the reading, and whose rows do not tell so: they are
  /// few, and no others need be asked for such neighbours.
  ///
  /// - Returns: Those words.
  private func beginCandidates(_ probe: Probe, _ candidates: inout Candidates) -> UInt64 {
    candidates.removeAll()
    session.seen.reserve(store.nameCount)
    var words: UInt64 = 0
    // Judged by one word each, since few names have neighbours that equal several.
    var several: [UInt32] = []
    for (index, word) in probe.features.enumerated() {
      let bit: UInt64 = 1 << UInt64(index)
      store.neighbours.forEachName(joinedAs: word.skeletonBytes) { name in
        words |= bit
        if Int(name) < store.nameCount, !candidates.add(name, session.seen) { several.append(name) }
      }
      candidates.endRun(words: bit, isWord: false, joined: bit)
    }
    candidates.addAgain(several)
    candidates.endRun(words: words, isWord: false, joined: words)
    return words
  }

  /// Takes every name, where no plan loses nothing: what the bound says of each is far cheaper than its score.
  private func gatherAll(_ probe: Probe, _ candidates: inout Candidates, _ filter: CandidateFilter) {
    candidates.foundWords = .max
    candidates.foundJoins = .max
    candidates.foundQueryJoins = .max
    candidates.reaches = probe.reading.tokens.map {
      NameScorer.mostPairWeight(Double($0.weight)) * (1 - options.cutoff)
    }
    filter.begin(probe, candidates, session: session)
    candidates.addAll(below: store.nameCount, session.seen)
    candidates.endRun(words: .max, isWord: false)
  }

  /// The most that a word adds by the units that it meets at the cut-off, or by neighbours that equal it.
  private func reach(_ weight: Double, _ met: MetUnits, isJoined: Bool) -> Double {
    var most = met.hasJoins || isJoined ? 2 * weight * (Double(TokenSimilarity.joined) - options.cutoff) : 0
    met.forEachHeaviest { similarity, heaviest in
      most = max(most, NameScorer.pairWeight(weight, Double(heaviest)) * (similarity - options.cutoff))
    }
    return most
  }

  /// The units that a word meets, remembered for words that come again.
  private func resolved(
    _ word: KnownWord, least: Float, findsLight: Bool, findsInitials: Bool
  ) -> MetUnits {
    session.statistics.probedWords += 1
    let depth = KnownWord.Depth(least: least, findsLight: findsLight, findsInitials: findsInitials)
    if let known = word.units(depth) { return known }
    session.statistics.resolvedWords += 1
    let token = word.token.features
    let met = MetUnits(
      store.units(
        like: token, least: least, findsLight: findsLight, findsInitials: findsInitials, session: session),
      in: store, leastNames: session.companions.leastNames)
    for unit in met.units.prefix(while: { $0 < store.tokenCount }) {
      let features = store.features(ofUnit: Int(unit))
      met.add(
        weight: max(features.weight, RoleWeights.mostConstant),
        isEqual: features.hasForm(of: token), isAcross: store.isAcross(token, Int(unit)))
    }
    word.keep(met, depth)
    return met
  }

  /// The units that a join meets; only equal ones, which are found faster than remembered, when it is not fuzzy.
  private func resolved(
    _ join: NameJoin, _ features: TokenFeatures, least: Float, findsLight: Bool
  ) -> MetUnits {
    session.statistics.probedWords += 1
    let word = join.isFuzzy ? session.word(join) : nil
    let depth = KnownWord.Depth(least: least, findsLight: findsLight, isJoin: true)
    if let known = word?.units(depth) { return known }
    if word != nil { session.statistics.resolvedWords += 1 }
    let units = store.units(
      likeJoin: features, isFuzzy: join.isFuzzy, least: least, findsLight: findsLight, session: session)
    let met =
      units.isEmpty
      ? session.noUnits : MetUnits(units, in: store, leastNames: session.companions.leastNames)
    word?.keep(met, depth)
    return met
  }

  /// Takes the names that hold a unit, but for those that their companions put out of reach.
  ///
  /// - Parameters:
  ///   - words: The words of the query that lead to them, a bit each.
  ///   - word: The word, where it is one.
  private func addNames(
    of met: MetUnits, words: UInt64, word: Int?, _ found: Found, _ probe: Probe,
    _ candidates: inout Candidates, _ filter: CandidateFilter
  ) {
    store.keepResidentLimit()
    let companions = session.companions
    let ended = candidates.ended
    lazy var canSift = filter.beginRun(words: words, unmet: ended, session: session)
    lazy var needed = word.flatMap { namesNeeded(beside: $0, met, found, probe, filter) }
    var isShared = false
    if let word, met.sharedNames >= companions.leastShared, canSift,
      let kept = filter.sifted(sharedBy: met, word: word, session: session)
    {
      candidates.add(kept, below: store.nameCount, session.seen)
      isShared = true
    }
    store.postingNames.withUnsafeBufferPointer { names in
      for unit in met.units {
        let holders = UnsafeBufferPointer(rebasing: names[store.postings(ofUnit: Int(unit))])
        if unit < store.tokenCount {
          if holders.count >= companions.leastNames, canSift {
            if let kept = filter.sifted(unit: unit, holders: holders, session: session) {
              candidates.add(kept, below: store.nameCount, session.seen)
              continue
            }
            if let needed {
              candidates.add(holders, of: needed, session.seen)
              continue
            }
          } else if isShared {
            continue
          }
        }
        candidates.add(holders, below: store.nameCount, session.seen)
      }
    }
  }

  // MARK: Score

  /// Scores one name, and keeps it when it reaches the cut-off and is its designation's best.
  ///
  /// - Parameters:
  ///   - readsJoins: Whether a word may equal neighbours of the name that its row does not hold.
  ///   - bounded: The units, where the query has begun to be looked at: most pairs need not be compared then.
  private func judge(
    _ probe: Probe, _ name: NameRecord, readsJoins: Bool, bounded units: UnsafePointer<namescreen_units>?,
    _ best: inout [Int: NameMatch]
  ) {
    guard name.tokenCount > 0, accepts(name.designation), options.includesWeakAliases || !name.isWeak
    else { return }
    // Neighbours that no row holds are read where they were found alone.
    let score =
      readsJoins
      ? compare(probe, name, readsJoins: true, bounded: units)
      : session.scored.score(of: name) { compare(probe, name, readsJoins: false, bounded: units) }
    guard score + NameSearch.tolerance >= options.cutoff else { return }
    let match = NameMatch(designation: name.designation, name: name.ordinal, score: score)
    if let known = best[name.designation] {
      if known.score > score || (known.score == score && known.name <= match.name) { return }
    }
    best[name.designation] = match
  }

  private func compare(
    _ probe: Probe, _ name: NameRecord, readsJoins: Bool, bounded units: UnsafePointer<namescreen_units>?
  ) -> Double {
    fillTable(probe, name, readsJoins: readsJoins, bounded: units)
    session.statistics.scored += 1
    return session.scorer.score(
      session.querySide, session.listedSide, session.table, isPerson: name.isPerson)
  }

  /// Finds the listed side and the similarities of all pairs of words and joins.
  private func fillTable(
    _ probe: Probe, _ name: NameRecord, readsJoins: Bool, bounded units: UnsafePointer<namescreen_units>?
  ) {
    let table = session.table
    session.listedSide.removeAll()
    table.reset(rows: probe.features.count, columns: name.tokenCount)
    for column in 0..<table.columns {
      let entry = name.token(column)
      let unit = store.features(ofUnit: entry.unit)
      session.listedSide.append(
        weight: RoleWeights.weight(of: unit.weight, role: entry.role), role: entry.role)
      for row in 0..<table.rows {
        let compare = { TokenSimilarity.of(probe.features[row], unit, distance: session.distance) }
        let found: TokenSimilarity
        if let units {
          let most = namescreen_most_alike(
            session.judged.look, Int32(row), units, UInt32(clamping: entry.unit))
          if most <= 0 { continue }
          found = compare()
        } else {
          found = session.compared.similarity(row: row, unit: entry.unit, compare: compare)
        }
        if found.value > 0 { table[row, column] = found }
      }
    }
    for number in probe.joinFeatures.indices {
      let join = probe.reading.joins[number]
      for column in 0..<table.columns {
        let unit = name.token(column).unit
        let compare = {
          TokenSimilarity.ofJoin(
            probe.joinFeatures[number], isFuzzy: join.isFuzzy, store.features(ofUnit: unit),
            distance: session.distance)
        }
        let found =
          units == nil
          ? session.compared.similarity(row: table.rows + number, unit: unit, compare: compare) : compare()
        guard found.value > 0 else { continue }
        table.joins.append(
          JoinedPair(
            onQuerySide: true, first: join.first, last: join.last, other: column, similarity: found))
      }
    }
    if readsJoins {
      let joins = NameAnalyzer.standard.joins(count: name.tokenCount) { index in
        let entry = name.token(index)
        return (store.features(ofUnit: entry.unit), entry.role)
      }
      for join in joins {
        fillTable(probe, join.token.features, isFuzzy: join.isFuzzy, first: join.first, last: join.last)
      }
    } else {
      for index in 0..<name.joinCount {
        let join = name.join(index)
        fillTable(
          probe, store.features(ofUnit: join.unit), isFuzzy: store.isFuzzyJoin(join.unit), first: join.first,
          last: join.last)
      }
    }
  }

  /// Finds the words of the reading that neighbours of the name meet.
  private func fillTable(_ probe: Probe, _ join: TokenFeatures, isFuzzy: Bool, first: Int, last: Int) {
    let table = session.table
    for row in 0..<table.rows {
      let found = TokenSimilarity.ofJoin(
        join, isFuzzy: isFuzzy, probe.features[row], distance: session.distance)
      guard found.value > 0 else { continue }
      table.joins.append(
        JoinedPair(onQuerySide: false, first: first, last: last, other: row, similarity: found))
    }
  }
}
