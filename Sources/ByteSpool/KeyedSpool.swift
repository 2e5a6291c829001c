/// Byte strings that are put aside under keys, and found by them once all are there.
///
///     let spool = KeyedSpool()
///     try spool.append(key: "Q7747", fact)
///     spool.seal()
///     try spool.forEach(key: "Q7747") { fact in ... }
///
/// Memory: 16 bytes an entry besides what `ByteSpool` keeps.
package final class KeyedSpool {
  private struct Entry {
    var hash: UInt64
    var place: Int
  }

  /// Each entry: the lengths of key and value, four bytes each, then both.
  private let bytes: ByteSpool
  private var entries: [Entry] = []
  private var buffer: [UInt8] = []
  private var isSealed = false

  package init(memory: Int = 16 << 20) { bytes = ByteSpool(memory: memory) }

  package var count: Int { entries.count }

  /// Puts a value aside under a key, which may have any number of them.
  package func append(key: String, _ value: [UInt8]) throws(ByteSpool.Failure) {
    buffer.removeAll(keepingCapacity: true)
    for length in [key.utf8.count, value.count] {
      for shift in [0, 8, 16, 24] { buffer.append(UInt8(truncatingIfNeeded: length >> shift)) }
    }
    buffer += key.utf8
    buffer += value
    entries.append(Entry(hash: Self.hash(key), place: try bytes.append(buffer)))
    isSealed = false
  }

  /// Makes keys findable; to be called when all values are there.
  ///
  /// - Complexity: O(n log n).
  package func seal() {
    guard !isSealed else { return }
    entries.sort { ($0.hash, $0.place) < ($1.hash, $1.place) }
    isSealed = true
  }

  /// Calls `body` with every value of a key, in the order in which they were put aside.
  ///
  /// - Complexity: O(log n) and what is found.
  package func forEach(key: String, _ body: (UnsafeBufferPointer<UInt8>) -> Void) throws(ByteSpool.Failure) {
    seal()
    let hash = Self.hash(key)
    var (low, high) = (0, entries.count)
    while low < high {
      let middle = (low + high) / 2
      if entries[middle].hash < hash { low = middle + 1 } else { high = middle }
    }
    while low < entries.count, entries[low].hash == hash {
      let place = entries[low].place
      let (keyLength, valueLength) = try bytes.withBytes(place, count: 8) { (length($0, 0), length($0, 4)) }
      try bytes.withBytes(place + 8, count: keyLength + valueLength) { record in
        // Another key may have the same hash; key and value lie within the record.
        guard keyLength == key.utf8.count, key.utf8.elementsEqual(record[..<keyLength]) else { return }
        body(UnsafeBufferPointer(rebasing: record[keyLength...]))
      }
      low += 1
    }
  }

  private func length(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
    (0..<4).reduce(0) { $0 | Int(bytes[start + $1]) << (8 * $1) }
  }

  /// FNV-1a of 64 bits; equal keys are told from others of the same hash.
  private static func hash(_ key: String) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in key.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return hash
  }
}
