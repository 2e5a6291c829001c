import Designations

/// What an index holds of one list: the list as it was read, counts, and a hash of its designations.
package struct ListSummary: Sendable, Equatable {
  package var description: ListDescription
  package var designations = 0
  package var designationsByType: [EntityType: Int] = [:]
  package var namesByQuality: [AliasQuality: Int] = [:]
  package var namesByScript: [WritingSystem: Int] = [:]
  /// Names that the list gives as those in the original script.
  package var originalScriptNames = 0
  package var designationsByProgramme: [String: Int] = [:]
  package var identifiersByKind: [Identifier.Kind: Int] = [:]
  /// SHA-256 over the designations in their order, every field of them; 32 bytes. Two indexes hold the same list
  /// where it agrees, whatever else they hold and whichever version wrote them.
  package var contentHash: [UInt8] = []

  package var names: Int { namesByQuality.values.reduce(0, &+) }
  package var identifiers: Int { identifiersByKind.values.reduce(0, &+) }

  init(description: ListDescription) { self.description = description }

  mutating func count(_ designation: Designation) {
    designations += 1
    designationsByType[designation.type, default: 0] += 1
    for name in designation.names {
      namesByQuality[name.quality, default: 0] += 1
      namesByScript[WritingSystem(of: name.text), default: 0] += 1
      if name.isOriginalScript { originalScriptNames += 1 }
    }
    for programme in designation.programmes { designationsByProgramme[programme, default: 0] += 1 }
    for identifier in designation.identifiers { identifiersByKind[identifier.kind, default: 0] += 1 }
  }
}

extension ListSummary {
  func encode(to writer: inout PlainRecordWriter) {
    writer.write(description.name)
    writer.write(description.publisher)
    writer.write(description.format)
    writer.write(description.date ?? "")
    writer.write(signed: description.damagedRows)
    writer.write(count: description.damage.count)
    for line in description.damage { writer.write(line) }
    writer.write(count: designations)
    Self.encode(designationsByType, to: &writer)
    Self.encode(namesByQuality, to: &writer)
    Self.encode(namesByScript, to: &writer)
    writer.write(count: originalScriptNames)
    writer.write(count: designationsByProgramme.count)
    for (programme, count) in designationsByProgramme.sorted(by: { $0.key < $1.key }) {
      writer.write(programme)
      writer.write(count: count)
    }
    Self.encode(identifiersByKind, to: &writer)
    writer.write(count: contentHash.count)
    for byte in contentHash { writer.write(UInt64(byte)) }
  }

  init(from reader: inout RecordReader) throws(IndexError) {
    var list = ListDescription(
      name: try reader.text(), publisher: try reader.text(), format: try reader.text())
    let date = try reader.text()
    list.date = date.isEmpty ? nil : date
    list.damagedRows = try reader.signed()
    list.damage = try reader.texts()
    self.init(description: list)
    designations = Int(clamping: try reader.integer())
    designationsByType = try Self.decode(&reader)
    namesByQuality = try Self.decode(&reader)
    namesByScript = try Self.decode(&reader)
    originalScriptNames = Int(clamping: try reader.integer())
    for _ in 0..<(try reader.count()) {
      let programme = try reader.text()
      designationsByProgramme[programme] = Int(clamping: try reader.integer())
    }
    identifiersByKind = try Self.decode(&reader)
    for _ in 0..<(try reader.count()) { contentHash.append(UInt8(truncatingIfNeeded: try reader.integer())) }
  }

  /// A count for every code, in the order of the codes.
  private static func encode<Code: RecordCode & Hashable>(
    _ counts: [Code: Int], to writer: inout PlainRecordWriter
  ) {
    writer.write(count: Code.recordCodes.count)
    for code in Code.recordCodes { writer.write(count: counts[code] ?? 0) }
  }

  private static func decode<Code: RecordCode & Hashable>(
    _ reader: inout RecordReader
  ) throws(IndexError) -> [Code: Int] {
    var counts: [Code: Int] = [:]
    for number in 0..<(try reader.count()) {
      let count = Int(clamping: try reader.integer())
      guard let code = Code(recordCode: UInt64(number)) else {
        throw reader.damaged("code \(number) of \(Code.self)", expected: "below \(Code.recordCodes.count)")
      }
      if count > 0 { counts[code] = count }
    }
    return counts
  }
}
