import NameIndex

/// Why a base of customers cannot be made, opened or changed.
public enum CustomerBaseError: Error, Sendable, Equatable, CustomStringConvertible {
  case missing(file: String)
  case notABase(file: String)
  case system(file: String, reason: String)
  case damaged(file: String, reason: String)

  public var description: String {
    switch self {
    case .missing(let file):
      "\(file): there is no such file; expected a base that 'namescreen customers index' made"
    case .notABase(let file):
      "\(file): it is no base of customers; expected one that 'namescreen customers index' made"
    case .system(let file, let reason): "\(file): \(reason); expected a place that can be read and written"
    case .damaged(let file, let reason): "\(file): \(reason); expected a whole base: make it anew"
    }
  }

  init(_ error: any Error, file: String) {
    switch error {
    case let error as CustomerBaseError: self = error
    case AuditError.missing(let file): self = .missing(file: file)
    case AuditError.system(let file, let reason): self = .system(file: file, reason: reason)
    default: self = .damaged(file: file, reason: "\(error)")
    }
  }
}
