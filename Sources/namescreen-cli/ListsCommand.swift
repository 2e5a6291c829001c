import ArgumentParser
import NameScreening

/// `namescreen lists`: what indexes hold.
struct ListsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lists", abstract: "Show what an index holds, and what changed.",
    subcommands: [ListsInfoCommand.self, ListsDiffCommand.self])
}
