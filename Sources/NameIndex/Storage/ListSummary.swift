import Designations

/// What an index holds of one list: the list as it was read, counts, and a hash of its designations.
package struct ListSummary: Sendable, Equatable {
  package var description: ListDescription
  package var designations = 0
  private var types = Counts<EntityType>()
  private var qualities = Counts<AliasQuality>()
  private var scripts = Counts<WritingSystem>()
  private var kinds = Counts<Identifier.Kind>()
  /// Names that the list gives as those in the original script.
  package var originalScriptNames = 0
  package var designationsByProgramme: [String: Int] = [:]
  /// SHA-256 over the designations in their order, every field of them; 32 bytes. Two indexes hold the same list
  /// where it agrees, whatever else they hold and whichever version wrote them.
  package var contentHash: [UInt8] = []

  package var designationsByType: [EntityType: Int] { types.byCode }
  package var namesByQuality: [AliasQuality: Int] { qualities.byCode }
  package var namesByScript: [WritingSystem: Int] { scripts.byCode }
  package var identifiersByKind: [Identifier.Kind: Int] { kinds.byCode }
  package var names: Int { qualities.total }
  package var identifiers: Int { kinds.total }

  init(description: ListDescription) { self.description = description }

  mutating func count(_ designation: Designation) {
    designations += 1
    types.add(designation.type)
    for name in designation.names {
      qualities.add(name.quality)
      scripts.add(WritingSystem(of: name.text))
      if name.isOriginalScript { originalScriptNames += 1 }
    }
    for programme in designation.programmes { designationsByProgramme[programme, default: 0] += 1 }
    for identifier in designation.identifiers { kinds.add(identifier.kind) }
  }
}

/// How often each code of a kind occurs, by the numbers of the codes: every designation is counted, and hashing takes longer.
private struct Counts<Code: RecordCode & Hashable & Sendable>: Sendable, Equatable {
  private var numbers = Array(repeating: 0, count: Code.recordCodes.count)

  init() {}

  mutating func add(_ code: Code) { numbers[Int(code.recordCode)] += 1 }

  var total: Int { numbers.reduce(0, &+) }

  /// Those that occur.
  var byCode: [Code: Int] {
    Dictionary(uniqueKeysWithValues: zip(Code.recordCodes, numbers).filter { $1 > 0 })
  }

  /// A count for every code, in the order of the codes.
  func encode(to writer: inout PlainRecordWriter) {
    writer.write(count: numbers.count)
    for number in numbers { writer.write(count: number) }
  }

  init(from reader: inout RecordReader) throws(IndexError) {
    for number in 0..<(try reader.count()) {
      let count = Int(clamping: try reader.integer())
      guard number < numbers.count else {
        throw reader.damaged("code \(number) of \(Code.self)", expected: "below \(numbers.count)")
      }
      numbers[number] = count
    }
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
    types.encode(to: &writer)
    qualities.encode(to: &writer)
    scripts.encode(to: &writer)
    writer.write(count: originalScriptNames)
    writer.write(count: designationsByProgramme.count)
    for (programme, count) in designationsByProgramme.sorted(by: { $0.key < $1.key }) {
      writer.write(programme)
      writer.write(count: count)
    }
    kinds.encode(to: &writer)
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
    types = try Counts(from: &reader)
    qualities = try Counts(from: &reader)
    scripts = try Counts(from: &reader)
    originalScriptNames = Int(clamping: try reader.integer())
    for _ in 0..<(try reader.count()) {
      let programme = try reader.text()
      designationsByProgramme[programme] = Int(clamping: try reader.integer())
    }
    kinds = try Counts(from: &reader)
    for _ in 0..<(try reader.count()) { contentHash.append(UInt8(truncatingIfNeeded: try reader.integer())) }
  }
}
