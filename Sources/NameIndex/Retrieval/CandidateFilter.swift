import CNameKernels
import NameSimilarity
import NameText

extension namescreen_word {
  /// A word as the bound reads it; `weight` and `role` may be settled by its place.
  init(
    _ features: TokenFeatures, glance: UInt64, equal: Range<Int> = 0..<0, weight: Float, role: TokenRole
  ) {
    self.init(
      glance: glance, codes: features.relations, skeleton: features.skeleton,
      code_count: Int32(features.relationCount), first_equal: UInt32(equal.lowerBound),
      equal_count: UInt32(equal.count),
      weight: weight, role: role.rawValue, frequency: features.frequency)
  }
}

/// Drops the candidates that cannot reach the cut-off, in one pass over all of them: word for word an upper bound of the
/// similarity from signatures, with the processor's population count, and where that is not enough from the spelling cost
/// itself, until the score is out of reach.
struct CandidateFilter {
  private let words: [namescreen_word]
  private let joins: [namescreen_word]
  private let spans: [UInt16]
  private let order: [Int]
  private let looseJoins: UInt64
  private let store: NameStore
  private let kernels: SpellingKernels
  private var score: namescreen_score

  /// - Parameter kernels: Set to this query until the next filter takes them.
  init(
    _ probe: Probe, in store: NameStore, cutoff: Double, scorer: NameScorer, kernels: SpellingKernels
  ) {
    self.store = store
    let reading = probe.reading
    words = reading.tokens.indices.map { index in
      let token = reading.tokens[index]
      let features = probe.features[index]
      return namescreen_word(
        features,
        glance: Glance.of(
          features, signature: probe.signatures[index], isFuzzy: false),
        equal: store.units(withFormOf: features), weight: token.weight, role: token.role)
    }
    joins = reading.joins.indices.map { index in
      let features = probe.joinFeatures[index]
      return namescreen_word(
        features,
        glance: Glance.of(
          features, signature: probe.joinSignatures[index], isFuzzy: reading.joins[index].isFuzzy),
        weight: features.weight, role: features.role)
    }
    spans = reading.joins.map { UInt16($0.first) << 8 | UInt16($0.last) }
    order = reading.tokens.indices.sorted {
      let (a, b) = (reading.tokens[$0].weight, reading.tokens[$1].weight)
      return a == b ? $0 < $1 : a > b
    }
    var loose: UInt64 = 0
    for (number, join) in reading.joins.enumerated() where join.isFuzzy || join.token.role == .legalForm {
      loose |= 1 << UInt64(number)
    }
    looseJoins = loose
    kernels.hold(probe.features, probe.joinFeatures)
    self.kernels = kernels
    score = CandidateFilter.constants
    score.cutoff = Float(cutoff)
    score.missing = Float(scorer.leastMissing)
    score.person_factor = Float(scorer.parameters.personFactor)
    score.organisation_factor = Float(scorer.parameters.organisationFactor)
  }

  /// Tells the words from the heaviest on and the most that a pair with each weighs.
  private func sort(_ query: inout namescreen_query) {
    let ordered = order.prefix(MemoryLayout.size(ofValue: query.order))
    withUnsafeMutableBytes(of: &query.order) { places in
      for (place, index) in ordered.enumerated() { places[place] = UInt8(index) }
    }
    withUnsafeMutableBytes(of: &query.most_weights) { weights in
      for index in ordered where index < weights.count / 4 {
        weights.storeBytes(
          of: Float(NameScorer.mostPairWeight(Double(words[index].weight))), toByteOffset: 4 * index,
          as: Float.self)
      }
    }
  }

