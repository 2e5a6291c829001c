import ArgumentParser
import NameScreening

/// `namescreen lists`: what indexes hold.
struct ListsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lists", abstract: "Download lists; show what an index holds, and what changed.",
    subcommands: [ListsFetchCommand.self, ListsInfoCommand.self, ListsDiffCommand.self])
}
