/// Numbers found by a hash, for memos that keep their entries in an array: open addressing with linear probing.
///
///     let number = slots.find(hash) { entries[$0].key == key }
///
/// Memory: 16 to 32 bytes an entry.
package struct HashSlots {
  /// The hash above the number of the entry counted from 1; 0 for none. A power of two of them, or none.
  @usableFromInline
  var slots: [UInt64] = []
  @usableFromInline
  var count = 0

  @inlinable
  package init() {}

  /// The entry that has a hash and meets `isSought`.
  ///
  /// - Complexity: O(1) expected.
  @inlinable
  @inline(__always)
  package func find(_ hash: UInt32, _ isSought: (Int) -> Bool) -> Int? {
    guard count > 0 else { return nil }
    return slots.withUnsafeBufferPointer { slots in
      let mask = slots.count - 1
      var place = Int(hash) & mask
      // Ends at a free slot: there are twice as many as entries.
      while slots[place] != 0 {
        let slot = slots[place]
        if UInt32(truncatingIfNeeded: slot >> 32) == hash {
          let number = Int(slot & 0xFFFF_FFFF) - 1
          if isSought(number) { return number }
        }
        place = (place + 1) & mask
      }
      return nil
    }
  }

  /// Adds the number of an entry that is not there.
  @inlinable
  package mutating func add(_ hash: UInt32, number: Int) {
    count += 1
    if 2 * count > slots.count {
      let old = slots
      slots = Array(repeating: 0, count: max(64, 2 * old.count))
      for slot in old where slot != 0 { put(slot) }
    }
    put(UInt64(hash) << 32 | UInt64(number + 1))
  }

  @usableFromInline
  mutating func put(_ slot: UInt64) {
    let mask = slots.count - 1
    var place = Int(slot >> 32) & mask
    while slots[place] != 0 { place = (place + 1) & mask }
    slots[place] = slot
  }
}
