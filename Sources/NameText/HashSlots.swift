/// Numbers found by a hash, for memos that keep their entries in an array: open addressing with linear probing.
///
///     var place = slots.start(hash)
///     while let number = slots.next(hash, &place) {
///       if entries[number].key == key { return entries[number].value }
///     }
///
/// Memory: 16 to 32 bytes an entry.
/// Public, for the compiler inlines nothing else in other modules.
public struct HashSlots {
  /// The hash above the number of the entry counted from 1; 0 for none. A power of two of them, or none.
  @usableFromInline
  var slots: [UInt64] = []
  @usableFromInline
  var count = 0

  @inlinable
  public init() {}

  /// Where entries of a hash may stand.
  @inlinable
  @inline(__always)
  public func start(_ hash: UInt32) -> Int { Int(hash) & (slots.count - 1) }

  /// The next entry that has a hash; nil behind the last.
  ///
  /// - Parameter place: Where to go on, from `start` on.
  /// - Complexity: O(1) expected.
  @inlinable
  @inline(__always)
  public func next(_ hash: UInt32, _ place: inout Int) -> Int? {
    guard count > 0 else { return nil }
    return slots.withUnsafeBufferPointer { slots in
      // Ends at a free slot: there are twice as many as entries.
      while slots[place] != 0 {
        let slot = slots[place]
        place = (place + 1) & (slots.count - 1)
        if UInt32(truncatingIfNeeded: slot >> 32) == hash { return Int(slot & 0xFFFF_FFFF) - 1 }
      }
      return nil
    }
  }

  /// Adds the number of an entry that is not there.
  @inlinable
  public mutating func add(_ hash: UInt32, number: Int) {
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
