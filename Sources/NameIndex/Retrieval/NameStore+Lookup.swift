import CSignatureScan
import NameSimilarity
import NameText

extension NameStore {
  /// Every unit whose similarity with `token` reaches `least`, ascending.
  ///
  /// Complete: the union of equal skeletons, related units, spellings within the cost that `least` leaves, and joins.
  ///
  /// - Complexity: a walk through the part of the skeletons' trie whose beginnings the cost allows.
  func units(like token: TokenFeatures, least: Float, session: SearchSession) -> [UInt32] {
    var units: [UInt32] = []
    addRelated(token, least: least, to: &units)
    addEqual(token, to: &units)
    if token.role != .number && token.role != .initial {
      addSpelled(token, least: least, session: session, to: &units) { unit in
        // A listed token by its spelling, a fuzzy join at its discount.
        if unit < self.tokenCount { return 1 }
        return self.isFuzzyJoin(unit) && token.skeletonLength > 3 ? TokenSimilarity.joined : nil
      }
    }
    addAlikeConsonants(token, least: least, session: session, to: &units)
    return sortedUnique(units)
  }

  /// Units of the other kind of script, vowelless or not, by their consonants.
  private func addAlikeConsonants(
    _ token: TokenFeatures, least: Float, session: SearchSession, to units: inout [UInt32]
  ) {
    guard token.role != .number, token.role != .initial else { return }
    let signature = SkeletonSignature.of(token.skeletonBytes)
    func add(_ unit: Int) {
      let skeleton = Int(unitSkeletons.unchecked(unit))
      let length = Int(skeletonOffsets.unchecked(skeleton + 1) - skeletonOffsets.unchecked(skeleton))
      let limit = TokenSimilarity.costLimit(
        least: least / TokenSimilarity.consonants, length: max(length, token.skeletonLength))
      guard SkeletonSignature.leastConsonantCost(signature, unitSignatures[unit]) <= limit else { return }
      let other = features(ofUnit: unit)
      guard other.script.isVowelless != token.script.isVowelless else { return }
      if TokenSimilarity.of(token, other, distance: session.distance).value >= least {
        units.append(UInt32(unit))
      }
    }
    if token.script.isVowelless {
      for unit in 0..<tokenCount { add(unit) }
    } else {
      for unit in vowellessUnits { add(Int(unit)) }
    }
  }

  /// Every token unit that neighbours of the query, read as one word, meet with a similarity of `least`.
  func units(likeJoin join: TokenFeatures, isFuzzy: Bool, least: Float, session: SearchSession) -> [UInt32] {
    var units: [UInt32] = []
    if join.role == .legalForm {
      addRelated(join, least: 0, to: &units)
    } else {
      addEqual(join, to: &units)
      if isFuzzy {
        addSpelled(join, least: least, session: session, to: &units) { unit in
          unit < self.tokenCount ? TokenSimilarity.joined : nil
        }
      }
    }
    return sortedUnique(units.filter { $0 < tokenCount })
  }

  /// Units with the same skeleton, joins included, and tokens with the same form, whose skeleton may differ (Çelik, Celik).
  private func addEqual(_ token: TokenFeatures, to units: inout [UInt32]) {
    var key = Array(token.formBytes)
    if let unit = trie.ordinal(of: key) { units.append(UInt32(unit)) }
    key.append(Token.keySeparator)
    for unit in trie.range(prefix: key) { units.append(UInt32(unit)) }
    for side in 0...1 {
      let bucket = bucket(side: side, length: token.skeletonLength)
      if let skeleton = skeletonNumber(token.skeletonBytes, in: bucket) {
        units.append(contentsOf: unitsOf(skeleton))
      }
    }
  }

  private func addRelated(_ token: TokenFeatures, least: Float, to units: inout [UInt32]) {
    for index in 0..<token.relationCount {
      let relation = Relation(code: token.relations[index])
      guard let kind = relation.kind else { continue }
      let group = Int(relation.code & 0xFF_FFFF)
      let partners: [Relation] =
        switch kind {
        case .nicknamed: [relation, Relation(.nickname, group)]
        case .nickname: [relation, Relation(.nicknamed, group)]
        default: [relation]
        }
      for partner in partners where TokenSimilarity.meeting(relation, partner).value >= least {
        guard let row = relationNumber(partner.code) else { continue }
        for position in Int(relationOffsets.unchecked(row))..<Int(relationOffsets.unchecked(row + 1)) {
          units.append(relationUnits.unchecked(position))
        }
      }
    }
  }

