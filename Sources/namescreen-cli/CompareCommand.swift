import ArgumentParser
import NameScreening

/// `namescreen compare NAME1 NAME2`, `namescreen compare --pairs FILE`: scores without a list.
struct CompareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare", abstract: "Compare two names, or every pair of a file.",
    discussion: """
      With --pairs: CSV or TSV with the columns name1, name2 and perhaps type comes in, the same rows with a further \
      column score go out, in the same format.
      """)

  @Argument(help: "The name of a customer.")
  var name1: String?

  @Argument(help: "The name on a list.")
  var name2: String?

  @Option(help: ArgumentHelp("Score the pairs of this file; - is standard input.", valueName: "file"))
  var pairs: String?

  @Option(help: ArgumentHelp("person, organization, vessel, aircraft or any.", valueName: "type"))
  var type: TypeChoice = .any

  @OptionGroup var algorithm: AlgorithmOption

  @OptionGroup(title: "Output") var output: OutputOptions

  func validate() throws {
    if pairs == nil {
      guard name1 != nil, name2 != nil else {
        throw ValidationError("there are no two names; expected NAME1 NAME2 or --pairs FILE")
      }
      guard output.chosenFormat != .csv else {
        throw ValidationError("--format csv needs --pairs; expected text, json or jsonl for one pair")
      }
    } else if name1 != nil {
      throw ValidationError("names and --pairs exclude each other; expected one of them")
    }
  }

  func run() throws {
    if let pairs {
      let file = try OutputFile(path: output.output)
      let count = try PairScoring(type: type.type, algorithm: algorithm.algorithm).run(
        path: pairs, into: file
      ) { row in
        StandardError.write("error: \("\(row)".oneLine)\n")
      }
      try file.commit()
      if !output.quiet { StandardError.write("\(count.scored) pairs scored, \(count.bad) reported\n") }
      if count.bad > 0 { throw CommandFailure(.badData) }
      return
    }
    guard let name1, let name2 else { return }
    let comparison = try Comparison.of(
      name1, name2, type: type.type, algorithm: algorithm.algorithm)
    var buffer = OutputBuffer()
    switch output.chosenFormat {
    case .text, .csv: comparison.appendText(to: &buffer, style: output.style)
    case .json, .jsonl:
      comparison.appendJSON(to: &buffer)
      buffer.append("\n")
    }
    try output.write(buffer.bytes)
  }
}
