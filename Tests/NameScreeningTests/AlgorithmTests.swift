import NameScreening
import TestSupport
import Testing

/// The plain measures stay available over the same lists, and lose nobody.
struct AlgorithmTests {
  @Test(
    "Measures of published examples",
    arguments: [
      ("MARTHA", "MARHTA", MatchingAlgorithm.jaroWinkler, 0.961), ("DIXON", "DICKSONX", .jaroWinkler, 0.813),
      ("DWAYNE", "DUANE", .jaroWinkler, 0.840), ("Putin Vladimir", "VLADIMIR PUTIN", .jaroWinkler, 1),
      ("Путин Владимир", "Vladimir Putin", .ngram, 1), ("abcd", "abce", .ngram, 0.5),
    ])
  func measures(a: String, b: String, algorithm: MatchingAlgorithm, expected: Double) throws {
    let comparison = try Comparison.of(a, b, algorithm: algorithm)
    #expect(abs(comparison.score - expected) < 0.001, "\(comparison.score)")
    #expect(comparison.explanation.map(\.by) == [algorithm.rawValue])
  }

  @Test("Bounds lose no name", arguments: [MatchingAlgorithm.jaroWinkler, .ngram])
  func lossless(algorithm: MatchingAlgorithm) throws {
    var options = ScreeningOptions(cutoff: 0.7, explains: false)
    options.algorithm = algorithm
    let screener = Screener(index: try .embedded(), options: options)
    options.isExhaustive = true
    let exhaustive = Screener(index: screener.index, options: options)
    for name in ["Vladimir Putin", "Лукашенко Александр", "Kim Jong Un", "VTB Bank", "Ali", "Smith John"] {
      let (found, all) = (
        try screener.screen(Customer(name: name)), try exhaustive.screen(Customer(name: name))
      )
      #expect(found.map(\.entityID) == all.map(\.entityID))
      #expect(found.map(\.score) == all.map(\.score))
    }
  }

  @Test("Tables find what scoring every name finds", arguments: [MatchingAlgorithm.jaroWinkler, .ngram])
  func tables(algorithm: MatchingAlgorithm) throws {
    var options = ScreeningOptions(explains: false)
    options.algorithm = algorithm
    var screener = Screener(index: try .embedded(), options: options)
    var queries = QueryGenerator(names: try SampleList.embeddedNames(every: 7), seed: 11)
    for number in 0..<40 {
      let type: EntityType? = [.person, .organization, nil][number % 3]
      let customer = Customer(name: queries.next(), type: type)
      screener.options.includesWeakAliases = number % 2 == 0
      screener.options.cutoff = [0, 0.3, 0.6, 0.72, 0.85, 0.95, 1][number % 7]
      screener.options.isExhaustive = false
      let found = try screener.screen(customer)
      screener.options.isExhaustive = true
      let all = try screener.screen(customer)
      #expect(found.map(\.entityID) == all.map(\.entityID), "\(customer.name)")
      #expect(found.map(\.matchedName) == all.map(\.matchedName), "\(customer.name)")
      #expect(found.map(\.score) == all.map(\.score), "\(customer.name)")
    }
  }
}
