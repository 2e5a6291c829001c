/// Values by strings of bytes, for memos that are asked for every word: found with one hash and, mostly, one comparison.
///
/// Memory: the bytes of the keys and about 50 bytes an entry.
/// Public, for the compiler inlines nothing else in other modules.
public struct ByteMemo<Value> {
  @usableFromInline
  struct Entry {
    /// The first bytes of a key, which are all of most keys: they need no look elsewhere.
    @usableFromInline
    var key: Key
    /// Where the other bytes stand in `rests`.
    @usableFromInline
    var start: UInt32
    /// Stands with the key, since memory that is far apart costs more than work.
    @usableFromInline
    var value: Value

    @inlinable
    init(key: Key, start: UInt32, value: Value) {
      self.key = key
      self.start = start
      self.value = value
    }
  }

  /// What is looked at first of a key.
  @usableFromInline
  struct Key: Equatable {
    /// Sixteen bytes; zeros behind the last.
    @usableFromInline
    var low: UInt64
    @usableFromInline
    var high: UInt64
    @usableFromInline
    var count: UInt32
    @inlinable
    static var length: Int { 16 }

    @inlinable
    @inline(__always)
    init(_ key: UnsafeBufferPointer<UInt8>) {
      count = UInt32(truncatingIfNeeded: key.count)
      low = Key.bytes(of: key, from: 0)
      high = Key.bytes(of: key, from: 8)
    }

    /// Eight bytes.
    @inlinable
    @inline(__always)
    static func bytes(of key: UnsafeBufferPointer<UInt8>, from place: Int) -> UInt64 {
      if place + 8 <= key.count {
        return UnsafeRawBufferPointer(key).loadUnaligned(fromByteOffset: place, as: UInt64.self)
      }
      var bytes: UInt64 = 0
      var shift: UInt64 = 0
      for index in place..<max(place, key.count) {
        bytes |= UInt64(key[index]) << shift
        shift += 8
      }
      return bytes
    }
  }

  @usableFromInline
  var slots = HashSlots()
  @usableFromInline
  var entries: [Entry] = []
  @usableFromInline
  var rests: [UInt8] = []

  @inlinable
  public init() {}

  /// The value of a key; nil when there is none.
  ///
  /// - Complexity: O(length of the key).
  @inlinable
  public subscript(bytes: UnsafeBufferPointer<UInt8>) -> Value? {
    let key = Key(bytes)
    let hash = ByteMemo.hash(key, bytes)
    var place = slots.start(hash)
    return entries.withUnsafeBufferPointer { entries in
      while let number = slots.next(hash, &place) {
        if entries[number].key == key,
          bytes.count <= Key.length || holdsRest(of: bytes, from: Int(entries[number].start))
        {
          return entries[number].value
        }
      }
      return nil
    }
  }

  @inlinable
  func holdsRest(of bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Bool {
    rests.withUnsafeBufferPointer { rests in
      for index in Key.length..<bytes.count where rests[start + index - Key.length] != bytes[index] {
        return false
      }
      return true
    }
  }

  /// Takes a key that has no value yet.
  @inlinable
  public mutating func add(_ value: Value, for bytes: UnsafeBufferPointer<UInt8>) {
    let key = Key(bytes)
    slots.add(ByteMemo.hash(key, bytes), number: entries.count)
    entries.append(Entry(key: key, start: UInt32(clamping: rests.count), value: value))
    rests.append(contentsOf: bytes.dropFirst(Key.length))
  }

  /// Eight bytes at a time.
  @inlinable
  @inline(__always)
  static func hash(_ key: Key, _ bytes: UnsafeBufferPointer<UInt8>) -> UInt32 {
    var hash = mixed(key.low ^ UInt64(truncatingIfNeeded: key.count) &* 0x9E37_79B9_7F4A_7C15)
    hash = mixed(hash ^ key.high)
    var place = Key.length
    while place < bytes.count {
      hash = mixed(hash ^ Key.bytes(of: bytes, from: place))
      place += 8
    }
    return UInt32(truncatingIfNeeded: hash)
  }

  /// The halves of a product in one (Wang Yi, wyhash).
  @inlinable
  @inline(__always)
  static func mixed(_ value: UInt64) -> UInt64 {
    let product = value.multipliedFullWidth(by: 0xA076_1D64_78BD_642F)
    return product.high ^ product.low
  }
}
