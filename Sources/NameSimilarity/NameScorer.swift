import NameText

/// Scores one name against another from the similarities of their tokens.
///
/// The score is N / (A + contradiction + missing), times factors below 1. Over the pairs of a one-to-one assignment, with
/// m = 2 min(w query, w listed): A is the sum of m, N the sum of m x similarity. What both sides have left over in the
/// same slot contradicts; what only one side has is missing, which costs little until much is missing.
///
/// Every cost only lowers the score, and an unmatched token always costs at least half its weight
/// (`leastMissing`): retrieval's bound rests on that.
package struct NameScorer: Sendable {
  package struct Parameters: Sendable {
    /// What each contradicting slot adds to the denominator, in token weights.
    package var contradiction: Double = 1.0
    /// The factor of each contradicting slot of a person's name, and of an organisation's.
    package var personFactor: Double = 0.98
    package var organisationFactor: Double = 0.96
    /// The factor of two legal forms that contradict: a sister company.
    package var legalFormFactor: Double = 0.86
    /// The factor of a number that only one of two organisations of one kind has, where the other lacks nothing: a fund of a series.
    package var lackedNumberFactor: Double = 0.86
    /// The share of a missing token's weight that counts when everything else agrees.
    package var missing: Double = 0.5
    /// How much dearer missing grows with the share that is missing, where one rare name agrees and nothing else.
    package var convexity: Double = 2.25
    /// What each further rare name that agrees takes off `convexity`: one and a half names tell a person, whatever else one
    /// side leaves out.
    package var relief: Double = 5.0
    /// What `relief` leaves out of the agreeing weight, for each weight that inexact agreement has lost.
    package var inexactness: Double = 2.0
    /// The weight of a father's name that one side lacks, the same for all fathers.
    package var lackedPatronymic: Double = Double(RoleWeights.mostPatronymic)
    /// Weight of a contradicting slot beside the weights of its tokens.
    package var slotWeight: Double = 1.0
    package var orderFactor: Double = 0.97
    /// The factor of an initial that meets a name although another initial, which meets none, stands before it: the father's.
    package var laterInitialFactor: Double = 0.85
    /// The factor of a first name that only one side has, before names that both have in one order: another child of the father.
    package var firstNameFactor: Double = 0.95
    /// The factor of syllables in another order across scripts, but for a family name moved to the other end.
    package var syllableOrderFactor: Double = 0.75
    /// The factor of each syllable that only one side has, across scripts: such names are complete.
    package var lackedSyllableFactor: Double = 0.85
    /// The factor of a name of two syllables across scripts, which many bear.
    package var twoSyllablesFactor: Double = 0.96
    /// The factor of a common word of an organisation that only one side has: a sister company.
    package var lackedWordFactor: Double = 0.95
    /// The factor of common words of organisations that contradict: a bank, a trust.
    package var genericFactor: Double = 0.88
    /// The factor of a mother's family name that stands for the family name on the other side.
    package var maternalFactor: Double = 0.93
    /// The factor of father and son exchanged: Ahmad bin Hasan, Hasan bin Ahmad.
    package var exchangeFactor: Double = 0.8
    package init() {}
  }

  package var parameters = Parameters()
  /// Whether every name is judged as a person's, or none is; nil: as the caller says.
  package var judgesAsPersons: Bool?
  package init() {}

  /// The least share of an unmatched token's weight that the denominator grows by.
  package var leastMissing: Double { parameters.missing }
}

extension NameScorer {
  /// The score alone, the same when query and listed name are exchanged; allocates nothing in the usual case.
  package func score(_ query: ScoredSide, _ listed: ScoredSide, _ table: PairTable, isPerson: Bool) -> Double
  {
    let isPerson = judgesAsPersons ?? isPerson
    guard NameScorer.isTurned(query, listed, table) else {
      return best(query, listed, table, isPerson: isPerson).score
    }
    table.turn()
    defer { table.turn() }
    return best(listed, query, table, isPerson: isPerson).score
  }

  /// The best alignment found and its score.
  package func align(
    _ query: ScoredSide, _ listed: ScoredSide, _ table: PairTable, isPerson: Bool
  ) -> NameAlignment {
    let isPerson = judgesAsPersons ?? isPerson
    guard NameScorer.isTurned(query, listed, table) else {
      return alignInOrder(query, listed, table, isPerson: isPerson)
    }
    table.turn()
    defer { table.turn() }
    return alignInOrder(listed, query, table, isPerson: isPerson).turned
  }

  private func alignInOrder(
    _ query: ScoredSide, _ listed: ScoredSide, _ table: PairTable, isPerson: Bool
  ) -> NameAlignment {
    let taken = best(query, listed, table, isPerson: isPerson).joins
    var alignment: NameAlignment? = NameAlignment()
    _ = evaluate(query, listed, table, joins: taken, isPerson: isPerson, record: &alignment)
    return alignment ?? NameAlignment()
  }

