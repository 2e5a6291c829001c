import FoundationEssentials
import Testing

@testable import TabularText

/// `hello\n`, made by `printf 'hello\n' | gzip -n`.
private let packedHello: [UInt8] = [
  0x1F, 0x8B, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x03, 0xCB, 0x48, 0xCD, 0xC9, 0xC9, 0xE7, 0x02,
  0x00, 0x20, 0x30, 0x3A, 0x36, 0x06, 0x00, 0x00, 0x00,
]

private func content(_ stream: ByteStream) throws -> String {
  var all: [UInt8] = []
  while true {
    let chunk = try stream.next()
    if chunk.isEmpty { return String(decoding: all, as: UTF8.self) }
    all += chunk
  }
}

@Suite struct ByteStreamTests {
  @Test func gzipIsRecognisedByContent() throws {
    #expect(try content(ByteStream(bytes: packedHello, name: "x")) == "hello\n")
    #expect(try content(ByteStream(bytes: packedHello + packedHello, name: "x")) == "hello\nhello\n")
    #expect(try content(ByteStream(bytes: Array("plain".utf8), name: "x.gz")) == "plain")
  }

  @Test func peekingLosesNothing() throws {
    let stream = ByteStream(bytes: packedHello, name: "x")
    #expect(try stream.peek(3).starts(with: Array("hel".utf8)))
    #expect(try content(stream) == "hello\n")
  }

  @Test func truncatedAndDamagedGzip() {
    for length in 2..<packedHello.count {
      #expect(throws: TextFileError.self) {
        try content(ByteStream(bytes: Array(packedHello[..<length]), name: "x"))
      }
    }
    var flipped = packedHello
    flipped[20] ^= 1
    #expect {
      try content(ByteStream(bytes: flipped, name: "x.gz"))
    } throws: { error in
      "\(error)" == "x.gz:1: the gzip data is damaged; expected a whole gzip file"
    }
  }

  @Test func missingFilesAndFolders() {
    #expect {
      try ByteStream(path: "/no/such/file")
    } throws: { error in
      error as? TextFileError == .missing(file: "/no/such/file")
    }
    #expect(throws: TextFileError.unreadable(file: "/", reason: "it is a folder")) {
      try ByteStream(path: "/")
    }
  }

  @Test func filesLongerThanAChunk() throws {
    let path =
      FileManager.default.temporaryDirectory.path + "/byte-stream-test-\(UInt64.random(in: 0 ... .max))"
    defer { try? FileManager.default.removeItem(atPath: path) }
    let lines = (0..<40_000).map { "line \($0)" }
    try Data(lines.joined(separator: "\n").utf8).write(to: URL(filePath: path))
    var reader = try LineReader(ByteStream(path: path))
    var seen: [String] = []
    while try reader.next() { seen.append(reader.text) }
    #expect(seen == lines)
    #expect(reader.number == 40_000)
  }
}

@Suite struct LineReaderTests {
  @Test func linesAndNumbers() throws {
    var reader = try LineReader(ByteStream(bytes: Array("\u{FEFF}a\r\n\nb".utf8), name: "x"))
    var seen: [String] = []
    while try reader.next() { seen.append("\(reader.number):\(reader.text)") }
    #expect(seen == ["1:a", "2:", "3:b"])
  }

  @Test func errorsLeaveTheOtherLines() throws {
    let text = Array("ok\n".utf8) + [0xFF, 0x0A] + Array("\(String(repeating: "x", count: 30))\nlast\n".utf8)
    var reader = try LineReader(ByteStream(bytes: text, name: "x"), limit: 20)
    var seen: [String] = []
    while true {
      do {
        guard try reader.next() else { break }
        seen.append(reader.text)
      } catch {
        seen.append("\(error)")
      }
    }
    #expect(
      seen == [
        "ok", "x:2: the text is not valid UTF-8; expected UTF-8",
        "x:3: the line is longer than 20 bytes; expected lines of at most that length", "last",
      ])
  }
}
