/// Where the lines of a table begin, by the hash of what stands before their first tab: the lines themselves stay where the binary
/// carries them.
///
/// Layout, all numbers little-endian:
///
///     u32   slots, a power of two and more than there are lines
///     u32   for each slot: where its line begins, counted from 1; 0 for none
struct LinePlaces: @unchecked Sendable {
  // `@unchecked Sendable`: the bytes never change.
  /// Valid as long as the process runs.
  private let slots: UnsafeRawBufferPointer
  private let mask: UInt32

  /// - Parameter bytes: Begins with the places; what follows is left over.
  init?(_ bytes: inout UnsafeRawBufferPointer) {
    guard let count = bytes.number(), count.nonzeroBitCount == 1, bytes.count >= 4 * Int(count) else {
      return nil
    }
    slots = UnsafeRawBufferPointer(rebasing: bytes[..<(4 * Int(count))])
    mask = count - 1
    bytes = UnsafeRawBufferPointer(rebasing: bytes[(4 * Int(count))...])
  }

  /// What stands between the tab after a key and the end of its line; nil where no line has the key.
  ///
  /// - Complexity: O(length of the key) expected, no allocation.
  func value(
    of key: UnsafeBufferPointer<UInt8>, in text: UnsafeBufferPointer<UInt8>
  ) -> UnsafeBufferPointer<UInt8>? {
    var slot = KeyHash.of(key) & mask
    // Ends at a free slot, which there is.
    for _ in 0...mask {
      let place = Int(
        UInt32(littleEndian: slots.loadUnaligned(fromByteOffset: 4 * Int(slot), as: UInt32.self)))
      guard place > 0 else { return nil }
      if let value = LinePlaces.value(of: key, in: text, at: place - 1) { return value }
      slot = (slot + 1) & mask
    }
    return nil
  }

  @inline(__always)
  private static func value(
    of key: UnsafeBufferPointer<UInt8>, in text: UnsafeBufferPointer<UInt8>, at start: Int
  ) -> UnsafeBufferPointer<UInt8>? {
    let tab = start + key.count
    guard tab < text.count, text[tab] == UInt8(ascii: "\t") else { return nil }
    for index in key.indices where text[start + index] != key[index] { return nil }
    var end = tab + 1
    while end < text.count, text[end] != UInt8(ascii: "\n") { end += 1 }
    return UnsafeBufferPointer(rebasing: text[(tab + 1)..<end])
  }

  /// Appends the places of the lines of a text, but for comments.
  ///
  /// - Complexity: O(bytes).
  static func append(of text: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]) {
    var lines: [(start: Int, hash: UInt32)] = []
    var start = 0
    while start < text.count {
      let end = text[start...].firstIndex(of: UInt8(ascii: "\n")) ?? text.count
      if text[start] != UInt8(ascii: "#"), let tab = text[start..<end].firstIndex(of: UInt8(ascii: "\t")) {
        lines.append((start, KeyHash.of(text[start..<tab])))
      }
      start = end + 1
    }
    var slots = [UInt32](repeating: 0, count: KeyHash.slotCount(of: lines.count))
    for line in lines { KeyHash.put(UInt32(line.start + 1), hash: line.hash, in: &slots) }
    bytes.append(number: UInt32(slots.count))
    for slot in slots { bytes.append(number: slot) }
  }
}
