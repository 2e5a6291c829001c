import ByteSpool

/// Bytes that were put aside, read once from the first to the last.
struct SpoolWindow {
  private let spool: ByteSpool
  private var bytes: [UInt8] = []
  /// Where what is not taken yet begins.
  private var start = 0
  /// How much of the spool was read.
  private var read = 0

  /// How many bytes are read at once.
  private static let piece = 1 << 16

  init(_ spool: ByteSpool) { self.spool = spool }

  /// Calls `body` with the next record, which must not leave it.
  ///
  /// - Parameters:
  ///   - head: How many bytes a record has at least.
  ///   - length: How many bytes one has that begins with those of a head; no fewer.
  /// - Throws: `IndexError` where there are not so many.
  mutating func take<Result>(
    head: Int, length: (UnsafeRawBufferPointer) -> Int, _ body: (UnsafeRawBufferPointer) -> Result
  ) throws(IndexError) -> Result {
    if bytes.count - start < head { try fill(head) }
    let count = next(head, length)
    if bytes.count - start < count { try fill(count) }
    defer { start += count }
    return next(count, body)
  }

  /// - Parameter count: No more than are there, which `fill` makes sure of.
  private func next<Result>(_ count: Int, _ body: (UnsafeRawBufferPointer) -> Result) -> Result {
    bytes.withUnsafeBytes { body(UnsafeRawBufferPointer(rebasing: $0[start..<(start + count)])) }
  }

  private mutating func fill(_ count: Int) throws(IndexError) {
    bytes.removeFirst(start)
    start = 0
    let (old, wanted) = (bytes.count, min(max(Self.piece, count), spool.count - read))
    bytes.append(contentsOf: repeatElement(0, count: wanted))
    do throws(ByteSpool.Failure) {
      var filled = old
      while filled < bytes.count {
        let got = try bytes.withUnsafeMutableBufferPointer { (bytes) throws(ByteSpool.Failure) in
          try spool.read(
            read, into: UnsafeMutableRawBufferPointer(UnsafeMutableBufferPointer(rebasing: bytes[filled...])))
        }
        guard got > 0 else { break }
        filled += got
        read += got
      }
      bytes.removeLast(bytes.count - filled)
    } catch {
      throw IndexError(error)
    }
    guard bytes.count >= count else {
      throw .system(
        file: "temporary file", operation: "read", reason: "it ends \(count - bytes.count) bytes too early")
    }
  }
}
