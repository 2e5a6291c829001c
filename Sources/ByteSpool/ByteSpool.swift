#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Bytes that are put aside and read again later: in memory while they are few, else in a temporary file.
///
///     let spool = ByteSpool()
///     let place = try spool.append(record)
///     let first = try spool.withBytes(place, count: record.count) { $0.first }
///
/// The file has no name any more once it is open, so that nothing is left of it however the process ends. It stands in the
/// folder that `TMPDIR` names, else in `/tmp`. A spool is used by one task.
package final class ByteSpool {
  /// Why bytes could not be put aside.
  package struct Failure: Error, Equatable, CustomStringConvertible {
    package let description: String
  }

  /// Bytes from `written` on.
  private var tail: [UInt8] = []
  private var written = 0
  private var descriptor: Int32 = -1
  private let limit: Int
  /// What was read last, so that neighbours need no further call of the system.
  private var window: [UInt8] = []
  private var windowStart = 0

  /// How many bytes are kept in memory behind the ones in the file.
  private static let chunk = 1 << 18

  /// - Parameter memory: How many bytes stay in memory, 16 MiB by default; with more of them all go to the file.
  package init(memory: Int = 16 << 20) { limit = memory }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// How many bytes were put aside.
  package var count: Int { written + tail.count }

  /// Puts bytes aside and returns where they stand.
  ///
  /// - Complexity: O(`bytes.count`) amortised.
  @discardableResult
  package func append(_ bytes: [UInt8]) throws(Failure) -> Int {
    try bytes.withUnsafeBufferPointer { (bytes) throws(Failure) in try append(UnsafeRawBufferPointer(bytes)) }
  }

  @discardableResult
  package func append(_ bytes: UnsafeRawBufferPointer) throws(Failure) -> Int {
    let place = count
    if tail.count + bytes.count > (descriptor < 0 ? limit : Self.chunk) {
      try flush()
      // What is longer than the tail goes to the file as it is.
      guard bytes.count <= Self.chunk else {
        try write(bytes)
        return place
      }
    }
    tail.append(contentsOf: bytes)
    return place
  }

  /// Copies bytes from a place on, as many as there are and fit; returns how many.
  package func read(_ place: Int, into buffer: UnsafeMutableRawBufferPointer) throws(Failure) -> Int {
    guard place >= 0, place < count else { return 0 }
    if place >= written {
      let part = tail[(place - written)...].prefix(buffer.count)
      buffer.copyBytes(from: part)
      return part.count
    }
    let wanted = min(buffer.count, written - place)
    var filled = 0
    while filled < wanted {
      // The buffer has room for what is wanted.
      let got = pread(
        descriptor, buffer.baseAddress.map { $0 + filled }, wanted - filled, off_t(place + filled))
      if got < 0, errno == EINTR { continue }
      guard got > 0 else { throw Self.failure("read") }
      filled += got
    }
    return filled
  }

  /// Where bytes that were put aside are.
  package enum Contents {
    case memory([UInt8])
    /// All of them, from the start of a file that is open as long as the spool lives.
    case file(descriptor: Int32)
  }

  /// Where all bytes are.
  package func contents() throws(Failure) -> Contents {
    if descriptor < 0 { return .memory(tail) }
    try flush()
    return .file(descriptor: descriptor)
  }

  /// Calls `body` with the bytes that stand at a place, which must not leave it.
  package func withBytes<Result>(
    _ place: Int, count: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) throws(Failure) -> Result {
    guard place >= 0, count >= 0, place + count <= self.count, place >= written || place + count <= written
    else {
      throw Failure(
        description: "bytes \(place)..<\(place + count) are not among \(self.count) that were put aside")
    }
    // What was put aside at once is in the file or behind it as a whole.
    if place >= written { return Self.slice(of: tail, place - written, count, body) }
    if place < windowStart || place + count > windowStart + window.count {
      // Neighbours come one after another, others each from somewhere else.
      let isNext = place >= windowStart && place <= windowStart + window.count
      try readWindow(from: place, count: max(count, min(isNext ? 1 << 16 : 1 << 12, written - place)))
    }
    return Self.slice(of: window, place - windowStart, count, body)
  }

  private static func slice<Result>(
    of bytes: [UInt8], _ start: Int, _ count: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    // The caller has compared the range with the bytes there are.
    bytes.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[start..<(start + count)])) }
  }

  private func flush() throws(Failure) {
    guard !tail.isEmpty else { return }
    try tail.withUnsafeBufferPointer { (bytes) throws(Failure) in try write(UnsafeRawBufferPointer(bytes)) }
    tail.removeAll(keepingCapacity: tail.capacity <= Self.chunk * 4)
  }

  /// Writes bytes behind those in the file.
  private func write(_ bytes: UnsafeRawBufferPointer) throws(Failure) {
    if descriptor < 0 { descriptor = try Self.temporaryFile() }
    var start = 0
    while start < bytes.count {
      // The rest of the bytes lies within them.
      let count = pwrite(
        descriptor, bytes.baseAddress.map { $0 + start }, bytes.count - start, off_t(written + start))
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw Self.failure("written") }
      start += count
    }
    written += bytes.count
  }

  private func readWindow(from place: Int, count: Int) throws(Failure) {
    var bytes: [UInt8] = []
    swap(&bytes, &window)
    if bytes.count < count { bytes.append(contentsOf: repeatElement(0, count: count - bytes.count)) }
    bytes.removeLast(bytes.count - count)
    _ = try bytes.withUnsafeMutableBufferPointer { (buffer) throws(Failure) in
      try read(place, into: UnsafeMutableRawBufferPointer(buffer))
    }
    window = bytes
    windowStart = place
  }

  private static func temporaryFile() throws(Failure) -> Int32 {
    let folder = getenv("TMPDIR").map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 } ?? "/tmp"
    var path = Array("\(folder)/namescreen-XXXXXX".utf8CString)
    let descriptor = path.withUnsafeMutableBufferPointer { path -> Int32 in
      guard let base = path.baseAddress else { return -1 }
      let descriptor = mkstemp(base)
      if descriptor >= 0 {
        unlink(base)
        _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
      }
      return descriptor
    }
    guard descriptor >= 0 else { throw failure("made in \(folder)") }
    return descriptor
  }

  private static func failure(_ what: String) -> Failure {
    let reason = strerror(errno).map { String(cString: $0).lowercased() } ?? "system error \(errno)"
    return Failure(
      description: "a temporary file cannot be \(what): \(reason); expected room in the folder of TMPDIR")
  }
}
