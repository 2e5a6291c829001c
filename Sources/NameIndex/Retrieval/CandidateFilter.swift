import CSignatureScan
import Designations
import NameSimilarity
import NameText

extension namescreen_word {
  /// A word as the bound reads it; `weight` and `role` may be settled by its place.
  init(
    _ features: TokenFeatures, _ signature: UInt64, weight: Float? = nil, role: TokenRole? = nil,
    isFuzzy: Bool = false
  ) {
    var flags: Int32 = 0
    switch features.role {
    case .particle: flags |= NAMESCREEN_PARTICLE
    case .number: flags |= NAMESCREEN_NUMBER
    case .initial: flags |= NAMESCREEN_INITIAL
    case .legalForm: flags |= NAMESCREEN_LEGAL_FORM
    default: break
    }
    if features.script.isVowelless { flags |= NAMESCREEN_VOWELLESS }
    if isFuzzy { flags |= NAMESCREEN_FUZZY }
    var relations: UInt64 = 0
    for code in features.relationCodes {
      // Nicknames and their full forms meet, so they share a bit.
      let kind = Relation(code: code).kind
      let isNick = kind == .nickname || kind == .nicknamed
      let hashed = isNick ? UInt64(code & 0xFF_FFFF) | 1 << 40 : UInt64(code)
      relations |= 1 << ((hashed &* 0x9E37_79B9_7F4A_7C15) >> 58)
    }
    self.init(
      signature: signature, relations: relations, codes: features.relations,
      code_count: Int32(features.relationCount),
      form_hash: features.formHash, weight: weight ?? features.weight,
      length: UInt8(clamping: features.skeletonLength), flags: UInt8(flags),
      first: features.skeletonLength > 0 ? features.skeleton[0] : 0, role: (role ?? features.role).rawValue)
  }
}

/// Drops the candidates that cannot reach the cut-off: `ScoreBounds.admits` for signatures alone, in one pass over all of
/// them with the processor's population count.
struct CandidateFilter {
  private let words: [namescreen_word]
  private let joins: [namescreen_word]
  private let spans: [UInt16]
  private var score: namescreen_score

  init(
    _ reading: NameReading, features: [TokenFeatures], signatures: [UInt64], joinFeatures: [TokenFeatures],
    joinSignatures: [UInt64], cutoff: Double, scorer: NameScorer
  ) {
    words = reading.tokens.indices.map { index in
      let token = reading.tokens[index]
      return namescreen_word(features[index], signatures[index], weight: token.weight, role: token.role)
    }
    joins = reading.joins.indices.map { index in
      namescreen_word(joinFeatures[index], joinSignatures[index], isFuzzy: reading.joins[index].isFuzzy)
    }
    spans = reading.joins.map { UInt16($0.first) << 8 | UInt16($0.last) }
    score = CandidateFilter.constants
    score.cutoff = Float(cutoff)
    score.missing = Float(scorer.leastMissing)
    score.person_factor = Float(scorer.parameters.personFactor)
    score.organisation_factor = Float(scorer.parameters.organisationFactor)
  }

  /// What does not depend on the query.
  private static let constants: namescreen_score = {
    var score = namescreen_score()
    score.floor = TokenSimilarity.floor
    score.slope = TokenSimilarity.slope
    score.joined = TokenSimilarity.joined
    withUnsafeMutableBytes(of: &score.fixed) { fixed in
      for role in TokenRole.allCases {
        fixed.storeBytes(
          of: RoleWeights.weight(of: 0, role: role), toByteOffset: 4 * Int(role.rawValue), as: Float.self)
      }
    }
    withUnsafeMutableBytes(of: &score.scale) { scale in
      for role in TokenRole.allCases {
        scale.storeBytes(
          of: RoleWeights.weight(of: 1, role: role) - RoleWeights.weight(of: 0, role: role),
          toByteOffset: 4 * Int(role.rawValue), as: Float.self)
      }
    }
    withUnsafeMutableBytes(of: &score.is_name) { isName in
      for role in TokenRole.allCases where Slot.of(role) == .name { isName[Int(role.rawValue)] = 1 }
    }
    return score
  }()

  /// Keeps, in order, the names that may reach the cut-off.
  ///
  /// - Complexity: O(tokens x tokens) population counts a name.
  func keep(_ candidates: inout [UInt32], in table: FilterTable) {
    guard !candidates.isEmpty else { return }
    var kept = candidates.count
    // Safe: the sections were checked at opening, so every number followed is inside; nothing outlives the closures.
    words.withUnsafeBufferPointer { words in
      joins.withUnsafeBufferPointer { joins in
        spans.withUnsafeBufferPointer { spans in
          table.withNames { names in
            var query = namescreen_query(
              words: words.baseAddress, count: Int32(words.count), joins: joins.baseAddress,
              spans: spans.baseAddress,
              join_count: Int32(joins.count))
            var names = names
            var score = score
            candidates.withUnsafeMutableBufferPointer { candidates in
              kept = Int(
                namescreen_admit(&query, &names, &score, candidates.baseAddress, Int64(candidates.count)))
            }
          }
        }
      }
    }
    candidates.removeLast(candidates.count - kept)
  }
}

/// The words and names of a store as the loop in C reads them.
///
/// `@unchecked Sendable`: the words point into sections of the store, which it keeps alive and nobody writes to.
final class FilterTable: @unchecked Sendable {
  private let store: NameStore
  private let words: [namescreen_word]
  private let persons: [UInt8]

  /// - Complexity: O(units), at opening.
  init(_ store: NameStore, types: [EntityType]) {
    self.store = store
    words = (0..<store.unitCount).map { unit in
      namescreen_word(
        store.features(ofUnit: unit), store.unitSignatures[unit], isFuzzy: store.isFuzzyJoin(unit))
    }
    persons = types.map { NameType($0).isPerson ? 1 : 0 }
  }

  fileprivate func withNames(_ body: (namescreen_names) -> Void) {
    func start<Element>(_ array: MappedArray<Element>) -> UnsafePointer<Element>? {
      array.withUnsafeBufferPointer { $0.baseAddress }
    }
    words.withUnsafeBufferPointer { units in
      persons.withUnsafeBufferPointer { persons in
        body(
          namescreen_names(
            units: units.baseAddress, token_offsets: start(store.nameTokenOffsets),
            tokens: start(store.nameTokens),
            join_offsets: start(store.nameJoinOffsets), joins: start(store.nameJoins),
            spans: start(store.nameJoinSpans), designations: start(store.nameDesignations),
            persons: persons.baseAddress))
      }
    }
  }
}

extension NameType {
  init(_ type: EntityType) {
    switch type {
    case .person: self = .person
    case .organization: self = .organization
    case .vessel: self = .vessel
    case .aircraft: self = .aircraft
    case .unknown: self = .unknown
    }
  }
}
