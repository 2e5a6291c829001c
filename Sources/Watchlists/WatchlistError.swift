import ByteSpool
import TabularText

/// Why no list could be read.
///
/// `description` is one line, `FILE:LINE: what is wrong; what was expected`; the line is left out where no
/// content was seen.
package enum WatchlistError: Error, Equatable, CustomStringConvertible {
  /// The file is missing, unreadable, damaged or not text.
  case file(TextFileError)
  /// There is nothing to read: no path, or a folder without files.
  case nothingToRead(path: String)
  /// The content is none of the formats that there are readers for.
  case unknownFormat(file: String, line: Int, content: String)
  /// The content is no text that a list could be in; `expected` says what to give instead.
  case noText(file: String, content: String, expected: String)
  /// A file was cut off, and everything behind the cut is lost.
  case cutOff(RowDamage)
  /// Two files are the same list.
  case listGivenTwice(list: String, first: String, second: String)
  /// What a large file says cannot be put aside.
  case noRoom(reason: String)

  package var description: String {
    switch self {
    case .file(let error):
      error.description
    case .nothingToRead(let path):
      "\(path): there is no file in it; expected list files"
    case .unknownFormat(let file, let line, let content):
      "\(file):\(line): \(content); expected a list in one of the formats that 'namescreen index --help' names"
    case .noText(let file, let content, let expected):
      "\(file):1: \(content); expected \(expected)"
    case .cutOff(let damage):
      damage.description
    case .listGivenTwice(let list, let first, let second):
      "\(second): the list \(list) was read from \(first) already; expected each list once"
    case .noRoom(let reason):
      reason
    }
  }

  static func malformed(
    _ file: String, line: Int, _ problem: String, expected: String
  ) -> WatchlistError {
    .file(.malformed(file: file, line: line, problem: problem, expected: expected))
  }
}

/// Runs `body`, whose errors are about a file, as part of reading a list.
func readingFile<Result>(
  _ body: () throws(TextFileError) -> Result
) throws(WatchlistError) -> Result {
  do {
    return try body()
  } catch {
    throw .file(error)
  }
}

/// Runs `body`, which puts bytes aside, as part of reading a list.
func puttingAside<Result>(
  _ body: () throws(ByteSpool.Failure) -> Result
) throws(WatchlistError) -> Result {
  do {
    return try body()
  } catch {
    throw .noRoom(reason: error.description)
  }
}
