#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The bytes of a file, a descriptor or an array, in chunks; gzip is recognised by its content and unpacked.
///
/// Memory stays at a few chunks whatever the size of the file. A stream is read once, by one task.
package final class ByteStream {
  /// The name that errors give, usually the path.
  package let name: String

  private var source: Source
  /// Chunks that were looked at before they were read.
  private var peeked: [UInt8] = []
  private var inflater: Inflater?
  private let endsAtDamage: Bool
  /// What is wrong with packed content, where that ended the stream.
  package private(set) var damage: TextFileError?
  private var decided = false

  /// The size of the chunks that `next` gives, in bytes.
  package static let chunkSize = 1 << 16

  private enum Source {
    case descriptor(Int32, close: Bool)
    case bytes([UInt8])
    case ended
  }

  /// Opens the file at `path`, or standard input for `-`.
  ///
  /// - Parameter endsAtDamage: Whether damaged packed content ends the stream, which `damage` then tells of,
  ///   instead of being an error.
  package init(path: String, endsAtDamage: Bool = false) throws(TextFileError) {
    self.endsAtDamage = endsAtDamage
    guard path != "-" else {
      name = "standard input"
      source = .descriptor(STDIN_FILENO, close: false)
      return
    }
    name = path
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      let code = errno
      throw code == ENOENT
        ? .missing(file: path) : .unreadable(file: path, reason: Self.describe(error: code))
    }
    var status = stat()
    if fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
      close(descriptor)
      throw .unreadable(file: path, reason: "it is a folder")
    }
    source = .descriptor(descriptor, close: true)
  }

  /// Reads an open descriptor, which stays open.
  package init(fileDescriptor: Int32, name: String) {
    self.name = name
    endsAtDamage = false
    source = .descriptor(fileDescriptor, close: false)
  }

  package init(bytes: [UInt8], name: String, endsAtDamage: Bool = false) {
    self.name = name
    self.endsAtDamage = endsAtDamage
    source = .bytes(bytes)
  }

  deinit { finish() }

  /// The next chunk of content, unpacked; empty at the end.
  ///
  /// Throws when the system cannot read, and when gzip data is damaged or ends too early.
  package func next() throws(TextFileError) -> [UInt8] {
    if !peeked.isEmpty {
      defer { peeked = [] }
      return peeked
    }
    return try unpacked()
  }

  /// The first bytes of what `next` will give, at least `count` of them unless the content is shorter.
  package func peek(_ count: Int) throws(TextFileError) -> [UInt8] {
    while peeked.count < count {
      let chunk = try unpacked()
      if chunk.isEmpty { break }
      peeked += chunk
    }
    return peeked
  }

  private func unpacked() throws(TextFileError) -> [UInt8] {
    if !decided {
      decided = true
      var head = try raw()
      while head.count == 1 {
        let more = try raw()
        if more.isEmpty { break }
        head += more
      }
      guard head.starts(with: [0x1F, 0x8B]) else { return head }
      inflater = try Inflater(file: name)
      inflater?.feed(head)
    }
    guard let inflater else { return try raw() }
    guard endsAtDamage else { return try unpacked(by: inflater) }
    if damage != nil { return [] }
    do {
      return try unpacked(by: inflater)
    } catch {
      guard case .malformed = error else { throw error }
      damage = error
      return []
    }
  }

  private func unpacked(by inflater: Inflater) throws(TextFileError) -> [UInt8] {
    while true {
      let chunk = try inflater.next()
      if !chunk.isEmpty { return chunk }
      let packed = try raw()
      if packed.isEmpty {
        try inflater.end()
        return []
      }
      inflater.feed(packed)
    }
  }

  private func raw() throws(TextFileError) -> [UInt8] {
    switch source {
    case .ended:
      return []
    case .bytes(let bytes):
      source = .ended
      return bytes
    case .descriptor(let descriptor, _):
      while true {
        var code: Int32 = 0
        // The initializer hands out room for exactly `chunkSize` bytes, and `read` says how many it filled.
        let chunk = [UInt8](unsafeUninitializedCapacity: Self.chunkSize) { buffer, count in
          let got = read(descriptor, buffer.baseAddress, buffer.count)
          if got < 0 { code = errno }
          count = max(0, got)
        }
        if code == EINTR { continue }
        guard code == 0 else { throw .unreadable(file: name, reason: Self.describe(error: code)) }
        if chunk.isEmpty { finish() }
        return chunk
      }
    }
  }

  private func finish() {
    if case .descriptor(let descriptor, close: true) = source { close(descriptor) }
    source = .ended
  }

  private static func describe(error code: Int32) -> String {
    guard let text = strerror(code) else { return "system error \(code)" }
    return String(cString: text).lowercased()
  }
}
