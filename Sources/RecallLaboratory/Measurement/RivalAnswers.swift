import NameScreening
import TabularText

/// What another engine answered to the same questions.
package struct RivalAnswers: Sendable {
  /// The name of the file without folder and extension.
  package var name: String
  /// By query: the best score of the right designation; nil where it is not among the answers.
  package var found: [Double?]
  /// By innocent customer: the best score of any answer.
  package var alerted: [Double?]

  /// Reads a table with the columns `query_id` and `entity_id`, and `score` where the engine gives one: what
  /// `namescreen screen` writes, or any script that reads the queries.
  ///
  /// - Throws: `LaboratoryError` where the file does not answer the queries of this run.
  package init(path: String, run: RecallRun) throws {
    var name = path[...]
    if let slash = name.lastIndex(of: "/") { name = name[name.index(after: slash)...] }
    if let point = name.firstIndex(of: ".") { name = name[..<point] }
    self.name = String(name)
    found = Array(repeating: nil, count: run.queries.count)
    alerted = Array(repeating: nil, count: run.base.customers.count)
    let mark = run.fingerprint
    let designations = run.designations.map(\.id.description)
    do {
      var table = try DelimitedReader(ByteStream(path: path), dialect: path.hasSuffix(".tsv") ? .tsv : .csv)
      guard try table.next() else {
        throw LaboratoryError.badData(
          "\(path):1: the file is empty; expected a header with query_id and entity_id")
      }
      let header = table.all
      guard let queryColumn = header.firstIndex(of: "query_id"),
        let entityColumn = header.firstIndex(of: "entity_id")
      else {
        throw LaboratoryError.badData(
          "\(path):1: the header has \(header.joined(separator: ", ")); expected query_id and entity_id")
      }
      let scoreColumn = header.firstIndex(of: "score")
      while try table.next() {
        let id = table[queryColumn]
        let score = scoreColumn.map { Double(table[$0]) } ?? 1
        guard let score, score.isFinite else {
          throw LaboratoryError.badData(
            "\(path):\(table.line): '\(table[scoreColumn ?? 0])' is no score; expected a number")
        }
        guard let place = RivalAnswers.place(of: id, mark: mark) else {
          throw LaboratoryError.badData(
            "\(path):\(table.line): '\(id)' is no query of this run; expected ids that begin with \(mark)-, as --emit-queries writes them for this list, these customers and options"
          )
        }
        if place.isQuery, found.indices.contains(place.number) {
          if table[entityColumn] == designations[run.queries[place.number].designation] {
            found[place.number] = max(found[place.number] ?? score, score)
          }
        } else if !place.isQuery, alerted.indices.contains(place.number) {
          alerted[place.number] = max(alerted[place.number] ?? score, score)
        } else {
          throw LaboratoryError.badData(
            "\(path):\(table.line): '\(id)' is beyond the queries of this run; expected one that --emit-queries wrote"
          )
        }
      }
    } catch let error as TextFileError {
      if case .missing(let file) = error {
        throw LaboratoryError.missingFile(
          "\(file): there is no such file; expected the answers of another engine")
      }
      throw LaboratoryError.badData("\(error)")
    }
  }

  private static func place(of id: String, mark: String) -> (isQuery: Bool, number: Int)? {
    let start = "\(mark)-"
    guard id.hasPrefix(start) else { return nil }
    let rest = id.dropFirst(start.count)
    guard let kind = rest.first, kind == "q" || kind == "c", let number = Int(rest.dropFirst()), number > 0
    else {
      return nil
    }
    return (kind == "q", number - 1)
  }
}
