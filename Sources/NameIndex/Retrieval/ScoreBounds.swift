import CSignatureScan
import NameSimilarity
import NameText

/// Upper bounds of the similarities between a query and one name, from signatures alone, and of the score they admit.
///
/// Reused from name to name. Its buffers hold `NameAnalyzer.maximumWords` tokens a side.
final class ScoreBounds {
  /// A join that may meet a token of the other side.
  struct Join {
    var onQuerySide: Bool
    /// Which join of the query; unused on the listed side.
    var number: Int
    var first: Int
    var last: Int
    var other: Int
    /// The listed token, or the listed join.
    var unit: Int
    var isFuzzy: Bool
  }

  private static let width = NameAnalyzer.maximumWords
  /// Units of the name's tokens.
  let units: UnsafeMutablePointer<UInt32>
  private let costs: UnsafeMutablePointer<Int32>
  /// Highest similarity of each pair, 0 below the floor; rows x columns.
  private let highest: UnsafeMutablePointer<Float>
  /// Takes every pair and every join as possible: for the search that scores every name without the index.
  var ignoresSignatures = false
  private var rows = 0
  private var columns = 0
  private(set) var joins: [Join] = []
  /// Tokens that have, or as part of a join may have, a partner.
  private var meetingRows: UInt64 = 0
  private var meetingColumns: UInt64 = 0
  private var joinedRows: UInt64 = 0

  init() {
    // Safe: rows and columns are at most `width` each; freed in deinit only.
    units = .allocate(capacity: ScoreBounds.width)
    units.initialize(repeating: 0, count: ScoreBounds.width)
    costs = .allocate(capacity: ScoreBounds.width * ScoreBounds.width)
    costs.initialize(repeating: 0, count: ScoreBounds.width * ScoreBounds.width)
    highest = .allocate(capacity: ScoreBounds.width * ScoreBounds.width)
    highest.initialize(repeating: 0, count: ScoreBounds.width * ScoreBounds.width)
  }

  deinit {
    units.deallocate()
    costs.deallocate()
    highest.deallocate()
  }

  func high(_ row: Int, _ column: Int) -> Float { highest[row * columns + column] }
  func mayMeet(_ row: Int, _ column: Int) -> Bool { highest[row * columns + column] > 0 }

  /// Bounds the similarity of every pair of tokens.
  func fill(_ features: [TokenFeatures], _ signatures: [UInt64], _ name: Candidate, store: NameStore) {
    rows = min(features.count, ScoreBounds.width)
    columns = name.count
    meetingRows = 0
    meetingColumns = 0
    joinedRows = 0
    joins.removeAll(keepingCapacity: true)
    signatures.withUnsafeBufferPointer { queries in
      store.unitSignatures.withUnsafeBufferPointer { listed in
        // Safe: units come from a checked section, and `costs` holds rows x columns.
        guard let queries = queries.baseAddress, let listed = listed.baseAddress else { return }
        namescreen_least_costs(queries, Int64(rows), listed, units, Int64(columns), costs)
      }
    }
    for column in 0..<columns {
      let other = store.features(ofUnit: Int(units[column]))
      for row in 0..<rows {
        let value =
          ignoresSignatures ? 1 : ScoreBounds.highest(features[row], other, costs[row * columns + column])
        let isPossible = value >= TokenSimilarity.floor
        highest[row * columns + column] = isPossible ? value : 0
        if isPossible {
          meetingRows |= 1 << UInt64(row)
          meetingColumns |= 1 << UInt64(column)
        }
      }
    }
  }

  /// Lists the joins that may meet a token of the other side.
  func fillJoins(
    _ reading: NameReading, _ joinFeatures: [TokenFeatures], _ joinSignatures: [UInt64],
    _ features: [TokenFeatures], _ signatures: [UInt64], _ name: Candidate, store: NameStore
  ) {
    for (number, join) in reading.joins.enumerated() {
      let isExact = !join.isFuzzy && joinFeatures[number].role != .legalForm
      for column in 0..<columns {
        let unit = Int(units[column])
        if isExact && !ignoresSignatures && store.unitSignatures[unit] != joinSignatures[number] { continue }
        guard
          ignoresSignatures
            || ScoreBounds.mayJoin(
              joinFeatures[number], joinSignatures[number], isFuzzy: join.isFuzzy,
              store.features(ofUnit: unit),
              store.unitSignatures[unit])
        else { continue }
        joins.append(
          Join(
            onQuerySide: true, number: number, first: join.first, last: join.last, other: column, unit: unit,
            isFuzzy: join.isFuzzy))
        meetingColumns |= 1 << UInt64(column)
        for row in join.first...join.last { joinedRows |= 1 << UInt64(row) }
      }
    }
    for position in store.joinRange(name.number) {
      let unit = Int(store.nameJoins.unchecked(position))
      let isFuzzy = store.isFuzzyJoin(unit)
      if !isFuzzy && !ignoresSignatures && store.role(ofUnit: unit) != .legalForm {
        let signature = store.unitSignatures[unit]
        guard signatures.contains(signature) else { continue }
      }
      let span = store.nameJoinSpans.unchecked(position)
      let join = store.features(ofUnit: unit)
      for row in 0..<rows
      where ignoresSignatures
        || ScoreBounds.mayJoin(
          join, store.unitSignatures[unit], isFuzzy: isFuzzy, features[row], signatures[row])
      {
        joins.append(
          Join(
            onQuerySide: false, number: 0, first: Int(span >> 8), last: Int(span & 0xFF), other: row,
            unit: unit,
            isFuzzy: isFuzzy))
        joinedRows |= 1 << UInt64(row)
        for column in Int(span >> 8)...Int(span & 0xFF) { meetingColumns |= 1 << UInt64(column) }
      }
    }
  }

