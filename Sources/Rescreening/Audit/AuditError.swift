/// Why an audit log cannot be written, read or believed.
public enum AuditError: Error, Sendable, Equatable, CustomStringConvertible {
  case missing(file: String)
  case system(file: String, reason: String)
  /// A record is not what was written. `record` counts from 1, and is the number of the line.
  case altered(file: String, record: Int, problem: String)
  case noRecord(file: String, record: Int, count: Int)

  public var description: String {
    switch self {
    case .missing(let file): "\(file): there is no such file; expected the path of a file that can be read"
    case .system(let file, let reason): "\(file): \(reason); expected a file that can be read and written"
    case .altered(let file, let record, let problem):
      "\(file):\(record): record \(record) \(problem); expected the record as it was written"
    case .noRecord(let file, let record, let count):
      "\(file): there is no record \(record); expected 1 to \(count)"
    }
  }
}
