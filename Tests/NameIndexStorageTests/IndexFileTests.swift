import Foundation
import Testing

@testable import NameIndex

@Suite struct IndexFileTests {
  private func sample() -> IndexFileWriter {
    var writer = IndexFileWriter()
    writer.add(section: "letters", elements: Array("abcdefg".utf8))
    writer.add(section: "numbers", elements: (0..<20).map { UInt32($0) * 1_000_003 })
    writer.add(section: "nothing", elements: [UInt16]())
    writer.add(section: "wide", elements: [UInt64.max, 0, 1])
    return writer
  }

  @Test func sectionsComeBackAsWritten() throws {
    let folder = TemporaryFolder()
    let path = folder.file("sample.index")
    try sample().write(to: path)
    for file in [try IndexFile.open(path: path), try IndexFile(bytes: sample().bytes())] {
      #expect(try file.section("letters", as: UInt8.self).array == Array("abcdefg".utf8))
      let numbers = try file.section("numbers", as: UInt32.self)
      #expect(numbers.count == 20)
      #expect(numbers[19] == UInt32(19 * 1_000_003))
      #expect(numbers[20] == nil)
      #expect(numbers[-1] == nil)
      #expect(numbers.slice(18..<20)?.array == [18 * 1_000_003, 19 * 1_000_003])
      #expect(numbers.slice(18..<21) == nil)
      #expect(try file.section("nothing", as: UInt16.self).isEmpty)
      #expect(try file.section("wide", as: UInt64.self).array == [UInt64.max, 0, 1])
      #expect(file.sections.map(\.name.text) == ["letters", "numbers", "nothing", "wide"])
    }
  }

  @Test func arraysOutliveTheFileTheyAreViewsOf() throws {
    let folder = TemporaryFolder()
    let path = folder.file("sample.index")
    try sample().write(to: path)
    func open() throws -> MappedArray<UInt32> { try IndexFile.open(path: path).section("numbers") }
    #expect(try open()[7] == 7_000_021)
  }

  @Test func theSameSectionsMakeTheSameBytes() throws {
    let folder = TemporaryFolder()
    for name in ["a", "b"] { try sample().write(to: folder.file(name)) }
    #expect(folder.read("a") == folder.read("b"))
    #expect(try folder.read("a") == sample().bytes())
    #expect(folder.contents() == ["a", "b"])
  }

  @Test func `an index that is put aside in a file is the one in memory`() throws {
    let folder = TemporaryFolder()
    var random = SystemRandomNumberGenerator()
    let numbers = (0..<200_000).map { _ in UInt32.random(in: .min ... .max, using: &random) }
    func write(memory: Int, pieces: Int) -> IndexFileWriter {
      var writer = IndexFileWriter(memory: memory)
      writer.add(section: "letters", elements: Array("abcdefg".utf8))
      writer.begin(section: "numbers", of: UInt32.self)
      for start in stride(from: 0, to: numbers.count, by: pieces) {
        writer.append(Array(numbers[start..<min(start + pieces, numbers.count)]))
      }
      writer.end()
      writer.add(section: "each", each: numbers.lazy.map { UInt64($0) << 7 })
      return writer
    }
    let whole = write(memory: 1 << 30, pieces: numbers.count)
    let bytes = try whole.bytes()
    for (memory, pieces) in [(1 << 30, 1), (0, 7), (1 << 12, 5_000), (0, numbers.count)] {
      let writer = write(memory: memory, pieces: pieces)
      #expect(try writer.bytes() == bytes)
      try writer.write(to: folder.file("\(memory)"))
      #expect(folder.read("\(memory)") == bytes)
      let file = try writer.file()
      try file.verify()
      #expect(try file.section("numbers", as: UInt32.self).array == numbers)
      #expect(try file.section("each", as: UInt64.self).array == numbers.map { UInt64($0) << 7 })
    }
    #expect(try IndexFile(bytes: bytes).section("numbers", as: UInt32.self).array == numbers)
  }

