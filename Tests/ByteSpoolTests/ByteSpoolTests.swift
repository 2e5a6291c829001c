import ByteSpool
import Testing

@Suite struct ByteSpoolTests {
  @Test(arguments: [0, 1 << 10, 1 << 30])
  func `what was put aside is read as it was, in memory and in a file`(memory: Int) throws {
    let spool = ByteSpool(memory: memory)
    let records = (0..<20_000).map { number in
      (0..<(number % 97)).map { UInt8(truncatingIfNeeded: number &* 31 &+ $0) }
    }
    var places: [Int] = []
    for record in records { places.append(try spool.append(record)) }
    // Back and forth, so that neighbours and others are read.
    for number in records.indices.map({ $0 &* 7_919 % records.count }) + Array(records.indices) {
      let read = try spool.withBytes(places[number], count: records[number].count) { Array($0) }
      #expect(read == records[number])
    }
    #expect(spool.count == records.reduce(0) { $0 + $1.count })
  }

  @Test(arguments: [0, 1 << 10, 1 << 30])
  func `all bytes are copied in their order, in pieces of any size`(memory: Int) throws {
    let spool = ByteSpool(memory: memory)
    var all: [UInt8] = []
    // The last is longer than what a spool keeps behind its file.
    for length in [0, 1, 1_000, 70_000, 3, 300_000, 5] {
      let bytes = (0..<length).map { UInt8(truncatingIfNeeded: $0 &* 7 &+ length) }
      #expect(try spool.append(bytes) == all.count)
      all += bytes
    }
    for size in [1_000, 1 << 16, 1 << 20] {
      var read: [UInt8] = []
      var piece = [UInt8](repeating: 0, count: size)
      while true {
        let count = try piece.withUnsafeMutableBytes { try spool.read(read.count, into: $0) }
        if count == 0 { break }
        read += piece[..<count]
      }
      #expect(read == all)
    }
    #expect(try spool.withBytes(all.count - 5, count: 5) { Array($0) } == all.suffix(5))
  }

  @Test func `bytes that are not there are an error`() throws {
    let spool = ByteSpool()
    _ = try spool.append([1, 2, 3])
    #expect(throws: ByteSpool.Failure.self) { try spool.withBytes(1, count: 3) { _ in } }
    #expect(throws: ByteSpool.Failure.self) { try spool.withBytes(-1, count: 1) { _ in } }
  }

  @Test(arguments: [0, 1 << 30])
  func `a key gives its values in their order and nobody else's`(memory: Int) throws {
    let spool = KeyedSpool(memory: memory)
    for number in 0..<30_000 { try spool.append(key: "key \(number % 1_000)", Array("value \(number)".utf8)) }
    try spool.seal()
    for key in [0, 1, 500, 999] {
      var values: [String] = []
      try spool.forEach(key: "key \(key)") { values.append(String(decoding: $0, as: UTF8.self)) }
      #expect(values == (0..<30).map { "value \(key + $0 * 1_000)" })
    }
    try spool.forEach(key: "key") { _ in Issue.record("nothing was put aside under this key") }
    #expect(throws: ByteSpool.Failure.self) { try spool.append(key: "key 1", [1]) }
  }
}