  /// Puts the similarities that were found in the place of their bounds.
  func tighten(_ table: PairTable) {
    meetingRows = 0
    meetingColumns = 0
    joinedRows = 0
    for row in 0..<rows {
      for column in 0..<columns {
        let value = table[row, column].value
        highest[row * columns + column] = value
        if value > 0 {
          meetingRows |= 1 << UInt64(row)
          meetingColumns |= 1 << UInt64(column)
        }
      }
    }
    for join in table.joins {
      let (row, last) = join.onQuerySide ? (join.first, join.last) : (join.other, join.other)
      for index in row...last { joinedRows |= 1 << UInt64(index) }
      let (column, end) = join.onQuerySide ? (join.other, join.other) : (join.first, join.last)
      for index in column...end { meetingColumns |= 1 << UInt64(index) }
    }
  }

  /// Whether a score of `cutoff` is possible.
  ///
  /// With K leftovers sure to contradict, the factor raises the cut-off c to c' = c / factor^K, and a score of c needs the
  /// sum of 2 min(w, w') (s - c') over the pairs to reach c' times what is missing (at least half a weight) and what
  /// contradicts (at least both weights).
  func admits(
    _ cutoff: Double, _ query: ScoredSide, _ listed: ScoredSide, isPerson: Bool, _ scorer: NameScorer
  ) -> Bool {
    let lonelyRows = ~(meetingRows | joinedRows)
    let lonelyColumns = ~meetingColumns
    var needed = cutoff
    var contradicting = 0.0
    for slot in Slot.allCases {
      var queryCount = 0
      var listedCount = 0
      var least = 2.0
      for row in 0..<rows where lonelyRows & (1 << UInt64(row)) != 0 && Slot.of(query.role(at: row)) == slot {
        queryCount += 1
        least = min(least, Double(query.weight(at: row)))
      }
      guard queryCount > 0 else { continue }
      var leastListed = 2.0
      for column in 0..<columns
      where lonelyColumns & (1 << UInt64(column)) != 0 && Slot.of(listed.role(at: column)) == slot {
        listedCount += 1
        leastListed = min(leastListed, Double(listed.weight(at: column)))
      }
      let pairs = min(queryCount, listedCount)
      guard pairs > 0 else { continue }
      contradicting += Double(pairs) * (1 - scorer.leastMissing) * (least + leastListed)
      needed /= scorer.factor(isPerson: isPerson, slots: Double(pairs) * slot.share)
    }
    guard needed <= 1 else { return false }
    var sum = -needed * contradicting
    let loss = scorer.leastMissing * needed
    let joined = max(0, Double(TokenSimilarity.joined) - needed)
    for row in 0..<rows {
      let weight = Double(query.weight(at: row))
      var gain = -loss * weight
      if joinedRows & (1 << UInt64(row)) != 0 { gain = 2 * weight * joined }
      for column in 0..<columns {
        let high = highest[row * columns + column]
        guard high > 0 else { continue }
        gain = max(
          gain, ScoreBounds.pairGain(weight, Double(listed.weight(at: column)), Double(high) - needed))
      }
      sum += gain
    }
    for column in 0..<columns where lonelyColumns & (1 << UInt64(column)) != 0 {
      sum -= loss * Double(listed.weight(at: column))
    }
    return sum > -1e-4
  }

  /// Most that a pair adds: beside an initial it counts twice the lesser weight.
  private static func pairGain(_ a: Double, _ b: Double, _ excess: Double) -> Double {
    excess > 0 ? NameScorer.pairWeight(a, b) * excess : 2 * min(a, b) * excess
  }

  /// An upper bound of `TokenSimilarity.of`.
  private static func highest(_ a: TokenFeatures, _ b: TokenFeatures, _ leastCost: Int32) -> Float {
    if (leastCost == 0 && a.skeletonLength == b.skeletonLength) || a.hasForm(of: b) { return 1 }
    if (a.role == .particle) != (b.role == .particle) { return 0 }
    if a.role == .initial || b.role == .initial {
      return a.skeletonLength > 0 && b.skeletonLength > 0 && a.skeleton[0] == b.skeleton[0] ? 1 : 0
    }
    if a.script.isVowelless != b.script.isVowelless { return 1 }
    if TokenSimilarity.related(a, b).value > 0 { return 1 }
    if a.role == .number || b.role == .number { return 0 }
    let length = max(a.skeletonLength, b.skeletonLength)
    let cost = max(leastCost, Int32(abs(a.skeletonLength - b.skeletonLength)) * 30)
    return 1 - TokenSimilarity.slope * Float(cost) / (Float(SpellingCosts.unit) * Float(length)) + 1e-5
  }

  /// Whether `TokenSimilarity.ofJoin` may find anything.
  private static func mayJoin(
    _ join: TokenFeatures, _ signature: UInt64, isFuzzy: Bool, _ token: TokenFeatures,
    _ tokenSignature: UInt64
  ) -> Bool {
    if join.role == .legalForm || token.role == .legalForm {
      return join.relationCount > 0 && token.relationCount > 0
    }
    if !isFuzzy || token.skeletonLength <= 3 {
      return signature == tokenSignature && join.skeletonLength == token.skeletonLength
    }
    let length = max(join.skeletonLength, token.skeletonLength)
    let limit = TokenSimilarity.costLimit(
      least: TokenSimilarity.floor / TokenSimilarity.joined, length: length)
    guard Int32(abs(join.skeletonLength - token.skeletonLength)) * 30 <= limit else { return false }
    var cost: Int32 = 0
    var query = signature
    var listed = tokenSignature
    var first: UInt32 = 0
    namescreen_least_costs(&query, 1, &listed, &first, 1, &cost)
    return cost <= limit
  }
}
