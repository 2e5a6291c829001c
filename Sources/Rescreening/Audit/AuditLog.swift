import FoundationEssentials
import NameIndex
import NameScreening

/// A file of records, one a line, each chained to the one before by its hash: what is changed, inserted, exchanged or
/// taken out of the middle is found, and named.
///
///     let log = AuditLog(path: "audit.jsonl")
///     let (count, head) = try log.verify()
///
/// A line is `{"hash":"H","record":R}`: H is the SHA-256 of the bytes of R, and R says the hash of the record before. What is
/// cut off at the end leaves a whole log: who must notice that keeps the newest hash elsewhere, and verifies against it.
public struct AuditLog: Sendable {
  public let path: String
  private static let firstPrevious = String(repeating: "0", count: 64)

  public init(path: String) { self.path = path }

  /// Adds the record of a run, and returns its number and hash when it is safe on the disk. Other processes wait.
  ///
  /// - Parameter mayBeRecorded: Whether an interrupted part of the run may have recorded it: then that record is returned.
  package func append(
    _ run: AuditedRun, time: String = timeNow(), mayBeRecorded: Bool = false
  ) throws(AuditError) -> (number: Int, hash: String) {
    let file = try LogFile(path: path)
    if mayBeRecorded, let known = try lines(unfinished: true).last(where: { $0.record.run == run.id }) {
      return (known.record.number, known.hash)
    }
    let (last, unfinished) = try file.last()
    var (count, previous) = (0, Self.firstPrevious)
    if let last {
      let newest = try line(last, number: nil)
      (count, previous) = (newest.record.number, newest.hash)
    }
    let payload = Self.payload(
      run, number: count + 1, previous: previous, time: time, discarded: unfinished)
    let hash = Self.hash(payload)
    var line = OutputBuffer()
    line.append("{\"hash\":\"\(hash)\",\"record\":")
    line.append(contentsOf: payload)
    line.append("}")
    try file.append(line.bytes, discarding: unfinished)
    return (count + 1, hash)
  }

  /// Proves that every record is as it was written.
  ///
  /// - Parameter head: The newest hash, where it is known from elsewhere: then what was cut off at the end is found too.
  /// - Returns: How many records there are, and the hash of the last.
  public func verify(head: String? = nil) throws(AuditError) -> (count: Int, head: String) {
    let records = try lines()
    guard let last = records.last else { return (0, Self.firstPrevious) }
    if let head, !records.contains(where: { $0.hash == head }) {
      throw .altered(
        file: path, record: records.count, problem: "is followed by none with the hash \(head)")
    }
    return (records.count, last.hash)
  }

  /// A record, the last when `number` is `nil`, after the whole log was verified.
  public func record(_ number: Int? = nil) throws(AuditError) -> AuditRecord {
    let records = try lines()
    let number = number ?? records.count
    guard records.indices.contains(number - 1) else {
      throw .noRecord(file: path, record: number, count: records.count)
    }
    return records[number - 1].record
  }

  private func lines(unfinished: Bool = false) throws(AuditError) -> [Line] {
    let pieces = try LogFile.bytes(of: path)
      .split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    var records: [Line] = []
    for bytes in pieces.dropLast() {
      let next = try line(Array(bytes), number: records.count + 1)
      guard next.record.number == records.count + 1 else {
        throw .altered(
          file: path, record: records.count + 1, problem: "calls itself record \(next.record.number)")
      }
      guard next.record.previous == records.last?.hash ?? Self.firstPrevious else {
        throw .altered(
          file: path, record: max(1, records.count),
          problem: records.isEmpty
            ? "does not begin the log" : "is not the one that record \(records.count + 1) was chained to")
      }
      records.append(next)
    }
    if let rest = pieces.last, !rest.isEmpty, !unfinished {
      throw .altered(
        file: path, record: records.count + 1,
        problem: "is not complete: its run was interrupted, or its end was cut off")
    }
    return records
  }

