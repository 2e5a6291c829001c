import CNameKernels
import NameSimilarity
import NameText

extension NameStore {
  /// Every unit whose similarity with `token` reaches `least`, ascending.
  ///
  /// Complete: the union of equal skeletons, related units, spellings within the cost that `least` leaves, and loose joins;
  /// names with other joins that equal it are found by `NeighbourTable`.
  ///
  /// - Parameters:
  ///   - findsLight: Whether the units that weigh little are found down to the floor of similarity.
  ///   - findsInitials: Whether initials are found that a full name may begin with.
  /// - Complexity: a walk through the groups of skeletons whose letters the cost allows.
  func units(
    like token: TokenFeatures, least: Float, findsLight: Bool, findsInitials: Bool, session: SearchSession
  ) -> [UInt32] {
    keepResidentLimit()
    var units: [UInt32] = []
    addRelated(token, least: findsLight ? 0 : least, to: &units)
    addEqualForms(token, to: &units)
    if token.role != .number && token.role != .initial {
      addSpelled(token, least: least, most: 1, session: session, to: &units) { unit in
        // A listed token by its spelling, a fuzzy join at its discount.
        if unit < self.tokenCount { return self.isAcross(token, unit) ? TokenSimilarity.acrossScripts : 1 }
        return self.isFuzzyJoin(unit) && token.skeletonLength > 3 ? TokenSimilarity.joined : nil
      }
    } else {
      addEqualSkeleton(token, session: session, to: &units)
    }
    addAlikeConsonants(token, least: least, session: session, to: &units)
    if findsInitials || token.role == .initial { addInitials(of: token, to: &units) }
    if findsLight {
      addLight(token, isJoin: false, session: session, to: &units) { unit, features in
        unit < self.tokenCount
          ? TokenSimilarity.of(token, features, distance: session.distance)
          : TokenSimilarity.ofJoin(
            features, isFuzzy: self.isFuzzyJoin(unit), token, distance: session.distance)
      }
    }
    units = sortedUnique(units)
    if token.script.isCollapsing && !findsLight {
      // Words of such a script are few and lead to many names, so that each unit is better looked at as it is.
      units.removeAll { unit in
        Int(unit) < tokenCount
          && TokenSimilarity.of(token, features(ofUnit: Int(unit)), distance: session.distance).value
            < least - 1e-4
      }
    }
    return units
  }

  /// Initials with the first letter of a word.
  private func addInitials(of token: TokenFeatures, to units: inout [UInt32]) {
    guard let letter = token.skeletonBytes.first else { return }
    for index in initialUnits.indices {
      let unit = initialUnits.unchecked(index)
      if Int(unit) < unitCount, features(ofUnit: Int(unit)).skeletonBytes.first == letter {
        units.append(unit)
      }
    }
  }

  /// Whether a token unit is of a script across which agreement with `token` proves less.
  func isAcross(_ token: TokenFeatures, _ unit: Int) -> Bool {
    let glance = self.unit(unit).glance
    return (glance & NAMESCREEN_COLLAPSING != 0) != token.script.isCollapsing
      && (glance & NAMESCREEN_VOWELLESS != 0) == token.script.isVowelless
  }

  private func addLight(
    _ token: TokenFeatures, isJoin: Bool, session: SearchSession, to units: inout [UInt32],
    similarity: (Int, TokenFeatures) -> TokenSimilarity
  ) {
    let glance = Glance.of(token, signature: SkeletonSignature.of(token.skeletonBytes), isFuzzy: false)
    var worth = SpellingDistance.worth(of: token)
    var consonants = SpellingDistance.worth(ofConsonantsOf: token)
    let found = session.found(lightUnits.count)
    session.distance.start(token.skeleton, token.skeletonLength, limits: .floor)
    startConsonants(of: token, limits: .consonants, session: session)
    // Safe: `found` has room for all.
    var count: Int64 = 0
    withPointers { units, _ in
      var units = units
      count = namescreen_alike_light(
        glance, &worth, session.distance.kernel, &consonants, isJoin ? nil : session.consonantDistance.kernel,
        &units, NameStore.start(of: lightUnits), Int64(lightUnits.count), UInt32(tokenCount), found)
    }
    for index in 0..<Int(count) {
      let similarity = similarity(Int(found[index]), features(ofUnit: Int(found[index])))
      // What initials add is settled where the search is planned.
      if similarity.value > 0 && similarity.evidence != .initial { units.append(found[index]) }
    }
  }

