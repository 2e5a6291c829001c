import ArgumentParser
import NameScreening

/// `namescreen screen FILE`: a file of customers.
struct ScreenCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "screen", abstract: "Screen every customer of a file.",
    discussion: """
      FILE is CSV, TSV or JSON Lines, plain or gzip, - for standard input. Columns are found by their titles: id, \
      name (or first_name, middle_name, last_name), dob, country, type, gender, passport, tax_id, wallet, bic.
      """)

  @OptionGroup(title: "Customers") var customers: CustomerOptions
  @OptionGroup(title: "Lists") var lists: ListOptions
  @OptionGroup(title: "Matching") var matching: MatchingOptions
  @OptionGroup(title: "Output") var output: OutputOptions

  func run() async throws {
    var reader = try CustomerReader(try customers.customers())
    let format = output.chosenFormat
    let screening = FileScreening(
      screener: Screener(
        index: try lists.open(quiet: output.quiet), options: matching.options(explains: format != .csv)),
      writer: HitWriter(format: format, style: output.style), threads: customers.threads)
    let count = try await customers.run(screening, &reader, output: output)
    try customers.finish(count, matching: matching)
  }
}
