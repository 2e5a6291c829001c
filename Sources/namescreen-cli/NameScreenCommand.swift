import ArgumentParser

@main
struct NameScreenCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "namescreen")
}
