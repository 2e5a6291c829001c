import ArgumentParser
import NameScreening

/// `namescreen lists diff OLD NEW`: designations that were added, removed or changed.
struct ListsDiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff", abstract: "Show the designations that were added, removed or changed.")

  @Argument(help: "The earlier index, list file or folder.")
  var old: String

  @Argument(help: "The later one.")
  var new: String

  @OptionGroup(title: "Output") var output: OutputOptions

  func run() throws {
    let (before, after) = (try ListIndex.load(old), try ListIndex.load(new))
    for index in [before, after] { try index.verify() }
    let difference = try ListDifference(from: before, to: after)
    var buffer = OutputBuffer()
    switch output.chosenFormat {
    case .text: difference.appendText(to: &buffer)
    case .csv: difference.appendCSV(to: &buffer)
    case .json, .jsonl: difference.appendJSON(to: &buffer, asArray: output.chosenFormat == .json)
    }
    try output.write(buffer.bytes)
  }
}

extension ListIndex {
  /// Opens an index, or compiles a list file or a folder of them.
  static func load(_ path: String) throws -> ListIndex {
    do {
      return try ListIndex.open(at: path)
    } catch  where error.kind == .notAnIndex {
      let index = try ListIndex.build(from: [path])
      StandardError.report(damage: index.damage)
      return index
    }
  }
}
