import ArgumentParser
import NameScreening

/// `namescreen check NAME`: one check.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Check one name and show the hits, best first, with their explanation.")

  @Argument(help: "The name as it is known, in any script; may be left out when --id is given.")
  var name: String?

  @OptionGroup(title: "Customer") var facts: CustomerFacts
  @OptionGroup(title: "Lists") var lists: ListOptions
  @OptionGroup(title: "Matching") var matching: MatchingOptions
  @OptionGroup(title: "Output") var output: OutputOptions

  func run() throws {
    let customer = try facts.customer(name: name ?? "", type: matching.type)
    guard !customer.name.isEmpty || !customer.identifiers.isEmpty else {
      throw ValidationError("there is nothing to check; expected a name or --id")
    }
    let format = output.chosenFormat
    let screener = Screener(
      index: try lists.open(quiet: output.quiet), options: matching.options(explains: format != .csv))
    let hits = try screener.screen(customer)
    var writer = HitWriter(format: format, style: output.style)
    writer.showsCustomersWithoutHits = true
    var piece = OutputBuffer()
    writer.append(hits, of: customer, to: &piece)
    var whole = OutputBuffer()
    whole.append(writer.head)
    whole.append(contentsOf: writer.joined(piece, isFirst: true))
    whole.append(writer.tail)
    try output.write(whole.bytes)
    if matching.failOnHit, !hits.isEmpty { throw CommandFailure(.hits) }
  }
}
