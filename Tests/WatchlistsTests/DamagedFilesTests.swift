import Designations
import Testing

@testable import Watchlists

/// A file that is damaged in the middle is read before and behind the damage, and says what is lost.
@Suite struct DamagedFilesTests {
  private func read(_ bytes: [UInt8], allowsCutOff: Bool = false) throws -> LoadedList {
    try #require(try WatchlistReader.read(bytes: bytes, name: "f", allowsCutOff: allowsCutOff).first)
  }

  private static func un(_ count: Int, damage: (Int) -> String = { _ in "" }) -> [UInt8] {
    var text = "<?xml version=\"1.0\"?>\n<CONSOLIDATED_LIST dateGenerated=\"2026-02-27\">\n<INDIVIDUALS>\n"
    for number in 1...count {
      text += "<INDIVIDUAL><DATAID>\(number)</DATAID><FIRST_NAME>Name \(number)</FIRST_NAME>\(damage(number))"
      text += "</INDIVIDUAL>\n"
    }
    text += "</INDIVIDUALS>\n<ENTITIES>\n<ENTITY><DATAID>x</DATAID><FIRST_NAME>Org</FIRST_NAME></ENTITY>\n"
    return Array((text + "</ENTITIES>\n</CONSOLIDATED_LIST>\n").utf8)
  }

  @Test(arguments: [
    "</WRONG>", "<OPEN>", "<INDIVIDUAL b=>", "\u{1}", "<a b=>", "&undeclared;", "<!-- never closed",
    "<![CDATA[", "<", "\u{0}",
  ])
  func xmlGoesOnBehindDamage(damage: String) throws {
    // Records before and behind span many chunks.
    let list = try read(Self.un(3_000) { $0 == 1_500 ? damage : "" })
    #expect(list.damage.map(\.line) == [1_503])
    #expect(list.damage.allSatisfy { $0.loss == .entry })
    #expect(list.designations.count == 3_000)
    #expect(!list.designations.contains { $0.id.local == "1500" })
    #expect(list.designations.contains { $0.id.local == "x" })
  }

  @Test func everyByteOfARecordMayBeDamaged() throws {
    let whole = Self.un(5)
    let record = try #require(whole.firstRange(of: Array("<INDIVIDUAL><DATAID>3".utf8))).lowerBound
    let end = try #require(whole.firstRange(of: Array("<INDIVIDUAL><DATAID>4".utf8))).lowerBound
    for position in record..<end {
      var bytes = whole
      bytes[position] ^= 0x10
      let list = try read(bytes)
      let others = Set(list.designations.map(\.id.local)).subtracting(["3"])
      #expect(others.isSuperset(of: ["1", "2", "4", "5", "x"]), "byte \(position - record)")
    }
  }

  @Test func recordsThatAreNotClosed() throws {
    var text = String(decoding: Self.un(4), as: UTF8.self)
    text = text.replacing("Name 2</FIRST_NAME></INDIVIDUAL>", with: "Name 2</FIRST_NAME>")
    let list = try read(Array(text.utf8))
    #expect(list.designations.map(\.id.local) == ["1", "3", "4", "x"])
    #expect(
      list.damage.map(\.description) == [
        "f:5: the INDIVIDUAL that begins here does not end before the next one; expected its end tag"
      ])
  }

  @Test func severalDamages() throws {
    let list = try read(Self.un(50) { $0 % 10 == 5 ? "</X>" : "" })
    #expect(list.damage.map(\.line) == [8, 18, 28, 38, 48])
    #expect(list.designations.count == 46)
  }

  @Test func cutOffFilesAreReadWhenAllowed() throws {
    let whole = Self.un(100)
    let half = Array(whole.prefix(whole.count / 2))
    #expect {
      try read(half)
    } throws: {
      "\($0)".hasSuffix("the XML ends before its root element does; expected the whole file")
    }
    let list = try read(half, allowsCutOff: true)
    #expect(list.designations.count > 40)
    #expect(list.damage.map(\.loss) == [.restOfFile])
    // Also behind other damage.
    let broken = try read(
      Array(Self.un(100) { $0 == 3 ? "</X>" : "" }.prefix(half.count)), allowsCutOff: true)
    #expect(broken.damage.map(\.loss) == [.entry, .restOfFile])
  }

  @Test func cutOffGzip() throws {
    // Deflate's stored blocks need no compressor.
    let content = Self.un(1_000)
    var packed: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3]
    for start in stride(from: 0, to: content.count, by: 30_000) {
      let block = content[start..<min(start + 30_000, content.count)]
      let length = UInt16(block.count)
      packed +=
        [0, UInt8(length & 255), UInt8(length >> 8), UInt8(~length & 255), UInt8(~length >> 8)] + block
    }
    #expect {
      try read(packed)
    } throws: {
      "\($0)".contains("expected the whole file") || "\($0)".contains("expected a whole gzip file")
    }
    let list = try read(packed, allowsCutOff: true)
    #expect(list.designations.count == 1_001)
    #expect(list.damage.map(\.reason) == ["the gzip data ends too early; expected a whole gzip file"])
  }

  @Test func orphansLoseNothing() throws {
    let lists = try WatchlistReader.read(paths: [Fixtures.path("ofac")])
    #expect(lists[0].damage.map(\.loss) == [.nothing, .nothing])
  }
}

