/// Cut-offs by name, for who does not want to choose a number.
public enum CutoffPreset: String, Sendable, CaseIterable {
  /// Finds more, and alerts on more innocents.
  case wide
  /// The cut-off that is used where none is asked for.
  case standard
  /// Alerts on fewer innocents, and misses more.
  case narrow

  /// The least score of a hit.
  public var cutoff: Double {
    switch self {
    case .wide: 0.76
    case .standard: ScreeningOptions.defaultCutoff
    case .narrow: 0.88
    }
  }
}
