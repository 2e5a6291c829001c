import NameSimilarity
import NameText

/// The names that the words of a plan lead to.
extension NameSearch {
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

  func look(_ probe: Probe, _ plan: Plan) -> Found {
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
  func gather(_ probe: inout Probe, _ candidates: inout Candidates, _ filter: CandidateFilter) {
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
    met.heaviest.forEachSimilarity { similarity, heaviest in
      most = max(most, NameScorer.pairWeight(weight, Double(heaviest)) * (similarity - options.cutoff))
    }
    return most
  }

  /// The units that a word meets, remembered for words that come again.
  private func resolved(
    _ word: KnownWord, least: Float, findsLight: Bool, findsInitials: Bool
  ) -> MetUnits {
    session.statistics.probedWords += 1
    let depth = Depth(least: least, findsLight: findsLight, findsInitials: findsInitials)
    return session.units(of: word, depth) {
      let token = word.token.features
      let units = store.units(
        like: token, least: least, findsLight: findsLight, findsInitials: findsInitials, session: session)
      var heaviest = MetUnits.Heaviest()
      for unit in units.prefix(while: { $0 < store.tokenCount }) {
        let features = store.features(ofUnit: Int(unit))
        heaviest.add(
          weight: max(features.weight, RoleWeights.mostConstant),
          isEqual: features.hasForm(of: token), isAcross: store.isAcross(token, Int(unit)))
      }
      return MetUnits(units, heaviest: heaviest, in: store, companions: session.companions)
    }
  }

  /// The units that a join meets; only equal ones, which are found faster than remembered, when it is not fuzzy.
  private func resolved(
    _ join: NameJoin, _ features: TokenFeatures, least: Float, findsLight: Bool
  ) -> MetUnits {
    session.statistics.probedWords += 1
    func find() -> MetUnits {
      let units = store.units(
        likeJoin: features, isFuzzy: join.isFuzzy, least: least, findsLight: findsLight, session: session)
      return units.isEmpty
        ? session.noUnits : MetUnits(units, in: store, companions: session.companions)
    }
    guard join.isFuzzy else { return find() }
    let depth = Depth(least: least, findsLight: findsLight, isJoin: true)
    return session.units(of: session.word(join), depth, find: find)
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
    if let word, met.sharedTable != nil, canSift,
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
}
