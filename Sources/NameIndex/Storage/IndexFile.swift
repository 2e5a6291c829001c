/// A container of named sections of integers in one read-only, memory-mapped file.
///
///     let file = try IndexFile.open(path: "ofac.index")
///     let types = try file.section("records.types", as: UInt8.self)
///
/// All integers are little endian:
///
///     offset  bytes
///     0       8       magic: 89 4E 53 49 0D 0A 1A 0A (`NSI` between bytes that a transfer as text would change)
///     8       4       format version
///     12      4       number of sections n
///     16      8       length of the file
///     24      8       checksum of bytes 0..<24 and 32..<first section
///     32      48 n    table of contents, an entry a section in file order:
///                       0   20  name, ASCII, filled with zeros
///                       20  4   width of an element: 1, 2, 4 or 8
///                       24  8   offset in the file, a multiple of 64
///                       32  8   length in bytes without filling
///                       40  8   checksum of the section
///             ...     zeros up to a multiple of 64, then the sections, each filled with zeros to a multiple of 64
///
/// Every byte is under one of the checksums (`Checksum.xxh64`) or must be zero, so a flipped bit anywhere is found.
package struct IndexFile: Sendable {
  package static let formatVersion: UInt32 = 6
  /// Sections begin at multiples of this: a cache line.
  static let alignment = 64
  /// Files below this many bytes are verified completely when opened: in two milliseconds at most.
  package static let verifiedAtOpen = 16 << 20
  static let magic: [UInt8] = [0x89, 0x4E, 0x53, 0x49, 0x0D, 0x0A, 0x1A, 0x0A]
  static let headerLength = 32
  static let entryLength = 48
  static let sectionLimit = 4096

  /// One line of the table of contents.
  package struct Section: Sendable, Equatable {
    package let name: SectionName
    /// Bytes an element: 1, 2, 4 or 8.
    package let width: Int
    /// In bytes, without filling.
    package let offset: Int
    package let length: Int
    package let checksum: UInt64
    /// Elements.
    package var count: Int { length / width }
  }

  /// The path, or how errors call an index in memory.
  package let name: String
  /// In file order.
  package let sections: [Section]
  /// The bytes of each section.
  private let contents: [SharedBytes.Slice]
  /// Bytes of the whole file.
  package let length: Int

  /// Maps the file at `path`.
  ///
  /// A file below 16 MiB is verified completely. Of a larger one only the header and the table of contents are, so
  /// that it opens in constant time: call `verify()` where damage to the rest must be found. Readers of sections
  /// check what they follow, so damage they meet costs answers or is an error, never a trap.
  ///
  /// - Parameter residentLimit: About how many bytes of the file are in the memory of the process at once (`ResidentLimit`); nil
  ///   for as many as are touched.
  /// - Throws: `IndexError`, for a file that is missing, not an index, cut short, damaged or of another version.
  /// - Complexity: O(number of sections); below 16 MiB also O(length), at 7 GB/s.
  package static func open(path: String, residentLimit: Int? = nil) throws(IndexError) -> IndexFile {
    let limit = residentLimit.map { ResidentLimit(bytes: $0) }
    let file = try IndexFile(memory: SystemFile.map(path: path, limit: limit), name: path)
    if file.length < verifiedAtOpen { try file.verify(leavesMemory: limit != nil) }
    return file
  }

  /// An index in memory, verified completely.
  package init(bytes: [UInt8], name: String = "index in memory") throws(IndexError) {
    try self.init(unverified: bytes, name: name)
    try verify()
  }

  /// An index in memory of which only the header and the table of contents are verified.
  init(unverified bytes: [UInt8], name: String) throws(IndexError) {
    try self.init(memory: bytes.withUnsafeBytes { SharedBytes(copying: $0) }, name: name)
  }

  init(memory: SharedBytes, name: String) throws(IndexError) {
    self.name = name
    length = memory.bytes.count
    sections = try Self.tableOfContents(of: memory.bytes, file: name)
    // Inside the file: `tableOfContents` has checked it.
    contents = sections.map {
      SharedBytes.Slice(
        bytes: UnsafeRawBufferPointer(rebasing: memory.bytes[$0.offset..<($0.offset + $0.length)]),
        filling: UnsafeRawBufferPointer(
          rebasing: memory.bytes[($0.offset + $0.length)..<($0.offset + Self.aligned($0.length))]),
        owner: memory)
    }
  }

  /// An index whose sections are in memory, as they were built.
  init(sections: [Section], contents: [SharedBytes.Slice], length: Int) {
    name = "index in memory"
    self.length = length
    self.sections = sections
    self.contents = contents
  }

  /// The elements of a section.
  ///
  /// - Throws: `IndexError.missingSection`; `damaged` where the section has elements of another width.
  package func section<Element>(
    _ name: SectionName, as type: Element.Type = Element.self
  ) throws(IndexError) -> MappedArray<Element> {
    guard let place = sections.firstIndex(where: { $0.name == name }) else {
      throw .missingSection(file: self.name, section: name.text)
    }
    let section = sections[place]
    guard section.width == MemoryLayout<Element>.size else {
      throw .damaged(
        file: self.name, section: name.text, found: "elements of \(section.width) bytes",
        expected: "elements of \(MemoryLayout<Element>.size)")
    }
    // Aligned to 64 bytes in a file, which `tableOfContents` has checked, and as an array of such elements otherwise.
    let content = contents[place]
    return MappedArray(elements: content.bytes.assumingMemoryBound(to: Element.self), owner: content.owner)
  }

  /// Compares every section with its checksum, and the filling after it with zeros.
  ///
  /// - Parameter leavesMemory: Whether what was compared leaves the memory of the process, for a file that nobody reads next.
  /// - Throws: `IndexError.checksum` for the first that differs.
  /// - Complexity: O(length), at 7 GB/s once the file is in memory.
  package func verify(leavesMemory: Bool = false) throws(IndexError) {
    for (section, content) in zip(sections, contents) {
      var checksum = Checksum.Running()
      for start in stride(from: 0, to: content.bytes.count, by: Self.verifiedAtOnce) {
        let end = min(start + Self.verifiedAtOnce, content.bytes.count)
        let piece = UnsafeRawBufferPointer(rebasing: content.bytes[start..<end])
        checksum.update(piece)
        if leavesMemory { content.owner.leaveMemory(piece) }
      }
      guard checksum.value == section.checksum, content.filling.allSatisfy({ $0 == 0 }) else {
        throw .checksum(file: name, section: section.name.text)
      }
    }
  }

  private static let verifiedAtOnce = 1 << 20

  /// `length` rounded up to whole cache lines.
  static func aligned(_ length: Int) -> Int { (length + alignment - 1) / alignment * alignment }
}
