import ByteSpool

/// What can be wrong with an index file, its sections, or the writing of it.
///
/// `description` is one line, `FILE: what is wrong; what was expected`, and tells the remedy where there is one.
package enum IndexError: Error, Sendable, Equatable {
  /// There is no such file.
  case missing(file: String)
  /// The file may not be read or written by this user.
  case notPermitted(file: String)
  /// Another failure of the operating system, e.g. `read`, `No space left on device`.
  case system(file: String, operation: String, reason: String)
  /// The file does not begin as an index does; `found` says how it begins, e.g. `an empty file`.
  case notAnIndex(file: String, found: String)
  /// The file ends at byte `end` where at least `expected` bytes should be.
  case truncated(file: String, end: Int, expected: Int)
  case version(file: String, found: UInt32, expected: UInt32)
  /// Its names were analysed by another version, so that they would not meet those that are asked for.
  case otherAnalysis(file: String)
  /// The bytes of the section (`header`: the header and the table of contents) are not those that were written.
  case checksum(file: String, section: String)
  case missingSection(file: String, section: String)
  /// The checksums agree but the content cannot be: the file was made by something else or altered on purpose.
  case damaged(file: String, section: String, found: String, expected: String)
  /// More than the format can hold, e.g. more than 4 GiB of names.
  case tooLarge(what: String, count: Int, limit: Int)
  /// What does not fit in memory while an index is built cannot be put aside.
  case noRoom(reason: String)

  init(_ failure: ByteSpool.Failure) { self = .noRoom(reason: failure.description) }
}

extension IndexError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .missing(let file):
      "\(file): no such file; expected an index file"
    case .notPermitted(let file):
      "\(file): permission denied; expected a file this user may read or write"
    case .system(let file, let operation, let reason):
      "\(file): \(operation) failed: \(reason); expected it to succeed"
    case .notAnIndex(let file, let found):
      "\(file): not an index: found \(found); expected a file written by `namescreen index`"
    case .truncated(let file, let end, let expected):
      "\(file): truncated at byte \(end); expected at least \(expected) bytes"
    case .version(let file, let found, let expected):
      "\(file): format version \(found); expected \(expected): rebuild with `namescreen index`"
    case .otherAnalysis(let file):
      "\(file): names analysed by another version; expected an index of this version: "
        + "rebuild with `namescreen index`"
    case .checksum(let file, let section):
      "\(file): checksum of section `\(section)` differs: file damaged; "
        + "expected the bytes as written: rebuild with `namescreen index`"
    case .missingSection(let file, let section):
      "\(file): section `\(section)` is missing; expected a complete index: rebuild with `namescreen index`"
    case .damaged(let file, let section, let found, let expected):
      "\(file): section `\(section)`: \(found); expected \(expected)"
    case .tooLarge(let what, let count, let limit):
      "index: \(count) \(what); expected at most \(limit)"
    case .noRoom(let reason):
      reason
    }
  }
}
