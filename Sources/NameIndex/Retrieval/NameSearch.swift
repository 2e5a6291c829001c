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
/// word of the name with s >= c, and looking up every word of the query at `least` = c finds the name. Initials are not
/// looked up, since half a list has them: they add at most 2 w (1 - c) each, so where a query has them every other word is
/// looked up at the floor of similarity, below which it is unmatched and takes away c / 2 of its weight; where that does
/// not outweigh them, every name is scored. A listed initial that meets a full word is bounded in `initialsCanDecide`.
struct NameSearch {
  let store: NameStore
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
      if !options.isExhaustive, let least = leastSimilarity(probe) {
        gather(probe, least: least)
        session.statistics.candidates += session.candidates.count
        for name in session.candidates { judge(probe, Int(name), &best) }
      } else {
        session.statistics.exhaustive += 1
        for name in 0..<store.nameCount { judge(probe, name, &best) }
      }
    }
    return best
  }

  // MARK: Candidates

  /// The similarity at which every word but initials is looked up, or nil when only scoring every name is safe.
  private func leastSimilarity(_ probe: Probe) -> Float? {
    let cutoff = options.cutoff
    guard cutoff > Double(TokenSimilarity.floor) else { return nil }
    var gain = 0.0
    var loss = 0.0
    for token in probe.reading.tokens {
      let weight = Double(token.weight)
      if token.token.role == .initial {
        gain += 2 * weight * (1 - cutoff)
      } else {
        loss += 0.5 * cutoff * weight
        // A listed initial in the place of this word, at its best: see `initialsCanDecide`.
        gain += initialGain(weight, cutoff)
      }
    }
    if gain <= 0 { return Float(cutoff) }
    return gain < loss ? TokenSimilarity.floor : nil
  }

  /// What a listed initial that meets a full word of `weight` adds at most beyond what it costs.
  private func initialGain(_ weight: Double, _ cutoff: Double) -> Double {
    let initial = Double(RoleWeights.weight(of: 1, role: .initial))
    let pair = 2 * min(weight, initial)
    let missing = 0.25 * abs(weight - initial)
    return max(0, pair * Double(TokenSimilarity.initial) - cutoff * (pair + missing))
  }

  /// Collects the names that hold a unit like one of the query's words.
  private func gather(_ probe: Probe, least: Float) {
    session.candidates.removeAll(keepingCapacity: true)
    if session.stamps.count < store.nameCount || session.stamp == .max {
      session.stamps = Array(repeating: 0, count: store.nameCount)
      session.stamp = 0
    }
    session.stamp += 1
    for token in probe.reading.tokens where token.token.role != .initial {
      addNames(of: resolved(token.token, least: least, join: nil))
    }
    for join in probe.reading.joins {
      addNames(of: resolved(join.token, least: least, join: join.isFuzzy))
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
    bounds.fill(probe.features, probe.signatures, name, store: store)
    bounds.fillJoins(probe.reading, probe.joinFeatures, probe.joinSignatures, probe.features, probe.signatures, name, store: store)
    if !options.isExhaustive {
      let highest = bounds.admits(options.cutoff, session.querySide, session.listedSide, isPerson: isPerson, session.scorer)
      guard highest else { return }
    }
    session.statistics.scored += 1
    let score = score(probe, name, isPerson: isPerson)
    guard score + NameSearch.tolerance >= options.cutoff else { return }
    let match = NameMatch(designation: designation, name: Int(ordinal & 0x7FFF), score: score)
    if let known = best[designation] {
      if known.score > score || (known.score == score && known.name <= match.name) { return }
    }
    best[designation] = match
  }

  private func score(_ probe: Probe, _ name: Candidate, isPerson: Bool) -> Double {
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
        ? TokenSimilarity.ofJoin(probe.joinFeatures[join.number], isFuzzy: join.isFuzzy, unit, distance: session.distance)
        : TokenSimilarity.ofJoin(unit, isFuzzy: join.isFuzzy, probe.features[join.other], distance: session.distance)
      guard found.value > 0 else { continue }
      table.joins.append(
        JoinedPair(
          onQuerySide: join.onQuerySide, first: join.first, last: join.last, other: join.other, similarity: found))
    }
    return session.scorer.score(session.querySide, session.listedSide, table, isPerson: isPerson)
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
      session.listedSide.append(weight: RoleWeights.weight(of: store.weight(ofUnit: Int(unit)), role: role), role: role)
    }
  }
}
