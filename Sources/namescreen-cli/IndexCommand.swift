import ArgumentParser
import NameScreening

/// `namescreen index LIST... --output FILE`: list files to one index file.
struct IndexCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "index", abstract: "Compile list files to one index file.")

  @Argument(help: "List files or folders of them; the format is recognised by the content.")
  var lists: [String]

  @Option(help: ArgumentHelp("The index file, written whole or not at all.", valueName: "file"))
  var output: String

  @Flag(help: "No summary on standard error.")
  var quiet = false

  func run() throws {
    let index = try ListIndex.build(from: lists)
    index.reportDamage()
    try index.write(to: output)
    guard !quiet else { return }
    for information in index.lists { StandardError.write("\(information.summary)\n") }
  }
}

extension ListInformation {
  /// `ofac-sdn of 2024-05-03: 701 designations, 2,000 names`
  var summary: String {
    "\(list.name)\(list.date.map { " of \($0)" } ?? ""): \(designations.grouped) designations, \(names.grouped) names"
  }
}
