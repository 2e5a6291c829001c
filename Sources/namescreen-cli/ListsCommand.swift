import ArgumentParser
import NameScreening

/// `namescreen lists`: what indexes hold.
struct ListsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lists", abstract: "Show what an index holds.", subcommands: [ListsInfoCommand.self])
}

/// `namescreen lists info INDEX`.
struct ListsInfoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "info", abstract: "Lists, dates, counts and hashes of an index.")

  @Argument(help: "An index file, or list files; without it the embedded sample list.")
  var index: String?

  @OptionGroup(title: "Output") var output: OutputOptions

  func run() throws {}
}
