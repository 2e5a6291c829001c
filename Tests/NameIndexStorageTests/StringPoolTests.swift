import Testing

@testable import NameIndex

@Suite struct StringPoolTests {
  @Test func everyStringIsStoredOnceAndFound() throws {
    var random = SeededRandom(seed: 3)
    let texts = (0..<3000).map { _ in
      String(
        (0..<Int.random(in: 0...6, using: &random)).map { _ in
          "abжé\u{0}".randomElement(using: &random) ?? "a"
        })
    }
    var builder = StringPool.Builder()
    let ids = try texts.map { try builder.intern($0) }
    #expect(builder.count == Set(texts.map { Array($0.utf8) }).count)

    var writer = IndexFileWriter()
    builder.add(to: &writer, named: "strings", searchable: true)
    let pool = try StringPool(in: IndexFile(bytes: writer.bytes()), named: "strings", searchable: true)
    #expect(pool.count == builder.count)
    for (text, id) in zip(texts, ids) {
      #expect(pool.string(at: id).map { Array($0.utf8) } == Array(text.utf8))
      #expect(pool.find(Array(text.utf8)) == id)
    }
    #expect(pool.find(Array("absent".utf8)) == nil)
    #expect(pool.string(at: UInt32(pool.count)) == nil)
    #expect(pool.string(at: .max) == nil)
  }

  @Test func anEmptyPoolHoldsNothing() throws {
    var writer = IndexFileWriter()
    StringPool.Builder().add(to: &writer, named: "strings", searchable: true)
    let pool = try StringPool(in: IndexFile(bytes: writer.bytes()), named: "strings", searchable: true)
    #expect(pool.count == 0)
    #expect(pool.find([]) == nil)
    #expect(pool.string(at: 0) == nil)
  }

  @Test func sectionsThatDoNotFitAreErrors() throws {
    let faults: [(starts: [UInt32], slots: [UInt32])] = [
      ([], [0]), ([0, 4], [0]), ([0, 3], [0, 0, 0]), ([0, 3], []),
    ]
    for fault in faults {
      var writer = IndexFileWriter()
      writer.add(section: "s.bytes", elements: Array("abc".utf8))
      writer.add(section: "s.starts", elements: fault.starts)
      writer.add(section: "s.slots", elements: fault.slots)
      let file = try IndexFile(bytes: writer.bytes())
      #expect(throws: IndexError.self) { try StringPool(in: file, named: "s", searchable: true) }
    }
    var writer = IndexFileWriter()
    writer.add(section: "s.bytes", elements: Array("abc".utf8))
    writer.add(section: "s.starts", elements: [0, 9, 2, 3] as [UInt32])
    writer.add(section: "s.slots", elements: [7, 1, 2, 9] as [UInt32])
    let pool = try StringPool(in: IndexFile(bytes: writer.bytes()), named: "s", searchable: true)
    #expect(pool.string(at: 0) == nil)
    #expect(pool.string(at: 1) == nil)
    #expect(pool.string(at: 2) == "c")
    #expect(pool.find(Array("zzz".utf8)) == nil)
  }

  @Test func byteOrderIsThatOfTheBytes() throws {
    var random = SeededRandom(seed: 4)
    let strings: [[UInt8]] = (0..<2000).map { _ in
      (0..<Int.random(in: 0...12, using: &random)).map { _ in
        [0, 1, 97, 255].randomElement(using: &random) ?? 0
      }
    }
    let order = try ByteStrings(strings).byteOrder()
    let expected = strings.indices.sorted { a, b in
      strings[a] == strings[b] ? a < b : strings[a].lexicographicallyPrecedes(strings[b])
    }
    #expect(order.map(Int.init) == expected)
  }
}
