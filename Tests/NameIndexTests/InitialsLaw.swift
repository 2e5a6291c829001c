import NameIndex
import NameText
import TestSupport
import Testing

/// Half a list has an initial V, so initials are not looked up; names of little else are no reason to lose anybody.
@Suite struct InitialsLaw {
  @Test(arguments: [0.62, 0.7, 0.82])
  func indexEqualsExhaustiveSearchForNamesOfInitials(cutoff: Double) throws {
    let list = try SampleList.embedded(every: 12)
    let session = SearchSession()
    var queries = [
      "V.", "A. B.", "A. B. C. D.", "J. R. R. Ivanov", "V V Putin", "I. Al", "S. Li", "M. bin A.",
    ]
    for name in list.names.prefix(40) {
      let words = name.split(whereSeparator: { $0 == " " || $0 == "," })
      guard let first = words.first else { continue }
      let initials = words.dropFirst().compactMap(\.first).map { "\($0)." }.joined(separator: " ")
      queries += ["\(first) \(initials)", initials]
    }
    var found = 0
    for text in queries {
      let query = try NameAnalyzer.standard.analyze(text)
      var options = SearchOptions(cutoff: cutoff)
      let indexed = try list.index.search(query, options, session: session)
      options.isExhaustive = true
      #expect(indexed == (try list.index.search(query, options, session: session)), "\(text)")
      found += indexed.count
    }
    #expect(found > 0)
  }
}
