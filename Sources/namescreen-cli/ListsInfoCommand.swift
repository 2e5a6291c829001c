import ArgumentParser
import NameScreening

/// `namescreen lists info INDEX`: the lists of an index, with dates, counts and hashes.
struct ListsInfoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "info", abstract: "Show the lists of an index: dates, counts and hashes.")

  @Argument(help: "An index, list file or folder; without it the embedded sample list.")
  var index: String?

  @OptionGroup(title: "Output") var output: OutputOptions

  func run() throws {
    let index = try index.map(ListIndex.load) ?? ListIndex.embedded()
    var buffer = OutputBuffer()
    switch output.chosenFormat {
    case .text: index.appendText(to: &buffer, style: output.style)
    case .csv: index.appendCSV(to: &buffer)
    case .json, .jsonl: index.appendJSON(to: &buffer, asArray: output.chosenFormat == .json)
    }
    try output.write(buffer.bytes)
  }
}
