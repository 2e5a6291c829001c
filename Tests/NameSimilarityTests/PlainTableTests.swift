import CNameKernels
import NameText
import TestSupport
import Testing

@testable import NameSimilarity

/// Tables find what scoring every name finds, with the same scores.
@Suite struct PlainTableTests {
  /// Texts of few letters, so that many repeat, and others near them; some longer than a word has bits.
  private static func texts(_ count: Int, seed: UInt64) -> [[UInt8]] {
    var random = SeededRandom(seed: seed)
    var texts: [[UInt8]] = []
    for _ in 0..<count {
      var text = random.chance(0.6) ? random.pick(texts) ?? [] : []
      let alphabet = Array((random.chance(0.5) ? "ab" : "aeinrsbcCZ 7").utf8)
      let length = random.pick([1, 4, 9, 20, 63, 64, 65, 130]) ?? 1
      if text.isEmpty { text = (0..<(1 + random.below(length))).compactMap { _ in random.pick(alphabet) } }
      for _ in 0..<random.below(4) {
        let place = random.below(text.count)
        switch random.below(3) {
        case 0 where text.count > 1: text.remove(at: place)
        case 1: text.insert(random.pick(alphabet) ?? 97, at: place)
        default: text.swapAt(place, random.below(text.count))
        }
      }
      texts.append(text)
    }
    return texts
  }

  @Test func matchesAreThoseOfThePlainCodeAndWithinTheBound() {
    let texts = Self.texts(200, seed: 1)
    for a in texts {
      var query = namescreen_plain_query()
      namescreen_plain_query_set(&query, a, Int64(a.count))
      for b in texts {
        let plain = PlainMeasure.matches(a, b)
        let row = namescreen_plain_row_of(b, Int64(b.count))
        let isFound = [Int32](repeating: Int32(plain.count), count: 5).withUnsafeBufferPointer { needs in
          var found: UInt32 = 0
          return namescreen_plain_candidates(&query, [row], 0, 1, needs.baseAddress, &found) == 1
        }
        #expect(isFound)
        guard max(a.count, b.count) <= NAMESCREEN_LONGEST_PLAIN else { continue }
        let matches = namescreen_plain_match(&query, b, Int32(b.count))
        #expect(Int(matches.count) == plain.count && Int(matches.moved) == plain.moved)
      }
    }
  }

  @Test(arguments: [PlainMeasure.jaroWinkler, .trigrams])
  func tablesFindWhatScoringEveryNameFinds(measure: PlainMeasure) {
    let texts = Self.texts(200, seed: 2).map { PlainReading(text: $0) }
    // Names of no, one or two readings.
    let names = texts.indices.map { PlainText(readings: Array(texts[$0..<min(texts.count, $0 + $0 % 3)])) }
    let table = measure.table(of: names)
    for query in names {
      for cutoff in [1e-300, 0.05, 0.4, 0.7, 0.71, 0.85, 0.95, 1] {
        var best: [Int: Double] = [:]
        for match in table.names(like: query, cutoff: cutoff) {
          best[match.name] = max(match.score, best[match.name] ?? 0)
        }
        let scores = names.enumerated().map { ($0.offset, query.score($0.element, by: measure)) }
        #expect(best == Dictionary(uniqueKeysWithValues: scores.filter { $0.1 >= cutoff }))
      }
    }
  }
}
