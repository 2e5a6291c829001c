/// The records of a CSV or TSV text, one at a time, with the line on which each begins.
///
///     var rows = try DelimitedReader(ByteStream(path: "customers.csv"), dialect: .csv)
///     while try rows.next() { print(rows.line, rows[0]) }
///
/// CSV is RFC 4180: fields may stand in quotes and then hold separators, line ends and doubled quotes. `\n`
/// and `\r\n` end a record, empty lines are passed over, and a byte order mark is no part of the text.
/// Departures: a quote inside a field that does not begin with one is a plain character, and blanks may stand
/// between a closing quote and the separator.
///
/// Every error is about one record: afterwards the reader stands before the next line and can go on. A quote
/// that is never closed costs the line it stands on, not the rest of the file. Memory: the longest record plus
/// a chunk.
package struct DelimitedReader {
  /// How fields are separated and quoted.
  package enum Dialect: Sendable, Equatable {
    /// Comma-separated, with quotes.
    case csv
    /// Semicolon-separated, with quotes.
    case semicolon
    /// Tab-separated, taken literally: a quote is a character like any other.
    case tsv

    var separator: UInt8 {
      switch self {
      case .csv: UInt8(ascii: ",")
      case .semicolon: UInt8(ascii: ";")
      case .tsv: UInt8(ascii: "\t")
      }
    }
  }

  /// Where a field stands, as offsets from the window's start, and how it was quoted.
  private struct Field {
    var start: Int
    var end: Int
    var hasDoubledQuotes = false
  }

  private var window: ByteWindow
  private let dialect: Dialect
  private let fieldLimit: Int
  private let allowsWindows1252: Bool
  private var isWindows1252 = false
  private var fields: [Field] = []
  private var consumed = 0
  private var linesConsumed = 0
  private var restOfLineIsLost = false
  private static let recordLimit = 16 << 20
  /// The line on which the record at hand begins, from 1.
  package private(set) var line = 1
  /// Whether the text ends with the record at hand and no line end: if the record is in error, it was cut off.
  package private(set) var isCutOff = false

  /// - Parameters:
  ///   - fieldLimit: Fields longer than that many bytes are errors, 1 MiB by default.
  ///   - allowsWindows1252: Whether a record that is not UTF-8 is taken for Windows-1252 instead of an error.
  package init(
    _ stream: ByteStream, dialect: Dialect, fieldLimit: Int = 1 << 20, allowsWindows1252: Bool = false
  ) throws(TextFileError) {
    self.allowsWindows1252 = allowsWindows1252
    window = try ByteWindow(stream)
    self.dialect = dialect
    self.fieldLimit = fieldLimit
  }

  package var file: String { window.stream.name }

  /// How many fields the record at hand has.
  package var count: Int { fields.count }

  /// The text of a field of the record at hand, without quotes; empty where the record has fewer fields.
  package subscript(index: Int) -> String {
    guard fields.indices.contains(index) else { return "" }
    let field = fields[index]
    let bytes = window.buffer[(window.start + field.start)..<(window.start + field.end)]
    guard field.hasDoubledQuotes else { return decoded(bytes) }
    var plain: [UInt8] = []
    plain.reserveCapacity(bytes.count)
    var skip = false
    for byte in bytes {
      if byte == UInt8(ascii: "\""), !skip {
        skip = true
        continue
      }
      skip = false
      plain.append(byte)
    }
    return decoded(plain[...])
  }

  /// Calls `body` with the bytes of a field whose text is exactly they; false for one that needs decoding.
  package func withPlainBytes(_ index: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Void) -> Bool {
    guard !isWindows1252, fields.indices.contains(index), !fields[index].hasDoubledQuotes else {
      return false
    }
    let field = fields[index]
    // The range is that of a field, which lies within the window's buffer.
    window.buffer.withUnsafeBufferPointer {
      body(UnsafeBufferPointer(rebasing: $0[(window.start + field.start)..<(window.start + field.end)]))
    }
    return true
  }

  private func decoded(_ bytes: ArraySlice<UInt8>) -> String {
    isWindows1252 ? Windows1252.decode(bytes) : String(decoding: bytes, as: UTF8.self)
  }

  /// Whether a field is empty or absent.
  package func isEmpty(_ index: Int) -> Bool {
    guard fields.indices.contains(index) else { return true }
    return fields[index].start == fields[index].end
  }

  /// Every field of the record at hand.
  package var all: [String] { (0..<count).map { self[$0] } }

  /// Goes to the next record; false when there is none.
  package mutating func next() throws(TextFileError) -> Bool {
    while true {
      try passOverLast()
      if window.start == window.buffer.count, try !window.fill() { return false }
      var scan = Scan()
      swap(&scan.fields, &fields)
      while !scanOn(&scan) {
        if scan.position > Self.recordLimit {
          scan.fail("the record is longer than \(Self.recordLimit) bytes", expected: "shorter records")
          break
        }
        scan.atEnd = try !window.fill()
      }
      swap(&scan.fields, &fields)
      isCutOff = scan.atEnd && scan.problem?.goOnAt == nil
      if let problem = scan.problem {
        fields.removeAll(keepingCapacity: true)
        consumed = problem.goOnAt ?? scan.position
        linesConsumed = problem.lines
        restOfLineIsLost = problem.goOnAt == nil
        throw .malformed(
          file: file, line: line + problem.line, problem: problem.text, expected: problem.expected)
      }
      consumed = scan.position
      linesConsumed = scan.lines
      let isEmptyLine = fields.count == 1 && fields[0].start == fields[0].end && !scan.sawQuote
      if isEmptyLine { continue }
      let isUTF8 =
        scan.seen < 0x80
        || UTF8Text.isValid(window.buffer[window.start..<(window.start + scan.position)])
      isWindows1252 = !isUTF8
      guard isUTF8 || allowsWindows1252 else {
        fields.removeAll(keepingCapacity: true)
        throw .malformed(
          file: file, line: line, problem: "the text is not valid UTF-8", expected: "UTF-8")
      }
      return true
    }
  }

  /// Leaves the last record behind, and the rest of its line when it was in error.
  private mutating func passOverLast() throws(TextFileError) {
    fields.removeAll(keepingCapacity: true)
    window.advance(to: window.start + consumed)
    line += linesConsumed
    consumed = 0
    linesConsumed = 0
    while restOfLineIsLost {
      if let end = window.buffer[window.start...].firstIndex(of: UInt8(ascii: "\n")) {
        window.advance(to: end + 1)
        line += 1
        restOfLineIsLost = false
      } else {
        window.advance(to: window.buffer.count)
        if try !window.fill() { restOfLineIsLost = false }
      }
    }
  }

  /// What is known in the middle of a record; offsets count from the window's start.
  private struct Scan {
    enum State { case fieldStart, plain, quoted, quoteInQuoted, afterQuoted }
    var state = State.fieldStart
    var fields: [Field] = []
    var position = 0
    var fieldStart = 0
    var fieldEnd = 0
    var hasDoubledQuotes = false
    var sawQuote = false
    /// Line ends passed so far, and those passed when the last quote opened.
    var lines = 0
    var linesAtQuote = 0
    /// Behind the first line end inside the quoted field.
    var lineAfterQuote: Int?
    /// All bytes or-ed, to know ASCII records at once.
    var seen: UInt8 = 0
    var atEnd = false
    var problem: Problem?

    /// What is wrong, on which line counted from the record's first, and where the next record begins: at an
    /// offset with that many line ends before it, or behind the end of the line at hand.
    struct Problem {
      var text: String
      var expected: String
      var line: Int
      var goOnAt: Int?
      var lines: Int
    }

    mutating func fail(_ text: String, expected: String) {
      problem = Problem(text: text, expected: expected, line: lines, goOnAt: nil, lines: lines)
    }

    mutating func failInQuotes(_ text: String, expected: String) {
      problem = Problem(
        text: text, expected: expected, line: linesAtQuote, goOnAt: lineAfterQuote,
        lines: lineAfterQuote == nil ? lines : linesAtQuote + 1)
    }
  }

  /// Goes on to the first of two bytes in a range that is not empty, offsets counting from `start`: where it stands, or the
  /// end, and the last byte that was looked at. All bytes before are or-ed into `seen`.
  @inline(__always)
  private static func run(
    _ bytes: Span<UInt8>, _ start: Int, _ range: Range<Int>, to a: UInt8, _ b: UInt8, _ seen: inout UInt8
  ) -> (Int, UInt8) {
    var position = range.lowerBound
    var value = bytes[start + position]
    while value != a && value != b {
      seen |= value
      position += 1
      if position == range.upperBound { break }
      value = bytes[start + position]
    }
    return (position, value)
  }

  /// Scans on until the record or the window ends; true when the record is complete or is in error.
  private func scanOn(_ scan: inout Scan) -> Bool {
    let separator = dialect.separator
    let quoting = dialect != .tsv
    let start = window.start
    let newline = UInt8(ascii: "\n")
    let quote = UInt8(ascii: "\"")
    let bytes = window.buffer.span
    let count = bytes.count - start
    var position = scan.position
    var seen = scan.seen
    defer {
      scan.position = position
      scan.seen = seen
    }
    while position < count {
      let byte = bytes[start + position]
      seen |= byte
      switch scan.state {
      case .fieldStart where quoting && byte == quote:
        scan.state = .quoted
        scan.sawQuote = true
        scan.fieldStart = position + 1
        scan.linesAtQuote = scan.lines
        scan.lineAfterQuote = nil
        position += 1
      case .fieldStart:
        scan.state = .plain
        scan.fieldStart = position
      case .plain:
        let (next, value) = Self.run(bytes, start, position..<count, to: separator, newline, &seen)
        position = next
        if position - scan.fieldStart > fieldLimit {
          scan.fail("a field is longer than \(fieldLimit) bytes", expected: "shorter fields")
          return true
        }
        if next == count { continue }
        position = next + 1
        if value == separator {
          scan.fields.append(Field(start: scan.fieldStart, end: next))
          scan.state = .fieldStart
          scan.fieldStart = position
        } else {
          var end = next
          if end > scan.fieldStart, bytes[start + end - 1] == UInt8(ascii: "\r") { end -= 1 }
          scan.fields.append(Field(start: scan.fieldStart, end: end))
          scan.lines += 1
          return true
        }
      case .quoted:
        let (next, value) = Self.run(bytes, start, position..<count, to: quote, newline, &seen)
        position = next
        if next < count {
          if value == quote {
            scan.fieldEnd = position
            scan.state = .quoteInQuoted
          } else {
            scan.lines += 1
            if scan.lineAfterQuote == nil { scan.lineAfterQuote = position + 1 }
          }
          position += 1
        }
        if position - scan.fieldStart > fieldLimit {
          scan.failInQuotes(
            "a field in quotes is longer than \(fieldLimit) bytes", expected: "a closing quote before that")
          return true
        }
      case .quoteInQuoted where byte == quote:
        scan.hasDoubledQuotes = true
        scan.state = .quoted
        position += 1
      case .quoteInQuoted, .afterQuoted:
        if byte == separator || byte == newline {
          scan.fields.append(
            Field(
              start: scan.fieldStart, end: scan.fieldEnd, hasDoubledQuotes: scan.hasDoubledQuotes))
          scan.hasDoubledQuotes = false
          position += 1
          if byte == newline {
            scan.lines += 1
            return true
          }
          scan.state = .fieldStart
          scan.fieldStart = position
        } else if byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\r") {
          scan.state = .afterQuoted
          position += 1
        } else {
          scan.fail("text follows a closing quote", expected: "a separator or the end of the line")
          return true
        }
      }
    }
    guard scan.atEnd else { return false }
    switch scan.state {
    case .quoted:
      scan.failInQuotes("a quote is opened and never closed", expected: "a closing quote")
      return true
    case .quoteInQuoted, .afterQuoted:
      scan.fields.append(
        Field(
          start: scan.fieldStart, end: scan.fieldEnd, hasDoubledQuotes: scan.hasDoubledQuotes))
    case .plain:
      var end = position
      if end > scan.fieldStart, bytes[start + end - 1] == UInt8(ascii: "\r") { end -= 1 }
      scan.fields.append(Field(start: scan.fieldStart, end: end))
    case .fieldStart:
      scan.fields.append(Field(start: position, end: position))
    }
    return true
  }
}
