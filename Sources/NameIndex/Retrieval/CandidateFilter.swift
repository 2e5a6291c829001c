import CNameKernels
import NameSimilarity
import NameText

/// Drops the candidates that cannot reach the cut-off, in one pass over all of them: word for word an upper bound of the
/// similarity from signatures, with the processor's population count, and where that is not enough from the spelling cost
/// itself, until the score is out of reach.
final class CandidateFilter {
  let cutoff: Double
  private let store: NameStore
  /// Stays where it is, since a query that is looked at refers to it.
  private let score: UnsafeMutablePointer<namescreen_score>

  init(cutoff: Double, scorer: NameScorer, in store: NameStore) {
    self.cutoff = cutoff
    self.store = store
    var constants = CandidateFilter.constants
    constants.cutoff = Float(cutoff)
    constants.missing = Float(scorer.leastMissing)
    CandidateFilter.setCosts(&constants, scorer)
    let parameters = scorer.parameters
    let isPerson = scorer.judgesAsPersons
    constants.person_factor = Float(
      isPerson == false ? parameters.organisationFactor : parameters.personFactor)
    constants.organisation_factor = Float(
      isPerson == true ? parameters.personFactor : parameters.organisationFactor)
    // Safe: freed in deinit only.
    score = .allocate(capacity: 1)
    score.initialize(to: constants)
  }

