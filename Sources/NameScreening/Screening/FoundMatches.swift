import Designations
import NameText

/// A listed name that meets a customer's at the cut-off.
typealias FoundMatch = (designation: Int, name: Int, score: Double)

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
  private var names = RecentMemo<[FoundMatch]?>(capacity: capacity)
  /// The type and the name.
  private var key: [UInt8] = []

  /// What a name meets; nil where it has no letter and no digit.
  ///
  /// - Parameter search: Finds it.
  func matches(
    of name: String, type: EntityType?, _ options: ScreeningOptions, search: () throws -> [FoundMatch]?
  ) throws -> [FoundMatch]? {
    guard name.utf8.count <= FoundMatches.longestName else { return try search() }
    let scope = Scope(options)
    if self.scope != scope {
      self.scope = scope
      names = RecentMemo(capacity: FoundMatches.capacity)
    }
    key.removeAll(keepingCapacity: true)
    key.append(FoundMatches.number(of: type))
    key.append(contentsOf: name.utf8)
    return try key.withUnsafeBufferPointer { key in
      try names.value(of: key, size: { 1 + ($0?.count ?? 0) }, make: search)
    }
  }

  private static func number(of type: EntityType?) -> UInt8 {
    switch type {
    case nil: 0
    case .person: 1
    case .organization: 2
    case .vessel: 3
    case .aircraft: 4
    case .unknown: 5
    }
  }
}
