/// One fact of a customer held against the same fact of a designation, with its worth.
///
/// Evidence beyond the name never raises a score above the name's own: what agrees confirms (`effect` 0), what
/// differs lowers. The exception is an identifier, which decides by itself.
public struct Evidence: Sendable, Equatable {
  /// What was compared. The raw values are the `kind` of the output.
  public enum Kind: String, Sendable, CaseIterable {
    case birthDate = "date_of_birth"
    case country
    case gender
    /// Equal identifiers: the score is 1 whatever the name says.
    case identifier
    /// Identifiers that are nearly equal, e.g. but for the letter case of an address in which case matters.
    case suspectedIdentifier = "suspected_identifier"
  }

  public var kind: Kind
  /// The customer's side, as it was given.
  public var query: String
  /// The designation's side, as it is listed.
  public var listed: String
  /// What is added to the name score; 0 or less. See `EvidenceWeights`.
  public var effect: Double
  /// How the two relate, e.g. `same year`, in words for a reader.
  public var note: String

  public init(kind: Kind, query: String, listed: String, effect: Double, note: String) {
    self.kind = kind
    self.query = query
    self.listed = listed
    self.effect = effect
    self.note = note
  }
}
