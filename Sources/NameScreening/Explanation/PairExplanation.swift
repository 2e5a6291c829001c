/// Why a customer and a designation alert, or why not.
public struct PairExplanation: Sendable {
  /// What decided.
  public enum Verdict: Sendable, Equatable {
    /// The score reaches the cut-off.
    case alert
    /// The customer is of another type than the designation, and only designations of its own type can be hits.
    case otherType
    /// No name of the designation reaches the cut-off.
    case nameTooFar
    /// The name reaches the cut-off, and evidence brings the score under it.
    case evidenceAgainst
  }

  public var customer: Customer
  public var designation: Designation
  public var cutoff: Double
  public var verdict: Verdict
  /// The hit that the best name makes, also where its score is under the cut-off.
  public var hit: Hit
  /// Every name of the designation, the best first.
  public var names: [NameTrace]
}

/// What became of one name of a designation in a search.
public struct NameTrace: Sendable {
  /// How far retrieval went with it.
  public enum Retrieval: Sendable, Equatable {
    /// The name was scored.
    case scored
    /// A word of it agrees with one of the customer's, and the bound of the score, from signatures of its words, is under
    /// the cut-off.
    case bounded(by: Double)
    /// No word of it agrees well enough with any of the customer's: the name was never looked at. At a cut-off of `by`
    /// it would have been.
    case neverMet(by: Double)
    /// It is a weak alias, and these were not asked for.
    case notScreened
    /// The index does not hold it, e.g. as it is too long to be analysed.
    case notIndexed
  }

  public var name: DesignatedName
  /// The score that the names have, 0...1, retrieved or not.
  public var score: Double
  public var retrieval: Retrieval
}
