import CICUShim
import NameText

/// The engine itself.
public enum NameScreen {
  /// Semantic version of the engine.
  public static let version = "0.1.0"

  /// The version of ICU that romanizes what the engine's own tables do not hold.
  public static var icuVersion: String { String(cString: namescreen_icu_version()) }

  /// What names are analysed with: the version of the analysis and the checksums of its tables, in hexadecimal. Where
  /// they agree, equal names are analysed equally.
  public static var tableVersions: [String] {
    ["\(NameAnalyzer.version)"] + NameAnalyzer.checksums.map { String($0, radix: 16) }
  }
}
