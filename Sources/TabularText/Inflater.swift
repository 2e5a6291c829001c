import CSystemZlib

/// Unpacks gzip data piece by piece; several members after each other are one content, as gzip defines.
final class Inflater {
  private let file: String
  private let stream: UnsafeMutablePointer<z_stream>
  private var input: [UInt8] = []
  private var position = 0
  /// Whether the last member is complete.
  private var complete = false
  /// Whether zlib may hold output for which there was no room.
  private var pending = false

  init(file: String) throws(TextFileError) {
    self.file = file
    // zlib keeps a pointer to the structure, so it lives at one address until `deinit`.
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    let gzipOnly: Int32 = 16 + 15
    let version = zlibVersion()
    let status = inflateInit2_(stream, gzipOnly, version, Int32(MemoryLayout<z_stream>.size))
    guard status == Z_OK else {
      throw .unreadable(file: file, reason: "zlib cannot start (code \(status))")
    }
  }

  deinit {
    inflateEnd(stream)
    stream.deinitialize(count: 1)
    stream.deallocate()
  }

  /// Hands over packed bytes; only when `next` gave nothing.
  func feed(_ bytes: [UInt8]) {
    input = bytes
    position = 0
  }

  /// The next unpacked bytes; empty when more input is needed.
  func next() throws(TextFileError) -> [UInt8] {
    while pending || position < input.count {
      if complete {
        // Zero bytes after the last member are padding, as tape archives leave it.
        if input[position] == 0 {
          position += 1
          continue
        }
        inflateReset(stream)
        complete = false
      }
      var status = Z_OK
      let output = [UInt8](unsafeUninitializedCapacity: ByteStream.chunkSize) { buffer, count in
        // zlib reads at most `avail_in` bytes and writes at most `avail_out`, both within the buffers,
        // which outlive the call.
        input.withUnsafeMutableBufferPointer { packed in
          guard let packedStart = packed.baseAddress else { return }
          stream.pointee.next_in = packedStart + position
          stream.pointee.avail_in = UInt32(packed.count - position)
          stream.pointee.next_out = buffer.baseAddress
          stream.pointee.avail_out = UInt32(buffer.count)
          status = inflate(stream, Z_NO_FLUSH)
          position = packed.count - Int(stream.pointee.avail_in)
        }
        count = buffer.count - Int(stream.pointee.avail_out)
      }
      pending = status == Z_OK && output.count == ByteStream.chunkSize
      switch status {
      case Z_STREAM_END: complete = true
      case Z_OK, Z_BUF_ERROR: break
      default:
        throw .malformed(
          file: file, line: 1, problem: "the gzip data is damaged", expected: "a whole gzip file")
      }
      if !output.isEmpty { return output }
      if status == Z_BUF_ERROR { break }
    }
    return []
  }

  /// Checks, when the input is used up, that nothing is missing.
  func end() throws(TextFileError) {
    guard complete else {
      throw .malformed(
        file: file, line: 1, problem: "the gzip data ends too early", expected: "a whole gzip file")
    }
  }
}
