import ArgumentParser
import NameScreening

/// `namescreen lists info INDEX`: the lists of an index, with dates, counts and hashes, or how large its parts are.
struct ListsInfoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "info", abstract: "Show the lists of an index: dates, counts and hashes.")

  @Argument(help: "An index, list file or folder; without it the embedded sample list.")
  var index: String?

  @Flag(help: "Compare the whole index with its checksums; a damaged one is an error.")
  var verify = false

  @Flag(help: "Show how many bytes each section of the index takes, and how many a name.")
  var sections = false

  @OptionGroup(title: "Output") var output: OutputOptions

  func run() throws {
    let index = try index.map(ListIndex.load) ?? ListIndex.embedded()
    if verify { try index.verify() }
    var buffer = OutputBuffer()
    if sections {
      buffer.append(index.sectionSizes, as: output.chosenFormat)
      try output.write(buffer.bytes)
      return
    }
    switch output.chosenFormat {
    case .text: index.appendText(to: &buffer, style: output.style)
    case .csv: index.appendCSV(to: &buffer)
    case .json, .jsonl: index.appendJSON(to: &buffer, asArray: output.chosenFormat == .json)
    }
    try output.write(buffer.bytes)
  }
}

extension OutputBuffer {
  mutating func append(_ sizes: SectionSizes, as format: OutputFormat) {
    switch format {
    case .text: sizes.appendText(to: &self)
    case .csv: sizes.appendCSV(to: &self)
    case .json, .jsonl: sizes.appendJSON(to: &self, asArray: format == .json)
    }
  }
}
