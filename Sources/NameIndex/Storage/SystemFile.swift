#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Bytes that never change while anybody holds them: a mapped file, or an aligned copy in memory.
///
/// `@unchecked Sendable` because nothing writes to `bytes` after `init`, and they are given back in `deinit` only.
/// A mapped file that somebody cuts short in place makes the system stop the process at the next access; files
/// written by `SystemFile.replace` never change in place.
final class SharedBytes: @unchecked Sendable {
  let bytes: UnsafeRawBufferPointer
  private let origin: Origin
  private let limit: ResidentLimit?

  private enum Origin {
    case mapped
    case copied
    /// The bytes are an array's, which stays where it is while it is held here and nobody can write to it.
    case held(any Sendable)
  }

  fileprivate init(mapped: UnsafeRawBufferPointer, limit: ResidentLimit?) {
    bytes = mapped
    origin = .mapped
    self.limit = limit
  }

  init<Element: BitwiseCopyable & Sendable>(holding elements: [Element]) {
    bytes = elements.withUnsafeBytes { $0 }
    origin = .held(elements)
    limit = nil
  }

  init(copying source: UnsafeRawBufferPointer) {
    let copy = UnsafeMutableRawBufferPointer.allocate(
      byteCount: max(source.count, 1), alignment: IndexFile.alignment)
    copy.copyMemory(from: source)
    bytes = UnsafeRawBufferPointer(rebasing: copy[..<source.count])
    origin = .copied
    limit = nil
  }

  /// Lets the pages of a part of a mapped file leave the memory of the process; they come again when they are touched.
  func leaveMemory(_ part: UnsafeRawBufferPointer) {
    guard case .mapped = origin, let base = bytes.baseAddress, let start = part.baseAddress else { return }
    // Whole pages from the one on that the part begins in, whose first bytes may be another part's: they come again too.
    let first = (start - base) / Self.page * Self.page
    _ = madvise(
      UnsafeMutableRawPointer(mutating: base + first), start - base - first + part.count, MADV_DONTNEED)
  }

  /// Whether there is a limit of how much is in the memory of the process at once.
  var hasResidentLimit: Bool { limit != nil }

  /// Lets parts leave memory where more of files came than the limit allows, if there is one. Other threads may be reading: what
  /// they touch comes again.
  @inline(__always)
  func keepResidentLimit(leaving parts: @autoclosure () -> [UnsafeRawBufferPointer]) {
    if let limit { leaveMemory(parts(), keeping: limit) }
  }

  @inline(never)
  private func leaveMemory(_ parts: [UnsafeRawBufferPointer], keeping limit: ResidentLimit) {
    limit.keep { for part in parts { leaveMemory(part) } }
  }

  private static let page = Int(sysconf(Int32(_SC_PAGESIZE)))

  deinit {
    guard let base = bytes.baseAddress else { return }
    switch origin {
    case .mapped: munmap(UnsafeMutableRawPointer(mutating: base), bytes.count)
    case .copied: base.deallocate()
    case .held: break
    }
  }
}

extension SharedBytes {
  /// A part of the bytes of an owner, and the filling behind it.
  struct Slice: @unchecked Sendable {
    // `@unchecked Sendable`: the memory belongs to `owner`, which never writes to it.
    let bytes: UnsafeRawBufferPointer
    let filling: UnsafeRawBufferPointer
    let owner: SharedBytes
  }
}

