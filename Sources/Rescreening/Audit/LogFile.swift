import NameIndex
import NameScreening

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A file that grows by whole lines, several processes at once, and keeps them through the loss of power.
struct LogFile: ~Copyable {
  private let path: String
  private let descriptor: Int32

  /// Opens the file, making it where it is not, and waits until no other process has it.
  init(path: String) throws(AuditError) {
    self.path = path
    descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw Self.failure(path) }
    while flock(descriptor, LOCK_EX) != 0 {
      guard errno == EINTR else { throw Self.failure(path) }
    }
  }

  deinit { close(descriptor) }

  /// The last whole line without its end, `nil` where there is none, and how many bytes of a line that was never
  /// finished follow it.
  ///
  /// - Complexity: O(length of that line), however long the file is.
  func last() throws(AuditError) -> (line: [UInt8]?, unfinished: Int) {
    let newline = UInt8(ascii: "\n")
    var start = lseek(descriptor, 0, SEEK_END)
    guard start >= 0 else { throw Self.failure(path) }
    var tail: [UInt8] = []
    while true {
      let ends = tail.indices.filter { tail[$0] == newline }
      if start == 0 || ends.count > 1 {
        guard let end = ends.last else { return (nil, tail.count) }
        let begin = ends.count > 1 ? ends[ends.count - 2] + 1 : 0
        return (Array(tail[begin..<end]), tail.count - end - 1)
      }
      let length = min(start, 1 << 16)
      start -= length
      guard lseek(descriptor, start, SEEK_SET) == start else { throw Self.failure(path) }
      var piece: [UInt8] = []
      while piece.count < length {
        let next = try Self.piece(descriptor, path, atMost: length - piece.count)
        if next.isEmpty { break }
        piece += next
      }
      tail = piece + tail
    }
  }

  /// Takes `unfinished` bytes away from the end, adds a line and waits until it is on the disk.
  func append(_ line: [UInt8], discarding unfinished: Int) throws(AuditError) {
    let length = lseek(descriptor, 0, SEEK_END)
    guard length >= 0, ftruncate(descriptor, length - unfinished) == 0,
      lseek(descriptor, 0, SEEK_END) >= 0
    else { throw Self.failure(path) }
    let bytes = line + [UInt8(ascii: "\n")]
    var written = 0
    while written < bytes.count {
      // At most the bytes that the array holds beyond `written`.
      let count = bytes.withUnsafeBytes { buffer in
        buffer.baseAddress.map { write(descriptor, $0 + written, buffer.count - written) } ?? 0
      }
      if count < 0 {
        if errno == EINTR { continue }
        throw Self.failure(path)
      }
      written += count
    }
    guard fsync(descriptor) == 0 else { throw Self.failure(path) }
    if length == 0 { SystemFile.flushFolder(of: path) }
  }

  /// A whole file.
  static func bytes(of path: String) throws(AuditError) -> [UInt8] {
    var bytes: [UInt8] = []
    try read(path) { bytes += $0 }
    return bytes
  }

  /// SHA-256 of a file, in hexadecimal.
  static func contentHash(of path: String) throws(AuditError) -> String {
    var hash = SHA256()
    try read(path) { hash.update($0) }
    return hash.digest.hexadecimal
  }

  /// SHA-256 of a text, in hexadecimal.
  static func contentHash(ofText text: String) -> String {
    var hash = SHA256()
    hash.update(Array(text.utf8))
    return hash.digest.hexadecimal
  }

  /// Size, time of the last change and place of an ordinary file; `nil` for standard input and what is none.
  static func state(of path: String) throws(AuditError) -> String? {
    guard path != "-" else { return nil }
    var status = stat()
    guard stat(path, &status) == 0 else { throw failure(path) }
    guard status.st_mode & S_IFMT == S_IFREG else { return nil }
    return
      "\(path) \(status.st_size) \(status.st_mtim.tv_sec).\(status.st_mtim.tv_nsec) \(status.st_ino)"
  }

  static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  /// The first bytes of a file.
  static func beginning(of path: String, _ count: Int) throws(AuditError) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure(path) }
    defer { close(descriptor) }
    return try piece(descriptor, path, atMost: count)
  }

  /// Takes a file away, if it is there.
  static func remove(_ path: String) { unlink(path) }

  private static func read(_ path: String, _ body: ([UInt8]) -> Void) throws(AuditError) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure(path) }
    defer { close(descriptor) }
    while true {
      let piece = try piece(descriptor, path, atMost: 1 << 18)
      if piece.isEmpty { return }
      body(piece)
    }
  }

  /// The next bytes of a file, none at its end.
  private static func piece(
    _ descriptor: Int32, _ path: String, atMost length: Int
  ) throws(AuditError) -> [UInt8] {
    while true {
      var count = 0
      let piece = [UInt8](unsafeUninitializedCapacity: length) { buffer, filled in
        // `read` writes at most the capacity that it is told.
        count = systemRead(descriptor, buffer.baseAddress, length)
        filled = max(0, count)
      }
      if count >= 0 { return piece }
      guard errno == EINTR else { throw failure(path) }
    }
  }

  private static func failure(_ path: String) -> AuditError {
    let code = errno
    if code == ENOENT { return .missing(file: path) }
    return .system(
      file: path, reason: strerror(code).map { String(cString: $0).lowercased() } ?? "system error \(code)")
  }
}

/// The system's `read`, which the method of that name would hide.
private func systemRead(_ descriptor: Int32, _ start: UnsafeMutableRawPointer?, _ count: Int) -> Int {
  read(descriptor, start, count)
}

/// The time now, UTC, ISO 8601 with whole seconds.
package func timeNow() -> String {
  var seconds = time(nil)
  var parts = tm()
  gmtime_r(&seconds, &parts)
  func two(_ number: Int32) -> String { number < 10 ? "0\(number)" : "\(number)" }
  return "\(parts.tm_year + 1900)-\(two(parts.tm_mon + 1))-\(two(parts.tm_mday))"
    + "T\(two(parts.tm_hour)):\(two(parts.tm_min)):\(two(parts.tm_sec))Z"
}
