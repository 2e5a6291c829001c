import CNameKernels
import FoundationEssentials
import NameIndex
import TestSupport
import Testing

/// Lossless retrieval on published lists, as many queries as `NAMESCREEN_LAW_QUERIES` says.
@Suite struct LargeLawRun {
  static let queries = ProcessInfo.processInfo.environment["NAMESCREEN_LAW_QUERIES"].flatMap { Int($0) }
  /// Runs with other seeds ask other queries.
  static let seed = ProcessInfo.processInfo.environment["NAMESCREEN_LAW_SEED"].flatMap { UInt64($0) } ?? 2026

  @Test(.enabled(if: queries != nil, "NAMESCREEN_LAW_QUERIES is not set"))
  func indexEqualsExhaustiveSearchOnPublishedLists() throws {
    guard let list = try SampleList.shared(["us_ofac/csv_2023-12-28", "un/xml_2026-02-27"]) else { return }
    var generator = QueryGenerator(names: list.names, seed: LargeLawRun.seed)
    let lasting = SearchSession(leastCompanions: 2, leastSharedCompanions: 1)
    var differences = 0
    let queries = LargeLawRun.queries ?? 0
    defer { namescreen_limit_target(NAMESCREEN_AVX512) }
    for number in 0..<queries {
      namescreen_limit_target(Int32(number) % (namescreen_best_target() + 1))
      let query = generator.next()
      // First searches and later ones find names by other ways.
      let session = number % 2 == 0 ? lasting : SearchSession(leastCompanions: 2, leastSharedCompanions: 1)
      let cutoff = generator.random.pick(RetrievalLaws.cutoffs) ?? 0.8
      if let difference = try RetrievalLaws.difference(list.index, query, cutoff, session) {
        differences += 1
        if differences <= 20 { print(difference) }
      }
    }
    print(
      "law of lossless retrieval: \(queries) queries against \(list.names.count) names, \(differences) differences"
    )
    #expect(differences == 0)
  }
}