/// No reader traps, hangs or swells on any input, and every complaint says where.
@Suite struct FuzzedFilesTests {
  @Test(arguments: Fixtures.formats) func mutations(name: String) {
    let seed = Fixtures.bytes(name)
    #expect(!seed.isEmpty)
    var random = SeededRandom(seed: UInt64(name.utf8.reduce(7) { $0 &* 31 &+ UInt64($1) }))
    for _ in 0..<60 {
      var bytes = seed
      for _ in 0...Int.random(in: 0...3, using: &random) { Self.mutate(&bytes, &random) }
      do {
        for list in try WatchlistReader.read(bytes: bytes, name: "f", allowsCutOff: true) {
          #expect(list.designations.allSatisfy { !$0.names.isEmpty && !$0.id.local.isEmpty })
          #expect(list.damage.allSatisfy { $0.line >= 1 && !$0.reason.isEmpty })
        }
      } catch {
        #expect("\(error)".contains("; expected "), "\(error)")
      }
    }
  }

  /// Truncates, flips, repeats, swaps, deletes, and makes fields huge or deep.
  private static func mutate(_ bytes: inout [UInt8], _ random: inout SeededRandom) {
    guard !bytes.isEmpty else { return }
    let start = Int.random(in: 0..<bytes.count, using: &random)
    let end = min(bytes.count, start + Int.random(in: 1...64, using: &random))
    switch Int.random(in: 0..<10, using: &random) {
    case 0: bytes.removeSubrange(start...)
    case 1: bytes[start] = UInt8.random(in: 0...255, using: &random)
    case 2: bytes.removeSubrange(start..<end)
    case 3: bytes.insert(contentsOf: bytes[start..<end], at: start)
    case 4:
      let other = Int.random(in: 0..<bytes.count, using: &random)
      bytes.swapAt(start, other)
    case 5: bytes.insert(contentsOf: repeatElement(bytes[start], count: 70_000), at: start)
    case 6:
      bytes.insert(contentsOf: Array(repeating: Array("<a>[{\"a\":".utf8), count: 3_000).joined(), at: start)
    case 7:
      bytes.insert(
        contentsOf: [[0x00], [0xFF, 0xFE], [0x22], [0x3C], [0x1A], [0xEF, 0xBB, 0xBF]][start % 6], at: start)
    case 8:
      let from = Int.random(in: 0..<bytes.count, using: &random)
      let piece = Array(bytes[from..<min(bytes.count, from + 40)])
      bytes.replaceSubrange(start..<end, with: piece)
    default: bytes.insert(contentsOf: Array("99999999999999999999".utf8), at: start)
    }
  }

  @Test func everyFormatHasAFixture() throws {
    var seen: Set<String> = []
    for name in Fixtures.formats {
      let head = FileHead(Fixtures.bytes(name))
      let formats = ListFormats.known.filter { $0.recognizes(head) }
      #expect(formats.count == 1, "\(name)")
      seen.formUnion(formats.map { $0.name })
    }
    #expect(seen == Set(ListFormats.names))
  }
}
