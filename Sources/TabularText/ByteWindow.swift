/// The part of a stream that a reader is looking at: one record, and whatever follows it in the last chunk.
///
///     buffer:  | read already | the record at hand | not looked at yet |
///              0            start                                  count
struct ByteWindow {
  let stream: ByteStream
  private(set) var buffer: [UInt8] = []
  /// Where the record at hand begins.
  private(set) var start = 0
  private var atEnd = false

  init(_ stream: ByteStream) throws(TextFileError) {
    self.stream = stream
    _ = try fill()
    while buffer.count < 3, try fill() {}
    if buffer.starts(with: [0xEF, 0xBB, 0xBF]) { start = 3 }
    if buffer.starts(with: [0xFF, 0xFE]) || buffer.starts(with: [0xFE, 0xFF]) {
      throw .malformed(
        file: stream.name, line: 1, problem: "the text is encoded in UTF-16", expected: "UTF-8")
    }
  }

  /// Says that everything before `position` is done with.
  mutating func advance(to position: Int) { start = position }

  /// Adds the next chunk behind the record at hand, whose bytes may move to the front: offsets from `start`
  /// stay valid, offsets from the front do not. False at the end of the stream.
  mutating func fill() throws(TextFileError) -> Bool {
    if atEnd { return false }
    let chunk = try stream.next()
    if chunk.isEmpty {
      atEnd = true
      return false
    }
    if start == buffer.count {
      buffer = chunk
    } else {
      buffer.removeSubrange(..<start)
      buffer += chunk
    }
    start = 0
    return true
  }
}
