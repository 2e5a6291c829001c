import TabularText

/// Reads JSON Lines: one value a line, empty lines passed over; a line that cannot be read is damage.
enum JSONLines {
  static let noObject = "the line is no JSON object; expected one entity as a JSON object"

  /// Gives the bytes of each line to `take`, which says whether they are a JSON value.
  static func read(
    _ file: ListFile, _ entries: inout ListEntries,
    _ take: (ArraySlice<UInt8>, _ line: Int, inout ListEntries) throws(WatchlistError) -> Bool
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
      if try take(reader.bytes, reader.number, &entries) { continue }
      if reader.isCutOff {
        entries.damage(.cutOff(file.name, line: reader.number))
      } else {
        entries.damage(reader.number, noObject)
      }
    }
  }
}
