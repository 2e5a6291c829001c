import CNameKernels
import NameSimilarity
import NameText

extension NameStore {
  /// Every unit whose similarity with `token` reaches `least`, ascending.
  ///
  /// Complete: the union of equal skeletons, related units, spellings within the cost that `least` leaves, and joins.
  ///
  /// - Parameter findsLight: Whether the units that weigh little are found down to the floor of similarity.
  /// - Complexity: a walk through the part of the skeletons' trie whose beginnings the cost allows.
  func units(
    like token: TokenFeatures, least: Float, findsLight: Bool, session: SearchSession
  ) -> [UInt32] {
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
    if findsLight {
      addLight(to: &units) { unit, features in
        unit < self.tokenCount
          ? TokenSimilarity.of(token, features, distance: session.distance)
          : TokenSimilarity.ofJoin(
            features, isFuzzy: self.isFuzzyJoin(unit), token, distance: session.distance)
      }
    }
    return sortedUnique(units)
  }

  private func addLight(to units: inout [UInt32], similarity: (Int, TokenFeatures) -> TokenSimilarity) {
    for index in 0..<lightUnits.count {
      let unit = lightUnits.unchecked(index)
      let found = similarity(Int(unit), features(ofUnit: Int(unit)))
      // What initials add is settled where the search is planned.
      if found.value > 0 && found.evidence != .initial { units.append(unit) }
    }
  }

  /// Units of the other kind of script, vowelless or not, by their consonants.
  private func addAlikeConsonants(
    _ token: TokenFeatures, least: Float, session: SearchSession, to units: inout [UInt32]
  ) {
    guard token.role != .number, token.role != .initial else { return }
    guard least <= TokenSimilarity.consonants else { return }
    let query = Glance.of(
      token, signature: SkeletonSignature.of(token.skeletonBytes), isFuzzy: false)
    let limits = SpellingLimits(least: least / TokenSimilarity.consonants).byLength
    let found = session.found(tokenCount)
    // Safe: units of scripts without vowels are checked numbers, tokens come first among the units.
    let count = unitGlances.withUnsafeBufferPointer { glances in
      vowellessUnits.withUnsafeBufferPointer { vowelless in
        Int(
          token.script.isVowelless
            ? namescreen_alike_consonants(glances.baseAddress, nil, Int64(tokenCount), query, limits, found)
            : namescreen_alike_consonants(
              glances.baseAddress, vowelless.baseAddress, Int64(vowelless.count), query, limits, found))
      }
    }
    for index in 0..<count {
      let other = features(ofUnit: Int(found[index]))
      guard other.script.isVowelless != token.script.isVowelless else { continue }
      if TokenSimilarity.of(token, other, distance: session.distance).value >= least {
        units.append(found[index])
      }
    }
  }

  /// Every token unit that neighbours of the query, read as one word, meet with a similarity of `least`.
  func units(
    likeJoin join: TokenFeatures, isFuzzy: Bool, least: Float, findsLight: Bool, session: SearchSession
  ) -> [UInt32] {
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
    if findsLight {
      addLight(to: &units) { _, features in
        TokenSimilarity.ofJoin(join, isFuzzy: isFuzzy, features, distance: session.distance)
      }
    }
    return sortedUnique(units.filter { $0 < tokenCount })
  }

  /// Units with the same skeleton, joins included, and tokens with the same form, whose skeleton may differ (Çelik, Celik).
  private func addEqual(_ token: TokenFeatures, to units: inout [UInt32]) {
    for unit in self.units(withFormOf: token) { units.append(UInt32(unit)) }
    let spelled = skeletonShared.count
    for sorted in [0..<spelled, spelled..<skeletonSignatures.count] {
      if let skeleton = skeletonNumber(token.skeletonBytes, in: sorted) {
        units.append(contentsOf: unitsOf(skeleton))
      }
    }
  }

  /// Tokens with a form. Keys say the form, then perhaps a separator that sorts before all letters, so they are neighbours.
  func units(withFormOf token: TokenFeatures) -> Range<Int> {
    var key = Array(token.formBytes)
    let exact = trie.ordinal(of: key)
    key.append(Token.keySeparator)
    let longer = trie.range(prefix: key)
    guard let exact else { return longer }
    return exact..<max(exact + 1, longer.upperBound)
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
    session.distance.start(
      token.skeleton, token.skeletonLength, limits: SpellingLimits(least: least))
    let signature = SkeletonSignature.of(token.skeletonBytes)
    let found = session.spelled(skeletonShared.count)
    // Safe: the sections have the shapes that `init` checked, and `found` has room for every skeleton.
    let count = skeletonBytes.withUnsafeBufferPointer { bytes in
      skeletonOffsets.withUnsafeBufferPointer { offsets in
        skeletonShared.withUnsafeBufferPointer { shared in
          skeletonSignatures.withUnsafeBufferPointer { signatures in
            var vocabulary = namescreen_vocabulary(
              bytes: bytes.baseAddress, offsets: offsets.baseAddress, shared: shared.baseAddress,
              signatures: signatures.baseAddress, count: Int64(shared.count))
            return Int(namescreen_spelled_words(session.distance.kernel, signature, &vocabulary, found))
          }
        }
      }
    }
    for index in 0..<count {
      for unit in unitsOf(Int(found[index].word)) {
        guard let share = discount(Int(unit)) else { continue }
        let value = TokenSimilarity.spelled(cost: found[index].cost, token, features(ofUnit: Int(unit)))
        if value * share >= least - 1e-4 { units.append(unit) }
      }
    }
  }

  private func unitsOf(_ skeleton: Int) -> UnsafeBufferPointer<UInt32> {
    skeletonUnits.withUnsafeBufferPointer { units in
      let lower = Int(skeletonUnitOffsets.unchecked(skeleton))
      let upper = Int(skeletonUnitOffsets.unchecked(skeleton + 1))
      return UnsafeBufferPointer(rebasing: units[lower..<upper])
    }
  }

  /// The skeleton with these bytes among those in byte order, by binary search.
  private func skeletonNumber(_ bytes: UnsafeBufferPointer<UInt8>, in sorted: Range<Int>) -> Int? {
    var lower = sorted.lowerBound
    var upper = sorted.upperBound
    while lower < upper {
      let middle = (lower + upper) / 2
      let start = Int(skeletonOffsets.unchecked(middle))
      let length = Int(skeletonOffsets.unchecked(middle + 1)) - start
      var order = length - bytes.count
      for offset in 0..<min(length, bytes.count) {
        let stored = skeletonBytes.unchecked(start + offset)
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
