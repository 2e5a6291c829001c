import ArgumentParser
import NameScreening

/// The command line: one file a verb. The verbs only read options, call the library and write what it says.
struct NameScreenCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "namescreen",
    abstract: "Screens names against sanctions lists and explains what it finds.",
    discussion: """
      Exit status: 0 it ran, with hits or without; 1 hits and --fail-on-hit; 64 wrong usage; 65 bad input data; \
      66 a file is missing; 74 reading or writing failed.
      """,
    version: "namescreen \(NameScreen.version)",
    subcommands: [
      CheckCommand.self, ScreenCommand.self, RescreenCommand.self, CompareCommand.self, ExplainCommand.self,
      IndexCommand.self,
      ListsCommand.self, DecideCommand.self, CustomersCommand.self, ReplayCommand.self, AuditCommand.self,
      RecallCommand.self,
    ])
}

@main
enum Main {
  static func main() async {
    do {
      var command = try NameScreenCommand.parseAsRoot()
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
    } catch {
      CommandFailure.end(error)
    }
  }
}
