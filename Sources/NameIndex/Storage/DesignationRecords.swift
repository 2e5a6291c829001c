import Designations

/// All designations of an index, each decoded when it is asked for.
///
///     let records = try DesignationRecords(in: file, strings: pool)
///     if records.type(at: 7) == .person { let designation = try records.record(at: 7) }
///
/// Sections:
///
///     records.bytes    u8   the records one after another (`DesignationRecord`)
///     records.starts   u32  where each begins, and the end of the last: count + 1
///     records.types    u8   the code of each designation's `EntityType`
///     records.lists    u16  the number of its list
///     records.layout   u32  one element: `DesignationRecord.layoutVersion`
///     lists            u8   a `ListSummary` a list, with its text inside
///
/// Memory: 7 bytes a designation and its record, 47 bytes for OFAC's; the text is in the string pool.
package struct DesignationRecords: Sendable {
  /// What the index holds of each list, in the order of list numbers.
  package let lists: [ListSummary]
  private let bytes: MappedArray<UInt8>
  private let starts: MappedArray<UInt32>
  private let types: MappedArray<UInt8>
  private let listNumbers: MappedArray<UInt16>
  private let strings: StringPool
  private let file: String

  /// - Throws: `IndexError` where the sections are missing, do not fit together or have another layout.
  package init(in file: IndexFile, strings: StringPool) throws(IndexError) {
    self.file = file.name
    self.strings = strings
    let layout: MappedArray<UInt32> = try file.section("records.layout")
    guard layout[0] == DesignationRecord.layoutVersion else {
      throw .version(file: file.name, found: layout[0] ?? 0, expected: DesignationRecord.layoutVersion)
    }
    bytes = try file.section("records.bytes")
    starts = try file.section("records.starts")
    types = try file.section("records.types")
    listNumbers = try file.section("records.lists")
    guard starts.count == types.count + 1, listNumbers.count == types.count else {
      throw .damaged(
        file: file.name, section: "records.starts",
        found: "\(starts.count), \(types.count) and \(listNumbers.count) elements in the columns of records",
        expected: "one a record, and one start more")
    }
    var reader = RecordReader(try file.section("lists"), strings: nil, file: file.name, section: "lists")
    var lists: [ListSummary] = []
    for _ in 0..<(try reader.count()) { lists.append(try ListSummary(from: &reader)) }
    try reader.finish()
    self.lists = lists
  }

  /// The records of an index file, without anything else of it.
  package static func open(path: String) throws(IndexError) -> DesignationRecords {
    try DesignationRecords(in: IndexFile.open(path: path))
  }

  /// The records of an index, whose pool of text is called `strings`.
  init(in file: IndexFile) throws(IndexError) {
    try self.init(in: file, strings: StringPool(in: file, named: "strings"))
  }

  /// Designations; they are numbered from 0 in the order in which they were added.
  package var count: Int { types.count }

  /// The type of a designation, without decoding it; `unknown` where there is no such number.
  @inline(__always)
  package func type(at designation: Int) -> EntityType {
    types[designation].flatMap { EntityType(recordCode: UInt64($0)) } ?? .unknown
  }

  /// The number of a designation's list in `lists`, without decoding it; nil where there is no such number.
  @inline(__always)
  package func list(at designation: Int) -> Int? {
    listNumbers[designation].flatMap { $0 < lists.count ? Int($0) : nil }
  }

  /// The designation with that number.
  ///
  /// - Throws: `IndexError.damaged` where there is none or its record cannot be.
  /// - Complexity: O(size of the record); about 2 µs.
  package func record(at designation: Int) throws(IndexError) -> Designation {
    var (reader, list) = try reader(at: designation)
    let result = try DesignationRecord.decode(
      &reader, type: type(at: designation), list: lists[list].description.name)
    try reader.finish()
    return result
  }

  /// Where a designation stands at its publisher, without decoding the rest.
  ///
  /// - Throws: `IndexError.damaged` where there is none or its record cannot be.
  package func id(at designation: Int) throws(IndexError) -> EntityID {
    var (reader, _) = try reader(at: designation)
    return try DesignationRecord.decodeID(&reader)
  }

  private func reader(at designation: Int) throws(IndexError) -> (reader: RecordReader, list: Int) {
    let memory = bytes.owner
    memory.keepResidentLimit(leaving: [memory.bytes])
    guard let list = list(at: designation), let start = starts[designation],
      let end = starts[designation + 1],
      start <= end, let record = bytes.slice(Int(start)..<Int(end))
    else {
      throw .damaged(
        file: file, section: "records.starts", found: "no record \(designation)", expected: "0..<\(count)")
    }
    return (RecordReader(record, strings: strings, file: file, section: "records.bytes"), list)
  }

  /// SHA-256 over the content hashes of all lists: one hash of what the index says.
  package var contentHash: [UInt8] {
    var hash = SHA256()
    for list in lists { hash.update(Array(list.description.name.utf8) + [0] + list.contentHash) }
    return hash.digest
  }
}
