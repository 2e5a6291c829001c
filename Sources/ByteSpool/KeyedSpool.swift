/// Byte strings that are put aside under keys, and found by them once all are there.
///
///     let spool = KeyedSpool()
///     try spool.append(key: "Q7747", fact)
///     try spool.seal()
///     try spool.forEach(key: "Q7747") { fact in ... }
///
/// Memory: 16 bytes an entry until they are sealed, then an eighth of a byte, and what `ByteSpool`s keep.
package final class KeyedSpool {
  private struct Entry {
    var hash: UInt64
    var place: Int
    static let length = 16
  }

  /// Each entry: the lengths of key and value, four bytes each, then both.
  private let bytes: ByteSpool
  /// Those that are not sealed yet.
  private var entries: [Entry] = []
  /// The sealed ones, ascending: hash and place, eight bytes each.
  private let sealed: ByteSpool
  /// The hash of every `step`th of them.
  private var steps: [UInt64] = []
  private static let step = 128
  private var buffer: [UInt8] = []

  package init(memory: Int = 16 << 20) {
    bytes = ByteSpool(memory: memory)
    sealed = ByteSpool(memory: memory / 4)
  }

  /// Puts a value aside under a key, which may have any number of them.
  ///
  /// - Throws: `ByteSpool.Failure` where there is no room, or when keys were looked for already.
  package func append(key: String, _ value: [UInt8]) throws(ByteSpool.Failure) {
    guard steps.isEmpty else {
      throw ByteSpool.Failure(description: "a value comes too late; expected it before values are looked for")
    }
    buffer.removeAll(keepingCapacity: true)
    for length in [key.utf8.count, value.count] {
      for shift in [0, 8, 16, 24] { buffer.append(UInt8(truncatingIfNeeded: length >> shift)) }
    }
    buffer += key.utf8
    buffer += value
    entries.append(Entry(hash: Self.hash(key), place: try bytes.append(buffer)))
  }

  /// Makes keys findable; to be called when all values are there.
  ///
  /// - Complexity: O(n log n).
  package func seal() throws(ByteSpool.Failure) {
    guard !entries.isEmpty else { return }
    entries.sort { ($0.hash, $0.place) < ($1.hash, $1.place) }
    for (number, entry) in entries.enumerated() {
      if number % Self.step == 0 { steps.append(entry.hash) }
      var bytes: [UInt8] = []
      for value in [entry.hash, UInt64(entry.place)] {
        for shift in stride(from: UInt64(0), to: 64, by: 8) {
          bytes.append(UInt8(truncatingIfNeeded: value >> shift))
        }
      }
      try sealed.append(bytes)
    }
    entries = []
  }

  /// Calls `body` with every value of a key, in the order in which they were put aside.
  ///
  /// - Complexity: O(log n) and what is found.
  package func forEach(key: String, _ body: (UnsafeBufferPointer<UInt8>) -> Void) throws(ByteSpool.Failure) {
    try seal()
    let hash = Self.hash(key)
    // The last step before the hash: its entries may begin between that and the next.
    var (low, high) = (0, steps.count)
    while low < high {
      let middle = (low + high) / 2
      if steps[middle] < hash { low = middle + 1 } else { high = middle }
    }
    var first = max(0, low - 1) * Self.step
    var places: [Int] = []
    var isBehind = false
    while !isBehind, first * Entry.length < sealed.count {
      let count = min(Self.step, sealed.count / Entry.length - first)
      try sealed.withBytes(first * Entry.length, count: count * Entry.length) { bytes in
        var (start, end) = (0, count)
        while start < end {
          let middle = (start + end) / 2
          if number(bytes, middle * Entry.length, 8) < hash { start = middle + 1 } else { end = middle }
        }
        while start < count, number(bytes, start * Entry.length, 8) == hash {
          places.append(Int(number(bytes, start * Entry.length + 8, 8)))
          start += 1
        }
        isBehind = start < count
      }
      first += count
    }
    for place in places {
      let (keyLength, valueLength) = try bytes.withBytes(place, count: 8) {
        (Int(number($0, 0, 4)), Int(number($0, 4, 4)))
      }
      try bytes.withBytes(place + 8, count: keyLength + valueLength) { record in
        // Another key may have the same hash; key and value lie within the record.
        guard keyLength == key.utf8.count, key.utf8.elementsEqual(record[..<keyLength]) else { return }
        body(UnsafeBufferPointer(rebasing: record[keyLength...]))
      }
    }
  }

  @inline(__always)
  private func number(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ width: Int) -> UInt64 {
    (0..<width).reduce(0) { $0 | UInt64(bytes[start + $1]) << UInt64(8 * $1) }
  }

  /// FNV-1a of 64 bits; equal keys are told from others of the same hash.
  private static func hash(_ key: String) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in key.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return hash
  }
}
