import ArgumentParser
import Foundation

/// Lists of any size whose names are distributed as those of politically exposed persons, and customers to match.
@main
struct LargeListGenerator: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "large-list-generator",
    abstract: "Makes large lists of designations and customers to match, the same every time.",
    subcommands: [ListCommand.self, CustomersCommand.self])
}

struct ListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "Writes a list as TSV: id, list, type, name, dob, country, gender; a row a name.")

  @Argument(help: "How many names the list has.")
  var names: Int

  @Option(help: "Another seed makes another list.")
  var seed: UInt64 = 1

  func run() throws {
    let maker = DesignationMaker(seed: seed)
    var output = OutputLines("id\tlist\ttype\tname\tdob\tcountry\tgender")
    var written = 0
    var number = 1
    while written < names {
      let designation = maker.designation(number)
      let facts = "\t\(designation.birthDate)\t\(designation.country)\t\(designation.gender)"
      for name in designation.names.prefix(names - written) {
        output.write("G\(number)\tgenerated\t\(designation.type)\t\(name)\(facts)")
        written += 1
      }
      number += 1
    }
    output.finish()
  }
}

struct CustomersCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "customers",
    abstract: "Writes customers as TSV: id, name, dob, country.",
    discussion: """
      The id tells who is meant to be found: C17=G345 is the person G345 of the list, spelled otherwise; C18 is nobody in \
      particular.
      """)

  enum Population: String, ExpressibleByArgument, CaseIterable {
    case world, russian, unseen
  }

  @Argument(help: "How many customers.")
  var count: Int

  @Option(
    help: "world: twenty populations and firms; russian: half in Cyrillic; unseen: no word is in two names.")
  var population: Population = .world

  @Option(help: "The share of customers who are on the list, spelled otherwise.")
  var listed = 0.0

  @Option(help: "How many names the list has that they are on.")
  var names = 0

  @Option(help: "The seed of the list.")
  var seed: UInt64 = 1

  func validate() throws {
    guard (0...1).contains(listed), listed == 0 || names > 0 else {
      throw ValidationError("--listed is a share from 0 to 1 and needs --names, the size of the list")
    }
  }

  func run() throws {
    let maker = CustomerMaker(seed: seed, listed: listed, names: names)
    var output = OutputLines("id\tname\tdob\tcountry")
    maker.make(count, population) { output.write("\($0.id)\t\($0.name)\t\($0.birthDate)\t\($0.country)") }
    output.finish()
  }
}

/// Lines to standard output.
struct OutputLines {
  private var buffer: [UInt8] = []

  init(_ head: String) { write(head) }

  mutating func write(_ line: String) {
    buffer.append(contentsOf: line.utf8)
    buffer.append(UInt8(ascii: "\n"))
    if buffer.count > 1 << 20 { finish() }
  }

  mutating func finish() {
    FileHandle.standardOutput.write(Data(buffer))
    buffer.removeAll(keepingCapacity: true)
  }
}
