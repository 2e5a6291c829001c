#if _endian(big)
  #error("index files are little endian and read in place")
#endif

extension IndexFile {
  /// Reads and verifies the header and the table of contents.
  ///
  /// What it returns lies inside the file, aligned, in order and without gaps.
  static func tableOfContents(
    of bytes: UnsafeRawBufferPointer, file: String
  ) throws(IndexError) -> [Section] {
    guard bytes.starts(with: magic) else {
      if !bytes.isEmpty, magic.starts(with: bytes) {
        throw .truncated(file: file, end: bytes.count, expected: headerLength)
      }
      throw .notAnIndex(file: file, found: beginning(of: bytes))
    }
    guard bytes.count >= headerLength else {
      throw .truncated(file: file, end: bytes.count, expected: headerLength)
    }
    let version = bytes.loadUnaligned(fromByteOffset: 8, as: UInt32.self)
    guard version == formatVersion else {
      throw .version(file: file, found: version, expected: formatVersion)
    }
    let count = Int(bytes.loadUnaligned(fromByteOffset: 12, as: UInt32.self))
    guard count <= sectionLimit else { throw .checksum(file: file, section: "header") }
    let start = aligned(headerLength + count * entryLength)
    guard bytes.count >= start else { throw .truncated(file: file, end: bytes.count, expected: start) }
    guard
      headerChecksum(UnsafeRawBufferPointer(rebasing: bytes[..<start]))
        == bytes.loadUnaligned(fromByteOffset: 24, as: UInt64.self)
    else { throw .checksum(file: file, section: "header") }

    let length = bytes.loadUnaligned(fromByteOffset: 16, as: UInt64.self)
    guard UInt64(bytes.count) >= length else {
      throw .truncated(file: file, end: bytes.count, expected: Int(clamping: length))
    }
    guard UInt64(bytes.count) == length else {
      throw .damaged(
        file: file, section: "header", found: "the file has \(bytes.count) bytes", expected: "\(length)")
    }
    return try entries(of: bytes, count: count, start: start, file: file)
  }

  private static func entries(
    of bytes: UnsafeRawBufferPointer, count: Int, start: Int, file: String
  ) throws(IndexError) -> [Section] {
    var sections: [Section] = []
    var next = UInt64(start)
    for number in 0..<count {
      let entry = UnsafeRawBufferPointer(
        rebasing: bytes.dropFirst(headerLength + number * entryLength).prefix(entryLength))
      let name = SectionName(stored: UnsafeRawBufferPointer(rebasing: entry[..<SectionName.width]))
      let width = entry.loadUnaligned(fromByteOffset: 20, as: UInt32.self)
      let offset = entry.loadUnaligned(fromByteOffset: 24, as: UInt64.self)
      let length = entry.loadUnaligned(fromByteOffset: 32, as: UInt64.self)
      guard let name, [1, 2, 4, 8].contains(width), length % UInt64(width) == 0,
        offset == next, length <= UInt64(bytes.count) - next
      else {
        throw .damaged(
          file: file, section: "header",
          found: "entry \(number) of the table of contents describes no section",
          expected: "a section inside the file")
      }
      next += UInt64(aligned(Int(length)))
      guard next <= UInt64(bytes.count) else {
        throw .truncated(file: file, end: bytes.count, expected: Int(next))
      }
      sections.append(
        Section(
          name: name, width: Int(width), offset: Int(offset), length: Int(length),
          checksum: entry.loadUnaligned(fromByteOffset: 40, as: UInt64.self)))
    }
    guard next == UInt64(bytes.count) else {
      throw .damaged(
        file: file, section: "header", found: "sections end at byte \(next)", expected: "\(bytes.count)")
    }
    return sections
  }

  /// The checksum of a header and table of contents, but for the field that holds it.
  static func headerChecksum(_ header: UnsafeRawBufferPointer) -> UInt64 {
    var covered = Array(header)
    covered.replaceSubrange(24..<32, with: repeatElement(0, count: 8))
    return covered.withUnsafeBytes { Checksum.xxh64($0) }
  }

  /// How a file that is no index begins, in words that fit on a line.
  private static func beginning(of bytes: UnsafeRawBufferPointer) -> String {
    if bytes.isEmpty { return "an empty file" }
    let start = bytes.prefix(16)
    if start.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) {
      return "text `\(String(decoding: start, as: UTF8.self))`"
    }
    let digits = start.prefix(4).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }
    return "bytes \(digits.joined(separator: " "))"
  }
}
