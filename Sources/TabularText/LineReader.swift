/// The lines of a text, one at a time, with their numbers; `\n` and `\r\n` end a line.
///
///     var lines = try LineReader(ByteStream(path: "list.jsonl"))
///     while try lines.next() { print(lines.number, lines.text) }
///
/// After an error about one line the reader stands before the next one and can go on. Memory: the longest
/// line plus a chunk.
package struct LineReader {
  private var window: ByteWindow
  private let limit: Int
  private var range = 0..<0
  private var consumed = 0
  /// The number of the line at hand, from 1.
  package private(set) var number = 0
  /// Whether the text ends with the line at hand and no line end: if the line is in error, it was cut off.
  package private(set) var isCutOff = false

  /// Lines longer than `limit` bytes are errors.
  package init(_ stream: ByteStream, limit: Int = 16 << 20) throws(TextFileError) {
    window = try ByteWindow(stream)
    self.limit = limit
  }

  package var file: String { window.stream.name }

  /// The bytes of the line, without its end.
  package var bytes: ArraySlice<UInt8> { window.buffer[range] }

  package var text: String { String(decoding: window.buffer[range], as: UTF8.self) }

  /// Goes to the next line; false when there is none. Throws for a line that is too long or not UTF-8.
  package mutating func next() throws(TextFileError) -> Bool {
    window.advance(to: window.start + consumed)
    consumed = 0
    range = 0..<0
    var length = 0
    var tooLong = false
    while true {
      let from = window.start + length
      if let end = window.buffer[from...].firstIndex(of: UInt8(ascii: "\n")) {
        length = end - window.start
        consumed = length + 1
        break
      }
      length = window.buffer.count - window.start
      if length > limit {
        tooLong = true
        window.advance(to: window.buffer.count)
        length = 0
      }
      if try !window.fill() {
        consumed = length
        if length == 0 && !tooLong { return false }
        isCutOff = true
        break
      }
    }
    number += 1
    guard !tooLong, length <= limit else {
      throw .malformed(
        file: file, line: number, problem: "the line is longer than \(limit) bytes",
        expected: "lines of at most that length")
    }
    var end = window.start + length
    if length > 0, window.buffer[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    guard UTF8Text.isValid(window.buffer[window.start..<end]) else {
      throw .malformed(file: file, line: number, problem: "the text is not valid UTF-8", expected: "UTF-8")
    }
    range = window.start..<end
    return true
  }
}
