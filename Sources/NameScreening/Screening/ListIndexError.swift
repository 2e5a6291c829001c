import NameIndex
import TabularText
import Watchlists

/// Why lists could not be compiled, or an index not be opened or written.
public struct ListIndexError: Error, Sendable, Equatable, CustomStringConvertible {
  /// What went wrong, coarsely: it decides the exit status of the command line.
  public enum Kind: Sendable, Equatable {
    case missingFile, unreadableFile, badData
    /// The file is whole, but something else than an index.
    case notAnIndex
  }
  public var kind: Kind
  /// One line: `FILE:LINE: what is wrong; what was expected`.
  public var description: String

  init(kind: Kind, description: String) {
    self.kind = kind
    self.description = description
  }

  init(_ error: any Error) {
    let kind: Kind =
      switch error {
      case WatchlistError.file(.missing), IndexError.missing: .missingFile
      case WatchlistError.file(.unreadable), WatchlistError.noRoom, IndexError.notPermitted,
        IndexError.system,
        IndexError.noRoom:
        .unreadableFile
      case IndexError.notAnIndex: .notAnIndex
      default: .badData
      }
    self.init(kind: kind, description: "\(error)")
  }
}