  @Test func `the checksum of pieces is that of the whole`() {
    let bytes = (0..<300).map { UInt8(truncatingIfNeeded: $0 &* 151) }
    for count in 0...bytes.count {
      let whole = bytes[..<count].withUnsafeBytes { Checksum.xxh64($0) }
      for size in [1, 3, 31, 32, 33, 64, 100] {
        var running = Checksum.Running()
        for start in stride(from: 0, to: count, by: size) {
          bytes[start..<min(start + size, count)].withUnsafeBytes { running.update($0) }
        }
        #expect(running.value == whole)
      }
    }
  }

  @Test func `rows are the same in however many parts they are filled`() {
    let pairs = (0..<5_000).map { (row: UInt32($0 &* 7_919 % 301), value: UInt32($0)) }
    for limit in [1, 40, 1_000, 1 << 20] {
      var filling = RowFilling(count: 302, limit: limit)
      for pair in pairs { filling.count(row: pair.row) }
      let offsets = filling.beginFilling()
      var values: [UInt32] = []
      while filling.beginPart() {
        for pair in pairs { filling.add(pair.value, to: pair.row) }
        values += filling.values
      }
      for row in 0..<302 {
        #expect(
          values[Int(offsets[row])..<Int(offsets[row + 1])].elementsEqual(
            pairs.filter { $0.row == row }.map(\.value)))
      }
    }
  }

  @Test func `what a killed process left of an index goes with the next, and what is being written stays`()
    throws
  {
    let folder = TemporaryFolder()
    let path = folder.file("a.index")
    for name in [
      "a.index.99999.0.tmp", "a.index.77.1.tmp", "a.index.x.0.tmp", "b.index.99999.0.tmp",
      "a.index.1.2.3.tmp",
    ] {
      _ = folder.file(name, holding: [1])
    }
    let other = open("\(folder.path)/a.index.77.1.tmp", O_RDONLY)
    defer { close(other) }
    #expect(flock(other, LOCK_EX) == 0)
    try sample().write(to: path)
    #expect(
      folder.contents().sorted() == [
        "a.index", "a.index.1.2.3.tmp", "a.index.77.1.tmp", "a.index.x.0.tmp", "b.index.99999.0.tmp",
      ])
  }

  @Test func writingReplacesTheOldFileOrLeavesIt() throws {
    let folder = TemporaryFolder()
    let path = folder.file("sample.index", holding: [1, 2, 3])
    try sample().write(to: path)
    #expect(try folder.read("sample.index") == sample().bytes())
    let nowhere = "\(folder.path)/none/sample.index"
    #expect(
      throws: IndexError.system(file: nowhere, operation: "create", reason: "there is no such folder")
    ) {
      try sample().write(to: "\(folder.path)/none/sample.index")
    }
    #expect(folder.contents() == ["sample.index"])
  }

  @Test func everyFlippedBitIsFound() throws {
    let bytes = try sample().bytes()
    for position in bytes.indices {
      for bit in 0..<8 {
        var damaged = bytes
        damaged[position] ^= 1 << bit
        #expect(throws: IndexError.self, "byte \(position), bit \(bit)") { try IndexFile(bytes: damaged) }
      }
    }
  }

  @Test func aFlippedBitNamesItsSection() throws {
    let bytes = try sample().bytes()
    for section in try IndexFile(bytes: bytes).sections where section.length > 0 {
      var damaged = bytes
      damaged[section.offset + section.length / 2] ^= 1
      #expect(throws: IndexError.checksum(file: "index in memory", section: section.name.text)) {
        try IndexFile(bytes: damaged)
      }
    }
    var damaged = bytes
    damaged[40] ^= 1
    #expect(throws: IndexError.checksum(file: "index in memory", section: "header")) {
      try IndexFile(bytes: damaged)
    }
  }

  @Test func everyTruncationIsFound() throws {
    let folder = TemporaryFolder()
    let bytes = try sample().bytes()
    for length in stride(from: 64, to: bytes.count, by: 64) {
      let path = folder.file("cut.index", holding: Array(bytes[..<length]))
      let error = #expect(throws: IndexError.self) { try IndexFile.open(path: path) }
      guard case .truncated(path, length, _)? = error else {
        Issue.record("\(length) bytes: \(String(describing: error))")
        continue
      }
    }
    for length in 0..<64 {
      #expect(throws: IndexError.self) { try IndexFile(bytes: Array(bytes[..<length])) }
    }
    #expect(throws: IndexError.self) { try IndexFile(bytes: bytes + [0]) }
  }

  @Test func anotherVersionSaysWhatToDo() throws {
    var bytes = try sample().bytes()
    bytes[8] = 9
    let error = #expect(throws: IndexError.self) { try IndexFile(bytes: bytes, name: "old.index") }
    #expect(
      error?.description
        == "old.index: format version 9; expected \(IndexFile.formatVersion): rebuild with `namescreen index`"
    )
  }

  @Test func whatIsNoIndexIsSaidInOneLine() throws {
    let folder = TemporaryFolder()
    let files: [(bytes: [UInt8], found: String)] = [
      ([], "an empty file"), (Array("id,name,type,and more".utf8), "text `id,name,type,and`"),
      ([0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3], "bytes 1f 8b 08 00"),
    ]
    for (bytes, found) in files {
      let path = folder.file("list", holding: bytes)
      #expect(throws: IndexError.notAnIndex(file: path, found: found)) { try IndexFile.open(path: path) }
    }
    #expect(throws: IndexError.notAnIndex(file: folder.path, found: "a folder")) {
      try IndexFile.open(path: folder.path)
    }
    #expect(throws: IndexError.missing(file: "\(folder.path)/none")) {
      try IndexFile.open(path: "\(folder.path)/none")
    }
  }

  @Test func randomBytesAreAnErrorNeverATrap() throws {
    var random = SeededRandom(seed: 1)
    for length in 0..<2000 {
      var bytes = (0..<length % 700).map { _ in UInt8.random(in: .min ... .max, using: &random) }
      if length % 2 == 0 { bytes.replaceSubrange(0..<min(8, bytes.count), with: IndexFile.magic) }
      if length % 4 == 0, bytes.count > 16 { bytes.replaceSubrange(8..<16, with: [1, 0, 0, 0, 2, 0, 0, 0]) }
      #expect(throws: IndexError.self) { try IndexFile(bytes: bytes) }
    }
  }

  /// A table of contents with a right checksum that describes nonsense.
  @Test func aForgedTableOfContentsIsAnError() throws {
    let bytes = try sample().bytes()
    var random = SeededRandom(seed: 2)
    let start = try #require(IndexFile(bytes: bytes).sections.first).offset
    for _ in 0..<5000 {
      var forged = bytes
      let position = Int.random(in: 16..<start, using: &random)
      forged[position] = forged[position] ^ UInt8.random(in: 1...255, using: &random)
      var checksum: [UInt8] = []
      checksum.append(littleEndian: forged[..<start].withUnsafeBytes { IndexFile.headerChecksum($0) })
      forged.replaceSubrange(24..<32, with: checksum)
      guard let file = try? IndexFile(bytes: forged) else { continue }
      for section in file.sections { _ = try? file.section(section.name, as: UInt32.self).array }
    }
  }

  @Test func askingForWhatIsNotThereIsAnError() throws {
    let file = try IndexFile(bytes: sample().bytes(), name: "x")
    #expect(throws: IndexError.missingSection(file: "x", section: "names")) {
      try file.section("names", as: UInt8.self)
    }
    #expect(throws: IndexError.self) { try file.section("numbers", as: UInt64.self) }
  }

  /// The values of the specification's own implementation (xxHash 0.8.2, `xxhsum -H64`).
  @Test(
    arguments: [
      ("", 0xEF46_DB37_51D8_E999), ("a", 0xD24E_C4F1_A98C_6E5B), ("abc", 0x44BC_2CF5_AD77_0999),
      ("Nobody inspects the spammish repetition", 0xFBCE_A83C_8A37_8BF1),
    ] as [(String, UInt64)])
  func checksumIsXXH64(text: String, expected: UInt64) {
    #expect(Array(text.utf8).withUnsafeBytes { Checksum.xxh64($0) } == expected)
  }
}
