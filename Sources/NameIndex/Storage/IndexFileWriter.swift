/// Puts sections together into an index file.
///
///     var writer = IndexFileWriter()
///     writer.add(section: "records.types", elements: types)
///     try writer.write(to: "ofac.index")
///
/// The same sections in the same order make the same bytes, on every machine. The writer holds the arrays it is
/// given without copying them, and `write(to:)` writes from them: building takes no second copy of the index.
package struct IndexFileWriter: Sendable {
  private struct Part: Sendable {
    let name: SectionName
    let width: Int
    let length: Int
    let checksum: UInt64
    let memory: SharedBytes
  }

  private var parts: [Part] = []

  package init() {}

  /// Adds a section after those that stand. Names must differ; a reader finds the first of equal ones.
  ///
  /// - Complexity: O(`elements.count`), for the checksum.
  package mutating func add<Element: FixedWidthInteger & BitwiseCopyable & Sendable>(
    section name: SectionName, elements: [Element]
  ) {
    assert(!parts.contains { $0.name == name })
    let memory = SharedBytes(holding: elements)
    parts.append(
      Part(
        name: name, width: MemoryLayout<Element>.size, length: memory.bytes.count,
        checksum: Checksum.xxh64(memory.bytes), memory: memory))
  }

  /// The index without a file: the same sections in the same order, in the arrays that were given.
  var file: IndexFile {
    var offset = start
    var sections: [IndexFile.Section] = []
    for part in parts {
      sections.append(
        IndexFile.Section(
          name: part.name, width: part.width, offset: offset, length: part.length, checksum: part.checksum))
      offset += IndexFile.aligned(part.length)
    }
    return IndexFile(sections: sections, contents: parts.map(\.memory), length: offset)
  }

  /// Where the first section begins.
  private var start: Int { IndexFile.aligned(IndexFile.headerLength + parts.count * IndexFile.entryLength) }

  /// The index as bytes, for an index that is never a file; `write(to:)` writes the same.
  package func bytes() -> [UInt8] {
    var result: [UInt8] = []
    // Appending to an array does not fail.
    try? emit { (piece) throws(IndexError) in result.append(contentsOf: piece) }
    return result
  }

  /// Writes the file at `path` completely or not at all: beside it, flushed, then renamed over it.
  ///
  /// - Throws: `IndexError` of the operating system; the old file then stands as it was.
  package func write(to path: String) throws(IndexError) {
    try SystemFile.replace(path: path) { (append) throws(IndexError) in try emit(append) }
  }

  private func emit(_ append: (UnsafeRawBufferPointer) throws(IndexError) -> Void) throws(IndexError) {
    try header().withRawBytes(append)
    for part in parts {
      try append(part.memory.bytes)
      try Self.filling(after: part.length).withRawBytes(append)
    }
  }

  /// Header and table of contents, filled to a multiple of 64.
  private func header() -> [UInt8] {
    let length = parts.reduce(start) { $0 + IndexFile.aligned($1.length) }
    var header = IndexFile.magic
    header.append(littleEndian: IndexFile.formatVersion)
    header.append(littleEndian: UInt32(parts.count))
    header.append(littleEndian: UInt64(length))
    header.append(littleEndian: UInt64(0))
    var offset = start
    for part in parts {
      header += part.name.text.utf8
      header += repeatElement(0, count: SectionName.width - part.name.text.utf8.count)
      header.append(littleEndian: UInt32(part.width))
      header.append(littleEndian: UInt64(offset))
      header.append(littleEndian: UInt64(part.length))
      header.append(littleEndian: part.checksum)
      offset += IndexFile.aligned(part.length)
    }
    header += Self.filling(after: header.count)
    var checksum: [UInt8] = []
    checksum.append(littleEndian: header.withUnsafeBytes { IndexFile.headerChecksum($0) })
    header.replaceSubrange(24..<32, with: checksum)
    return header
  }

  private static func filling(after length: Int) -> [UInt8] {
    Array(repeating: 0, count: IndexFile.aligned(length) - length)
  }
}

extension [UInt8] {
  mutating func append<Value: FixedWidthInteger>(littleEndian value: Value) {
    Swift.withUnsafeBytes(of: value.littleEndian) { append(contentsOf: $0) }
  }
}

extension Array where Element: BitwiseCopyable {
  /// As `withUnsafeBytes`, which does not keep the type of the error.
  fileprivate func withRawBytes<Failure: Error>(
    _ body: (UnsafeRawBufferPointer) throws(Failure) -> Void
  ) throws(Failure) {
    try withUnsafeBufferPointer { (elements) throws(Failure) in try body(UnsafeRawBufferPointer(elements)) }
  }
}
