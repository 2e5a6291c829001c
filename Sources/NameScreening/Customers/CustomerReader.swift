import TabularText

/// Reads the rows of a `CustomerFile`, one at a time and blocking.
package struct CustomerReader {
  /// One of the two is there.
  private var table: DelimitedReader?
  private var lines: LineReader?
  private let parser: CustomerParser
  /// The name that messages give: the path, or `standard input`.
  package let file: String
  /// Rows given so far, good and bad; the number of a row is the id of a customer that brings none.
  package private(set) var rowCount = 0

  package init(_ file: CustomerFile) throws(CustomerFileError) {
    do throws(TextFileError) {
      let stream = try ByteStream(path: file.path)
      self.file = stream.name
      var format = file.format ?? CustomerFile.Format(extensionOf: file.path)
      if format == nil { format = try Self.guess(stream) }
      if format == .jsonl {
        lines = try LineReader(stream)
        parser = CustomerParser(mapping: file.mapping)
        return
      }
      var table = try DelimitedReader(stream, dialect: format == .csv ? .csv : .tsv)
      guard try table.next() else {
        throw TextFileError.malformed(
          file: stream.name, line: 1, problem: "the file is empty",
          expected: "a header and a row for each customer")
      }
      do throws(CustomerProblem) {
        parser = CustomerParser(
          columns: try CustomerColumns(header: table.all, mapping: file.mapping))
      } catch {
        throw TextFileError.malformed(
          file: stream.name, line: table.line, problem: error.text, expected: error.expected)
      }
      self.table = table
    } catch {
      throw CustomerFileError(error)
    }
  }

  /// The format that the first line tells: an object, a table with tabs, or else a table with commas.
  private static func guess(_ stream: ByteStream) throws(TextFileError) -> CustomerFile.Format {
    var head = try stream.peek(4096)[...]
    if head.starts(with: [0xEF, 0xBB, 0xBF]) { head = head.dropFirst(3) }
    let line = head.prefix { $0 != UInt8(ascii: "\n") }
    if line.first(where: { $0 != UInt8(ascii: " ") }) == UInt8(ascii: "{") { return .jsonl }
    return line.contains(UInt8(ascii: "\t")) ? .tsv : .csv
  }

  /// The next row; `nil` at the end. Throws when the file itself cannot be read on.
  package mutating func next() throws(CustomerFileError) -> CustomerRow? {
    do throws(TextFileError) {
      guard try advance() else { return nil }
    } catch {
      // What is wrong with one record or line ends that row only.
      guard error.isAboutRow, case .malformed(let file, let line, let problem, let expected) = error else {
        throw CustomerFileError(error)
      }
      rowCount += 1
      return .bad(BadRow(file: file, line: line, problem: problem, expected: expected))
    }
    rowCount += 1
    let line = lines?.number ?? table?.line ?? 0
    do throws(CustomerProblem) {
      if let lines { return .customer(try parser.parse(json: lines.bytes, row: rowCount), line: line) }
      if let table { return .customer(try parser.parse(record: table, row: rowCount), line: line) }
      return nil
    } catch {
      return .bad(BadRow(file: file, line: line, problem: error.text, expected: error.expected))
    }
  }

  /// Goes to the next record, or to the next line that is not empty.
  private mutating func advance() throws(TextFileError) -> Bool {
    if table != nil { return try table?.next() ?? false }
    while try lines?.next() ?? false {
      if lines?.bytes.contains(where: { $0 != UInt8(ascii: " ") }) ?? false { return true }
    }
    return false
  }
}
