/// What a screening looks for and how much of it comes back.
public struct ScreeningOptions: Sendable, Equatable {
  /// The cut-off that is used where none is asked for.
  public static let defaultCutoff = 0.82

  /// Least score of a hit, 0...1.
  public var cutoff: Double
  /// Most hits for a customer, the best ones; 0 for all.
  public var limit: Int
  /// The type of customers that do not tell theirs; `nil` for any.
  public var type: EntityType?
  /// Scores every name on the list without the index: slow, and the judge of what the index finds.
  public var isExhaustive: Bool
  /// Whether hits carry the explanation of their names' scores.
  public var explains: Bool
  /// Whether weak aliases are screened. OFAC's guidance does not ask for them; they say so when they match.
  public var includesWeakAliases = true
  /// Whether designations of different lists that are proven to be the same are one hit with several listings.
  public var groupsListings = true

  /// What names are compared by. Whichever it is, no name that reaches the cut-off is left out.
  public var algorithm = MatchingAlgorithm.names

  public init(
    cutoff: Double = defaultCutoff, limit: Int = 0, type: EntityType? = nil, isExhaustive: Bool = false,
    explains: Bool = true
  ) {
    self.cutoff = cutoff
    self.limit = limit
    self.type = type
    self.isExhaustive = isExhaustive
    self.explains = explains
  }
}
