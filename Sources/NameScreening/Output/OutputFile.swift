import NameIndex

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A file that appears whole or not at all: written beside its place and renamed when complete.
///
/// Standard output, and places that are no ordinary files (`/dev/null`, a pipe), are written as they come.
package final class OutputFile: OutputSink {
  package let path: String
  private let temporary: String?
  private let descriptor: Int32
  private var isOpen = true

  /// `nil` or `-` is standard output.
  package init(path: String?) throws(OutputError) {
    guard let path, path != "-" else {
      self.path = "standard output"
      temporary = nil
      descriptor = STDOUT_FILENO
      return
    }
    self.path = path
    var status = stat()
    if stat(path, &status) == 0, status.st_mode & S_IFMT != S_IFREG {
      guard status.st_mode & S_IFMT != S_IFDIR else { throw OutputError(path, reason: "it is a folder") }
      temporary = nil
      descriptor = open(path, O_WRONLY | O_CLOEXEC)
    } else {
      SystemFile.removeAbandoned(beside: Self.resolved(path), suffix: "partial")
      let partial = "\(Self.resolved(path)).\(getpid()).partial"
      temporary = partial
      descriptor = open(partial, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
      if descriptor >= 0, !SystemFile.lock(descriptor, namedBy: partial) {
        close(descriptor)
        throw OutputError(path, reason: OutputError.isBusy)
      }
    }
    guard descriptor >= 0 else { throw OutputError(path, code: errno) }
  }

  /// A file whose unfinished part keeps one name, so that a later run can go on with it.
  ///
  /// - Parameters:
  ///   - partial: Beside `path`; no other run may be writing it.
  ///   - length: How much of it stays.
  /// - Throws: Where another run writes it, or it is shorter than `length`.
  package init(path: String, partial: String, keeping length: Int) throws(OutputError) {
    self.path = path
    temporary = partial
    while true {
      let opened = open(partial, O_RDWR | O_CREAT | O_CLOEXEC, 0o666)
      guard opened >= 0 else { throw OutputError(path, code: errno) }
      var (ours, named) = (stat(), stat())
      guard flock(opened, LOCK_EX | LOCK_NB) == 0 else {
        close(opened)
        throw OutputError(path, reason: OutputError.isBusy)
      }
      // The run that had it may have put it into its place meanwhile.
      guard fstat(opened, &ours) == 0, stat(partial, &named) == 0, ours.st_ino == named.st_ino else {
        close(opened)
        continue
      }
      guard Int(ours.st_size) >= length, ftruncate(opened, off_t(length)) == 0,
        lseek(opened, 0, SEEK_END) == off_t(length)
      else {
        close(opened)
        throw OutputError(path, reason: "what an earlier run wrote of it is gone")
      }
      descriptor = opened
      break
    }
    count = length
  }

  /// Bytes written, those of earlier runs included.
  package private(set) var count = 0

  /// Waits until everything written is on the disk.
  package func sync() throws(OutputError) {
    guard fsync(descriptor) == 0 else { throw OutputError(path, code: errno) }
  }

  /// Whether a path is, or may become, an ordinary file.
  package static func isOrdinary(_ path: String?) -> Bool {
    guard let path, path != "-" else { return false }
    var status = stat()
    return stat(path, &status) != 0 || status.st_mode & S_IFMT == S_IFREG
  }

  /// A name beside a file, or beside where a symbolic link points.
  package static func beside(_ path: String, _ suffix: String) -> String { resolved(path) + suffix }

  deinit { discard() }

  /// Where a symbolic link points, so that the link itself stays.
  private static func resolved(_ path: String) -> String {
    guard let target = realpath(path, nil) else { return path }
    defer { free(target) }
    return String(cString: target)
  }

  package func write(_ bytes: some Collection<UInt8>) throws(OutputError) { try write(Array(bytes)) }

  package func write(_ array: [UInt8]) throws(OutputError) {
    var written = 0
    while written < array.count {
      // `write` reads at most the bytes that the buffer holds beyond `written`.
      let count = array.withUnsafeBytes { buffer in
        buffer.baseAddress.map { Self.put(descriptor, $0 + written, buffer.count - written) } ?? 0
      }
      if count < 0 {
        if errno == EINTR { continue }
        throw OutputError(path, code: errno)
      }
      written += count
      self.count += count
    }
  }

  private static func put(_ descriptor: Int32, _ start: UnsafeRawPointer, _ count: Int) -> Int {
    #if canImport(Glibc)
      Glibc.write(descriptor, start, count)
    #elseif canImport(Musl)
      Musl.write(descriptor, start, count)
    #else
      Darwin.write(descriptor, start, count)
    #endif
  }

  /// Puts the complete file into its place.
  package func commit() throws(OutputError) {
    guard isOpen, let temporary else { return }
    // Renamed while it is open, and so locked where it is.
    guard fsync(descriptor) == 0, rename(temporary, Self.resolved(path)) == 0 else {
      let error = OutputError(path, code: errno)
      discard()
      throw error
    }
    isOpen = false
    close(descriptor)
    SystemFile.flushFolder(of: Self.resolved(path))
  }

  /// Leaves the place as it was.
  package func discard() {
    guard isOpen else { return }
    isOpen = false
    if descriptor != STDOUT_FILENO { close(descriptor) }
    if let temporary { unlink(temporary) }
  }
}

/// Why a result could not be written.
package struct OutputError: Error, Equatable, CustomStringConvertible {
  package var path: String
  package var reason: String

  /// The reason where two runs want to write one file.
  package static let isBusy = "another run is writing it"

  init(_ path: String, reason: String) {
    self.path = path
    self.reason = reason
  }

  init(_ path: String, code: Int32) {
    self.path = path
    reason = strerror(code).map { String(cString: $0).lowercased() } ?? "system error \(code)"
  }

  package var description: String { "\(path): \(reason); expected a place that can be written" }
}
