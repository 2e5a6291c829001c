import ArgumentParser
import NameScreening
import Rescreening

/// `namescreen customers`: customers compiled for re-screening.
struct CustomersCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "customers", abstract: "Compile customers, so that changed lists meet them in no time.",
    subcommands: [
      CustomersIndexCommand.self, CustomersAddCommand.self, CustomersRemoveCommand.self,
      CustomersInfoCommand.self,
    ])
}

/// `namescreen customers index FILE --output BASE`.
struct CustomersIndexCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "index", abstract: "Compile a file of customers to a base, which 'rescreen' takes for it.")

  @OptionGroup(title: "Customers") var customers: CustomerOptions

  @Option(help: ArgumentHelp("The base; its segments stand beside it.", valueName: "file"))
  var output: String

  @Flag(help: "No summary on standard error.")
  var quiet = false

  func run() throws {
    let (read, bad) = try customers.readAll()
    try CustomerBase.index(read, at: output)
    if !quiet { StandardError.write("\(read.count.grouped) customers, \(bad.grouped) rows reported\n") }
    if bad > 0, !customers.skipBadRows { throw CommandFailure(.badData) }
  }
}

/// `namescreen customers add FILE --to BASE`.
struct CustomersAddCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Add the customers of a file to a base; who has the id of one replaces it.")

  @OptionGroup(title: "Customers") var customers: CustomerOptions

  @Option(help: ArgumentHelp("The base.", valueName: "file"))
  var to: String

  @Flag(help: "No summary on standard error.")
  var quiet = false

  func run() throws {
    let (read, bad) = try customers.readAll()
    let replaced = try CustomerBase.add(read, to: to)
    if !quiet {
      StandardError.write(
        "\(read.count.grouped) customers, of which \(replaced.grouped) replaced others; \(bad.grouped) rows reported\n"
      )
    }
    if bad > 0, !customers.skipBadRows { throw CommandFailure(.badData) }
  }
}

/// `namescreen customers remove ID... --from BASE`.
struct CustomersRemoveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove", abstract: "Remove customers from a base.")

  @Argument(help: "Ids of customers.")
  var ids: [String]

  @Option(help: ArgumentHelp("The base.", valueName: "file"))
  var from: String

  @Flag(help: "No summary on standard error.")
  var quiet = false

  func run() throws {
    let removed = try CustomerBase.remove(Set(ids), from: from)
    if !quiet { StandardError.write("\(removed.grouped) customers removed\n") }
  }
}

/// `namescreen customers info BASE`.
struct CustomersInfoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "info", abstract: "Show how many customers a base has and how many bytes they take.")

  @Argument(help: "The base.")
  var base: String

  @Flag(help: "Compare the whole base with its checksums; a damaged one is an error.")
  var verify = false

  @OptionGroup(title: "Output") var output: OutputOptions

  func run() throws {
    let base = try CustomerBase.open(at: base)
    if verify { try base.verify() }
    var buffer = OutputBuffer()
    if output.chosenFormat == .text {
      buffer.append("\(base.count.grouped) customers, content hash \(base.contentHash)\n")
    }
    buffer.append(
      SectionSizes(base.sections, names: base.count, of: "customer"), as: output.chosenFormat)
    try output.write(buffer.bytes)
  }
}
