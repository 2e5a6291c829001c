import CNameKernels
import NameSimilarity
import NameText

/// Drops the candidates that cannot reach the cut-off, in one pass over all of them: word for word an upper bound of the
/// similarity from signatures, with the processor's population count, and where that is not enough from the spelling cost
/// itself, until the score is out of reach.
struct CandidateFilter {
  private let store: NameStore
  private var score: namescreen_score

  init(cutoff: Double, scorer: NameScorer, in store: NameStore) {
    self.store = store
    score = CandidateFilter.constants
    score.cutoff = Float(cutoff)
    score.missing = Float(scorer.leastMissing)
    let parameters = scorer.parameters
    let isPerson = scorer.judgesAsPersons
    score.person_factor = Float(isPerson == false ? parameters.organisationFactor : parameters.personFactor)
    score.organisation_factor = Float(
      isPerson == true ? parameters.personFactor : parameters.organisationFactor)
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
    func write(_ limits: SpellingLimits, to row: UnsafeMutableRawBufferPointer) {
      for (length, limit) in limits.byLength.enumerated() where 4 * length < row.count {
        row.storeBytes(of: limit, toByteOffset: 4 * length, as: Int32.self)
      }
    }
    withUnsafeMutableBytes(of: &score.limits) { write(.floor, to: $0) }
    withUnsafeMutableBytes(of: &score.consonant_limits) { write(.consonants, to: $0) }
    withUnsafeMutableBytes(of: &score.weights) { weights in
      for role in TokenRole.allCases {
        for level in 0...NameStore.highestLevel {
          weights.storeBytes(
            of: RoleWeights.weight(of: NameFrequencies.weight(ofLevel: level), role: role),
            toByteOffset: 4 * (Int(role.rawValue) | level << 4), as: Float.self)
        }
      }
    }
    setKinds(&score)
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

  /// Numbers the kinds of listed words: for each role whose weight depends on the level one a level, else one.
  private static func setKinds(_ score: inout namescreen_score) {
    var kinds: [(role: TokenRole, level: Int)] = []
    for role in TokenRole.allCases {
      let isLeveled = role == .name || role == .patronymic
      for level in 0...(isLeveled ? NameStore.highestLevel : 0) { kinds.append((role, level)) }
    }
    score.kind_count = Int32(kinds.count)
    for (number, kind) in kinds.enumerated() {
      let weight = RoleWeights.weight(of: NameFrequencies.weight(ofLevel: kind.level), role: kind.role)
      withUnsafeMutableBytes(of: &score.kind_weights) {
        $0.storeBytes(of: weight, toByteOffset: 4 * number, as: Float.self)
      }
      withUnsafeMutableBytes(of: &score.kind_levels) { $0[number] = UInt8(kind.level) }
    }
    withUnsafeMutableBytes(of: &score.kinds) { numbers in
      for role in TokenRole.allCases {
        for level in 0...NameStore.highestLevel {
          let kind =
            kinds.firstIndex { $0.role == role && $0.level == level } ?? kinds.firstIndex { $0.role == role }
          numbers[Int(role.rawValue) | level << 4] = UInt8(kind ?? 0)
        }
      }
    }
  }

  /// Keeps, in order, the names that may reach the cut-off.
  ///
  /// - Complexity: O(tokens x tokens) population counts a name, and as many edit distances for the few that those leave.
  func keep(_ candidates: inout Candidates, of probe: Probe, session: SearchSession) {
    guard !candidates.names.isEmpty else { return }
    let judged = session.judged
    judged.set(probe, candidates, in: store)
    var score = score
    // Safe: candidates are numbers of names; the pointers do not leave the closure.
    store.withPointers { units, names in
      var units = units
      var names = names
      candidates.keep { candidates, runs in
        Int(
          namescreen_admit(
            judged.query, runs.baseAddress, Int64(runs.count), &units, &names, &score, candidates.baseAddress)
        )
      }
    }
  }
}

extension NameStore {
  /// The sections as the loop in C reads them; the pointers are valid as long as the store lives.
  func withPointers(_ body: (namescreen_units, namescreen_names) -> Void) {
    withExtendedLifetime(self) {
      body(
        namescreen_units(
          units: UnsafeRawPointer(NameStore.start(of: unitWords)).assumingMemoryBound(
            to: namescreen_unit.self),
          relations: NameStore.start(of: unitRelations), skeletons: NameStore.start(of: skeletonBytes),
          count: UInt32(clamping: unitCount), relation_count: UInt32(clamping: unitRelations.count),
          skeleton_limit: skeletonLimit),
        namescreen_names(
          offsets: NameStore.start(of: nameOffsets), rows: NameStore.start(of: nameRows),
          count: UInt32(clamping: nameCount), length: UInt32(clamping: nameRows.count)))
    }
  }
}
