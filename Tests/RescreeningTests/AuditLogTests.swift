import Foundation
import NameScreening
import Testing

@testable import Rescreening

@Suite("An audit log keeps what was written, or says which record is not")
struct AuditLogTests {
  private let folder: TestFolder
  private let log: AuditLog

  init() throws {
    folder = try TestFolder()
    log = AuditLog(path: folder.path + "/audit.jsonl")
  }

  private func run(_ number: Int) -> AuditedRun {
    var count = FileScreening.Count()
    count.screened = number
    count.kinds = ["new": number, "changed": 1]
    return AuditedRun(
      id: "run \(number)", arguments: ["screen", "/customers \"\(number)\".csv"],
      inputs: [.init(role: "customers", path: "/c.csv", hash: "ab"), .init(role: "index", path: "-")],
      count: count, output: .init(hash: "cd", bytes: 7),
      alerts: Array(
        #"{"query_id":"a","entity_id":"ofac:1","list":"ofac-sdn","score":0.9,"change":"new"}"#.utf8))
  }

  @Test("records come back as they were written, in their order")
  func records() throws {
    for number in 1...3 { #expect(try log.append(run(number), time: "T\(number)").number == number) }
    let second = try log.record(2)
    #expect(second.number == 2 && second.time == "T2")
    #expect(second.arguments == ["screen", "/customers \"2\".csv"])
    #expect(second.counts.screened == 2 && second.counts.kinds == ["new": 2, "changed": 1])
    #expect(second.inputs.map(\.hash) == ["ab", nil])
    #expect(
      second.alerts == [
        AuditedAlert(queryID: "a", entityID: "ofac:1", list: "ofac-sdn", score: 0.9, change: "new")
      ])
    #expect(try log.record().number == 3)
    #expect(try log.verify().count == 3)
    #expect(throws: AuditError.noRecord(file: log.path, record: 4, count: 3)) { try log.record(4) }
  }

  @Test("any changed byte is found, and its record is named")
  func changedBytes() throws {
    for number in 1...3 { _ = try log.append(run(number), time: "T") }
    let bytes = try folder.bytes("audit.jsonl")
    func expectFound(_ altered: [UInt8], _ record: Int, _ what: String) throws {
      try folder.write(altered, to: "altered.jsonl")
      let error = #expect(throws: AuditError.self) {
        try AuditLog(path: folder.path + "/altered.jsonl").verify()
      }
      guard case .altered(_, record, _) = error else {
        Issue.record("\(what): \(String(describing: error)), expected record \(record)")
        return
      }
    }
    var record = 1
    for place in bytes.indices {
      let isEnd = bytes[place] == UInt8(ascii: "\n")
      // Every byte: one bit; some also as another letter case, no ASCII, an end of line, taken out or put in.
      var altered = bytes
      altered[place] ^= 0x01
      try expectFound(altered, record, "byte \(place), a bit")
      if isEnd || place % 5 == 0 {
        for mask in [0x11, 0x20, 0x80] as [UInt8] {
          altered[place] = bytes[place] ^ mask
          try expectFound(altered, record, "byte \(place), \(mask)")
        }
        altered[place] = isEnd ? UInt8(ascii: " ") : UInt8(ascii: "\n")
        try expectFound(altered, record, "byte \(place), end of line")
        altered.remove(at: place)
        try expectFound(altered, record, "byte \(place), taken out")
        if !isEnd {
          try expectFound(bytes[..<place] + [0x20] + bytes[place...], record, "byte \(place), put in")
        }
      }
      if isEnd { record += 1 }
    }
  }

  @Test("records that were exchanged, taken out, forged or cut off are found")
  func rewrites() throws {
    var heads: [String] = []
    for number in 1...4 { heads.append(try log.append(run(number), time: "T").hash) }
    let lines = try String(decoding: folder.bytes("audit.jsonl"), as: UTF8.self).split(separator: "\n")
      .map(String.init)
    func verify(_ lines: [String], head: String? = nil) throws -> Int {
      try folder.write(Array((lines.joined(separator: "\n") + "\n").utf8), to: "altered.jsonl")
      return try AuditLog(path: folder.path + "/altered.jsonl").verify(head: head).count
    }
    #expect(try verify(lines) == 4)
    #expect(throws: AuditError.self) { try verify([lines[0], lines[2], lines[1], lines[3]]) }
    #expect(throws: AuditError.self) { try verify([lines[0], lines[1], lines[3]]) }
    #expect(throws: AuditError.self) { try verify(Array(lines.dropFirst())) }
    // A record made anew with a hash that fits it does not fit the one behind.
    let other = AuditLog(path: folder.path + "/other.jsonl")
    for number in [1, 9] { _ = try other.append(run(number), time: "T") }
    let forged = try String(decoding: folder.bytes("other.jsonl"), as: UTF8.self).split(separator: "\n")
      .map(String.init)
    let error = #expect(throws: AuditError.self) { try verify([lines[0], forged[1], lines[2], lines[3]]) }
    guard case .altered(_, 2, _) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    // What is cut off at the end leaves a whole log, unless its end is known.
    #expect(try verify(Array(lines.prefix(3))) == 3)
    #expect(throws: AuditError.self) { try verify(Array(lines.prefix(3)), head: heads[3]) }
  }

  @Test("a record that a killed run had begun is taken away, which the next one says")
  func unfinished() throws {
    _ = try log.append(run(1), time: "T")
    let whole = try folder.bytes("audit.jsonl")
    for length in [1, 40, whole.count - 1] {
      try folder.write(whole + whole.prefix(length), to: "audit.jsonl")
      #expect(throws: AuditError.self) { try log.verify() }
      _ = try log.append(run(2), time: "T")
      #expect(try log.record().discardedBytes == length)
      #expect(try log.verify().count == 2)
    }
  }

  @Test("writers at the same time lose no record")
  func concurrentWriters() async throws {
    try await withThrowingTaskGroup(of: Void.self) { group in
      for number in 0..<40 { group.addTask { _ = try log.append(run(number), time: "T") } }
      try await group.waitForAll()
    }
    #expect(try log.verify().count == 40)
  }
}
