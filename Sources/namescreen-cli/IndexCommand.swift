import ArgumentParser
import NameScreening

/// `namescreen index LIST... --output FILE`: list files to one index file.
struct IndexCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "index", abstract: "Compile list files to one index file.",
    discussion: """
      Damaged rows and entries are reported and left out. A file that was cut off is an error, and an index that exists \
      is not replaced by one of damaged lists, unless --allow-damaged says so.

      Formats, each plain or packed with gzip: \(CompiledLists.formats.joined(separator: "; ")).
      """)

  @Argument(help: "List files or folders of them; the format is recognised by the content.")
  var lists: [String]

  @Option(help: ArgumentHelp("The index file, written whole or not at all.", valueName: "file"))
  var output: String

  @Flag(help: "Read files that were cut off up to there, and replace an index although lists are damaged.")
  var allowDamaged = false

  @Option(help: ArgumentHelp("Threads (default: one for each processor).", valueName: "n"))
  var threads = Processors.available

  @Flag(help: "No summary on standard error.")
  var quiet = false

  func validate() throws {
    guard threads >= 1 else { throw ValidationError("--threads \(threads) is too few; expected 1 or more") }
  }

  func run() throws {
    let compiled = try CompiledLists(from: lists, allowsCutOff: allowDamaged, threads: threads)
    StandardError.report(damage: compiled.damage)
    // What is no index, or one of another format, is nothing to compare with.
    if let shrinkage = try compiled.shrinkage(sinceIndexAt: output) {
      if compiled.isDamaged, !allowDamaged {
        throw CommandFailure(
          .badData,
          "\(output): it stays as it is, because lists are damaged; expected whole lists, or --allow-damaged")
      }
      for list in shrinkage { StandardError.write("warning: \(list.summary)\n") }
    }
    try compiled.write(to: output)
    guard !quiet else { return }
    for information in compiled.lists { StandardError.write("\(information.summary)\n") }
  }
}

extension ListShrinkage {
  /// `ofac-sdn lost 1,500 of 13,821 designations (10.9 %) against the index that is replaced`
  var summary: String {
    let thousandths = lost * 1000 / max(1, before)
    return "\(list.oneLine) lost \(lost.grouped) of \(before.grouped) designations "
      + "(\(thousandths / 10).\(thousandths % 10) %) against the index that is replaced"
  }
}

extension ListInformation {
  /// `ofac-sdn of 2024-05-03: 701 designations, 2,000 names`
  var summary: String {
    "\(list.name)\(list.date.map { " of \($0)" } ?? ""): \(designations.grouped) designations, \(names.grouped) names"
  }
}
