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

/// One side of a comparison: weights and roles of its tokens, in their order. Holds up to `NameAnalyzer.maximumWords`.
package final class ScoredSide {
  package private(set) var count = 0
  let weights: UnsafeMutablePointer<Float>
  let roles: UnsafeMutablePointer<TokenRole>

  package init() {
    // Safe: `append` keeps count within the capacity; freed in deinit only.
    weights = .allocate(capacity: NameAnalyzer.maximumWords)
    roles = .allocate(capacity: NameAnalyzer.maximumWords)
  }

  deinit {
    weights.deallocate()
    roles.deallocate()
  }

  package func removeAll() { count = 0 }

  /// Adds a token; one beyond the capacity is left out.
  package func append(weight: Float, role: TokenRole) {
    guard count < NameAnalyzer.maximumWords else { return }
    weights[count] = weight
    roles[count] = role
    count += 1
  }

  package func role(at index: Int) -> TokenRole { index < count ? roles[index] : .title }
  package func weight(at index: Int) -> Float { index < count ? weights[index] : 0 }

  /// The sum of the weights in a range of tokens.
  func total(_ range: ClosedRange<Int>) -> Double {
    var sum = 0.0
    for index in range where index < count { sum += Double(weights[index]) }
    return sum
  }
}

/// Neighbours `first...last` of one side that meet the token `other` of the other side.
package struct JoinedPair {
  package var onQuerySide: Bool
  package var first: Int
  package var last: Int
  package var other: Int
  package var similarity: TokenSimilarity

  package init(onQuerySide: Bool, first: Int, last: Int, other: Int, similarity: TokenSimilarity) {
    self.onQuerySide = onQuerySide
    self.first = first
    self.last = last
    self.other = other
    self.similarity = similarity
  }

  var query: ClosedRange<Int> { onQuerySide ? first...last : other...other }
  var listed: ClosedRange<Int> { onQuerySide ? other...other : first...last }
}

/// All similarities between the tokens of two names that are above the floor; reused between comparisons.
package final class PairTable {
  package private(set) var rows = 0
  package private(set) var columns = 0
  private var rowStep = 0
  private var columnStep = 1
  private let values: UnsafeMutablePointer<TokenSimilarity>
  package var joins: [JoinedPair] = []

  package init() {
    // Safe: `reset` clamps both sides to the capacity, and the subscript is only used below rows and columns.
    values = .allocate(capacity: NameAnalyzer.maximumWords * NameAnalyzer.maximumWords)
  }

  deinit { values.deallocate() }

  package func reset(rows: Int, columns: Int) {
    self.rows = min(rows, NameAnalyzer.maximumWords)
    self.columns = min(columns, NameAnalyzer.maximumWords)
    rowStep = self.columns
    columnStep = 1
    values.initialize(repeating: .none, count: self.rows * self.columns)
    joins.removeAll(keepingCapacity: true)
  }

  /// Exchanges rows and columns, and the sides of the joins.
  ///
  /// - Complexity: O(joins).
  func turn() {
    swap(&rows, &columns)
    swap(&rowStep, &columnStep)
    if !joins.isEmpty { joins = joins.map(\.turned) }
  }

  package subscript(row: Int, column: Int) -> TokenSimilarity {
    @inline(__always) get {
      assert(row < rows && column < columns)
      return values[row * rowStep + column * columnStep]
    }
    @inline(__always) set {
      assert(row < rows && column < columns)
      values[row * rowStep + column * columnStep] = newValue
    }
  }
}

/// Which token met which, and what the score was made of.
package struct NameAlignment {
  package struct Pair {
    package var query: ClosedRange<Int>
    package var listed: ClosedRange<Int>
    package var similarity: TokenSimilarity
    /// 2 min(w query, w listed).
    package var weight: Double
  }
  package var pairs: [Pair] = []
  /// Leftovers of both sides that stand against each other.
  package var contradictions: [(query: Int, listed: Int, weight: Double)] = []
  package var missingQuery: [Int] = []
  package var missingListed: [Int] = []
  package var agreement = 0.0
  package var contradiction = 0.0
  package var missing = 0.0
  package var factor = 1.0
  package var score = 0.0
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

/// A set of token positions below `NameAnalyzer.maximumWords`, which is 64.
struct Bits: Sequence, IteratorProtocol {
  private var bits: UInt64

  init(all count: Int) { bits = count >= 64 ? .max : (1 << UInt64(count)) - 1 }

  var isEmpty: Bool { bits == 0 }
  var count: Int { bits.nonzeroBitCount }
  func contains(_ index: Int) -> Bool { bits & (1 << UInt64(index)) != 0 }
  mutating func insert(_ index: Int) { bits |= 1 << UInt64(index) }
  mutating func remove(_ index: Int) { bits &= ~(1 << UInt64(index)) }

  /// Positions in ascending order, one after another.
  mutating func next() -> Int? {
    guard bits != 0 else { return nil }
    let position = bits.trailingZeroBitCount
    bits &= bits - 1
    return position
  }
}

/// Whether pairs, taken in the order of the query, are more than a family name moved to the other end: father and son
/// exchanged, given names exchanged.
private struct OrderCheck {
  private var first = -1
  private var last = -1
  private var descents = 0
  private var count = 0
  /// Whether a child's name and the father's are told apart by what stands between them.
  private(set) var hasLineage = false
  private var lastPair = Place()
  /// Whether a name before a particle is the one after it on the other side: father and son.
  private(set) var isExchanged = false

  private struct Place {
    var row = -2
    var column = -2
    var isParticle = false
  }

  /// The first pair of names, how many there are, and whether they stand in one order.
  private var firstName = (row: -1, column: -1)
  private var lastNameColumn = -1
  private var nameCount = 0
  private var namesAscend = true

  mutating func add(_ row: Int, _ column: Int, role: TokenRole) {
    let isParticle = role.isParticle
    if role.isName {
      if nameCount == 0 { firstName = (row, column) }
      if column < lastNameColumn { namesAscend = false }
      lastNameColumn = column
      nameCount += 1
    }
    if first < 0 { first = column } else if column < last { descents += 1 }
    if role == .lineage { hasLineage = true }
    if lastPair.row == row - 1, lastPair.isParticle != isParticle,
      isParticle ? lastPair.column == column + 1 : column == lastPair.column - 1
    {
      isExchanged = true
    }
    lastPair = Place(row: row, column: column, isParticle: isParticle)
    last = column
    count += 1
  }

  /// Whether a name of one side, which the other lacks, stands before two and more that both have, and nothing else is left of the
  /// other.
  func lacksFirstName(
    _ query: ScoredSide, _ freeQuery: Bits, _ listed: ScoredSide, _ freeListed: Bits, _ table: PairTable
  ) -> Bool {
    guard nameCount > 1, namesAscend else { return false }
    func firstFree(_ side: ScoredSide, _ free: Bits) -> Int? {
      var free = free
      while let index = free.next() {
        if side.roles[index].isName { return index }
      }
      return nil
    }
    // One that repeats a name of the other side is not lacking there.
    switch (firstFree(query, freeQuery), firstFree(listed, freeListed)) {
    case (let row?, nil):
      return row < firstName.row && !(0..<table.columns).contains { table[row, $0].value > 0 }
    case (nil, let column?):
      return column < firstName.column && !(0..<table.rows).contains { table[$0, column].value > 0 }
    default: return false
    }
  }

  /// Whether all stands in the opposite order, as some write names.
  var isReversed: Bool { descents == count - 1 }

  var isReordered: Bool { count > 2 && descents + (last > first ? 1 : 0) > 1 }
}
