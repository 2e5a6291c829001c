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
    spool.seal()
    for key in [0, 1, 500, 999] {
      var values: [String] = []
      try spool.forEach(key: "key \(key)") { values.append(String(decoding: $0, as: UTF8.self)) }
      #expect(values == (0..<30).map { "value \(key + $0 * 1_000)" })
    }
    try spool.forEach(key: "key") { _ in Issue.record("nothing was put aside under this key") }
  }
}