  /// Units of the other kind of script, vowelless or not, by their consonants.
  private func addAlikeConsonants(
    _ token: TokenFeatures, least: Float, session: SearchSession, to units: inout [UInt32]
  ) {
    guard token.role != .number, token.role != .initial else { return }
    guard least <= TokenSimilarity.consonants else { return }
    if token.script.isVowelless {
      for word in wordsByConsonants(of: token, least: least, session: session) {
        addAlikeConsonants(token, unitsOf(Int(word.word)), least: least, session: session, to: &units)
      }
    } else {
      let query = Glance.of(
        token, signature: SkeletonSignature.of(token.skeletonBytes), isFuzzy: false)
      let limits = session.limits(least: least / TokenSimilarity.consonants).byLength
      let found = session.found(vowellessUnits.count)
      // Safe: `found` has room for all.
      var count: Int64 = 0
      withPointers { units, _ in
        var units = units
        count = namescreen_alike_consonants(
          &units, NameStore.start(of: vowellessUnits), Int64(vowellessUnits.count), query, limits, found)
      }
      addAlikeConsonants(
        token, UnsafeBufferPointer(start: found, count: Int(count)), least: least, session: session,
        to: &units)
    }
  }

  private func addAlikeConsonants(
    _ token: TokenFeatures, _ found: some Sequence<UInt32>, least: Float, session: SearchSession,
    to units: inout [UInt32]
  ) {
    for unit in found where unit < tokenCount {
      let other = features(ofUnit: Int(unit))
      guard other.script.isVowelless != token.script.isVowelless else { continue }
      if TokenSimilarity.of(token, other, distance: session.distance).value >= least { units.append(unit) }
    }
  }

  /// The skeletons whose consonants are those of a word within the cost that `least` leaves.
  private func wordsByConsonants(
    of token: TokenFeatures, least: Float, session: SearchSession
  ) -> UnsafeBufferPointer<namescreen_spelled> {
    startConsonants(
      of: token, limits: session.limits(least: least / TokenSimilarity.consonants), session: session)
    let found = session.spelled(skeletonCount)
    // Safe: `found` has room for every skeleton.
    let count = withVocabulary { vocabulary in
      var vocabulary = vocabulary
      return Int(namescreen_consonant_words(session.consonantDistance.kernel, &vocabulary, found))
    }
    return UnsafeBufferPointer(start: found, count: count)
  }

