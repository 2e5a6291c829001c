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
  var signatures: [UInt64]
  var joinFeatures: [TokenFeatures]
  var joinSignatures: [UInt64]

  init(_ reading: NameReading) {
    self.reading = reading
    features = reading.tokens.map(\.token.features)
    signatures = features.map { SkeletonSignature.of($0.skeletonBytes) }
    joinFeatures = reading.joins.map(\.token.features)
    joinSignatures = joinFeatures.map { SkeletonSignature.of($0.skeletonBytes) }
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
/// Half a list has an initial V, so initials are better not looked up. Let them add G at most; a word w that is looked up
/// may then fall short of c, but not every one by more than its share r w of that, with r the sum of the looked up words'
/// weights times r >= G: so some pair takes away at most r w, and has s >= c - r w / m. What is unmatched takes away c w / 2
/// or more, so r stays below c / 2, and what meets a listed initial is counted with G where it takes away less than r w.
/// When no r suffices, every name is a candidate.
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
      for token in reading.tokens {
        session.querySide.append(weight: token.weight, role: token.role)
      }
      if !options.isExhaustive, options.cutoff > Double(TokenSimilarity.floor) {
        if let plan = plan(probe) { gather(probe, plan) } else { gatherAll() }
        session.statistics.candidates += session.candidates.names.count
        CandidateFilter(
          probe, in: store, cutoff: options.cutoff - NameSearch.tolerance, scorer: session.scorer,
          kernels: session.kernels
        ).keep(&session.candidates)
        session.statistics.bounded += session.candidates.names.count
        for name in session.candidates.names { judge(probe, store.name(Int(name)), &best) }
      } else {
        session.statistics.exhaustive += 1
        for name in 0..<store.nameCount { judge(probe, store.name(name), &best) }
      }
    }
    return best
  }

  // MARK: Candidates

  /// How far each word of a reading is looked up.
  private struct Plan {
    /// The share of a word's weight by which its pair may fall short.
    var share: Double
  }

  /// The plan with the least share that loses nothing, or nil when only scoring every name is safe.
  private func plan(_ probe: Probe) -> Plan? {
    let cutoff = options.cutoff
    guard cutoff > Double(TokenSimilarity.floor) else { return nil }
    let most = session.scorer.leastMissing * cutoff
    for step in 0..<NameSearch.shares {
      let share = most * Double(step) / Double(NameSearch.shares)
      var left = 0.0
      var isProbing = false
      for token in probe.reading.tokens {
        let weight = Double(token.weight)
        if NameSearch.isProbed(token) {
          isProbing = true
          left += share * weight - max(0, initialGain(weight, cutoff) + share * weight)
        } else {
          left -= NameScorer.mostPairWeight(weight) * (1 - cutoff)
        }
      }
      if isProbing && left >= 0 { return Plan(share: share) }
    }
    return nil
  }

  /// Few different shares make few different lookups of a word.
  private static let shares = 32

  private static func isProbed(_ token: NameToken) -> Bool { token.token.role != .initial }

  /// The least similarity at which a pair with a partner that is not light takes away at most its share.
  private func least(_ plan: Plan, shared weight: Double, pairWeight: Double) -> Float {
    Float(max(Double(TokenSimilarity.floor), options.cutoff - plan.share * weight / pairWeight))
  }

  /// What a listed initial that meets a full word of `weight` adds at most beyond what it costs.
  private func initialGain(_ weight: Double, _ cutoff: Double) -> Double {
    let initial = Double(RoleWeights.weight(of: 1, role: .initial))
    let pair = 2 * min(weight, initial)
    let missing = 0.5 * session.scorer.leastMissing * abs(weight - initial)
    return pair * Double(TokenSimilarity.initial) - cutoff * (pair + missing)
  }

  /// Collects the names that hold a unit like one of the query's words.
  private func gather(_ probe: Probe, _ plan: Plan) {
    session.candidates.removeAll()
    if session.stamps.count < store.nameCount || session.stamp == .max {
      session.stamps = Array(repeating: 0, count: store.nameCount)
      session.stamp = 0
    }
    session.stamp += 1
    let light = Double(NameStore.lightWeight)
    let findsLight = plan.share > 0
    for (index, token) in probe.reading.tokens.enumerated() {
      let bit: UInt64 = 1 << UInt64(index)
      guard NameSearch.isProbed(token) else {
        session.candidates.foundWords |= bit
        session.candidates.foundListedJoins |= bit
        continue
      }
      let weight = Double(token.weight)
      let pairWeight = min(NameScorer.pairWeight(weight, light), 2 * min(weight, light))
      let least = least(plan, shared: weight, pairWeight: pairWeight)
      let units = resolved(token.token, least: least, findsLight: findsLight, join: nil)
      if let first = units.first, first < store.tokenCount { session.candidates.foundWords |= bit }
      if let last = units.last, last >= store.tokenCount { session.candidates.foundListedJoins |= bit }
      addNames(of: units)
      session.candidates.endRun(words: bit)
    }
    session.candidates.foundJoins |= session.candidates.foundListedJoins
    for (number, join) in probe.reading.joins.enumerated() {
      let words: UInt64 = (2 << UInt64(join.last)) &- (1 << UInt64(join.first))
      let probed = probe.reading.tokens[join.first...join.last].filter(NameSearch.isProbed)
      var units: [UInt32]?
      if !probed.isEmpty {
        let least = least(plan, shared: probed.reduce(0) { $0 + Double($1.weight) }, pairWeight: 2 * light)
        units = resolved(join.token, least: least, findsLight: findsLight, join: join.isFuzzy)
        addNames(of: units ?? [])
        session.candidates.endRun(words: words)
      }
      guard units?.isEmpty != true else { continue }
      session.candidates.foundQueryJoins |= 1 << UInt64(number)
      session.candidates.foundJoins |= words
    }
  }

  /// Takes every name, where no plan loses nothing: what the bound says of each is far cheaper than its score.
  private func gatherAll() {
    session.candidates.removeAll()
    session.candidates.foundWords = .max
    session.candidates.foundJoins = .max
    session.candidates.foundListedJoins = .max
    session.candidates.foundQueryJoins = .max
    for name in 0..<UInt32(store.nameCount) { session.candidates.append(name) }
    session.candidates.endRun(words: .max)
  }

  private func resolved(_ token: Token, least: Float, findsLight: Bool, join: Bool?) -> [UInt32] {
    session.statistics.probedWords += 1
    let key = SearchSession.MemoKey(
      key: token.key, least: least, findsLight: findsLight, isJoin: join != nil, isFuzzy: join ?? false)
    if let known = session.memo[key] { return known }
    session.statistics.resolvedWords += 1
    let units: [UInt32]
    if let join {
      units = store.units(
        likeJoin: token.features, isFuzzy: join, least: least, findsLight: findsLight, session: session)
    } else {
      units = store.units(like: token.features, least: least, findsLight: findsLight, session: session)
    }
    if session.memo.count >= SearchSession.memoCapacity { session.memo.removeAll(keepingCapacity: true) }
    session.memo[key] = units
    return units
  }

  private func addNames(of units: [UInt32]) {
    let stamp = session.stamp
    session.stamps.withUnsafeMutableBufferPointer { stamps in
      store.postingNames.withUnsafeBufferPointer { names in
        for unit in units {
          let lower = Int(store.postingOffsets.unchecked(Int(unit)))
          let upper = Int(store.postingOffsets.unchecked(Int(unit) + 1))
          for position in lower..<upper {
            let name = names[position]
            if stamps[Int(name)] != stamp {
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
  private func judge(_ probe: Probe, _ name: NameRecord, _ best: inout [Int: NameMatch]) {
    guard accepts(name.designation), options.includesWeakAliases || !name.isWeak else { return }
    fillTable(probe, name)
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
  private func fillTable(_ probe: Probe, _ name: NameRecord) {
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
    for index in 0..<name.joinCount {
      let join = name.join(index)
      let features = store.features(ofUnit: join.unit)
      for row in 0..<table.rows {
        let found = TokenSimilarity.ofJoin(
          features, isFuzzy: store.isFuzzyJoin(join.unit), probe.features[row], distance: session.distance)
        guard found.value > 0 else { continue }
        table.joins.append(
          JoinedPair(
            onQuerySide: false, first: join.first, last: join.last, other: row, similarity: found))
      }
    }
  }
}
