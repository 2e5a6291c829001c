/// Cut-offs by name, for who does not want to choose a number. What each finds and alerts on was measured; see the README.
public enum CutoffPreset: String, Sendable, CaseIterable {
  /// Finds more, and alerts on more innocents.
  case wide
  /// The cut-off that is used where none is asked for.
  case balanced
  /// Alerts on fewer innocents, and misses more.
  case strict

  /// The least score of a hit.
  public var cutoff: Double {
    switch self {
    case .wide: 0.76
    case .balanced: ScreeningOptions.defaultCutoff
    case .strict: 0.88
    }
  }
}
