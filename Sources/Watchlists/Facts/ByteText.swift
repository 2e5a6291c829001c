#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A piece of text as the bytes of its UTF-8, which is compared and taken apart without a string being made of it.
///
/// It is a view of bytes, and must not leave the call that gave them. Every offset counts from its first byte.
struct ByteText {
  let bytes: UnsafeBufferPointer<UInt8>

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  var count: Int { bytes.count }
  var isEmpty: Bool { bytes.isEmpty }
  var first: UInt8? { bytes.first }
  var last: UInt8? { bytes.last }
  subscript(offset: Int) -> UInt8 { bytes[offset] }

  var string: String { String(decoding: bytes, as: UTF8.self) }
  /// See `Substring.tidied`.
  var tidied: String { ListText.tidied(bytes) }

  /// The bytes between two offsets within the text.
  func slice(_ start: Int, _ end: Int) -> ByteText {
    ByteText(UnsafeBufferPointer(start: bytes.baseAddress.map { $0 + start }, count: end - start))
  }

  func dropFirst(_ count: Int) -> ByteText { slice(min(count, self.count), self.count) }
  func dropLast(_ count: Int = 1) -> ByteText { slice(0, max(0, self.count - count)) }

  static func == (text: ByteText, other: StaticString) -> Bool {
    text.count == other.utf8CodeUnitCount && text.hasPrefix(other)
  }

  static func == (text: ByteText, other: [UInt8]) -> Bool {
    text.count == other.count && text.hasPrefix(other)
  }

  /// Whether the text is this one of small letters of ASCII, in any letter case.
  func isEqual(toASCII other: StaticString) -> Bool {
    guard count == other.utf8CodeUnitCount else { return false }
    for index in 0..<count {
      let byte = bytes[index]
      let isCapital = (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
      guard (isCapital ? byte | 0x20 : byte) == other.utf8Start[index] else { return false }
    }
    return true
  }

  /// Two texts with something between them.
  static func joined(_ first: ByteText, _ between: StaticString, _ second: ByteText) -> String {
    let count = first.count + between.utf8CodeUnitCount + second.count
    return String(unsafeUninitializedCapacity: count) { text in
      // There is room for all three.
      _ = text.update(fromContentsOf: first.bytes)
      let behind = text[first.count...].update(
        fromContentsOf: UnsafeBufferPointer(start: between.utf8Start, count: between.utf8CodeUnitCount))
      _ = text[behind...].update(fromContentsOf: second.bytes)
      return count
    }
  }

  func hasPrefix(_ prefix: StaticString) -> Bool { holds(prefix, at: 0) }

  func hasPrefix(_ prefix: [UInt8]) -> Bool {
    guard count >= prefix.count else { return false }
    for offset in 0..<prefix.count where bytes[offset] != prefix[offset] { return false }
    return true
  }

  /// What follows `prefix`; nil when the text does not begin with it.
  func after(_ prefix: StaticString) -> ByteText? {
    hasPrefix(prefix) ? slice(prefix.utf8CodeUnitCount, count) : nil
  }

  private func holds(_ mark: StaticString, at offset: Int) -> Bool {
    let length = mark.utf8CodeUnitCount
    guard offset + length <= count else { return false }
    for index in 0..<length where bytes[offset + index] != mark.utf8Start[index] { return false }
    return true
  }

  func offset(of byte: UInt8, from start: Int = 0) -> Int? {
    guard start < count, let base = bytes.baseAddress,
      // The range searched lies within the bytes.
      let found = memchr(base + start, Int32(byte), count - start)
    else { return nil }
    return UnsafeRawPointer(base).distance(to: UnsafeRawPointer(found))
  }

  func lastOffset(of byte: UInt8) -> Int? { bytes.lastIndex(of: byte) }

  /// Where `mark` stands first, at `start` or behind it.
  func offset(of mark: StaticString, from start: Int = 0) -> Int? {
    guard mark.utf8CodeUnitCount > 0 else { return nil }
    let first = mark.utf8Start[0]
    var from = start
    while let offset = offset(of: first, from: from) {
      if holds(mark, at: offset) { return offset }
      from = offset + 1
    }
    return nil
  }

  /// The text before and behind the first `mark`; nil without one.
  func split(at mark: StaticString) -> (ByteText, ByteText)? {
    offset(of: mark).map { (slice(0, $0), slice($0 + mark.utf8CodeUnitCount, count)) }
  }
}

extension String {
  /// Calls `body` with the bytes of the text.
  func withBytes<Result>(_ body: (ByteText) -> Result) -> Result {
    var text = self
    return text.withUTF8 { body(ByteText($0)) }
  }
}

extension String {
  /// See `ByteText.isEqual(toASCII:)`.
  func isEqual(toASCII other: StaticString) -> Bool { withBytes { $0.isEqual(toASCII: other) } }
}

/// A table from texts to values in which a text is sought by its bytes, without a string being made of it.
struct TextTable<Value> {
  /// Open addressing: the number of an entry from 1 below its hash, so that others are seldom looked at; 0 where free.
  private var slots: [UInt64] = Array(repeating: 0, count: 64)
  private var starts: [Int] = [0]
  private var keys: [UInt8] = []
  private var values: [Value] = []

  init() {}

  var count: Int { values.count }

  subscript(text: ByteText) -> Value? { find(text.bytes, Self.hash(text.bytes)).map { values[$0] } }

  /// Gives a text a value, in place of the one that it has.
  mutating func insert(_ text: ByteText, _ value: Value) {
    let hash = Self.hash(text.bytes)
    if let known = find(text.bytes, hash) {
      values[known] = value
      return
    }
    keys += text.bytes
    starts.append(keys.count)
    values.append(value)
    if count * 2 > slots.count {
      let old = slots
      slots = Array(repeating: 0, count: old.count * 2)
      for slot in old where slot != 0 { put(slot) }
    }
    put(UInt64(hash) << 32 | UInt64(count))
  }

  mutating func insert(_ text: String, _ value: Value) {
    var text = text
    text.withUTF8 { insert(ByteText($0), value) }
  }

  private mutating func put(_ slot: UInt64) {
    var place = Int(slot >> 32) & (slots.count - 1)
    while slots[place] != 0 { place = (place + 1) & (slots.count - 1) }
    slots[place] = slot
  }

  private func find(_ text: UnsafeBufferPointer<UInt8>, _ hash: UInt32) -> Int? {
    var place = Int(hash) & (slots.count - 1)
    while slots[place] != 0 {
      let slot = slots[place]
      if UInt32(truncatingIfNeeded: slot >> 32) == hash {
        let number = Int(UInt32(truncatingIfNeeded: slot)) - 1
        let start = starts[number]
        if starts[number + 1] - start == text.count {
          var index = 0
          while index < text.count, keys[start + index] == text[index] { index += 1 }
          if index == text.count { return number }
        }
      }
      place = (place + 1) & (slots.count - 1)
    }
    return nil
  }

  /// FNV-1a, its high bits folded into the low ones.
  private static func hash(_ text: UnsafeBufferPointer<UInt8>) -> UInt32 {
    var hash: UInt32 = 2_166_136_261
    for byte in text { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
    return hash ^ hash >> 15
  }
}

extension TextTable: Sendable where Value: Sendable {}
