/// One way in which a name changes between a list and a customer file: a generator of queries.
///
///     var random = SeededRandom(seed: 7)
///     Mutation.named("transposed-letters")?.apply(NameDraft("PUTIN, Vladimir", type: .person), &random)?.text
///
/// A mutation is a plain function of the draft and the random numbers, and gives nil where it does not apply, so that
/// mutations compose: each takes what another made.
package struct Mutation: Sendable, Identifiable {
  /// What a mutation works on; composed mutations are applied in this order.
  package enum Level: Int, CaseIterable, Sendable {
    case identity, token, spelling, character, field

    package var title: String {
      switch self {
      case .character: "Characters"
      case .spelling: "Spelling"
      case .token: "Names and words"
      case .field: "Fields"
      case .identity: "Identity"
      }
    }
    /// The order in which a report shows the levels.
    package static let shown: [Level] = [.character, .spelling, .token, .field, .identity]
  }

  /// A draft after the mutation.
  package typealias Result = (draft: NameDraft, variant: String?)

  /// Stable, for machines: `transposed-letters`.
  package var id: String
  package var level: Level
  /// For a reader: `Two letters exchanged`.
  package var title: String
  /// A name before and after, as an illustration; a test holds that the mutation makes it.
  package var example: (before: String, after: String)
  /// What it costs a person who wants to slip through: 1 for a slip of the pen, 2 for leaving something out or adding it, 3
  /// for what needs another document; nil for what machines do to names.
  package var effort: Int?
  /// The draft changed, or nil where the mutation does not apply. `variant` says which of several ways it was, e.g. a
  /// romanization standard.
  let make: @Sendable (NameDraft, inout SeededRandom) -> Result?

  init(
    _ id: String, _ level: Level, _ title: String, _ before: String, _ after: String, effort: Int? = nil,
    varying make: @escaping @Sendable (NameDraft, inout SeededRandom) -> Result?
  ) {
    self.id = id
    self.level = level
    self.title = title
    example = (before, after)
    self.effort = effort
    self.make = make
  }

  init(
    _ id: String, _ level: Level, _ title: String, _ before: String, _ after: String, effort: Int? = nil,
    _ make: @escaping @Sendable (NameDraft, inout SeededRandom) -> NameDraft?
  ) {
    self.init(
      id, level, title, before, after, effort: effort,
      varying: { draft, random in
        make(draft, &random).map { ($0, nil) }
      })
  }

  /// The draft changed, or nil where the mutation does not apply or changes nothing.
  package func apply(_ draft: NameDraft, _ random: inout SeededRandom) -> NameDraft? {
    applyVarying(draft, &random)?.draft
  }

  /// The same with the variant.
  package func applyVarying(_ draft: NameDraft, _ random: inout SeededRandom) -> Result? {
    guard !draft.words.isEmpty, let result = make(draft, &random) else { return nil }
    guard level == .identity || result.draft.text != draft.text else { return nil }
    return result.draft.text.contains(where: { $0.isLetter || $0.isNumber }) ? result : nil
  }
}

extension Mutation {
  /// Every mutation, by level.
  package static let all: [Mutation] = characters + spellings + tokens + companies + fields + identities

  private static let byID = Dictionary(uniqueKeysWithValues: (all + negatives).map { ($0.id, $0) })

  package static func named(_ id: String) -> Mutation? { byID[id] }
}
