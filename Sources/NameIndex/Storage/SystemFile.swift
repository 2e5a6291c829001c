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

  private enum Origin {
    case mapped
    case copied
    /// The bytes are an array's, which stays where it is while it is held here and nobody can write to it.
    case held(any Sendable)
  }

  fileprivate init(mapped: UnsafeRawBufferPointer) {
    bytes = mapped
    origin = .mapped
  }

  init<Element: BitwiseCopyable & Sendable>(holding elements: [Element]) {
    bytes = elements.withUnsafeBytes { $0 }
    origin = .held(elements)
  }

  init(copying source: UnsafeRawBufferPointer) {
    let copy = UnsafeMutableRawBufferPointer.allocate(
      byteCount: max(source.count, 1), alignment: IndexFile.alignment)
    copy.copyMemory(from: source)
    bytes = UnsafeRawBufferPointer(rebasing: copy[..<source.count])
    origin = .copied
  }

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
  /// - Complexity: O(1); pages are read when they are first touched.
  static func map(path: String) throws(IndexError) -> SharedBytes {
    let descriptor = retrying { open(path, O_RDONLY | O_CLOEXEC) }
    guard descriptor >= 0 else { throw failure(path, "open") }
    defer { _ = close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw failure(path, "fstat") }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw .notAnIndex(
        file: path, found: status.st_mode & S_IFMT == S_IFDIR ? "a folder" : "something that is not a file")
    }
    // An empty file cannot be mapped.
    guard status.st_size > 0 else {
      return SharedBytes(copying: UnsafeRawBufferPointer(start: nil, count: 0))
    }
    let count = Int(status.st_size)
    guard let base = mmap(nil, count, PROT_READ, MAP_SHARED, descriptor, 0), base != MAP_FAILED else {
      throw failure(path, "mmap")
    }
    return SharedBytes(mapped: UnsafeRawBufferPointer(start: base, count: count))
  }

  /// Puts a new file at `path`, all of it or nothing: written beside it, flushed to the disk, then renamed.
  ///
  /// - Parameter write: calls its argument with the bytes of the file, piece by piece.
  static func replace(
    path: String,
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
      guard rename(temporary, path) == 0 else { throw failure(path, "rename") }
    } catch {
      unlink(temporary)
      throw error
    }
    flushFolder(of: path)
  }

  private static func create(beside path: String) throws(IndexError) -> (descriptor: Int32, path: String) {
    for attempt in 0..<100 {
      let temporary = "\(path).\(getpid()).\(attempt).tmp"
      let descriptor = retrying { open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666) }
      if descriptor >= 0 { return (descriptor, temporary) }
      guard errno == EEXIST else { throw failure(path, "create") }
    }
    throw .system(file: path, operation: "create", reason: "100 temporary files stand beside it")
  }

  private static func append(
    _ bytes: UnsafeRawBufferPointer, to descriptor: Int32, path: String
  ) throws(IndexError) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let piece = UnsafeRawBufferPointer(rebasing: rest)
      let written = retrying { write(descriptor, piece.baseAddress, piece.count) }
      guard written > 0 else { throw failure(path, "write") }
      rest = rest.dropFirst(written)
    }
  }

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