  /// The assignment without joins is optimal; joined neighbours are then taken one after another as long as one raises
  /// the score, the best first. Deterministic: ties go to the earlier token.
  private func best(
    _ query: ScoredSide, _ listed: ScoredSide, _ table: PairTable, isPerson: Bool
  ) -> (score: Double, joins: [JoinedPair]) {
    var none: NameAlignment?
    var taken: [JoinedPair] = []
    table.sortJoins()
    var best = evaluate(query, listed, table, joins: taken, isPerson: isPerson, record: &none)
    while taken.count < 4 && !table.joins.isEmpty {
      var improved = best + 1e-9
      var choice: JoinedPair?
      for join in table.joins
      where !taken.contains(where: { $0.query.overlaps(join.query) || $0.listed.overlaps(join.listed) }) {
        let tried = evaluate(query, listed, table, joins: taken + [join], isPerson: isPerson, record: &none)
        if tried > improved {
          improved = tried
          choice = join
        }
      }
      guard let choice else { break }
      best = improved
      taken.append(choice)
    }
    return (best, taken)
  }

  /// Scores one choice of joins; fills `record` where there is one.
  private func evaluate(
    _ query: ScoredSide, _ listed: ScoredSide, _ table: PairTable, joins: [JoinedPair], isPerson: Bool,
    record: inout NameAlignment?
  ) -> Double {
    var freeQuery = Bits(all: query.count)
    var freeListed = Bits(all: listed.count)
    var agreeing = 0.0
    var weighted = 0.0
    var missing = 0.0
    /// What names that agree inexactly lose of their weight; an initial leaves out letters, but differs in none.
    var inexact = 0.0

    for join in joins {
      for index in join.query { freeQuery.remove(index) }
      for index in join.listed { freeListed.remove(index) }
      let weight = 2 * min(query.total(join.query), listed.total(join.listed))
      agreeing += weight
      weighted += weight * Double(join.similarity.value)
      inexact += weight * (1 - Double(join.similarity.value))
      record?.pairs.append(
        .init(query: join.query, listed: join.listed, similarity: join.similarity, weight: weight))
    }
    var order = OrderCheck()
    var pairs = joins.count
    var syllables = 0
    var sharesKind = false
    var confusesParents = false
    /// The last initial of each side that meets a name.
    var initials = (query: -1, listed: -1)
    Assignment.forEachPair(table, query, listed, freeRows: freeQuery, freeColumns: freeListed) {
      row, column in
      freeQuery.remove(row)
      freeListed.remove(column)
      let similarity = table[row, column]
      let queryWeight = Double(query.weights[row])
      let listedWeight = Double(listed.weights[column])
      let weight =
        similarity.evidence == .initial
        ? 2 * min(queryWeight, listedWeight) : NameScorer.pairWeight(queryWeight, listedWeight)
      agreeing += weight
      weighted += weight * Double(similarity.value)
      if similarity.evidence == .initial {
        missing += abs(queryWeight - listedWeight) * 0.5
        if listed.roles[column] != .initial {
          initials.query = max(initials.query, row)
        } else if query.roles[row] != .initial {
          initials.listed = max(initials.listed, column)
        }
      } else {
        inexact += weight * (1 - Double(similarity.value))
      }
      order.add(row, column, role: query.roles[row])
      if query.roles[row] == .legalForm || query.roles[row] == .generic { sharesKind = true }
      if (query.roles[row] == .maternal) != (listed.roles[column] == .maternal) { confusesParents = true }
      pairs += 1
      if similarity.isSyllable { syllables += 1 }
      record?.pairs.append(
        .init(query: row...row, listed: column...column, similarity: similarity, weight: weight))
    }

    // What is left over on both sides in the same slot contradicts, the heaviest first.
    var slots = 0.0
    var legalForms = 0.0
    var differsInKind = false
    var contradiction = 0.0
    if !freeQuery.isEmpty && !freeListed.isEmpty {
      for (rowSlot, columnSlot) in isPerson ? NameScorer.personSlots : NameScorer.slots {
        while let row = heaviest(query, freeQuery, rowSlot),
          let column = heaviest(listed, freeListed, columnSlot)
        {
          let slot =
            rowSlot == columnSlot ? rowSlot : rowSlot == .initial || columnSlot == .initial ? .initial : .name
          freeQuery.remove(row)
          freeListed.remove(column)
          let both = Double(query.weights[row] + listed.weights[column])
          let weight = parameters.contradiction * max(both, slot.weight * parameters.slotWeight * 2)
          contradiction += weight
          slots += slot.share
          if slot == .legalForm { legalForms += 1 }
          if query.roles[row] == .generic && listed.roles[column] == .generic { differsInKind = true }
          record?.contradictions.append((row, column, weight))
        }
      }
    }
    let confusesInitials =
      NameScorer.passesInitial(query, initials.query, freeQuery)
      || NameScorer.passesInitial(listed, initials.listed, freeListed)
    var lacksNumber = false
    for index in freeQuery {
      missing += lackedWeight(query, index)
      if query.roles[index] == .number, freeListed.isEmpty { lacksNumber = true }
      record?.missingQuery.append(index)
    }
    for index in freeListed {
      missing += lackedWeight(listed, index)
      if listed.roles[index] == .number, freeQuery.isEmpty { lacksNumber = true }
      record?.missingListed.append(index)
    }

    let lacksFirstName =
      isPerson && joins.isEmpty && contradiction == 0
      && order.lacksFirstName(query, freeQuery, listed, freeListed, table)
    guard agreeing > 0 else {
      record?.contradiction = contradiction
      record?.missing = missing
      return 0
    }
    let share = missing / (missing + agreeing / 2)
    let convexity = convexity(agreeing: weighted - parameters.inexactness * inexact)
    let cost = parameters.missing * missing * (1 + convexity * share)
    var factor = factor(isPerson: isPerson, slots: slots)
    if !isPerson { factor *= power(parameters.legalFormFactor, legalForms) }
    if !isPerson && (lacksKind(query, freeQuery) || lacksKind(listed, freeListed)) {
      factor *= parameters.lackedWordFactor
    }
    if !isPerson && differsInKind { factor *= parameters.genericFactor }
    if !isPerson && lacksNumber && sharesKind { factor *= parameters.lackedNumberFactor }
    if isPerson {
      if syllables == pairs {
        factor *= power(parameters.lackedSyllableFactor, Double(freeQuery.count + freeListed.count))
      }
      if syllables == pairs && pairs < 3 { factor *= parameters.twoSyllablesFactor }
      if confusesParents { factor *= parameters.maternalFactor }
      if confusesInitials { factor *= parameters.laterInitialFactor }
      if lacksFirstName { factor *= parameters.firstNameFactor }
      if order.isExchanged && !(joins.isEmpty && order.isReversed && !order.hasLineage) {
        factor *= parameters.exchangeFactor
      } else if joins.isEmpty && order.isReordered {
        factor *= syllables == pairs ? parameters.syllableOrderFactor : parameters.orderFactor
      }
    }
    let score = weighted / (agreeing + contradiction + cost) * factor
    record?.agreement = agreeing
    record?.contradiction = contradiction
    record?.missing = cost
    record?.factor = factor
    record?.score = score
    return score
  }

