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

/// One reading of a query, ready to be compared.
struct Probe {
  var reading: NameReading
  var features: [TokenFeatures]
  var joinFeatures: [TokenFeatures]

  init(_ reading: NameReading) {
    self.reading = reading
    features = reading.tokens.map(\.token.features)
    joinFeatures = reading.joins.map(\.token.features)
  }
}

/// Lossless retrieval over a `NameStore`.
///
/// Why no name is missed. The score is N / (A + contradiction + missing) times factors of at most 1, so a score of c needs
/// the sum over matched pairs of m (s - c), less c times what contradicts and is missing, to be at least 0: what words
/// add by agreeing better than c must outweigh what the others take away. A pair with s < c adds nothing, so some
/// word of the query, alone or joined with its neighbour, must meet a word of the name with s >= c. Looking up every word
/// down to c finds the name.
///
/// Half a list has an initial V or an "al", so words that weigh little are better not looked up. Let all of them add G at most.
/// A name that none of the others meets at c must then lose no more than G by any of these, alone or joined. So it is enough
/// to look some of them up a little further, as many as cannot all be unmatched or meet mere initials without losing more than
/// G: one of these meets a word of the name with s >= c - G / m. When they are too few, every name is a candidate.
struct NameSearch {
  let store: NameStore
  let accepts: (Int) -> Bool
  let options: SearchOptions
  let session: SearchSession

  /// Rounding must not lose a name whose score equals the cut-off.
  private static let tolerance = 1e-6

  /// The best name of each designation at or above the cut-off, in no order.
  func run(_ query: AnalyzedName) -> [Int: NameMatch] {
    var best: [Int: NameMatch] = [:]
    for reading in query.readings where !reading.tokens.isEmpty {
      let probe = Probe(reading)
      session.querySide.removeAll()
      for index in reading.tokens.indices {
        session.querySide.append(weight: reading.tokens[index].weight, role: reading.tokens[index].role)
      }
      if !options.isExhaustive, options.cutoff > Double(TokenSimilarity.floor) {
        if let plan = plan(probe) { gather(probe, plan) } else { gatherAll(probe) }
        session.statistics.candidates += session.candidates.names.count
        CandidateFilter(cutoff: options.cutoff - NameSearch.tolerance, scorer: session.scorer, in: store)
          .keep(&session.candidates, of: probe, session: session)
        session.statistics.bounded += session.candidates.names.count
        let readsJoins = session.candidates.joinedWords != 0
        for name in session.candidates.names {
          judge(probe, store.name(Int(name)), readsJoins: readsJoins, &best)
        }
      } else {
        session.statistics.exhaustive += 1
        for name in 0..<store.nameCount { judge(probe, store.name(name), readsJoins: true, &best) }
      }
    }
    return best
  }

  // MARK: Candidates

  /// Which words of a reading are looked up, and how far.
  private struct Plan {
    /// The words that are looked up, a bit each, and those of them that are looked up further.
    var probed: UInt64 = 0
    var deep: UInt64 = 0
    /// The most that the words that are not looked up add, each and all, with what listed initials add to the others.
    var gains: [Double]
    var allowance = 0.0

    func probes(_ word: Int) -> Bool { probed >> UInt64(word) & 1 != 0 }

    func allowance(ofWords words: UInt64) -> Double { words & deep != 0 ? allowance : 0 }
  }

  /// The plan that loses nothing with the least work, or nil when only taking every name is safe.
  private func plan(_ probe: Probe) -> Plan? {
    plan(probe, skipping: NameSearch.skippedWeight) ?? plan(probe, skipping: 0)
  }

  /// The plan that looks up all but initials and words of at most a weight.
  private func plan(_ probe: Probe, skipping least: Float) -> Plan? {
    let tokens = probe.reading.tokens
    var plan = Plan(gains: Array(repeating: 0, count: tokens.count))
    for index in tokens.indices {
      if probe.features[index].role == .initial || tokens[index].weight <= least {
        plan.gains[index] = NameScorer.mostPairWeight(Double(tokens[index].weight)) * (1 - options.cutoff)
      } else {
        plan.probed |= 1 << UInt64(index)
      }
    }
    return plan.probed.nonzeroBitCount == tokens.count && !canInitialsAdd(probe)
      ? plan : deepened(plan, probe)
  }

