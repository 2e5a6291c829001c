import ArgumentParser
import NameScreening

/// `namescreen explain --customer NAME --entity LIST:ID`: why a pair did or did not alert.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Show why a customer does or does not alert against one designation.",
    discussion: """
      Scores every name of the designation, tells which fact decided, and where retrieval never scored a name, the bound \
      that excluded it.
      """)

  @Option(help: ArgumentHelp("The customer's name.", valueName: "name"))
  var customer: String

  @Option(help: ArgumentHelp("The designation, e.g. ofac:35096.", valueName: "list:id"))
  var entity: String

  @OptionGroup(title: "Customer") var facts: CustomerFacts
  @OptionGroup(title: "Lists") var lists: ListOptions
  @OptionGroup(title: "Matching") var matching: MatchingOptions
  @OptionGroup(title: "Output") var output: OutputOptions

  func validate() throws {
    guard output.chosenFormat != .csv else {
      throw ValidationError("--format csv is not for explain; expected text, json or jsonl")
    }
  }

  func run() throws {
    guard let id = EntityID(entity) else {
      throw ValidationError("--entity '\(entity)' is no entity; expected LIST:ID, e.g. ofac:35096")
    }
    let screener = Screener(
      index: try lists.open(quiet: output.quiet), options: matching.options(explains: true))
    let explanations = try screener.explain(
      facts.customer(name: customer, type: matching.type), against: id)
    guard !explanations.isEmpty else {
      throw CommandFailure(
        .badData,
        "\(id): no list has this designation; expected the id of one, as hits and 'lists diff' tell it")
    }
    var buffer = OutputBuffer()
    let format = output.chosenFormat
    if format == .json { buffer.append("[\n") }
    for (number, explanation) in explanations.enumerated() {
      if number > 0 { buffer.append(format == .json ? ",\n" : format == .text ? "\n" : "") }
      if format == .text {
        explanation.appendText(to: &buffer, style: output.style)
      } else {
        explanation.appendJSON(to: &buffer)
        if format == .jsonl { buffer.append("\n") }
      }
    }
    if format == .json { buffer.append("\n]\n") }
    try output.write(buffer.bytes)
  }
}
