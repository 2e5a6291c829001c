/// A designation that a customer may be, with everything an analyst needs to decide.
public struct Hit: Sendable {
  /// `Customer.id` and `Customer.name`.
  public var queryID: String
  public var queryName: String
  public var designation: Designation
  /// Date of publication of the designation's list, ISO, where it is known.
  public var listDate: String?
  /// The name of the designation that meets the customer's name best.
  public var matchedName: DesignatedName
  /// How well the names agree, 0...1.
  public var nameScore: Double
  /// The name score with the evidence: `nameScore` and all effects added up, kept within 0...1, or what an
  /// identifier says.
  public var score: Double
  public var evidence: [Evidence]
  /// How the name score comes about, each token of both names once; empty unless it was asked for.
  public var explanation: [ExplanationLine]
  /// Where else the same person or thing is listed, proven by identifiers or by name and date of birth: in the
  /// order of their scores, those that did not meet the customer's name last.
  public var listings: [Listing] = []

  package init(
    queryID: String, queryName: String, designation: Designation, listDate: String?,
    matchedName: DesignatedName, nameScore: Double, score: Double, evidence: [Evidence],
    explanation: [ExplanationLine]
  ) {
    self.queryID = queryID
    self.queryName = queryName
    self.designation = designation
    self.listDate = listDate
    self.matchedName = matchedName
    self.nameScore = nameScore
    self.score = score
    self.evidence = evidence
    self.explanation = explanation
  }

  /// The entry at its publisher, e.g. `ofac:35096`.
  public var entityID: EntityID { designation.id }
}

/// A further list on which the designation of a hit stands.
public struct Listing: Sendable {
  public var designation: Designation
  /// Date of publication of the list, ISO, where it is known.
  public var listDate: String?
  /// The name that meets the customer's best, or the primary one.
  public var matchedName: DesignatedName
  /// As of a hit; nil where this listing alone would not have been one.
  public var score: Double?

  public var entityID: EntityID { designation.id }
}

/// One line of the explanation of a name score: a token of each side, or one that is left over.
public struct ExplanationLine: Sendable, Equatable {
  /// The token, or the joined tokens, of the customer's name; `nil` when only the listed name has it.
  public var query: String?
  /// The same of the listed name.
  public var listed: String?
  /// What joins or parts them: `equal`, `spelling`, `romanization`, `nickname`, `initial`, `missing`,
  /// `contradiction`, `title`, ...
  public var by: String
  /// The romanization standard that explains the spelling, where one does.
  public var standard: String?
  /// 0...1.
  public var similarity: Double
  /// Share of the score that hangs on this line, 0...1.
  public var weight: Double
  public var note: String?
}

/// Two names compared without a list.
public struct Comparison: Sendable {
  public var name1: String
  public var name2: String
  /// 0...1.
  public var score: Double
  public var explanation: [ExplanationLine]
}