  /// What does not depend on the query.
  private static let constants: namescreen_score = {
    var score = namescreen_score()
    score.floor = TokenSimilarity.floor
    score.slope = TokenSimilarity.slope
    score.joined = TokenSimilarity.joined
    score.romanization = TokenSimilarity.romanization
    score.initial = TokenSimilarity.initial
    score.consonants = TokenSimilarity.consonants
    score.across_scripts = TokenSimilarity.acrossScripts
    score.attested = TokenSimilarity.attested
    score.attested_level = TokenSimilarity.attestedLevel
    withUnsafeMutableBytes(of: &score.related) { related in
      for kind in Relation.Kind.allCases {
        let relation = Relation(kind, 1)
        related.storeBytes(
          of: TokenSimilarity.meeting(relation, relation).value, toByteOffset: 4 * Int(kind.rawValue),
          as: Float.self)
      }
    }
    score.most_related =
      Relation.Kind.allCases.map { TokenSimilarity.meeting(Relation($0, 1), Relation($0, 1)).value }.max()
      ?? 1
    withUnsafeMutableBytes(of: &score.limits) { limits in
      for length in 0..<64 {
        limits.storeBytes(
          of: TokenSimilarity.costLimit(least: TokenSimilarity.floor, length: length),
          toByteOffset: 4 * length,
          as: Int32.self)
      }
    }
    withUnsafeMutableBytes(of: &score.weights) { weights in
      for role in TokenRole.allCases {
        for level in 0...NameStore.highestLevel {
          weights.storeBytes(
            of: RoleWeights.weight(of: NameFrequencies.weight(ofLevel: level), role: role),
            toByteOffset: 4 * (Int(role.rawValue) | level << 4), as: Float.self)
        }
      }
    }
    withUnsafeMutableBytes(of: &score.slot) { slots in
      for role in TokenRole.allCases {
        switch Slot.of(role) {
        case .name: slots[Int(role.rawValue)] = 1
        case .patronymic: slots[Int(role.rawValue)] = 2
        default: break
        }
      }
    }
    return score
  }()

  /// Keeps, in order, the names that may reach the cut-off.
  ///
  /// - Complexity: O(tokens x tokens) population counts a name, and as many edit distances for the few that those leave.
  func keep(_ candidates: inout Candidates) {
    guard !candidates.names.isEmpty else { return }
    // Safe: the sections were checked at opening, so every number followed is inside; nothing outlives the closures.
    words.withUnsafeBufferPointer { words in
      joins.withUnsafeBufferPointer { joins in
        spans.withUnsafeBufferPointer { spans in
          kernels.withPointers { spellings, consonants, joinSpellings in
            store.withPointers { units, names in
              var query = namescreen_query()
              query.words = words.baseAddress
              query.count = Int32(words.count)
              query.joins = joins.baseAddress
              query.spans = spans.baseAddress
              query.join_count = Int32(joins.count)
              query.spellings = spellings
              query.consonants = consonants
              query.join_spellings = joinSpellings
              query.meets_words = candidates.foundWords
              query.meets_joins = candidates.foundJoins
              query.meets_listed_joins = candidates.foundListedJoins
              query.loose_joins = looseJoins | candidates.foundQueryJoins
              sort(&query)
              var units = units
              var names = names
              var score = score
              candidates.keep { run, words in
                Int(
                  namescreen_admit(
                    &query, words, &units, &names, &score, run.baseAddress, Int64(run.count)))
              }
            }
          }
        }
      }
    }
  }
}

extension NameStore {
  /// The sections as the loop in C reads them; the pointers are valid as long as the store lives.
  fileprivate func withPointers(_ body: (namescreen_units, namescreen_names) -> Void) {
    func start<Element>(_ array: MappedArray<Element>) -> UnsafePointer<Element>? {
      array.withUnsafeBufferPointer { $0.baseAddress }
    }
    withExtendedLifetime(self) {
      body(
        namescreen_units(
          glances: start(unitGlances), relation_offsets: start(unitRelationOffsets),
          relations: start(unitRelations),
          skeletons: start(unitSkeletons), skeleton_offsets: start(skeletonOffsets),
          skeleton_bytes: start(skeletonBytes), frequencies: start(unitFrequencies)),
        namescreen_names(offsets: start(nameOffsets), rows: start(nameRows)))
    }
  }
}