  /// Lets a session's second kernel hold the consonants of a word.
  private func startConsonants(of token: TokenFeatures, limits: SpellingLimits, session: SearchSession) {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: Token.maximumLength) { consonants in
      // Safe: skeletons are cut to maximumLength.
      guard let start = consonants.baseAddress else { return }
      let length = ConsonantSkeleton.write(token.skeletonBytes, to: start)
      session.consonantDistance.start(start, length, limits: limits)
    }
  }

  /// Every token unit that neighbours of the query, read as one word, meet with a similarity of `least`.
  func units(
    likeJoin join: TokenFeatures, isFuzzy: Bool, least: Float, findsLight: Bool, session: SearchSession
  ) -> [UInt32] {
    keepResidentLimit()
    var units: [UInt32] = []
    if join.role == .legalForm {
      addRelated(join, least: 0, to: &units)
    } else {
      addEqualForms(join, to: &units)
      if isFuzzy {
        addSpelled(join, least: least, most: TokenSimilarity.joined, session: session, to: &units) { unit in
          unit < self.tokenCount ? TokenSimilarity.joined : nil
        }
      } else {
        addEqualSkeleton(join, session: session, to: &units)
      }
    }
    if findsLight && isFuzzy {
      addLight(join, isJoin: true, session: session, to: &units) { _, features in
        TokenSimilarity.ofJoin(join, isFuzzy: isFuzzy, features, distance: session.distance)
      }
    }
    return sortedUnique(units.filter { $0 < tokenCount })
  }

  /// Tokens with the same form, whose skeleton may differ (Çelik, Celik).
  private func addEqualForms(_ token: TokenFeatures, to units: inout [UInt32]) {
    for unit in self.units(withFormOf: token) { units.append(UInt32(unit)) }
  }

  /// Units with the same skeleton, joins included.
  private func addEqualSkeleton(_ token: TokenFeatures, session: SearchSession, to units: inout [UInt32]) {
    guard skeletonFilter.mayHold(token.skeletonBytes), let skeleton = skeletonNumber(token, session.distance)
    else { return }
    units.append(contentsOf: unitsOf(skeleton))
  }

  /// Tokens with a form. Keys say the form, then perhaps a separator that sorts before all letters, so they are neighbours.
  func units(withFormOf token: TokenFeatures) -> Range<Int> {
    guard !trie.range(prefix: token.formBytes).isEmpty else { return 0..<0 }
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
      // Neighbours that are a legal form meet one by their relation, and prove what joined words do.
      let joined = kind == .legalForm ? TokenSimilarity.joined : 0
      for partner in partners
      where max(TokenSimilarity.meeting(relation, partner).value, joined) >= least {
        guard let row = relationNumber(partner.code) else { continue }
        for position in self.row(row, relationOffsets, of: relationUnits) {
          let unit = relationUnits.unchecked(position)
          if Int(unit) < unitCount { units.append(unit) }
        }
      }
    }
  }

  /// Units of skeletons within the cost that `least` leaves, all of an equal one; `discount` is what the unit's kind makes
  /// of a similarity, at most `most`.
  private func addSpelled(
    _ token: TokenFeatures, least: Float, most: Float, session: SearchSession, to units: inout [UInt32],
    discount: (Int) -> Float?
  ) {
    // No less than the floor, whatever the discount: no spelling is compared below it.
    session.distance.start(
      token.skeleton, token.skeletonLength,
      limits: session.limits(least: max(TokenSimilarity.floor, (least - 1e-4) / most)))
    let glance = SkeletonSignature.glance(of: token.skeletonBytes)
    let found = session.spelled(skeletonCount)
    let count = withVocabulary { vocabulary in
      var vocabulary = vocabulary
      return Int(namescreen_spelled_words(session.distance.kernel, glance, &vocabulary, found))
    }
    for index in 0..<count {
      guard found[index].cost > 0 else {
        units.append(contentsOf: unitsOf(Int(found[index].word)))
        continue
      }
      for unit in unitsOf(Int(found[index].word)) {
        guard let share = discount(Int(unit)) else { continue }
        let value = TokenSimilarity.spelled(cost: found[index].cost, token, features(ofUnit: Int(unit)))
        if value * share >= least - 1e-4 { units.append(unit) }
      }
    }
  }

  /// The skeletons as the loop in C reads them.
  private func withVocabulary(_ body: (namescreen_vocabulary) -> Int) -> Int {
    // Safe: the sections have the shapes that `init` checked; the pointers do not leave the body.
    withExtendedLifetime(self) {
      body(
        namescreen_vocabulary(
          bytes: NameStore.start(of: skeletonBytes), offsets: NameStore.start(of: skeletonOffsets),
          keys: NameStore.start(of: groupKeys), starts: NameStore.start(of: groupStarts),
          initials: NameStore.start(of: groupInitials), glances: NameStore.start(of: skeletonGlances),
          count: UInt32(clamping: skeletonCount), limit: skeletonLimit))
    }
  }

  private func unitsOf(_ skeleton: Int) -> LazyFilterSequence<Slice<UnsafeBufferPointer<UInt32>>> {
    let count = UInt32(clamping: unitCount)
    return skeletonUnits.withUnsafeBufferPointer { units in
      units[row(skeleton, skeletonUnitOffsets, of: skeletonUnits)].lazy.filter { $0 < count }
    }
  }

  /// The skeleton of a word, by binary search for its group and in it.
  private func skeletonNumber(_ word: TokenFeatures, _ distance: SpellingDistance) -> Int? {
    let key = distance.key(word.skeletonBytes)
    let symbol = Int(key >> UInt32(NAMESCREEN_SET_SIZE))
    guard symbol + 1 < groupInitials.count else { return nil }
    let groups = Int(groupInitials.unchecked(symbol))..<Int(groupInitials.unchecked(symbol + 1))
    guard
      let group = find(
        in: groups, { groupKeys.unchecked($0) == key ? 0 : groupKeys.unchecked($0) < key ? -1 : 1 })
    else { return nil }
    let end = min(Int(groupStarts.unchecked(group + 1)), skeletonCount)
    return find(in: min(Int(groupStarts.unchecked(group)), end)..<end) {
      order(ofSkeleton: $0, word.skeletonBytes)
    }
  }

  /// Below, at or above 0 as a skeleton stands before, at or behind the place of some bytes.
  private func order(ofSkeleton skeleton: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    let start = Int(min(skeletonOffsets.unchecked(skeleton), skeletonLimit))
    let length = min(
      Int(skeletonGlances.unchecked(skeleton) >> NAMESCREEN_LENGTH_SHIFT), Int(NAMESCREEN_PADDING))
    for offset in 0..<min(length, bytes.count) {
      let stored = skeletonBytes.unchecked(start + offset)
      if stored != bytes[offset] { return stored < bytes[offset] ? -1 : 1 }
    }
    return length - bytes.count
  }

  /// Where the padding behind the skeletons begins.
  var skeletonLimit: UInt32 { UInt32(clamping: skeletonBytes.count - Int(NAMESCREEN_PADDING)) }

  private func find(in range: Range<Int>, _ order: (Int) -> Int) -> Int? {
    var (lower, upper) = (range.lowerBound, range.upperBound)
    while lower < upper {
      let middle = (lower + upper) / 2
      let order = order(middle)
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
    guard units.count > 1 else { return units }
    let sorted = units.sorted()
    var result: [UInt32] = []
    result.reserveCapacity(sorted.count)
    for unit in sorted where result.last != unit { result.append(unit) }
    return result
  }
}