  private struct Line {
    var hash: String
    var record: AuditRecord
  }

  /// - Parameter number: For errors; `nil` is the last.
  private func line(_ bytes: [UInt8], number: Int?) throws(AuditError) -> Line {
    let number = number ?? (try? LogFile.bytes(of: path).count { $0 == UInt8(ascii: "\n") }) ?? 0
    let (start, middle) = (Array("{\"hash\":\"".utf8), Array("\",\"record\":".utf8))
    let payloadStart = start.count + 64 + middle.count
    guard bytes.count > payloadStart, bytes.starts(with: start),
      bytes[(start.count + 64)...].starts(with: middle), bytes.last == UInt8(ascii: "}")
    else { throw .altered(file: path, record: number, problem: "is no record") }
    let hash = String(decoding: bytes[start.count..<(start.count + 64)], as: UTF8.self)
    let payload = Array(bytes[payloadStart..<(bytes.count - 1)])
    guard Self.hash(payload) == hash else {
      throw .altered(file: path, record: number, problem: "was changed: its hash differs")
    }
    do {
      return Line(hash: hash, record: try JSONDecoder().decode(AuditRecord.self, from: Data(payload)))
    } catch {
      throw .altered(file: path, record: number, problem: "cannot be read: \(error)")
    }
  }

  private static func hash(_ bytes: [UInt8]) -> String {
    var hash = SHA256()
    hash.update(bytes)
    return hash.digest.hexadecimal
  }

  /// The record as JSON; the keys and their order are stable.
  private static func payload(
    _ run: AuditedRun, number: Int, previous: String, time: String, discarded: Int
  ) -> [UInt8] {
    let versions = AuditRecord.Versions.current
    let counts = AuditRecord.Counts(run.count)
    var buffer = OutputBuffer()
    buffer.append("{\"number\":\(number)")
    buffer.append(key: "previous")
    buffer.append(json: previous)
    buffer.append(key: "run")
    buffer.append(json: run.id)
    buffer.append(key: "time")
    buffer.append(json: time)
    buffer.append(key: "versions")
    buffer.append("{\"engine\":")
    buffer.append(json: versions.engine)
    buffer.append(key: "icu")
    buffer.append(json: versions.icu)
    buffer.append(key: "tables")
    buffer.append(jsonArray: versions.tables) { $0.append(json: $1) }
    buffer.append("}")
    buffer.append(key: "arguments")
    buffer.append(jsonArray: run.arguments) { $0.append(json: $1) }
    buffer.append(key: "inputs")
    buffer.append(jsonArray: run.inputs) { buffer, input in
      buffer.append("{\"role\":")
      buffer.append(json: input.role)
      buffer.append(key: "path")
      buffer.append(json: input.path)
      if let hash = input.hash {
        buffer.append(key: "hash")
        buffer.append(json: hash)
      }
      buffer.append("}")
    }
    buffer.append(key: "counts")
    buffer.append(
      "{\"rows\":\(counts.rows),\"screened\":\(counts.screened),\"reported\":\(counts.reported),"
        + "\"customersWithHits\":\(counts.customersWithHits),\"hits\":\(counts.hits)")
    buffer.append(key: "kinds")
    buffer.append("{")
    for (place, kind) in counts.kinds.sorted(by: { $0.key < $1.key }).enumerated() {
      buffer.append(key: kind.key, isFirst: place == 0)
      buffer.append("\(kind.value)")
    }
    buffer.append("}}")
    buffer.append(key: "output")
    buffer.append("{\"hash\":")
    buffer.append(json: run.output.hash)
    buffer.append(",\"bytes\":\(run.output.bytes)}")
    buffer.append(key: "alerts")
    buffer.append("[")
    buffer.append(contentsOf: run.alerts)
    buffer.append("]")
    buffer.append(key: "discardedBytes")
    buffer.append("\(discarded)}")
    return buffer.bytes
  }
}
