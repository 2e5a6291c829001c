import ArgumentParser
import NameScreening

/// What to screen against.
struct ListOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Index file made by 'namescreen index'.", valueName: "file"))
  var index: String?

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      "List files or folders of them; the format is recognised by the content. Without --index and --list: the embedded sample list.",
      valueName: "file"))
  var list: [String] = []

  func validate() throws {
    if index != nil, !list.isEmpty {
      throw ValidationError("--index and --list exclude each other; expected one of them")
    }
  }

  /// The options that tell the lists, for a record.
  var arguments: [String] {
    if let index { return ["--index", index.absolutePath] }
    return list.isEmpty ? [] : ["--list"] + list.map(\.absolutePath)
  }

  /// What comes of an index file into memory until one search gives it back. Less saves nothing: some steps read ten megabytes.
  private static let residentLimit = 2 << 20

  /// Where the lists come from; empty for the embedded one.
  var path: String { index?.absolutePath ?? list.map(\.absolutePath).joined(separator: " ") }

  /// Opens or compiles the lists; says on standard error what should not go unnoticed.
  ///
  /// - Parameter isSearchedOnce: Whether one search follows, for which little of an index file is in memory at once.
  func open(quiet: Bool, isSearchedOnce: Bool = false) throws -> ListIndex {
    if let index {
      return try ListIndex.open(at: index, residentLimit: isSearchedOnce ? ListOptions.residentLimit : nil)
    }
    if list.isEmpty {
      if !quiet {
        StandardError.write(
          "note: screening against the embedded sample list, which is not for compliance use; --list or --index take a real one\n"
        )
      }
      return try ListIndex.embedded()
    }
    let index = try ListIndex.build(from: list)
    StandardError.report(damage: index.damage)
    return index
  }
}

extension StandardError {
  /// Rows of lists that could not be read, also when all else is quiet: a list must not shrink in silence.
  static func report(damage: [String]) {
    for line in damage.prefix(20) { StandardError.write("warning: \(line.oneLine)\n") }
    if damage.count > 20 {
      StandardError.write("warning: \(damage.count - 20) more rows could not be read\n")
    }
  }
}
