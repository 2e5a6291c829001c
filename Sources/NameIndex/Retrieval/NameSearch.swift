import CSignatureScan
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
private struct Probe {
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
/// the sum over matched pairs of m (s - c), less c times what contradicts and is missing, to be at least 0. A pair with
/// s < c adds nothing to that sum; so at least one word of the query, alone or joined with its neighbour, must meet a
/// word of the name with s >= c, and looking up every word of the query down to c finds the name.
///
/// Half a list has an initial V or a particle al, so such words are better not looked up. A word that is not can add
/// `mostPairWeight` (1 - c) at most. A word that is looked up down to the floor of similarity and not found is unmatched,
/// which takes away at least c / 2 of its weight, or meets a listed initial (`initialGain`). As soon as the words looked up
/// outweigh the others that way, a name that none of them finds stays below c. Where that cannot be reached, words are
/// looked up down to c, and where initials forbid that too, every name is scored.
struct NameSearch {
  let store: NameStore
  let filter: FilterTable
  let isPerson: (Int) -> Bool
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
      if !options.isExhaustive, let plan = plan(probe) {
        gather(probe, plan)
        session.statistics.candidates += session.candidates.count
        CandidateFilter(
          reading, features: probe.features, signatures: probe.signatures, joinFeatures: probe.joinFeatures,
          joinSignatures: probe.joinSignatures, cutoff: options.cutoff, scorer: session.scorer
        ).keep(&session.candidates, in: filter)
        session.statistics.bounded += session.candidates.count
        for name in session.candidates { judge(probe, Int(name), &best) }
      } else {
        session.statistics.exhaustive += 1
        for name in 0..<store.nameCount { judge(probe, name, &best) }
      }
    }
    return best
  }

  // MARK: Candidates

  /// Which words of a reading are looked up, and down to which similarity.
  private struct Plan {
    var least: Float
    var isProbed: (Int) -> Bool
  }

  /// The cheapest plan that loses nothing, or nil when only scoring every name is safe.
  private func plan(_ probe: Probe) -> Plan? {
    let cutoff = options.cutoff
    guard cutoff > Double(TokenSimilarity.floor) else { return nil }
    let tokens = probe.reading.tokens
    func gain(_ index: Int) -> Double {
      NameScorer.mostPairWeight(Double(tokens[index].weight)) * (1 - cutoff)
    }
    func loss(_ index: Int) -> Double {
      let weight = Double(tokens[index].weight)
      return min(session.scorer.leastMissing * cutoff * weight, -initialGain(weight, cutoff))
    }
    var unprobed = 0.0
    for index in tokens.indices { unprobed += gain(index) }
    var lost = 0.0
    var probed: UInt64 = 0
    let byWeight = tokens.indices.filter { tokens[$0].token.role != .initial }.sorted {
      tokens[$0].weight == tokens[$1].weight ? $0 < $1 : tokens[$0].weight > tokens[$1].weight
    }
    var spared = tokens.count
    for index in byWeight where lost <= unprobed {
      probed |= 1 << UInt64(index)
      unprobed -= gain(index)
      lost += loss(index)
      spared -= 1
    }
    let hasInitials = byWeight.count < tokens.count
    let sparesCommon = byWeight.suffix(spared - (tokens.count - byWeight.count)).contains {
      tokens[$0].weight < 0.5
    }
    if lost > unprobed && (hasInitials || sparesCommon) {
      return Plan(least: TokenSimilarity.floor) { probed & (1 << UInt64($0)) != 0 }
    }
    return hasInitials ? nil : Plan(least: Float(cutoff)) { _ in true }
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
    session.candidates.removeAll(keepingCapacity: true)
    if session.stamps.count < store.nameCount || session.stamp == .max {
      session.stamps = Array(repeating: 0, count: store.nameCount)
      session.stamp = 0
    }
    session.stamp += 1
    for (index, token) in probe.reading.tokens.enumerated() where plan.isProbed(index) {
      addNames(of: resolved(token.token, least: plan.least, join: nil))
    }
    for join in probe.reading.joins where (join.first...join.last).contains(where: plan.isProbed) {
      addNames(of: resolved(join.token, least: plan.least, join: join.isFuzzy))
    }
  }

  private func resolved(_ token: Token, least: Float, join: Bool?) -> [UInt32] {
    session.statistics.probedWords += 1
    let key = SearchSession.MemoKey(
      key: token.key, least: least, isJoin: join != nil, isFuzzy: join ?? false)
    if let known = session.memo[key] { return known }
    session.statistics.resolvedWords += 1
    let units: [UInt32]
    if let join {
      units = store.units(likeJoin: token.features, isFuzzy: join, least: least, session: session)
    } else {
      units = store.units(like: token.features, least: least, session: session)
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

  // MARK: Bound and score

  /// Scores one name, unless its signatures prove that it stays below the cut-off, and keeps it when it is its
  /// designation's best.
  private func judge(_ probe: Probe, _ name: Int, _ best: inout [Int: NameMatch]) {
    let designation = Int(store.nameDesignations.unchecked(name))
    let ordinal = store.nameOrdinals.unchecked(name)
    guard accepts(designation), options.includesWeakAliases || ordinal & 0x8000 == 0 else { return }
    let isPerson = isPerson(designation)
    let name = Candidate(store: store, name: name, session: session)
    let bounds = session.bounds
    bounds.ignoresSignatures = options.isExhaustive
    bounds.fill(probe.features, probe.signatures, name, store: store)
    bounds.fillJoins(
      probe.reading, probe.joinFeatures, probe.joinSignatures, probe.features, probe.signatures, name,
      store: store)
    if options.isExhaustive {
      fillTable(probe, name)
    } else {
      // Twice the same bound: from the signatures, then from the similarities themselves.
      guard admits(isPerson) else { return }
      fillTable(probe, name)
      bounds.tighten(session.table)
      guard admits(isPerson) else { return }
    }
    session.statistics.scored += 1
    let score = session.scorer.score(session.querySide, session.listedSide, session.table, isPerson: isPerson)
    guard score + NameSearch.tolerance >= options.cutoff else { return }
    let match = NameMatch(designation: designation, name: Int(ordinal & 0x7FFF), score: score)
    if let known = best[designation] {
      if known.score > score || (known.score == score && known.name <= match.name) { return }
    }
    best[designation] = match
  }

  private func admits(_ isPerson: Bool) -> Bool {
    session.bounds.admits(
      options.cutoff, session.querySide, session.listedSide, isPerson: isPerson, session.scorer)
  }

  /// Finds the similarities of all pairs that the bounds admit.
  private func fillTable(_ probe: Probe, _ name: Candidate) {
    let table = session.table
    let bounds = session.bounds
    table.reset(rows: probe.features.count, columns: name.count)
    for column in 0..<name.count {
      let features = store.features(ofUnit: Int(bounds.units[column]))
      for row in probe.features.indices where bounds.mayMeet(row, column) {
        let found = TokenSimilarity.of(probe.features[row], features, distance: session.distance)
        if found.value > 0 { table[row, column] = found }
      }
    }
    for join in bounds.joins {
      let unit = store.features(ofUnit: join.unit)
      let found =
        join.onQuerySide
        ? TokenSimilarity.ofJoin(
          probe.joinFeatures[join.number], isFuzzy: join.isFuzzy, unit, distance: session.distance)
        : TokenSimilarity.ofJoin(
          unit, isFuzzy: join.isFuzzy, probe.features[join.other], distance: session.distance)
      guard found.value > 0 else { continue }
      table.joins.append(
        JoinedPair(
          onQuerySide: join.onQuerySide, first: join.first, last: join.last, other: join.other,
          similarity: found))
    }
  }
}

/// A name of the store whose tokens stand in the session's buffers.
struct Candidate {
  let number: Int
  let count: Int

  init(store: NameStore, name: Int, session: SearchSession) {
    number = name
    let tokens = store.tokenRange(name)
    count = min(tokens.count, NameAnalyzer.maximumWords)
    session.listedSide.removeAll()
    for column in 0..<count {
      let entry = store.nameTokens.unchecked(tokens.lowerBound + column)
      let unit = entry & 0xFF_FFFF
      session.bounds.units[column] = unit
      let role = TokenRole(rawValue: UInt8(entry >> 24)) ?? .name
      session.listedSide.append(
        weight: RoleWeights.weight(of: store.weight(ofUnit: Int(unit)), role: role), role: role)
    }
  }
}
