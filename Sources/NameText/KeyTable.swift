/// A table of byte strings and what each stands for, searched in bytes that are there already: it opens in no time, and what is
/// never asked for is never read.
///
/// Layout, all numbers little-endian:
///
///     u32   slots, a power of two and more than there are entries
///     u32   bytes of all entries
///     u32   for each slot: where its entry begins, counted from 1; 0 for none
///     each entry: u8 length of the key, the key, the value
///
/// An entry stands in the first slot that is free from the hash of its key on (linear probing).
struct KeyTable<Value: KeyTableValue>: @unchecked Sendable {
  // `@unchecked Sendable`: the bytes never change.
  /// The whole table. Valid as long as the process runs.
  private let bytes: UnsafeRawBufferPointer
  private let mask: UInt32

  private static var headLength: Int { 8 }

  /// - Parameter bytes: Begins with a table; what follows is left over.
  init?(_ bytes: inout UnsafeRawBufferPointer) {
    guard bytes.count >= Self.headLength else { return nil }
    let slots = UInt32(littleEndian: bytes.loadUnaligned(as: UInt32.self))
    let entries = UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: 4, as: UInt32.self))
    let length = Self.headLength + 4 * Int(slots) + Int(entries)
    guard slots.nonzeroBitCount == 1, length <= bytes.count else { return nil }
    self.bytes = UnsafeRawBufferPointer(rebasing: bytes[..<length])
    mask = slots - 1
    bytes = UnsafeRawBufferPointer(rebasing: bytes[length...])
  }

  /// What a key stands for; nil where the table does not hold it.
  ///
  /// - Complexity: O(length of the key) expected, no allocation.
  subscript(key: UnsafeBufferPointer<UInt8>) -> Value? {
    var slot = KeyHash.of(key) & mask
    let entries = Self.headLength + 4 * (Int(mask) + 1)
    // Ends at a free slot, which there is; a table of nothing but full ones would be walked once.
    for _ in 0...mask {
      let place = place(in: slot)
      guard place > 0 else { return nil }
      let start = entries + place
      guard start + key.count <= bytes.count else { return nil }
      if Int(bytes[start - 1]) == key.count, equals(key, at: start) {
        return Value(reading: UnsafeRawBufferPointer(rebasing: bytes[(start + key.count)...]))
      }
      slot = (slot + 1) & mask
    }
    return nil
  }

  subscript(key: [UInt8]) -> Value? { key.withUnsafeBufferPointer { self[$0] } }

  @inline(__always)
  private func place(in slot: UInt32) -> Int {
    Int(
      UInt32(
        littleEndian: bytes.loadUnaligned(
          fromByteOffset: Self.headLength + 4 * Int(slot), as: UInt32.self)))
  }

  @inline(__always)
  private func equals(_ key: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
    for index in key.indices where bytes[start + index] != key[index] { return false }
    return true
  }

  // MARK: Making

  /// How many entries there are.
  var count: Int { (0...mask).count { place(in: $0) > 0 } }

  /// Appends a table; keys of more than 255 bytes are left out.
  ///
  /// - Complexity: O(n log n); equal values make equal bytes.
  static func append<Source>(
    _ values: [[UInt8]: Source], to bytes: inout [UInt8], value: (Source, inout [UInt8]) -> Void
  ) {
    let values = values.filter { $0.key.count <= UInt8.max }
      .sorted { $0.key.lexicographicallyPrecedes($1.key) }
    var slots = [UInt32](repeating: 0, count: KeyHash.slotCount(of: values.count))
    var entries: [UInt8] = []
    for (key, source) in values {
      entries.append(UInt8(key.count))
      KeyHash.put(UInt32(entries.count), hash: KeyHash.of(key), in: &slots)
      entries += key
      value(source, &entries)
    }
    bytes.append(number: UInt32(slots.count))
    bytes.append(number: UInt32(entries.count))
    for slot in slots { bytes.append(number: slot) }
    bytes += entries
  }
}

/// How keys find their places in a table of slots.
enum KeyHash {
  @inline(__always)
  static func of(_ key: some Sequence<UInt8>) -> UInt32 {
    let hash: UInt32 = FNVHash.of(key)
    // The low bits of a product tell less than the high ones.
    return hash ^ hash >> 15
  }

  /// A power of two, a quarter more than there are entries at least.
  static func slotCount(of entries: Int) -> Int {
    var slots = 2
    while slots * 4 < entries * 5 + 4 { slots *= 2 }
    return slots
  }

  /// Puts a place above 0 into the first slot that is free.
  static func put(_ place: UInt32, hash: UInt32, in slots: inout [UInt32]) {
    var slot = Int(hash) & (slots.count - 1)
    while slots[slot] > 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = place
  }
}

/// What a key of a `KeyTable` stands for.
protocol KeyTableValue: Sendable {
  /// Nil where the bytes end too early.
  ///
  /// - Parameter bytes: All that follow the key.
  init?(reading bytes: UnsafeRawBufferPointer)
}

/// Stands for a key that is only there or not.
struct KeyMark: KeyTableValue {
  init?(reading bytes: UnsafeRawBufferPointer) {}
}

extension Relation: KeyTableValue {
  init?(reading bytes: UnsafeRawBufferPointer) {
    guard bytes.count >= 4 else { return nil }
    self.init(code: UInt32(littleEndian: bytes.loadUnaligned(as: UInt32.self)))
  }
}

/// Relations of one key: u16 count, u32 codes.
struct RelationRow: RandomAccessCollection, KeyTableValue {
  // `@unchecked Sendable`: the bytes never change.
  private struct Bytes: @unchecked Sendable { var codes: UnsafeRawBufferPointer }
  private let bytes: Bytes
  let endIndex: Int
  var startIndex: Int { 0 }

  init?(reading bytes: UnsafeRawBufferPointer) {
    guard bytes.count >= 2 else { return nil }
    endIndex = Int(UInt16(littleEndian: bytes.loadUnaligned(as: UInt16.self)))
    guard bytes.count >= 2 + 4 * endIndex else { return nil }
    self.bytes = Bytes(codes: UnsafeRawBufferPointer(rebasing: bytes[2..<(2 + 4 * endIndex)]))
  }

  subscript(index: Int) -> Relation {
    Relation(
      code: UInt32(littleEndian: bytes.codes.loadUnaligned(fromByteOffset: 4 * index, as: UInt32.self)))
  }

  static func append(_ relations: [Relation], to bytes: inout [UInt8]) {
    bytes.append(number: UInt16(clamping: relations.count))
    for relation in relations.prefix(Int(UInt16.max)) { bytes.append(number: relation.code) }
  }
}

extension [UInt8] {
  mutating func append<Number: FixedWidthInteger>(number: Number) {
    for index in 0..<MemoryLayout<Number>.size { append(UInt8(truncatingIfNeeded: number >> (8 * index))) }
  }
}
