import ByteSpool
import Designations

extension DesignationRecords {
  /// Collects designations for an index.
  ///
  ///     var builder = DesignationRecords.Builder()
  ///     try builder.add(list)                             // descriptions first: they number the lists
  ///     let ordinal = try builder.add(designation, strings: &strings)
  ///     builder.add(to: &writer)
  ///
  /// Memory: 7 bytes a designation, and what a `ByteSpool` keeps.
  package struct Builder {
    private let bytes = ByteSpool()
    private var record = PooledRecordWriter()
    private var starts: [UInt32] = [0]
    private var types: [UInt8] = []
    private var listNumbers: [UInt16] = []
    private var lists: [ListSummary] = []
    private var hashes: [SHA256] = []
    private var numbers: [String: Int] = [:]

    package init() {}

    /// Designations so far.
    package var count: Int { types.count }

    /// Makes a list known. A second description of the same name replaces the first, but that damaged rows add up.
    ///
    /// - Throws: `IndexError.tooLarge` above 65,536 lists.
    package mutating func add(_ list: ListDescription) throws(IndexError) {
      guard let number = numbers[list.name] else {
        _ = try self.number(of: list)
        return
      }
      let (damagedRows, damage) = (lists[number].description.damagedRows, lists[number].description.damage)
      lists[number].description = list
      lists[number].description.damagedRows += damagedRows
      lists[number].description.damage = damage + list.damage
    }

    /// Adds a designation and returns its number. A list that nobody described is known by its name and publisher.
    ///
    /// - Parameter strings: the pool of the index, which takes the text in.
    /// - Throws: `IndexError.tooLarge` above 4 GiB of records or text, or 65,536 lists.
    package mutating func add(
      _ designation: Designation, strings: inout StringPool.Builder
    ) throws(IndexError) -> Int {
      let number: Int
      if let last = listNumbers.last, lists[Int(last)].description.name == designation.list {
        number = Int(last)
      } else {
        number = try self.number(
          of: ListDescription(name: designation.list, publisher: designation.id.publisher, format: ""))
      }
      record.removeAll()
      // The writer is the only owner of the pool meanwhile, so that nothing is copied.
      swap(&record.strings, &strings)
      defer { swap(&record.strings, &strings) }
      record.writePlain(designation.type)
      try DesignationRecord.encode(designation, to: &record)
      do throws(ByteSpool.Failure) {
        try bytes.append(record.bytes)
      } catch {
        throw IndexError(error)
      }
      guard let end = UInt32(exactly: bytes.count) else {
        throw .tooLarge(what: "bytes of records", count: bytes.count, limit: Int(UInt32.max))
      }
      starts.append(end)
      types.append(UInt8(designation.type.recordCode))
      listNumbers.append(UInt16(number))
      lists[number].count(designation)
      hashes[number].update(record.plain.bytes)
      return types.count - 1
    }

    private mutating func number(of list: ListDescription) throws(IndexError) -> Int {
      if let number = numbers[list.name] { return number }
      guard lists.count <= UInt16.max else {
        throw .tooLarge(what: "lists", count: lists.count + 1, limit: Int(UInt16.max) + 1)
      }
      numbers[list.name] = lists.count
      lists.append(ListSummary(description: list))
      hashes.append(SHA256())
      return lists.count - 1
    }

    /// Adds the sections of the records; the string pool is added by its owner.
    package func add(to writer: inout IndexFileWriter) throws(IndexError) {
      var summary = PlainRecordWriter()
      summary.write(count: lists.count)
      for (list, hash) in zip(lists, hashes) {
        var list = list
        list.contentHash = hash.digest
        list.encode(to: &summary)
      }
      writer.add(section: "lists", elements: summary.bytes)
      writer.add(section: "records.layout", elements: [DesignationRecord.layoutVersion])
      try writer.add(section: "records.bytes", from: bytes)
      writer.add(section: "records.starts", elements: starts)
      writer.add(section: "records.types", elements: types)
      writer.add(section: "records.lists", elements: listNumbers)
    }
  }
}
