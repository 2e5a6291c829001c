/// The engine itself.
public enum NameScreen {
  /// Semantic version of the engine.
  public static let version = "0.1.0"
}
