import ArgumentParser
import NameScreening

/// What counts as a hit.
struct MatchingOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Least score of a hit, 0...1.", valueName: "x"))
  var cutoff: Double = ScreeningOptions.defaultCutoff

  @Option(help: ArgumentHelp("Most hits per query, the best ones; 0 for all.", valueName: "n"))
  var limit = 0

  @Option(
    help: ArgumentHelp(
      "Type of a query that does not tell its own: person, organization, vessel, aircraft or any.",
      valueName: "type"))
  var type: TypeChoice = .any

  @Option(
    help: ArgumentHelp(
      "on or off: whether weak aliases are screened; OFAC does not ask for them. A hit on one says so.",
      valueName: "on|off"))
  var weakAliases: WeakAliases = .on

  @Flag(help: "Show every listing as a hit of its own, also those of the same person or thing.")
  var ungrouped = false

  @Flag(help: "Score every name on the list, without the index.")
  var exhaustive = false

  @Flag(help: "Exit with status 1 when there is a hit.")
  var failOnHit = false

  func validate() throws {
    guard (0...1).contains(cutoff) else {
      throw ValidationError("--cutoff \(cutoff) is out of range; expected 0...1")
    }
    guard limit >= 0 else { throw ValidationError("--limit \(limit) is negative; expected 0 or more") }
  }

  /// The options that decide what is a hit, for a record.
  var arguments: [String] {
    ["--cutoff", "\(cutoff)", "--limit", "\(limit)", "--type", type.rawValue]
      + ["--weak-aliases", weakAliases.rawValue] + (ungrouped ? ["--ungrouped"] : [])
      + (exhaustive ? ["--exhaustive"] : [])
  }

  func options(explains: Bool) -> ScreeningOptions {
    var options = ScreeningOptions(
      cutoff: cutoff, limit: limit, type: type.type, isExhaustive: exhaustive, explains: explains)
    options.includesWeakAliases = weakAliases == .on
    options.groupsListings = !ungrouped
    return options
  }
}

/// `--weak-aliases`.
enum WeakAliases: String, ExpressibleByArgument, CaseIterable {
  case on, off
}

/// `--type`.
enum TypeChoice: String, ExpressibleByArgument, CaseIterable {
  case person, organization, vessel, aircraft, any

  var type: EntityType? { EntityType(rawValue: rawValue) }
}

extension OutputFormat: ExpressibleByArgument {}
extension CustomerFile.Format: ExpressibleByArgument {}