  private func canInitialsAdd(_ probe: Probe) -> Bool {
    probe.reading.tokens.indices.contains { index in
      initialGain(Double(probe.reading.tokens[index].weight), options.cutoff) > 0
    }
  }

  /// The plan with as many words looked up further as its skipped words ask for; nil when it has too few.
  private func deepened(_ plan: Plan, _ probe: Probe) -> Plan? {
    let cutoff = options.cutoff
    let weights = probe.reading.tokens.indices.map { Double(probe.reading.tokens[$0].weight) }
    let probed = weights.indices.filter { plan.probes($0) }
    var plan = plan
    plan.deep = 0
    plan.allowance = weights.indices.reduce(0) { sum, index in
      sum + (plan.probes(index) ? max(0, initialGain(weights[index], cutoff)) : plan.gains[index])
    }
    var lost = 0.0
    for word in probed.sorted(by: { (weights[$1], $0) < (weights[$0], $1) }) {
      lost += min(
        session.scorer.leastMissing * cutoff * weights[word], max(0, -initialGain(weights[word], cutoff)))
      plan.deep |= 1 << UInt64(word)
      if lost > plan.allowance + NameSearch.tolerance { return plan }
    }
    return nil
  }

  /// Particles and legal forms, which many names have, weigh no more.
  private static let skippedWeight: Float = 0.12

  /// Words with more names are better not looked up, if the others need be looked up only so much further.
  private static let manyNames = 64
  private static let mostDepth = 0.1

  /// The plan without the words that most names have, where these add so little that the others find all that matters;
  /// nil when there are none.
  private func sparing(_ plan: Plan, _ probe: Probe, _ found: Found) -> Plan? {
    var best: Plan?
    for word in found.words.sorted(by: { ($1.names, $0.word) < ($0.names, $1.word) }) {
      guard word.names >= NameSearch.manyNames else { break }
      var tried = best ?? plan
      tried.probed &= ~(1 << UInt64(word.word))
      tried.gains[word.word] = found.gains[word.word]
      guard let deeper = deepened(tried, probe) else { continue }
      let least = probe.reading.tokens.indices.filter { deeper.deep >> UInt64($0) & 1 != 0 }
        .map { pairWeight(probe.reading.tokens[$0].weight) }.min()
      guard let least, deeper.allowance <= NameSearch.mostDepth * least else { continue }
      best = deeper
    }
    return best
  }

  /// The least that a word weighs in a pair with one that is not light.
  private func pairWeight(_ weight: Float) -> Double {
    let light = Double(NameStore.lightWeight)
    return min(NameScorer.pairWeight(Double(weight), light), 2 * min(Double(weight), light))
  }

