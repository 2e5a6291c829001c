/// Values by strings of bytes, for memos that are asked for every word: found with one hash and, mostly, one comparison.
///
/// Memory: the bytes of the keys and about 50 bytes an entry; emptied when full.
struct ByteMemo<Value> {
  private struct Entry {
    var start: Int
    var count: Int
    var value: Value
  }

  private let capacity: Int
  private var slots = HashSlots()
  private var entries: [Entry] = []
  private var keys: [UInt8] = []

  /// - Parameter capacity: Entries kept.
  init(capacity: Int) { self.capacity = capacity }

  /// The value of a key; nil when there is none.
  ///
  /// - Complexity: O(length of the key).
  subscript(key: UnsafeBufferPointer<UInt8>) -> Value? {
    slots.find(ByteMemo.hash(key)) { holds(key, at: $0) }.map { entries[$0].value }
  }

  @inline(__always)
  private func holds(_ key: UnsafeBufferPointer<UInt8>, at entry: Int) -> Bool {
    guard entries[entry].count == key.count else { return false }
    let start = entries[entry].start
    return keys.withUnsafeBufferPointer { keys in
      for index in key.indices where keys[start + index] != key[index] { return false }
      return true
    }
  }

  /// Takes a key that has no value yet.
  mutating func add(_ value: Value, for key: UnsafeBufferPointer<UInt8>) {
    if entries.count >= capacity { self = ByteMemo(capacity: capacity) }
    slots.add(ByteMemo.hash(key), number: entries.count)
    entries.append(Entry(start: keys.count, count: key.count, value: value))
    keys.append(contentsOf: key)
  }

  /// Eight bytes at a time.
  @inline(__always)
  private static func hash(_ key: UnsafeBufferPointer<UInt8>) -> UInt32 {
    let bytes = UnsafeRawBufferPointer(key)
    var hash = UInt64(truncatingIfNeeded: bytes.count) &* 0x9E37_79B9_7F4A_7C15
    var place = 0
    while place + 8 <= bytes.count {
      hash = mixed(hash ^ bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self))
      place += 8
    }
    var rest: UInt64 = 0
    while place < bytes.count {
      rest = rest << 8 | UInt64(bytes[place])
      place += 1
    }
    return UInt32(truncatingIfNeeded: mixed(hash ^ rest))
  }

  /// The halves of a product in one (Wang Yi, wyhash).
  @inline(__always)
  private static func mixed(_ value: UInt64) -> UInt64 {
    let product = value.multipliedFullWidth(by: 0xA076_1D64_78BD_642F)
    return product.high ^ product.low
  }
}
