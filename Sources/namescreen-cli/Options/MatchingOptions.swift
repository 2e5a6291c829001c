import ArgumentParser
import NameScreening

/// What counts as a hit.
struct MatchingOptions: ParsableArguments {
  @Option(
    name: .customLong("cutoff"),
    help: ArgumentHelp(
      "Least score of a hit, 0...1 (default: \(ScreeningOptions.defaultCutoff)).", valueName: "x"))
  var givenCutoff: Double?

  @Option(
    help: ArgumentHelp(
      "A cut-off by name: "
        + CutoffPreset.allCases.map { "\($0.rawValue) (\($0.cutoff))" }.joined(separator: ", ") + ".",
      valueName: "name"))
  var preset: CutoffPreset?

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

  /// The least score of a hit.
  var cutoff: Double { givenCutoff ?? (preset ?? .balanced).cutoff }

  func validate() throws {
    guard givenCutoff == nil || preset == nil else {
      throw ValidationError("--cutoff and --preset exclude each other; expected one of them")
    }
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

extension CutoffPreset: ExpressibleByArgument {}
extension OutputFormat: ExpressibleByArgument {}
extension CustomerFile.Format: ExpressibleByArgument {}
