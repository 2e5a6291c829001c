/// Why a text cannot be analysed as a name.
package enum NameTextError: Error, Equatable, CustomStringConvertible {
  case tooLong(bytes: Int, limit: Int)
  case tooManyWords(count: Int, limit: Int)

  package var description: String {
    switch self {
    case .tooLong(let bytes, let limit):
      "the name has \(bytes) bytes of UTF-8; expected at most \(limit)"
    case .tooManyWords(let count, let limit):
      "the name has \(count) words; expected at most \(limit)"
    }
  }
}
