/// What one row of a customer file holds: a customer, or the reason why there is none.
///
/// Every row is one or the other, so that no customer disappears without a trace.
public enum CustomerRow: Sendable, Equatable {
  case customer(Customer, line: Int)
  case bad(BadRow)
}

/// A row that could not be screened, and why.
public struct BadRow: Error, Sendable, Equatable, CustomStringConvertible {
  /// The path of the file, or `standard input`.
  public var file: String
  /// The line on which the row begins, from 1.
  public var line: Int
  public var problem: String
  public var expected: String

  public init(file: String, line: Int, problem: String, expected: String) {
    self.file = file
    self.line = line
    self.problem = problem
    self.expected = expected
  }

  /// `FILE:LINE: what is wrong; expected what`.
  public var description: String { "\(file):\(line): \(problem); expected \(expected)" }
}
