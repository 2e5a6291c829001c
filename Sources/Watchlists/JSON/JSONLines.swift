import FoundationEssentials
import TabularText

/// Reads JSON Lines: one value a line, empty lines passed over; a line that cannot be read is damage.
enum JSONLines {
  /// Decodes each line.
  static func read<Line: Decodable>(
    _ file: ListFile, _ entries: inout ListEntries,
    _ take: (Line, _ line: Int, inout ListEntries) -> Void
  ) throws(WatchlistError) {
    let decoder = JSONDecoder()
    try read(file, &entries) { bytes, line, entries in
      do {
        take(try decoder.decode(Line.self, from: Data(bytes)), line, &entries)
      } catch {
        if case DecodingError.dataCorrupted = error { return false }
        let problem = JSONProblem(error)
        entries.damage(line, field: problem.field, problem.reason)
      }
      return true
    }
  }

  /// Gives the bytes of each line to `take`, which says whether they are a JSON value.
  static func read(
    _ file: ListFile, _ entries: inout ListEntries,
    _ take: (ArraySlice<UInt8>, _ line: Int, inout ListEntries) -> Bool
  ) throws(WatchlistError) {
    var reader = try readingFile { () throws(TextFileError) in try LineReader(file.stream) }
    while true {
      do {
        guard try reader.next() else { return }
      } catch {
        entries.damage(try RowDamage(error, isCutOff: reader.isCutOff))
        continue
      }
      if reader.bytes.allSatisfy({ $0 <= 0x20 }) { continue }
      if take(reader.bytes, reader.number, &entries) { continue }
      if reader.isCutOff {
        entries.damage(.cutOff(file.name, line: reader.number))
      } else {
        entries.damage(reader.number, JSONProblem.noObject)
      }
    }
  }
}

/// What a JSON decoder complains of.
private struct JSONProblem {
  var field: String?
  var reason: String

  init(_ error: any Error) {
    switch error {
    case DecodingError.keyNotFound(let key, _):
      self.init(key.stringValue, "it is missing; expected a value")
    case DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context):
      let path = context.codingPath.map(\.stringValue).joined(separator: ".")
      self.init(path.isEmpty ? nil : path, "the value is of another type; expected that of the format")
    default:
      self.init(nil, Self.noObject)
    }
  }

  static let noObject = "the line is no JSON object; expected one entity as a JSON object"

  private init(_ field: String?, _ reason: String) {
    self.field = field
    self.reason = reason
  }
}
