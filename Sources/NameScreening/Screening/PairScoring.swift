import TabularText

/// Scores the pairs of a table: the same rows come out, with a further column `score`.
///
/// Columns are `name1`, `name2` and perhaps `type`; all others are passed through.
package struct PairScoring {
  private let type: EntityType?
  private let algorithm: MatchingAlgorithm

  /// `type` is that of rows that do not tell theirs.
  package init(type: EntityType?, algorithm: MatchingAlgorithm = .names) {
    self.type = type
    self.algorithm = algorithm
  }

  package struct Count: Sendable, Equatable {
    package var scored = 0
    package var bad = 0
  }

  /// TSV, taken literally, when the header holds a tab, else CSV; the output is not committed.
  ///
  /// A row that cannot be scored is reported and left out.
  package func run(
    path: String, into output: OutputFile, badRow: (BadRow) -> Void
  ) throws -> Count {
    do {
      let stream = try ByteStream(path: path)
      let head = try stream.peek(1 << 16).prefix { $0 != UInt8(ascii: "\n") }
      let dialect: DelimitedReader.Dialect = head.contains(UInt8(ascii: "\t")) ? .tsv : .csv
      var table = try DelimitedReader(stream, dialect: dialect)
      guard try table.next() else {
        throw TextFileError.malformed(
          file: stream.name, line: 1, problem: "the file is empty",
          expected: "a header and a row for each pair")
      }
      return try score(&table, dialect: dialect, into: output, badRow: badRow)
    } catch let error as TextFileError {
      throw CustomerFileError(error)
    }
  }

  private func score(
    _ table: inout DelimitedReader, dialect: DelimitedReader.Dialect, into output: OutputFile,
    badRow: (BadRow) -> Void
  ) throws -> Count {
    let titles = table.all.map { $0.trimmed.lowercased() }
    guard let first = titles.firstIndex(of: "name1"), let second = titles.firstIndex(of: "name2") else {
      throw TextFileError.malformed(
        file: table.file, line: table.line, problem: "the header has: \(titles.joined(separator: ", "))",
        expected: "the columns name1 and name2")
    }
    let typeColumn = titles.firstIndex(of: "type")
    var buffer = OutputBuffer()
    buffer.append(row: table, dialect: dialect)
    buffer.append(dialect == .tsv ? "\tscore\n" : ",score\n")
    var count = Count()
    while true {
      do {
        guard try table.next() else { break }
        guard table.count == titles.count else {
          throw BadRow(
            file: table.file, line: table.line, problem: "the row has \(table.count) fields",
            expected: "\(titles.count), as the header has")
        }
        let rowType = typeColumn.flatMap { Customer.entityType(table[$0]) }
        let score: Double
        do throws(ScreeningError) {
          score = try Comparison.score(
            table[first], table[second], type: rowType ?? type, algorithm: algorithm)
        } catch {
          throw BadRow(file: table.file, line: table.line, error)
        }
        buffer.append(row: table, dialect: dialect)
        buffer.append(dialect == .tsv ? "\t" : ",")
        buffer.append(score: score)
        buffer.append("\n")
        count.scored += 1
      } catch let row as BadRow {
        badRow(row)
        count.bad += 1
      } catch let error as TextFileError {
        guard error.isAboutRow, case .malformed(let file, let line, let problem, let expected) = error else {
          throw error
        }
        badRow(BadRow(file: file, line: line, problem: problem, expected: expected))
        count.bad += 1
      }
      if buffer.bytes.count > 1 << 16 {
        try output.write(buffer.bytes)
        buffer.removeAll()
      }
    }
    try output.write(buffer.bytes)
    return count
  }
}

extension OutputBuffer {
  /// The fields of the record at hand, without a line end.
  fileprivate mutating func append(row: DelimitedReader, dialect: DelimitedReader.Dialect) {
    for index in 0..<row.count {
      if index > 0 { append(dialect == .tsv ? "\t" : ",") }
      if dialect == .tsv { append(row[index]) } else { append(csv: row[index]) }
    }
  }
}
