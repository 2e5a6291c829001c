import CNameKernels

/// Byte strings (UTF-8 text), each stored once and addressed by a number, in an index file.
///
///     var builder = StringPool.Builder()
///     let id = try builder.intern("RUSSIA-EO14024")
///     builder.add(to: &writer, named: "strings")
///     ...
///     let pool = try StringPool(in: file, named: "strings")
///     pool.string(at: id)  // "RUSSIA-EO14024"
///
/// Sections, for the name `strings`:
///
///     strings.bytes    u8   all strings one after another
///     strings.starts   u32  where each begins, and the end of the last: count + 1
///     strings.slots    u32  only where searchable: an open-addressing hash table, a power of two and at least 4/3 of
///                           the count; number + 1 of a string, 0 where free; a string is sought from slot
///                           XXH64 mod 2^32 mod slots onwards, one by one
///
/// Memory: the text, 4 bytes a string, and 5 to 11 more where searchable.
package struct StringPool: Sendable {
  private let bytes: MappedArray<UInt8>
  private let starts: MappedArray<UInt32>
  private let slots: MappedArray<UInt32>?

  /// - Throws: `IndexError` where the sections are missing or do not fit together.
  package init(in file: IndexFile, named name: String, searchable: Bool = false) throws(IndexError) {
    bytes = try file.section(.part(name, "bytes"))
    starts = try file.section(.part(name, "starts"))
    slots = searchable ? try file.section(.part(name, "slots")) : nil
    guard starts[starts.count - 1] == UInt32(exactly: bytes.count) else {
      throw .damaged(
        file: file.name, section: "\(name).starts", found: "the last string does not end with the text",
        expected: "\(bytes.count)")
    }
    if let slots, slots.count.nonzeroBitCount != 1 {
      throw .damaged(
        file: file.name, section: "\(name).slots", found: "\(slots.count) slots", expected: "a power of two")
    }
  }

  package var count: Int { starts.count - 1 }

  /// The bytes of a string, or nil where there is no such number.
  package func bytes(at id: UInt32) -> MappedArray<UInt8>? {
    guard id < count else { return nil }
    let start = Int(starts.unchecked(Int(id)))
    let end = Int(starts.unchecked(Int(id) + 1))
    return start <= end ? bytes.slice(start..<end) : nil
  }

  /// The text of a string, or nil where there is no such number. Bytes that are not UTF-8 become U+FFFD.
  package func string(at id: UInt32) -> String? {
    bytes(at: id)?.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
  }

  /// The number of the string that equals `sought`, or nil. A pool that is not searchable knows none.
  ///
  /// - Complexity: O(`sought.count`) expected.
  package func find(_ sought: UnsafeBufferPointer<UInt8>) -> UInt32? {
    guard let slots else { return nil }
    let mask = slots.count - 1
    var slot = Int(Builder.hash(sought)) & mask
    // `slot` is below the count, a power of two; a damaged table without a free slot is walked once.
    for _ in 0..<slots.count {
      let entry = slots.unchecked(slot)
      if entry == 0 { return nil }
      if bytes(at: entry - 1)?.withUnsafeBufferPointer({ equalBytes($0, sought) }) ?? false {
        return entry - 1
      }
      slot = (slot + 1) & mask
    }
    return nil
  }

  package func find(_ sought: [UInt8]) -> UInt32? { sought.withUnsafeBufferPointer { find($0) } }
}

extension StringPool {
  /// Collects strings, each once; numbers ascend in the order of first occurrence.
  package struct Builder: Sendable {
    package private(set) var strings = ByteStrings()
    /// As in a file, with the hash of each string above its number, so that few others are compared.
    private var slots: [UInt64] = Array(repeating: 0, count: 16)

    package init() {}

    package var count: Int { strings.count }

    /// The number of `string`, which is added where it does not stand yet.
    ///
    /// - Throws: `IndexError.tooLarge` above 4 GiB of text.
    /// - Complexity: O(`string.count`) amortised.
    package mutating func intern(_ string: UnsafeBufferPointer<UInt8>) throws(IndexError) -> UInt32 {
      try intern(string, hash: Self.hash(string))
    }

    /// The same with the `hash` of the string, which may have been taken elsewhere.
    mutating func intern(_ string: UnsafeBufferPointer<UInt8>, hash: UInt32) throws(IndexError) -> UInt32 {
      if let known = find(string, hash: hash) { return known }
      let id = UInt32(strings.count)
      try strings.append(string)
      if strings.count * 4 > slots.count * 3 { grow() }
      Self.insert(UInt64(hash) << 32 | UInt64(id + 1), into: &slots)
      return id
    }

    /// Asks for the memory where a string with this hash will be looked up, which is far apart from that of others.
    ///
    /// Changes nothing, and is mutating so that no caller copies the pool for it.
    @inline(__always)
    mutating func expect(hash: UInt32) {
      slots.withUnsafeBufferPointer { slots in
        // Below the count, a power of two.
        namescreen_prefetch(slots.baseAddress.map { $0 + (Int(hash) & (slots.count - 1)) })
      }
    }

    private func find(_ string: UnsafeBufferPointer<UInt8>, hash: UInt32) -> UInt32? {
      slots.withUnsafeBufferPointer { slots in
        strings.withUnsafeStrings { stored in
          let mask = slots.count - 1
          var place = Int(hash) & mask
          // Below the count, a power of two; there is a free slot.
          while slots[unchecked: place] != 0 {
            let slot = slots[unchecked: place]
            let id = UInt32(truncatingIfNeeded: slot) &- 1
            if slot >> 32 == UInt64(hash), equalBytes(stored(id), string) { return id }
            place = (place + 1) & mask
          }
          return nil
        }
      }
    }

    static func hash(_ string: UnsafeBufferPointer<UInt8>) -> UInt32 {
      UInt32(truncatingIfNeeded: Checksum.xxh64(UnsafeRawBufferPointer(string)))
    }

    private static func insert(_ entry: UInt64, into slots: inout [UInt64]) {
      let mask = slots.count - 1
      var place = Int(entry >> 32) & mask
      while slots[place] != 0 { place = (place + 1) & mask }
      slots[place] = entry
    }

    package mutating func intern(_ string: [UInt8]) throws(IndexError) -> UInt32 {
      try string.withUnsafeBufferPointer { (bytes) throws(IndexError) in try intern(bytes) }
    }

    package mutating func intern(_ string: String) throws(IndexError) -> UInt32 {
      var text = string
      return try text.withUTF8 { bytes in Result { () throws(IndexError) in try intern(bytes) } }.get()
    }

    private mutating func grow() {
      var grown = [UInt64](repeating: 0, count: slots.count * 2)
      for entry in slots where entry != 0 { Self.insert(entry, into: &grown) }
      slots = grown
    }

    /// Adds the sections of the pool; `searchable` where `find` shall work on it.
    package func add(to writer: inout IndexFileWriter, named name: String, searchable: Bool = false) {
      writer.add(section: .part(name, "bytes"), elements: strings.bytes)
      writer.add(section: .part(name, "starts"), elements: strings.starts)
      guard searchable else { return }
      writer.add(section: .part(name, "slots"), each: slots.lazy.map { UInt32(truncatingIfNeeded: $0) })
    }
  }
}
