import ArgumentParser
import NameScreening

/// What counts as a hit, how many of them are shown, and how they are looked for.
struct MatchingOptions: ParsableArguments {
  @OptionGroup var configuration: ConfigurationOptions

  @Option(help: ArgumentHelp("Most hits per query, the best ones; 0 for all.", valueName: "n"))
  var limit = 0

  @Flag(help: "Score every name on the list, without the index.")
  var exhaustive = false

  @Flag(help: "Exit with status 1 when there is a hit.")
  var failOnHit = false

  /// The type of a query that does not tell its own.
  var type: TypeChoice { configuration.type }

  func validate() throws {
    guard limit >= 0 else { throw ValidationError("--limit \(limit) is negative; expected 0 or more") }
  }

  /// The options that decide what is a hit, for a record.
  var arguments: [String] {
    configuration.arguments + ["--limit", "\(limit)"] + (exhaustive ? ["--exhaustive"] : [])
  }

  func options(explains: Bool) -> ScreeningOptions {
    var options = configuration.options
    options.limit = limit
    options.isExhaustive = exhaustive
    options.explains = explains
    return options
  }
}

extension OutputFormat: ExpressibleByArgument {}
extension CustomerFile.Format: ExpressibleByArgument {}
