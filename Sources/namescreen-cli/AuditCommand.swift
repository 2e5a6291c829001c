import ArgumentParser
import NameScreening
import Rescreening

/// `namescreen audit`: what an audit log proves.
struct AuditCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audit", abstract: "Verify an audit log.", subcommands: [AuditVerifyCommand.self])
}

/// `namescreen audit verify FILE`: whether every record is as it was written.
struct AuditVerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Prove that no record of an audit log was changed, or name the one that was.")

  @Argument(help: "The audit log.")
  var file: String

  @Option(
    help: ArgumentHelp(
      "The newest hash, kept elsewhere: then records cut off at the end are found too.", valueName: "hash"))
  var head: String?

  func run() throws {
    let (count, head) = try AuditLog(path: file).verify(head: head)
    print("\(count) records, each as it was written; the last has the hash \(head)")
  }
}
