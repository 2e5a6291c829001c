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
  private let path: String
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
      let partial = "\(Self.resolved(path)).\(getpid()).partial"
      temporary = partial
      descriptor = open(partial, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    }
    guard descriptor >= 0 else { throw OutputError(path, code: errno) }
  }

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
    guard fsync(descriptor) == 0, close(descriptor) == 0 else {
      let error = OutputError(path, code: errno)
      discard()
      throw error
    }
    isOpen = false
    guard rename(temporary, Self.resolved(path)) == 0 else {
      let error = OutputError(path, code: errno)
      unlink(temporary)
      throw error
    }
  }

  /// Leaves the place as it was.
  private func discard() {
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
