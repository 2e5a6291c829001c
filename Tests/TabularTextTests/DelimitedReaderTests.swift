import Testing

@testable import TabularText

/// Every record of a text, and every error, in order; chunks of one byte show that nothing depends on them.
private func read(
  _ text: [UInt8], _ dialect: DelimitedReader.Dialect = .csv, fieldLimit: Int = 1 << 20
) throws -> [String] {
  var rows = try DelimitedReader(
    ByteStream(bytes: text, name: "t.csv"), dialect: dialect, fieldLimit: fieldLimit)
  var seen: [String] = []
  while true {
    do {
      guard try rows.next() else { return seen }
      seen.append("\(rows.line): " + rows.all.joined(separator: "|"))
    } catch {
      seen.append("\(error)")
    }
  }
}

private func read(
  _ text: String, _ dialect: DelimitedReader.Dialect = .csv, fieldLimit: Int = 1 << 20
) throws -> [String] {
  try read(Array(text.utf8), dialect, fieldLimit: fieldLimit)
}

@Suite struct DelimitedReaderTests {
  @Test func fieldsQuotesAndLineEnds() throws {
    #expect(
      try read("a,b\r\n\"x, \"\"y\"\"\nz\",\n\n,\"\" ,c\r\nlast")
        == ["1: a|b", "2: x, \"y\"\nz|", "5: ||c", "6: last"])
    #expect(try read("") == [])
    #expect(try read("\n\r\n\n") == [])
    #expect(try read("\u{FEFF}id,name\n") == ["1: id|name"])
    #expect(try read("\"\"\na") == ["1: ", "2: a"])
  }

  @Test func quoteInsidePlainFieldIsACharacter() throws {
    #expect(try read("5\" pipe,b\n") == ["1: 5\" pipe|b"])
  }

  @Test func tabSeparatedIsLiteral() throws {
    #expect(try read("a\t\"b\n\"c\td\"\n", .tsv) == ["1: a|\"b", "2: \"c|d\""])
    #expect(try read("a;\"b;c\"\n", .semicolon) == ["1: a|b;c"])
  }

  @Test func unclosedQuoteCostsItsLineOnly() throws {
    #expect(
      try read("a,b\nc,\"d\ne,f\ng,h\n")
        == [
          "1: a|b", "t.csv:2: a quote is opened and never closed; expected a closing quote", "3: e|f",
          "4: g|h",
        ])
    #expect(
      try read("a,\"b") == ["t.csv:1: a quote is opened and never closed; expected a closing quote"])
  }

  @Test func textBehindAClosingQuote() throws {
    #expect(
      try read("\"a\"b,c\nd,e\n")
        == [
          "t.csv:1: text follows a closing quote; expected a separator or the end of the line", "2: d|e",
        ])
  }

  @Test func invalidUTF8IsOneRecordsError() throws {
    #expect(
      try read(Array("a,b\n".utf8) + [0xC3, 0x28] + Array(",x\nc,d\n".utf8))
        == ["1: a|b", "t.csv:2: the text is not valid UTF-8; expected UTF-8", "3: c|d"])
  }

  @Test func longFieldsAreErrors() throws {
    let long = String(repeating: "x", count: 100)
    #expect(
      try read("a,\(long)\nb,c\n", fieldLimit: 50)
        == ["t.csv:1: a field is longer than 50 bytes; expected shorter fields", "2: b|c"])
    #expect(
      try read("a,\"\(long)\n\(long)\"\nb,c\n", fieldLimit: 150)
        == [
          "t.csv:1: a field in quotes is longer than 150 bytes; expected a closing quote before that",
          "2: \(long)\"", "3: b|c",
        ])
    #expect(
      try read("a,\"\(long)\nb,c\n", fieldLimit: 50)
        == [
          "t.csv:1: a field in quotes is longer than 50 bytes; expected a closing quote before that",
          "2: b|c",
        ])
  }

  @Test func utf16IsRefused() {
    #expect(throws: TextFileError.self) { try read([0xFF, 0xFE, 0x61, 0x00]) }
  }
}