  /// Units of skeletons within the cost that `least` leaves; `discount` is what the unit's kind makes of a similarity.
  private func addSpelled(
    _ token: TokenFeatures, least: Float, session: SearchSession, to units: inout [UInt32],
    discount: (Int) -> Float?
  ) {
    session.rows.start(token.skeleton, token.skeletonLength, least: least)
    var walk = SpellingWalk(
      rows: session.rows, queryLength: token.skeletonLength,
      signature: SkeletonSignature.of(token.skeletonBytes),
      signatures: orderedSignatures)
    skeletonTrie.walk(&walk)
    for found in walk.found {
      let value =
        1 - TokenSimilarity.slope * Float(found.cost) / (Float(SpellingCosts.unit) * Float(found.length))
      for unit in unitsOf(Int(skeletonsInOrder.unchecked(found.ordinal))) {
        guard let share = discount(Int(unit)), value * share >= least - 1e-4 else { continue }
        units.append(unit)
      }
    }
  }

  private func bucket(side: Int, length: Int) -> Range<Int> {
    let row = side * (Token.maximumLength + 2)
    let lower = Int(skeletonBuckets.unchecked(row + min(length, Token.maximumLength)))
    let upper = Int(skeletonBuckets.unchecked(row + min(length, Token.maximumLength) + 1))
    return lower..<max(lower, min(upper, skeletonSignatures.count))
  }

  private func unitsOf(_ skeleton: Int) -> UnsafeBufferPointer<UInt32> {
    skeletonUnits.withUnsafeBufferPointer { units in
      let lower = Int(skeletonUnitOffsets.unchecked(skeleton))
      let upper = Int(skeletonUnitOffsets.unchecked(skeleton + 1))
      return UnsafeBufferPointer(rebasing: units[lower..<upper])
    }
  }

  /// The skeleton with these bytes in a bucket of one length, by binary search.
  private func skeletonNumber(_ bytes: UnsafeBufferPointer<UInt8>, in bucket: Range<Int>) -> Int? {
    var lower = bucket.lowerBound
    var upper = bucket.upperBound
    while lower < upper {
      let middle = (lower + upper) / 2
      let start = Int(skeletonOffsets.unchecked(middle))
      var order = 0
      for offset in 0..<bytes.count {
        let stored = skeletonBytes[start + offset] ?? 0
        if stored != bytes[offset] {
          order = stored < bytes[offset] ? -1 : 1
          break
        }
      }
      if order == 0 { return middle }
      if order < 0 { lower = middle + 1 } else { upper = middle }
    }
    return nil
  }

  private func relationNumber(_ code: UInt32) -> Int? {
    var lower = 0
    var upper = relationCodes.count
    while lower < upper {
      let middle = (lower + upper) / 2
      let stored = relationCodes.unchecked(middle)
      if stored == code { return middle }
      if stored < code { lower = middle + 1 } else { upper = middle }
    }
    return nil
  }

  private func sortedUnique(_ units: [UInt32]) -> [UInt32] {
    let sorted = units.sorted()
    var result: [UInt32] = []
    result.reserveCapacity(sorted.count)
    for unit in sorted where result.last != unit { result.append(unit) }
    return result
  }
}

/// Collects the skeletons within a cost of the query, entering each common beginning once.
private struct SpellingWalk: TokenTrieVisitor {
  let rows: SpellingRows
  let queryLength: Int
  /// Ordinals of skeletons with their cost and the longer length.
  var found: [(ordinal: Int, cost: Int32, length: Int)] = []

  private let signature: UInt64
  private let signatures: [UInt64]
  private var checked = 0..<0

  init(rows: SpellingRows, queryLength: Int, signature: UInt64, signatures: [UInt64]) {
    self.rows = rows
    self.queryLength = queryLength
    self.signature = signature
    self.signatures = signatures
  }

  /// Below this many skeletons their signatures are asked before another letter is.
  private static let few = 48

  mutating func enter(_ byte: UInt8, depth: Int, ordinals: Range<Int>) -> Bool {
    if ordinals.count <= SpellingWalk.few && ordinals != checked {
      guard mayHold(ordinals) else { return false }
      checked = ordinals
    }
    return rows.enter(byte, depth: depth)
  }

  private func mayHold(_ ordinals: Range<Int>) -> Bool {
    guard ordinals.upperBound <= signatures.count else { return true }
    return signatures.withUnsafeBufferPointer { signatures in
      // Safe: the range is inside, and lengths of skeletons are below the count of the limits.
      guard let start = signatures.baseAddress else { return true }
      return namescreen_any_within(
        start, Int64(ordinals.lowerBound), Int64(ordinals.upperBound), signature, Int32(queryLength),
        rows.limitsByLength) != 0
    }
  }

  mutating func token(_ ordinal: Int, depth: Int) {
    if let cost = rows.distance(depth: depth) { found.append((ordinal, cost, max(depth, queryLength))) }
  }
}
