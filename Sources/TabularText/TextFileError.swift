/// Why a text file could not be opened, read or understood.
///
/// `description` is one line, `FILE:LINE: what is wrong; what was expected`, without the word "error".
package enum TextFileError: Error, Equatable, CustomStringConvertible {
  /// There is no such file.
  case missing(file: String)
  /// The system refused to open or read it.
  case unreadable(file: String, reason: String)
  /// What it holds is not what it should be.
  case malformed(file: String, line: Int, problem: String, expected: String)

  package var description: String {
    switch self {
    case .missing(let file):
      "\(file): there is no such file; expected the path of a file that exists"
    case .unreadable(let file, let reason):
      "\(file): \(reason); expected a file that can be read"
    case .malformed(let file, let line, let problem, let expected):
      "\(file):\(line): \(problem); expected \(expected)"
    }
  }

  /// The line at which the content is wrong, from 1; nil where no content was seen.
  package var line: Int? {
    if case .malformed(_, let line, _, _) = self { line } else { nil }
  }
}
