import ByteSpool
import Designations

/// The designations of one list, put aside in the order in which they are read and given back in that of their ids.
///
///     let spool = DesignationSpool()
///     try spool.add(designation)
///     try spool.forEachInOrder { designation in ... }
///
/// Memory: the id and 12 bytes a designation, and what a `ByteSpool` keeps.
package final class DesignationSpool {
  private let bytes = ByteSpool()
  private var ids = ByteStrings()
  /// Where each record begins.
  private var places: [Int] = []

  package init() {}

  /// Designations so far; those of one id count each.
  package var count: Int { places.count }

  /// - Throws: `IndexError` where there is no room.
  package func add(_ designation: Designation) throws(IndexError) {
    var record = PlainRecordWriter()
    record.write(designation.type)
    try DesignationRecord.encode(designation, to: &record)
    // No name of a publisher holds a zero byte, so this order is that of `EntityID`.
    try ids.append(Array(designation.id.publisher.utf8) + [0] + designation.id.local.utf8)
    do {
      places.append(try bytes.append(record.bytes))
    } catch {
      throw Self.failure(error)
    }
  }

  /// Calls `body` with every designation, by id; those of one id in the order in which they came.
  ///
  /// - Parameter list: The name of the list that they get.
  package func forEachInOrder(
    list: String, _ body: (Designation) throws(IndexError) -> Void
  ) throws(IndexError) {
    for number in ids.byteOrder() { try body(designation(Int(number), list: list)) }
  }

  private func designation(_ number: Int, list: String) throws(IndexError) -> Designation {
    let end = number + 1 < places.count ? places[number + 1] : bytes.count
    let record: MappedArray<UInt8>
    do {
      record = try bytes.withBytes(places[number], count: end - places[number]) { bytes in
        let copy = SharedBytes(copying: UnsafeRawBufferPointer(bytes))
        return MappedArray(elements: copy.bytes.assumingMemoryBound(to: UInt8.self), owner: copy)
      }
    } catch {
      throw Self.failure(error)
    }
    var reader = RecordReader(record, strings: nil, file: "temporary file", section: "designations")
    let type: EntityType = try reader.code()
    return try DesignationRecord.decode(&reader, type: type, list: list)
  }

  private static func failure(_ failure: ByteSpool.Failure) -> IndexError {
    .system(file: "temporary file", operation: "putting designations aside", reason: failure.description)
  }
}