/// The calls to the operating system that an index needs.
package enum SystemFile {
  /// The bytes of the file, mapped read-only and shared with every other process that maps it.
  ///
  /// - Parameter limit: How much of them is in the memory of the process at once, where readers call `keepResidentLimit`.
  /// - Complexity: O(1); pages are read when they are first touched.
  static func map(path: String, limit: ResidentLimit? = nil) throws(IndexError) -> SharedBytes {
    let descriptor = retrying { open(path, O_RDONLY | O_CLOEXEC) }
    guard descriptor >= 0 else { throw failure(path, "open") }
    defer { _ = close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw failure(path, "fstat") }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw .notAnIndex(
        file: path, found: status.st_mode & S_IFMT == S_IFDIR ? "a folder" : "something that is not a file")
    }
    return try map(descriptor: descriptor, count: Int(status.st_size), path: path, limit: limit)
  }

  /// The first bytes of an open file, mapped read-only; they stay when it is closed.
  static func map(
    descriptor: Int32, count: Int, path: String, limit: ResidentLimit? = nil
  ) throws(IndexError) -> SharedBytes {
    // An empty file cannot be mapped.
    guard count > 0 else { return SharedBytes(copying: UnsafeRawBufferPointer(start: nil, count: 0)) }
    guard let base = mmap(nil, count, PROT_READ, MAP_SHARED, descriptor, 0), base != MAP_FAILED else {
      throw failure(path, "mmap")
    }
    return SharedBytes(mapped: UnsafeRawBufferPointer(start: base, count: count), limit: limit)
  }

  /// Puts a new file at `path`, all of it or nothing: written beside it, flushed to the disk, then renamed. What killed
  /// processes left of earlier ones goes.
  ///
  /// - Parameters:
  ///   - check: looks at the file that was written before it takes its place; what it throws leaves the old one.
  ///   - write: calls its argument with the bytes of the file, piece by piece.
  static func replace(
    path: String, check: (SharedBytes) throws(IndexError) -> Void,
    write: ((UnsafeRawBufferPointer) throws(IndexError) -> Void) throws(IndexError) -> Void
  ) throws(IndexError) {
    let (descriptor, temporary) = try create(beside: path)
    do throws(IndexError) {
      do throws(IndexError) {
        try write { (piece) throws(IndexError) in try append(piece, to: descriptor, path: path) }
        guard retrying({ fsync(descriptor) }) == 0 else { throw failure(path, "fsync") }
      } catch {
        _ = close(descriptor)
        throw error
      }
      guard close(descriptor) == 0 else { throw failure(path, "close") }
      try check(map(path: temporary))
      guard rename(temporary, path) == 0 else { throw failure(path, "rename") }
    } catch {
      unlink(temporary)
      throw error
    }
    flushFolder(of: path)
  }

  private static func create(beside path: String) throws(IndexError) -> (descriptor: Int32, path: String) {
    removeAbandoned(beside: path, suffix: "tmp")
    for attempt in 0..<100 {
      let temporary = "\(path).\(getpid()).\(attempt).tmp"
      let descriptor = retrying { open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666) }
      guard descriptor >= 0 else {
        guard errno != ENOENT else {
          throw .system(file: path, operation: "create", reason: "there is no such folder")
        }
        guard errno == EEXIST else { throw failure(path, "create") }
        continue
      }
      if lock(descriptor, namedBy: temporary) { return (descriptor, temporary) }
      _ = close(descriptor)
    }
    throw .system(file: path, operation: "create", reason: "100 temporary files stand beside it")
  }

  /// Marks a file as being written, as long as it is open; false when it lost its name meanwhile.
  package static func lock(_ descriptor: Int32, namedBy path: String) -> Bool {
    // Where files cannot be locked, nobody takes this one for abandoned either.
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else { return errno != EWOULDBLOCK }
    var (ours, named) = (stat(), stat())
    return fstat(descriptor, &ours) == 0 && stat(path, &named) == 0 && ours.st_ino == named.st_ino
  }

  /// Removes what processes that were killed left of files that they were writing: `PATH.PROCESS.SUFFIX` and
  /// `PATH.PROCESS.N.SUFFIX`, unless somebody holds the lock of it. What cannot be removed stays.
  package static func removeAbandoned(beside path: String, suffix: String) {
    let start = path.utf8.lastIndex(of: UInt8(ascii: "/")).map { path.index(after: $0) } ?? path.startIndex
    let (folder, name) = (path[..<start], path[start...])
    guard let entries = opendir(folder.isEmpty ? "." : String(folder)) else { return }
    defer { closedir(entries) }
    while let entry = readdir(entries) {
      // A name ends with a zero byte, within the field.
      let other = withUnsafePointer(to: &entry.pointee.d_name) { field in
        field.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: field.pointee)) {
          String(cString: $0)
        }
      }
      guard other.hasPrefix(name + "."), other.hasSuffix("." + suffix) else { continue }
      let middle = other.dropFirst(name.count + 1).dropLast(suffix.count + 1)
      let numbers = middle.split(separator: ".", omittingEmptySubsequences: false)
      guard numbers.count <= 2, numbers.allSatisfy({ UInt64($0) != nil }) else { continue }
      let abandoned = folder + other
      let descriptor = retrying { open(String(abandoned), O_RDONLY | O_CLOEXEC | O_NOFOLLOW) }
      guard descriptor >= 0 else { continue }
      // Who has the lock is alone with the file, and its writer is gone.
      if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { unlink(String(abandoned)) }
      _ = close(descriptor)
    }
  }

  private static func append(
    _ bytes: UnsafeRawBufferPointer, to descriptor: Int32, path: String
  ) throws(IndexError) {
    var rest = bytes[...]
    while !rest.isEmpty {
      // What is written at once stays together in the system's memory, and comes as a whole to a process that touches any of it.
      let piece = UnsafeRawBufferPointer(rebasing: rest.prefix(Self.writtenAtOnce))
      let written = retrying { write(descriptor, piece.baseAddress, piece.count) }
      guard written > 0 else { throw failure(path, "write") }
      rest = rest.dropFirst(written)
    }
  }

  private static let writtenAtOnce = 1 << 16

  /// Makes the renaming itself durable; some file systems refuse to flush a folder, which is no failure.
  package static func flushFolder(of path: String) {
    let folder = path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(path[...$0]) } ?? "."
    let descriptor = retrying { open(folder, O_RDONLY | O_CLOEXEC) }
    guard descriptor >= 0 else { return }
    _ = fsync(descriptor)
    _ = close(descriptor)
  }

  /// Calls again while a signal interrupts.
  private static func retrying<Result: FixedWidthInteger>(_ call: () -> Result) -> Result {
    while true {
      let result = call()
      if result != -1 || errno != EINTR { return result }
    }
  }

  private static func failure(_ path: String, _ operation: String) -> IndexError {
    switch errno {
    case ENOENT: .missing(file: path)
    case EACCES, EPERM, EROFS: .notPermitted(file: path)
    case let code:
      .system(
        file: path, operation: operation, reason: strerror(code).map { String(cString: $0) } ?? "\(code)")
    }
  }
}
