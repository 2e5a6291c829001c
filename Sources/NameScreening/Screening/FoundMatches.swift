import Designations
import NameIndex
import NameText

/// What whole names of customers met before: a customer base repeats them. Not shared between tasks.
///
/// Memory: about 10 MB, whatever the number of customers.
final class FoundMatches {
  /// Names and matches that are kept, and as many that were before.
  private static let capacity = 3 << 14
  /// Longest name that is kept, in bytes.
  private static let longestName = 256

  /// What decides, beside the name and the type, what is found.
  private struct Scope: Equatable {
    var cutoff: Double
    var isExhaustive: Bool
    var includesWeakAliases: Bool
    var algorithm: MatchingAlgorithm

    init(_ options: ScreeningOptions) {
      cutoff = options.cutoff
      isExhaustive = options.isExhaustive
      includesWeakAliases = options.includesWeakAliases
      algorithm = options.algorithm
    }
  }

  private var scope: Scope?
  private var names = RecentMemo<[NameMatch]?>(capacity: capacity)
  /// The type and the name.
  private var key: [UInt8] = []

  /// What a name meets; nil where it has no letter and no digit.
  ///
  /// - Parameter search: Finds it.
  func matches(
    of name: String, type: EntityType?, _ options: ScreeningOptions, search: () throws -> [NameMatch]?
  ) throws -> [NameMatch]? {
    guard name.utf8.count <= FoundMatches.longestName else { return try search() }
    let scope = Scope(options)
    if self.scope != scope {
      self.scope = scope
      names = RecentMemo(capacity: FoundMatches.capacity)
    }
    key.removeAll(keepingCapacity: true)
    key.append(contentsOf: (type?.rawValue ?? "").utf8)
    key.append(0)
    key.append(contentsOf: name.utf8)
    return try key.withUnsafeBufferPointer { key in
      try names.value(of: key, size: { 1 + ($0?.count ?? 0) }, make: search)
    }
  }
}
