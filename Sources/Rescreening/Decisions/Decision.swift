import NameScreening

/// What somebody decided on an alert.
public struct Decision: Sendable, Equatable {
  public enum Outcome: String, Sendable, CaseIterable {
    /// Somebody else: the alert stays away while its evidence is the same.
    case cleared
    /// The designated one: never suppressed.
    case confirmed
  }

  /// Place among all decisions, from 1.
  public var number: Int
  /// The alert's id in the output.
  public var alert: String
  public var outcome: Outcome
  public var by: String
  public var reason: String
  /// The last day on which it holds, `YYYY-MM-DD`; `nil` for ever.
  public var expires: String?
  /// UTC, ISO 8601.
  public var time: String
  /// What it rests on.
  public var evidence: AlertEvidence
}

/// Why decisions cannot be kept or read.
public enum DecisionError: Error, Sendable, Equatable, CustomStringConvertible {
  case missing(file: String)
  case database(file: String, reason: String)
  case unreadable(what: String, reason: String)
  case noAlert(id: String, file: String)
  case ambiguousAlert(id: String, file: String)

  public var description: String {
    switch self {
    case .missing(let file):
      "\(file): there is no such file; expected decisions, as 'screen --decisions' begins them"
    case .database(let file, let reason):
      "\(file): \(reason); expected an SQLite database of decisions that can be read and written"
    case .unreadable(let what, let reason): "\(what) cannot be read: \(reason); expected it as it was written"
    case .noAlert(let id, let file):
      "\(file): there is no alert '\(id)'; expected the column 'alert' of a run with --decisions"
    case .ambiguousAlert(let id, let file):
      "\(file): several alerts begin with '\(id)'; expected all 16 digits"
    }
  }
}