  /// How much dearer missing grows with the share that is missing, where pairs agree with a weight; less with a greater one.
  func convexity(agreeing weight: Double) -> Double {
    max(0, parameters.convexity - parameters.relief * (weight / 2 - 1))
  }

  /// The weight of a token that the other side lacks.
  private func lackedWeight(_ side: ScoredSide, _ index: Int) -> Double {
    side.roles[index] == .patronymic ? parameters.lackedPatronymic : Double(side.weights[index])
  }

  /// What a pair of tokens counts: the sum of their weights, unless one is much the lighter.
  package static func pairWeight(_ a: Double, _ b: Double) -> Double { min(a + b, 3 * min(a, b)) }

  /// The most that a pair with a token of this weight can count.
  package static func mostPairWeight(_ weight: Double) -> Double { pairWeight(weight, 1) }

  /// The slots whose leftovers contradict each other.
  private static let slots = Slot.allCases.map { ($0, $0) } + [(.name, .maternal), (.maternal, .name)]
  /// Of persons also an initial and a name that does not begin with it.
  private static let personSlots: [(Slot, Slot)] =
    slots + [Slot.name, .patronymic].flatMap { [($0, .initial), (.initial, $0)] }

  /// Whether an initial that meets nothing stands right before another, or before one right before it.
  private static func passesInitial(_ side: ScoredSide, _ initial: Int, _ free: Bits) -> Bool {
    var index = initial - 1
    while index >= 0, side.roles[index] == .initial {
      if free.contains(index) { return true }
      index -= 1
    }
    return false
  }

  private func lacksKind(_ side: ScoredSide, _ free: Bits) -> Bool {
    free.contains { side.roles[$0] == .generic }
  }

  private func heaviest(_ side: ScoredSide, _ free: Bits, _ slot: Slot) -> Int? {
    var best: Int?
    var weight: Float = -1
    for index in free where Slot.of(side.roles[index]) == slot && side.weights[index] > weight {
      weight = side.weights[index]
      best = index
    }
    return best
  }

  /// The factor that contradicting slots leave.
  package func factor(isPerson: Bool, slots: Double) -> Double {
    slots > 0 ? power(isPerson ? parameters.personFactor : parameters.organisationFactor, slots) : 1
  }

  /// `base` to a power that is a multiple of one half, without a mathematics library.
  private func power(_ base: Double, _ exponent: Double) -> Double {
    var result = 1.0
    var left = exponent
    while left >= 1 {
      result *= base
      left -= 1
    }
    return left >= 0.5 ? result * base.squareRoot() : result
  }
}
