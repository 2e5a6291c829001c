import Foundation
import NameScreening
import Testing

/// The regression suite of names: no category of `corpora/pairs` may fall below what is committed in its baseline.
///
/// `make baseline` writes the baseline anew, after a change that is meant.
@Suite struct LabelledPairsTests {
  private static let folder = URL(filePath: #filePath).appending(path: "../../../corpora/pairs").standardized

  private struct Pair {
    var name1: String
    var name2: String
    var type: EntityType?
    var isMatch: Bool
    var quality: String
    var category: String
  }

  private static func rows(_ file: String) throws -> [[String]] {
    let text = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
    return text.split(separator: "\n").filter { !$0.hasPrefix("#") }.dropFirst().map {
      $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
  }

  /// Every pair with its score.
  private static func judged() throws -> [(pair: Pair, score: Double)] {
    try rows("labelled-pairs.tsv").map { row in
      let pair = Pair(
        name1: row[0], name2: row[1], type: EntityType(rawValue: row[2]), isMatch: row[3] == "true",
        quality: row[4], category: row[5])
      return (pair, try Comparison.of(pair.name1, pair.name2, type: pair.type).score)
    }
  }

  /// Right verdicts at the default cut-off, by something of a pair.
  private static func counted(_ judged: [(pair: Pair, score: Double)], by key: (Pair) -> String)
    -> [(category: String, right: Int, pairs: Int, misses: [String])]
  {
    Dictionary(grouping: judged) { key($0.pair) }.sorted { $0.key < $1.key }.map { category, judged in
      let misses = judged.filter { ($0.score >= ScreeningOptions.defaultCutoff) != $0.pair.isMatch }.map {
        pair, score in
        "\(pair.name1) | \(pair.name2) | \(pair.isMatch ? "same" : "other"), \(pair.quality), \(score)"
      }
      return (category, judged.count - misses.count, judged.count, misses)
    }
  }

  @Test func noCategoryFallsBelowTheBaseline() throws {
    let judged = try Self.judged()
    let measured = Self.counted(judged, by: \.category)
    if ProcessInfo.processInfo.environment["NAMESCREEN_WRITE_BASELINE"] != nil {
      var text =
        "# Right verdicts at the default cut-off by category of labelled-pairs.tsv; written by make baseline.\n"
      text += "category\tright\tpairs\n"
      for row in measured { text += "\(row.category)\t\(row.right)\t\(row.pairs)\n" }
      try text.write(to: Self.folder.appending(path: "baseline.tsv"), atomically: true, encoding: .utf8)
    }
    let baseline = try Dictionary(uniqueKeysWithValues: Self.rows("baseline.tsv").map { ($0[0], $0) })
    #expect(Set(baseline.keys) == Set(measured.map(\.category)))
    let total = measured.map(\.pairs).reduce(0, +)
    print(
      "labelled pairs: \(measured.map(\.right).reduce(0, +)) of \(total) right at \(ScreeningOptions.defaultCutoff)"
    )
    for row in Self.counted(judged, by: { "\($0.isMatch ? "same" : "other") name, \($0.quality)" }) {
      print("  \(row.category): \(row.right) of \(row.pairs)")
    }
    for row in measured {
      let committed = try #require(baseline[row.category])
      let (right, pairs) = (try #require(Int(committed[1])), try #require(Int(committed[2])))
      print("  \(row.category): \(row.right) of \(row.pairs), baseline \(right)")
      #expect(row.pairs == pairs, "\(row.category): pairs came or went; make baseline")
      #expect(
        row.right >= right,
        "\(row.category) fell from \(right) to \(row.right); wrong now:\n\(row.misses.joined(separator: "\n"))"
      )
    }
  }
}
