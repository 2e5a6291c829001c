import FoundationEssentials

/// The processors of the machine.
public enum Processors {
  /// How many this process may use, at least 1.
  public static let available = max(1, ProcessInfo.processInfo.activeProcessorCount)
}
