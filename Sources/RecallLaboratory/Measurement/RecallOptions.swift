import NameScreening

/// What a run of the laboratory asks.
package struct RecallOptions: Sendable, Equatable {
  /// The configuration that is measured; its cut-off is the one that the report speaks of.
  package var screening = ScreeningOptions(explains: false)
  /// Two runs with one seed, one list and one configuration make the same report.
  package var seed: UInt64 = 1
  /// At most so many queries by mutation; the exact names and the negatives come on top.
  package var queries = 100_000
  /// How many listed names are asked for as they are listed; nil for every one.
  package var exactNames: Int?
  /// How many mutations a query has at most, 1...3.
  package var strength = 3
  /// Least score that is kept of innocent customers, and the left end of every curve.
  ///
  /// Screening costs more the lower it goes: half as many customers a second at 0.70 as at 0.82, and under 0.62 the
  /// index no longer helps. 0.70 is below every cut-off that anybody would use.
  package var floor = 0.70
  /// How many ordinary customers are made when the user brings none.
  package var customers = 25_000
  /// How many of the queries are also screened against the whole list, to prove that the measurement is what a
  /// screening finds.
  package var verified = 5_000
  /// How many designations are tried by edits that bring them under the cut-off; nil for every one.
  package var evaders: Int?
  /// Customers screened a day, for the expected alerts.
  package var daily = 10_000
  package var threads = Processors.available

  package init() {}

  /// The cut-offs that a report looks at, from the floor up in hundredths, and the measured one.
  package var cutoffs: [Double] {
    let hundredths = Set(
      (Int((floor * 100).rounded(.up))...100).map { Double($0) / 100 } + [screening.cutoff])
    return hundredths.filter { $0 >= floor }.sorted()
  }
}
