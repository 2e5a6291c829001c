import ByteSpool
import Designations

/// The designations of one list, put aside in the order in which they are read and given back in that of their ids.
///
///     let spool = DesignationSpool()
///     try spool.add(designation)
///     try spool.forEachInOrder { designation in ... }
///
/// Memory: while they come in, the id and 12 bytes a designation; then what `ByteSpool`s keep.
package final class DesignationSpool {
  private let bytes = ByteSpool()
  private var record = PlainRecordWriter()
  private var ids = ByteStrings()
  private var id: [UInt8] = []
  /// Where each record begins.
  private var places: [Int] = []
  /// Where each record begins and ends, in the order of ids, eight bytes each.
  private var inOrder: ByteSpool?

  package init() {}

  /// Designations so far; those of one id count each.
  package private(set) var count = 0

  /// Adds a designation, before any is given back.
  ///
  /// - Throws: `IndexError` where there is no room.
  package func add(_ designation: Designation) throws(IndexError) {
    assert(inOrder == nil)
    count += 1
    record.removeAll()
    record.write(designation.type)
    try DesignationRecord.encode(designation, to: &record)
    // No name of a publisher holds a zero byte, so this order is that of `EntityID`.
    id.removeAll(keepingCapacity: true)
    id.append(contentsOf: designation.id.publisher.utf8)
    id.append(0)
    id.append(contentsOf: designation.id.local.utf8)
    try ids.append(id)
    do {
      places.append(try bytes.append(record.bytes))
    } catch {
      throw IndexError(error)
    }
  }

  /// Calls `body` with every designation, by id; those of one id in the order in which they came.
  ///
  /// - Parameter list: The name of the list that they get.
  package func forEachInOrder(
    list: String, _ body: (Designation) throws(IndexError) -> Void
  ) throws(IndexError) {
    let inOrder = try order()
    for number in 0..<(inOrder.count / 16) {
      let range: Range<Int>
      do throws(ByteSpool.Failure) {
        range = try inOrder.withBytes(number * 16, count: 16) { bytes in
          // Both loads lie inside of what was asked for.
          let bytes = UnsafeRawBufferPointer(bytes)
          return bytes.loadUnaligned(as: Int.self)..<bytes.loadUnaligned(fromByteOffset: 8, as: Int.self)
        }
      } catch {
        throw IndexError(error)
      }
      try body(designation(range, list: list))
    }
  }

  /// Sorts the designations, after which their ids are not needed any more.
  private func order() throws(IndexError) -> ByteSpool {
    if let inOrder { return inOrder }
    let order = ByteSpool(memory: 1 << 20)
    do throws(ByteSpool.Failure) {
      var range: [UInt8] = []
      for number in ids.byteOrder() {
        let end = Int(number) + 1 < places.count ? places[Int(number) + 1] : bytes.count
        range.removeAll(keepingCapacity: true)
        range.append(littleEndian: places[Int(number)])
        range.append(littleEndian: end)
        try order.append(range)
      }
    } catch {
      throw IndexError(error)
    }
    (ids, places, inOrder) = (ByteStrings(), [], order)
    return order
  }

  private func designation(_ range: Range<Int>, list: String) throws(IndexError) -> Designation {
    let record: MappedArray<UInt8>
    do {
      record = try bytes.withBytes(range.lowerBound, count: range.count) { bytes in
        let copy = SharedBytes(holding: Array(bytes))
        return MappedArray(elements: copy.bytes.assumingMemoryBound(to: UInt8.self), owner: copy)
      }
    } catch {
      throw IndexError(error)
    }
    var reader = RecordReader(record, strings: nil, file: "temporary file", section: "designations")
    let type: EntityType = try reader.code()
    return try DesignationRecord.decode(&reader, type: type, list: list)
  }
}
