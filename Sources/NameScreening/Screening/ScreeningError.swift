import NameText

/// Why one customer could not be screened.
public enum ScreeningError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The name has no letter and no digit, and there is no identifier: only marks or punctuation.
  case nothingToScreen
  /// The name is longer than names are analysed.
  case unusableName(problem: String, expected: String)
  /// The index does not hold together.
  case damagedIndex(reason: String)

  init(_ error: NameTextError) {
    switch error {
    case .tooLong(let bytes, let maximum):
      self = .unusableName(problem: "the name has \(bytes) bytes", expected: "at most \(maximum)")
    case .tooManyWords(let count, let limit):
      self = .unusableName(problem: "the name has \(count) words", expected: "at most \(limit)")
    }
  }

  var problem: String {
    switch self {
    case .nothingToScreen: "the name has no letter and no digit"
    case .unusableName(let problem, _): problem
    case .damagedIndex(let reason): reason
    }
  }

  var expected: String {
    switch self {
    case .nothingToScreen: "a name or an identifier"
    case .unusableName(_, let expected): expected
    case .damagedIndex: "a whole index"
    }
  }

  /// `what is wrong; expected what`.
  public var description: String { "\(problem); expected \(expected)" }
}