  /// The least similarity at which a pair of this weight loses no more than allowed: in steps, so that words that repeat are
  /// looked up alike.
  private func least(allowance: Double, pairWeight: Double) -> Float {
    guard allowance > 0 else { return Float(options.cutoff) }
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

  /// What the words and joins of a reading meet.
  private struct Found {
    var words: [(word: Int, met: MetUnits, names: Int)] = []
    /// Nil for a join none of whose words is looked up.
    var joins: [[UInt32]?] = []
    /// The most that each word adds.
    var gains: [Double]
  }

  private func look(_ probe: Probe, _ plan: Plan) -> Found {
    let tokens = probe.reading.tokens
    let light = Double(NameStore.lightWeight)
    var found = Found(gains: plan.gains)
    found.words.reserveCapacity(tokens.count)
    for index in tokens.indices where plan.probes(index) {
      let weight = tokens[index].weight
      let allowance = plan.allowance(ofWords: 1 << UInt64(index))
      let met = resolved(
        tokens[index].token, least: least(allowance: allowance, pairWeight: pairWeight(weight)),
        findsLight: allowance > 0)
      found.gains[index] = max(
        reach(Double(weight), met, isJoined: session.candidates.joinedWords >> UInt64(index) & 1 != 0),
        initialGain(Double(weight), options.cutoff))
      found.words.append(
        (index, met, met.units.reduce(0) { $0 + store.postings(ofUnit: Int($1)).count }))
    }
    found.joins.reserveCapacity(probe.reading.joins.count)
    for number in probe.reading.joins.indices {
      let join = probe.reading.joins[number]
      let words: UInt64 = (2 << UInt64(join.last)) &- (1 << UInt64(join.first))
      guard words & plan.probed != 0 else {
        found.joins.append(nil)
        continue
      }
      let allowance = plan.allowance(ofWords: words)
      let weight = (join.first...join.last).reduce(0) { $0 + Double(tokens[$1].weight) }
      let units = resolved(
        join, least: least(allowance: allowance, pairWeight: 2 * min(weight, light)),
        findsLight: allowance > 0)
      found.joins.append(units)
      guard !units.isEmpty else { continue }
      for word in join.first...join.last {
        found.gains[word] = max(
          found.gains[word],
          2 * Double(tokens[word].weight) * (Double(TokenSimilarity.joined) - options.cutoff))
      }
    }
    return found
  }

  /// Collects the names that hold a unit like one of the query's words.
  private func gather(_ probe: Probe, _ first: Plan) {
    beginCandidates(probe)
    var plan = first
    var found = look(probe, plan)
    if let sparing = sparing(plan, probe, found) {
      plan = sparing
      found = look(probe, plan)
    }
    session.candidates.foundWords = ~plan.probed
    session.candidates.foundJoins = ~plan.probed | session.candidates.joinedWords
    session.candidates.reaches = found.gains
    for (index, met, _) in found.words {
      let bit: UInt64 = 1 << UInt64(index)
      if let first = met.units.first, first < store.tokenCount { session.candidates.foundWords |= bit }
      if met.hasJoins { session.candidates.foundJoins |= bit }
    }
    // The rarest first: what common words lead to is then known to meet no rare one.
    for word in found.words.sorted(by: { ($0.names, $0.word) < ($1.names, $1.word) }) {
      addNames(of: word.met.units)
      session.candidates.endRun(words: 1 << UInt64(word.word), isWord: true)
    }
    for (number, join) in probe.reading.joins.enumerated() {
      let words: UInt64 = (2 << UInt64(join.last)) &- (1 << UInt64(join.first))
      if let units = found.joins[number] {
        addNames(of: units)
        session.candidates.endRun(words: words, isWord: false)
        guard !units.isEmpty else { continue }
      }
      session.candidates.foundQueryJoins |= 1 << UInt64(number)
      session.candidates.foundJoins |= words
    }
  }

  /// Begins with the names that have neighbours which equal a word of the reading, and whose rows do not tell so: they are
  /// few, and no others need be asked for such neighbours.
  private func beginCandidates(_ probe: Probe) {
    session.candidates.removeAll()
    session.beginStamps(count: store.nameCount)
    var words: UInt64 = 0
    for (index, word) in probe.features.enumerated() {
      store.neighbours.forEachName(joinedAs: word.skeletonBytes) { name in
        words |= 1 << UInt64(index)
        add(name)
      }
    }
    session.candidates.joinedWords = words
    session.candidates.endRun(words: words, isWord: false, joined: words)
  }

  private func add(_ name: UInt32) {
    guard Int(name) < store.nameCount, session.stamps[Int(name)] != session.stamp else { return }
    session.stamps[Int(name)] = session.stamp
    session.candidates.append(name)
  }

  /// Takes every name, where no plan loses nothing: what the bound says of each is far cheaper than its score.
  private func gatherAll(_ probe: Probe) {
    beginCandidates(probe)
    session.candidates.foundWords = .max
    session.candidates.foundJoins = .max
    session.candidates.foundQueryJoins = .max
    session.candidates.reaches = probe.reading.tokens.map {
      NameScorer.mostPairWeight(Double($0.weight)) * (1 - options.cutoff)
    }
    for name in 0..<UInt32(clamping: store.nameCount) { add(name) }
    session.candidates.endRun(words: .max, isWord: false)
  }

  /// The most that a word adds by the units that it meets at the cut-off, or by neighbours that equal it.
  private func reach(_ weight: Double, _ met: MetUnits, isJoined: Bool) -> Double {
    var most = met.hasJoins || isJoined ? 2 * weight * (Double(TokenSimilarity.joined) - options.cutoff) : 0
    for heaviest in met.heaviest {
      most = max(
        most, NameScorer.pairWeight(weight, Double(heaviest.weight)) * (heaviest.similarity - options.cutoff))
    }
    return most
  }

  /// The units that a word meets, remembered for words that come again.
  private func resolved(_ token: Token, least: Float, findsLight: Bool) -> MetUnits {
    remembered(.init(token: token, least: least, findsLight: findsLight, isJoin: false)) {
      var met = MetUnits()
      met.units = store.units(like: token.features, least: least, findsLight: findsLight, session: session)
      met.hasJoins = Int(met.units.last ?? 0) >= store.tokenCount
      for unit in met.units.prefix(while: { $0 < store.tokenCount }) {
        let features = store.features(ofUnit: Int(unit))
        met.add(
          weight: max(features.weight, RoleWeights.mostConstant),
          isEqual: features.hasForm(of: token.features), isAcross: store.isAcross(token.features, Int(unit)))
      }
      return met
    }
  }

  /// The units that a join meets; only equal ones, which are found faster than remembered, when it is not fuzzy.
  private func resolved(_ join: NameJoin, least: Float, findsLight: Bool) -> [UInt32] {
    let find = {
      store.units(
        likeJoin: join.token.features, isFuzzy: join.isFuzzy, least: least, findsLight: findsLight,
        session: session)
    }
    guard join.isFuzzy else {
      session.statistics.probedWords += 1
      return find()
    }
    return remembered(.init(token: join.token, least: least, findsLight: findsLight, isJoin: true)) {
      MetUnits(units: find())
    }.units
  }

  private func remembered(_ key: SearchSession.MemoKey, _ find: () -> MetUnits) -> MetUnits {
    session.statistics.probedWords += 1
    if let known = session.memo[key] { return known }
    session.statistics.resolvedWords += 1
    let met = find()
    if session.memo.count >= SearchSession.memoCapacity { session.memo.removeAll(keepingCapacity: true) }
    session.memo[key] = met
    return met
  }

  private func addNames(of units: [UInt32]) {
    let (stamp, count) = (session.stamp, store.nameCount)
    session.stamps.withUnsafeMutableBufferPointer { stamps in
      store.postingNames.withUnsafeBufferPointer { names in
        for unit in units {
          for position in store.postings(ofUnit: Int(unit)) {
            let name = names[position]
            // Only damage makes a name that there is not.
            if Int(name) < count, stamps[Int(name)] != stamp {
              stamps[Int(name)] = stamp
              session.candidates.append(name)
            }
          }
        }
      }
    }
  }

  // MARK: Score

  /// Scores one name, and keeps it when it reaches the cut-off and is its designation's best.
  ///
  /// - Parameter readsJoins: Whether a word may equal neighbours of the name that its row does not hold.
  private func judge(_ probe: Probe, _ name: NameRecord, readsJoins: Bool, _ best: inout [Int: NameMatch]) {
    guard name.tokenCount > 0, accepts(name.designation), options.includesWeakAliases || !name.isWeak
    else { return }
    fillTable(probe, name, readsJoins: readsJoins)
    session.statistics.scored += 1
    let score = session.scorer.score(
      session.querySide, session.listedSide, session.table, isPerson: name.isPerson)
    guard score + NameSearch.tolerance >= options.cutoff else { return }
    let match = NameMatch(designation: name.designation, name: name.ordinal, score: score)
    if let known = best[name.designation] {
      if known.score > score || (known.score == score && known.name <= match.name) { return }
    }
    best[name.designation] = match
  }

  /// Finds the listed side and the similarities of all pairs of words and joins.
  private func fillTable(_ probe: Probe, _ name: NameRecord, readsJoins: Bool) {
    let table = session.table
    session.listedSide.removeAll()
    table.reset(rows: probe.features.count, columns: name.tokenCount)
    for column in 0..<table.columns {
      let entry = name.token(column)
      let unit = store.features(ofUnit: entry.unit)
      session.listedSide.append(
        weight: RoleWeights.weight(of: unit.weight, role: entry.role), role: entry.role)
      for row in 0..<table.rows {
        let found = TokenSimilarity.of(probe.features[row], unit, distance: session.distance)
        if found.value > 0 { table[row, column] = found }
      }
    }
    for (join, features) in zip(probe.reading.joins, probe.joinFeatures) {
      for column in 0..<table.columns {
        let found = TokenSimilarity.ofJoin(
          features, isFuzzy: join.isFuzzy, store.features(ofUnit: name.token(column).unit),
          distance: session.distance)
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
