/// Why a run of the laboratory cannot begin or go on: one line, `what is wrong; expected what`.
package enum LaboratoryError: Error, Equatable, CustomStringConvertible {
  /// The input cannot be used.
  case badData(String)
  /// A file that was named is not there.
  case missingFile(String)
  /// The folder of results cannot be written.
  case unwritable(String)

  package var description: String {
    switch self {
    case .badData(let text), .missingFile(let text), .unwritable(let text): text
    }
  }
}