  deinit { score.deallocate() }

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
    for number in 0..<Int(NAMESCREEN_KINDS) {
      // What is no kind weighs as the rarest name does, so that no bound is wider for it.
      let kind = number < kinds.count ? kinds[number] : (role: .name, level: 0)
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

  private static func setCosts(_ score: inout namescreen_score, _ scorer: NameScorer) {
    let lines = scorer.leastCosts(
      count: Int(NAMESCREEN_COST_LINES), steps: Int(NAMESCREEN_AGREEMENT_STEPS),
      stepsAWeight: Int(NAMESCREEN_STEPS_A_WEIGHT))
    withUnsafeMutableBytes(of: &score.cost_slopes) { slopes in
      for (number, line) in lines.enumerated() {
        slopes.storeBytes(of: Float(line.slope), toByteOffset: 4 * number, as: Float.self)
      }
    }
    withUnsafeMutableBytes(of: &score.cost_offsets) { offsets in
      for (number, offset) in lines.flatMap(\.offsets).enumerated() {
        offsets.storeBytes(of: Float(offset).nextUp, toByteOffset: 4 * number, as: Float.self)
      }
    }
  }

  /// Begins with a reading, of whose words it is known what they were found to meet.
  func begin(_ probe: Probe, _ candidates: Candidates, session: SearchSession) {
    session.judged.set(probe, candidates, score: score, in: store)
  }

  /// Begins with names that the words of a run lead to.
  ///
  /// - Returns: Whether they can be sifted.
  func beginRun(words: UInt64, unmet: UInt64, session: SearchSession) -> Bool {
    let look = session.judged.look
    guard namescreen_can_sift(look) != 0 else { return false }
    var run = namescreen_run(end: 0, words: words, unmet: unmet, joined: 0)
    namescreen_sift_begin(look, &run)
    return true
  }

  /// The most that some words of the query, a bit each, add in names of the run that `beginRun` began with.
  func reach(ofWords words: UInt64, session: SearchSession) -> Double {
    Double(namescreen_reach_of(session.judged.look, words))
  }

  /// Whether a name of the run that `beginRun` began with may reach the cut-off where nothing meets it but some words of the query.
  ///
  /// - Parameters:
  ///   - words: These, a bit each.
  ///   - listed: The most that what they meet weighs; nil where that is not known.
  func mayReach(words: UInt64, listed: Float?, session: SearchSession) -> Bool {
    namescreen_may_reach_by(session.judged.look, words, listed ?? CandidateFilter.anyWeight) != 0
  }

  /// Above what the words of any name weigh, so that nothing is told from how much agrees.
  private static let anyWeight: Float = 1_000

  /// The names that hold a unit and may reach the cut-off by their other words where the unit is paired with a word of the run;
  /// nil when there is no table of these.
  ///
  /// - Complexity: O(query words) bit counts for each other word that the names share, on memory that is read in order, and as many
  ///   edit distances for what these leave; O(other words) for each name of which one is met.
  func sifted(
    unit: UInt32, holders: UnsafeBufferPointer<UInt32>, session: SearchSession
  ) -> UnsafeBufferPointer<UInt32>? {
    guard !store.hasResidentLimit,
      let table = session.table(
        ofUnit: unit, names: store.nameCount,
        make: { companions(of: [unit], word: -1, count: holders.count, session: session) })
    else { return nil }
    return sifted(table, count: holders.count, session: session)
  }

  /// The same of the names of the rarer units that a word meets.
  func sifted(sharedBy met: MetUnits, word: Int, session: SearchSession) -> UnsafeBufferPointer<UInt32>? {
    guard !store.hasResidentLimit,
      let table = met.sharedTable?.pointer(
        names: store.nameCount,
        make: {
          companions(of: met.sharing, word: Int32(word), count: met.sharedNames, session: session)
        })
    else { return nil }
    return sifted(table, count: met.sharedNames, session: session)
  }

  private func sifted(
    _ table: OpaquePointer, count: Int, session: SearchSession
  ) -> UnsafeBufferPointer<UInt32> {
    let kept = session.found(count)
    var found = 0
    // Safe: the table is of so many names, and there is room for all of them; the pointers do not leave the closure.
    store.withPointers { units, _ in
      var units = units
      found = Int(namescreen_sift(session.judged.look, table, &units, kept))
    }
    return UnsafeBufferPointer(start: kept, count: found)
  }

  /// A new table of the names of units.
  private func companions(
    of sharing: [UInt32], word: Int32, count: Int, session: SearchSession
  ) -> OpaquePointer? {
    var made: OpaquePointer?
    // Safe: the pointers do not leave the closures; the table copies what it needs of them.
    store.postingNames.withUnsafeBufferPointer { postings in
      let holders = sharing.map { unit in
        let names = postings[store.postings(ofUnit: Int(unit))]
        return namescreen_holders(
          names: UnsafeBufferPointer(rebasing: names).baseAddress, count: Int64(names.count), unit: unit)
      }
      store.withPointers { units, names in
        var units = units
        var names = names
        made = namescreen_companions_make(
          session.judged.look, word, holders, Int64(holders.count), &units, &names)
      }
    }
    return made
  }

  /// Keeps, in order, the names that may reach the cut-off, after `begin`.
  ///
  /// - Complexity: O(tokens x tokens) population counts a name, and as many edit distances for the few that those leave.
  func keep(_ candidates: inout Candidates, session: SearchSession) {
    guard !candidates.names.isEmpty else { return }
    let look = session.judged.look
    // Safe: candidates are numbers of names; the pointers do not leave the closure.
    store.withPointers { units, names in
      var units = units
      var names = names
      candidates.keep { candidates, runs in
        func admit(
          _ candidates: UnsafeMutableBufferPointer<UInt32>, _ runs: UnsafeMutableBufferPointer<namescreen_run>
        ) -> Int {
          Int(
            namescreen_admit(
              look, runs.baseAddress, Int64(runs.count), &units, &names, candidates.baseAddress))
        }
        return store.hasResidentLimit
          ? keepByParts(candidates, runs, namesShift: session.partNamesShift, admit) : admit(candidates, runs)
      }
    }
  }

  /// Keeps what `admit` does of all runs in one part of the list after the other, within the limit of resident memory.
  private func keepByParts(
    _ candidates: UnsafeMutableBufferPointer<UInt32>, _ runs: UnsafeMutableBufferPointer<namescreen_run>,
    namesShift: Int,
    _ admit: (UnsafeMutableBufferPointer<UInt32>, UnsafeMutableBufferPointer<namescreen_run>) -> Int
  ) -> Int {
    var parts = ListParts(candidates, runs, nameCount: store.nameCount, namesShift: namesShift)
    store.keepResidentLimit()
    for part in 0..<parts.count {
      store.keepResidentLimitOfNames()
      for run in runs.indices {
        parts.keep(part, run) { names in
          var inPart = runs[run]
          inPart.end = Int64(names.count)
          return withUnsafeMutablePointer(to: &inPart) {
            admit(names, UnsafeMutableBufferPointer(start: $0, count: 1))
          }
        }
      }
    }
    return parts.write(to: candidates, runs)
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
