import Designations
import Testing

@testable import NameIndex

@Suite struct DesignationRecordsTests {
  private func bytes(_ designations: [Designation], lists: [ListDescription] = []) throws -> [UInt8] {
    var strings = StringPool.Builder()
    var builder = DesignationRecords.Builder()
    for list in lists { try builder.add(list) }
    for (ordinal, designation) in designations.enumerated() {
      #expect(try builder.add(designation, strings: &strings) == ordinal)
    }
    var writer = IndexFileWriter()
    try builder.add(to: &writer)
    strings.add(to: &writer, named: "strings")
    return try writer.bytes()
  }

  private func records(_ bytes: [UInt8]) throws -> DesignationRecords {
    let file = try IndexFile(bytes: bytes)
    return try DesignationRecords(in: file, strings: StringPool(in: file, named: "strings"))
  }

  /// A field that a type gains and that the record forgets: this test counts the fields it knows.
  @Test func everyFieldIsFilledAndComesBack() throws {
    let full = fullDesignation()
    func fields(_ value: Any) -> Int { Mirror(reflecting: value).children.count }
    #expect(fields(full) == 18)
    #expect(fields(full.names[0]) == 4)
    #expect(fields(full.identifiers[0]) == 4)
    #expect(fields(full.countries[0]) == 2)
    #expect(fields(PartialDate(year: 1)) == 3)
    #expect(fields(ListDescription(name: "", publisher: "", format: "")) == 6)

    let records = try records(bytes([full]))
    #expect(try records.record(at: 0) == full)
  }

  @Test func everyCaseHasACode() {
    #expect(Set(EntityType.recordCodes) == Set(EntityType.allCases))
    #expect(Set(AliasQuality.recordCodes) == Set(AliasQuality.allCases))
    #expect(Set(Gender.recordCodes) == Set(Gender.allCases))
    #expect(Set(ListedCountry.Relation.recordCodes) == Set(ListedCountry.Relation.allCases))
    #expect(Set(Identifier.Kind.recordCodes) == Set(Identifier.Kind.allCases))
  }

  @Test func designationsComeBackInOrder() throws {
    let designations = randomDesignations(400, seed: 8)
    let bytes = try bytes(designations)
    let records = try records(bytes)
    #expect(records.count == designations.count)
    for (ordinal, designation) in designations.enumerated() {
      #expect(try records.record(at: ordinal) == designation)
      #expect(try records.id(at: ordinal) == designation.id)
      #expect(records.type(at: ordinal) == designation.type)
      #expect(records.list(at: ordinal).map { records.lists[$0].description.name } == designation.list)
    }
    for ordinal in [-1, records.count, .max] {
      #expect(throws: IndexError.self) { try records.record(at: ordinal) }
      #expect(throws: IndexError.self) { try records.id(at: ordinal) }
      #expect(records.type(at: ordinal) == .unknown)
      #expect(records.list(at: ordinal) == nil)
    }
    #expect(try self.bytes(designations) == bytes)
  }

  @Test func listsAreDescribedAndCounted() throws {
    var described = ListDescription(
      name: "ofac-sdn", publisher: "OFAC", format: "OFAC sdn.csv", date: "2023-12-28")
    described.damagedRows = 2
    var again = described
    again.damagedRows = 3
    let records = try records(bytes([fullDesignation(), designation("1")], lists: [described, again]))
    #expect(records.lists.count == 2)
    described.damagedRows = 5
    #expect(records.lists[0].description == described)
    #expect(records.lists[0].designationsByType == [.person: 1])
    #expect(records.lists[0].namesByQuality == [.primary: 1, .strong: 1, .weak: 1, .formerlyKnown: 1])
    #expect(records.lists[0].identifiersByKind == [.passport: 1, .bic: 1, .taxID: 1, .wallet: 1])
    #expect(records.lists[0].names == 4)
    #expect(records.lists[0].identifiers == 4)
    #expect(records.lists[1].description == ListDescription(name: "own", publisher: "own", format: ""))
    #expect(records.lists[1].designations == 1)
  }

  @Test func theContentHashIsOfTheContentAlone() throws {
    let full = fullDesignation()
    let alone = try records(bytes([full]))
    let among = try records(bytes([designation("1"), full]))
    #expect(alone.lists[0].contentHash.count == 32)
    #expect(alone.lists[0].contentHash == among.lists[1].contentHash)
    #expect(alone.contentHash != among.contentHash)
    var changed = full
    changed.identifiers[1].detail = "x"
    #expect(try records(bytes([changed])).lists[0].contentHash != alone.lists[0].contentHash)
    changed = full
    changed.type = .unknown
    #expect(try records(bytes([changed])).lists[0].contentHash != alone.lists[0].contentHash)
  }

  @Test func anotherLayoutOfRecordsIsAnotherVersion() throws {
    var writer = IndexFileWriter()
    StringPool.Builder().add(to: &writer, named: "strings")
    writer.add(section: "records.layout", elements: [9 as UInt32])
    let file = try IndexFile(bytes: writer.bytes())
    let pool = try StringPool(in: file, named: "strings")
    #expect(throws: IndexError.version(file: file.name, found: 9, expected: 2)) {
      try DesignationRecords(in: file, strings: pool)
    }
  }

  /// Records altered below a right checksum are an error or another designation, never a trap.
  @Test func damagedRecordsNeverTrap() throws {
    let file = try IndexFile(bytes: bytes(randomDesignations(40, seed: 9)))
    var random = SeededRandom(seed: 10)
    for _ in 0..<400 {
      var writer = IndexFileWriter()
      for section in file.sections {
        func damage<Element: FixedWidthInteger & BitwiseCopyable & Sendable>(_ type: Element.Type) throws {
          var elements = try file.section(section.name, as: type).array
          if Int.random(in: 0..<4, using: &random) == 0, !elements.isEmpty {
            elements[Int.random(in: elements.indices, using: &random)] = .random(
              in: .min ... .max, using: &random)
          }
          writer.add(section: section.name, elements: elements)
        }
        switch section.width {
        case 1: try damage(UInt8.self)
        case 2: try damage(UInt16.self)
        default: try damage(UInt32.self)
        }
      }
      guard let records = try? self.records(writer.bytes()) else { continue }
      for ordinal in 0..<records.count {
        _ = try? records.record(at: ordinal)
        _ = try? records.id(at: ordinal)
      }
    }
  }

  /// FIPS 180-4, examples of NIST.
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
  ])
  func contentHashIsSHA256(text: String, expected: String) {
    var whole = SHA256()
    whole.update(Array(text.utf8))
    var pieces = SHA256()
    for byte in text.utf8 { pieces.update([byte]) }
    for digest in [whole.digest, pieces.digest] {
      #expect(digest.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined() == expected)
    }
  }
}
