import ByteSpool

/// Puts sections together into an index file.
///
///     var writer = IndexFileWriter()
///     writer.add(section: "records.types", elements: types)
///     try writer.write(to: "ofac.index")
///
/// The same sections in the same order make the same bytes, on every machine. Sections are put aside as they are added, in
/// memory while they are small and in a temporary file otherwise (`ByteSpool`), so that an index of any size takes the
/// memory of the sections that are at work.
package struct IndexFileWriter: ~Copyable {
  private struct Part {
    let name: SectionName
    let width: Int
    let length: Int
    let checksum: UInt64
  }
  /// The section to which elements are being added.
  private struct Open {
    let name: SectionName
    let width: Int
    var length = 0
    var checksum = Checksum.Running()
  }

  private var parts: [Part] = []
  private var open: Open?
  /// The sections as they follow the header in a file, filling included.
  private let spool: ByteSpool
  /// Why sections could not be put aside.
  private var failure: IndexError?

  /// How much of the sections is kept in memory, by default.
  static let memory = 8 << 20

  package init(memory: Int = IndexFileWriter.memory) { spool = ByteSpool(memory: memory) }

  /// Adds a section after those that stand. Names must differ; a reader finds the first of equal ones.
  ///
  /// That there is no room for it is told when the index is used.
  ///
  /// - Complexity: O(`elements.count`).
  package mutating func add<Element: FixedWidthInteger & BitwiseCopyable & Sendable>(
    section name: SectionName, elements: [Element]
  ) {
    begin(section: name, of: Element.self)
    append(elements)
    end()
  }

  /// Adds a section of elements that need not be in memory.
  mutating func add<Element: FixedWidthInteger & BitwiseCopyable & Sendable>(
    section name: SectionName, each elements: some Sequence<Element>
  ) {
    begin(section: name, of: Element.self)
    var piece: [Element] = []
    piece.reserveCapacity(Self.piece)
    for element in elements {
      piece.append(element)
      if piece.count == Self.piece {
        append(piece)
        piece.removeAll(keepingCapacity: true)
      }
    }
    append(piece)
    end()
  }

  /// How many elements are put aside at once.
  private static let piece = 1 << 13

  /// Begins a section that comes piece by piece.
  ///
  ///     writer.begin(section: "names.rows", of: UInt64.self)
  ///     for row in rows { writer.append(row) }
  ///     writer.end()
  mutating func begin<Element: FixedWidthInteger & BitwiseCopyable>(
    section name: SectionName, of: Element.Type
  ) {
    assert(open == nil && !parts.contains { $0.name == name })
    open = Open(name: name, width: MemoryLayout<Element>.size)
  }

  /// Adds a section of bytes that were put aside.
  mutating func add(section name: SectionName, from bytes: ByteSpool) throws(IndexError) {
    begin(section: name, of: UInt8.self)
    try Self.forEachPiece(of: bytes) { (piece) throws(IndexError) in append(piece) }
    end()
  }

  /// Adds elements to the section that was begun.
  mutating func append<Element: FixedWidthInteger & BitwiseCopyable>(_ elements: [Element]) {
    assert(open?.width == MemoryLayout<Element>.size)
    elements.withUnsafeBytes { append($0) }
  }

  private mutating func append(_ bytes: UnsafeRawBufferPointer) {
    open?.length += bytes.count
    open?.checksum.update(bytes)
    putAside(bytes)
  }

  /// Ends the section that was begun.
  mutating func end() {
    guard let section = open else { return }
    open = nil
    Self.filling(after: section.length).withUnsafeBytes { putAside($0) }
    parts.append(
      Part(
        name: section.name, width: section.width, length: section.length, checksum: section.checksum.value))
  }

  private mutating func putAside(_ bytes: UnsafeRawBufferPointer) {
    guard failure == nil else { return }
    do throws(ByteSpool.Failure) {
      try spool.append(bytes)
    } catch {
      failure = IndexError(error)
    }
  }

  /// The index without a file of its own: the same sections in the same order, where they were put aside.
  func file() throws(IndexError) -> IndexFile {
    if let failure { throw failure }
    let memory = try sharedContents()
    var offset = 0
    var sections: [IndexFile.Section] = []
    var contents: [SharedBytes.Slice] = []
    for part in parts {
      sections.append(
        IndexFile.Section(
          name: part.name, width: part.width, offset: start + offset, length: part.length,
          checksum: part.checksum))
      // Inside: the spool holds the sections one after another, each filled up.
      let (end, next) = (offset + part.length, offset + IndexFile.aligned(part.length))
      contents.append(
        SharedBytes.Slice(
          bytes: UnsafeRawBufferPointer(rebasing: memory.bytes[offset..<end]),
          filling: UnsafeRawBufferPointer(rebasing: memory.bytes[end..<next]), owner: memory))
      offset = next
    }
    return IndexFile(sections: sections, contents: contents, length: start + offset)
  }

  private func sharedContents() throws(IndexError) -> SharedBytes {
    let contents: ByteSpool.Contents
    do throws(ByteSpool.Failure) {
      contents = try spool.contents()
    } catch {
      throw IndexError(error)
    }
    switch contents {
    case .memory(let bytes): return SharedBytes(holding: bytes)
    case .file(let descriptor):
      return try SystemFile.map(descriptor: descriptor, count: spool.count, path: "temporary file")
    }
  }

  /// Where the first section begins.
  private var start: Int { IndexFile.aligned(IndexFile.headerLength + parts.count * IndexFile.entryLength) }

  /// The index as bytes, for an index that is never a file; `write(to:)` writes the same.
  package func bytes() throws(IndexError) -> [UInt8] {
    var result: [UInt8] = []
    try emit { (piece) throws(IndexError) in result.append(contentsOf: piece) }
    return result
  }

  /// Writes the file at `path` completely or not at all: beside it, flushed, read back and compared with the checksums, then
  /// renamed over it.
  ///
  /// - Throws: `IndexError` of the operating system; the old file then stands as it was.
  package func write(to path: String) throws(IndexError) {
    if let failure { throw failure }
    try SystemFile.replace(
      path: path,
      check: { (written) throws(IndexError) in
        try IndexFile(memory: written, name: path).verify(leavesMemory: true)
      },
      write: { (append) throws(IndexError) in try emit(append) })
  }

  private func emit(_ append: (UnsafeRawBufferPointer) throws(IndexError) -> Void) throws(IndexError) {
    if let failure { throw failure }
    try header().withRawBytes(append)
    try Self.forEachPiece(of: spool, append)
  }

  /// Calls `body` with all bytes of a spool, up to a mebibyte at once.
  private static func forEachPiece(
    of spool: ByteSpool, _ body: (UnsafeRawBufferPointer) throws(IndexError) -> Void
  ) throws(IndexError) {
    var buffer = [UInt8](repeating: 0, count: min(1 << 20, spool.count))
    var place = 0
    while place < spool.count {
      var count = 0
      do throws(ByteSpool.Failure) {
        count = try buffer.withUnsafeMutableBufferPointer { (buffer) throws(ByteSpool.Failure) in
          try spool.read(place, into: UnsafeMutableRawBufferPointer(buffer))
        }
      } catch {
        throw IndexError(error)
      }
      try buffer.withUnsafeBufferPointer { (buffer) throws(IndexError) in
        try body(UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: buffer[..<count])))
      }
      place += count
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
