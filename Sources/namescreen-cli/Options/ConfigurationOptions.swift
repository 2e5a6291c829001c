import ArgumentParser
import NameScreening

/// What raises an alert: the part of the options that a screening is configured with, and that the laboratory measures.
struct ConfigurationOptions: ParsableArguments {
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

  /// The least score of a hit.
  var cutoff: Double { givenCutoff ?? (preset ?? .balanced).cutoff }

  func validate() throws {
    guard givenCutoff == nil || preset == nil else {
      throw ValidationError("--cutoff and --preset exclude each other; expected one of them")
    }
    guard (0...1).contains(cutoff) else {
      throw ValidationError("--cutoff \(cutoff) is out of range; expected 0...1")
    }
  }

  /// The options, each spelled out, for a record.
  var arguments: [String] {
    ["--cutoff", "\(cutoff)", "--type", type.rawValue, "--weak-aliases", weakAliases.rawValue]
      + (ungrouped ? ["--ungrouped"] : [])
  }

  var options: ScreeningOptions {
    var options = ScreeningOptions(cutoff: cutoff, type: type.type, explains: false)
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
