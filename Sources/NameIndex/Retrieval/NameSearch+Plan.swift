import CNameKernels
import NameSimilarity
import NameText

/// Which words of a reading are looked up, and how far, so that no name is lost (see `NameSearch`).
extension NameSearch {
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
  func plan(_ probe: Probe) -> Plan? {
    plan(probe, skipping: NameSearch.skippedWeight) ?? plan(probe, skipping: 0)
  }

  /// The plan that looks up particles and legal forms like other words, where these lead to fewer names than looking up the
  /// other words further costs; nil where there are none or too many.
  func full(_ probe: Probe) -> Found? {
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
  func sparing(_ found: Found, _ probe: Probe) -> Plan? {
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
  func cheapest(_ first: Found?, _ probe: Probe) -> Found? {
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
}
