import CNameKernels

/// Listed texts by their length, with what bounds their matches beside them: 32 bytes a text and its letters.
///
/// A text that reaches the cut-off has a Jaro similarity of so much at least, by the equal first letters that really are
/// there, and for that so many matches, by both lengths (Keil 2019, "Efficient Bounded Jaro-Winkler Similarity Based
/// Search"). Only texts whose letters allow as many are compared, with one bit a letter.
struct JaroWinklerTable: PlainTable {
  private let names: [Int]
  private let runs: [ReadingsByLength.Run]
  private let longestRun: Int
  private let rows: [namescreen_plain_row]
  /// Where each text begins, and the end of the last.
  private let offsets: [Int]
  private let bytes: [UInt8]

  init(_ texts: [PlainText]) {
    let ordered = ReadingsByLength(texts)
    names = ordered.readings.map(\.name)
    runs = ordered.runs
    longestRun = runs.map(\.texts.count).max() ?? 0
    rows = ordered.readings.map { namescreen_plain_row_of($0.reading.text, Int64($0.reading.text.count)) }
    bytes = ordered.readings.flatMap(\.reading.text)
    var end = 0
    offsets =
      [0]
      + ordered.readings.map {
        end += $0.reading.text.count
        return end
      }
  }

  /// - Complexity: O(texts of near lengths), a count of bits each; O(letters) for each that these leave.
  func names(like query: PlainText, cutoff: Double) -> [PlainMatch] {
    var found: [PlainMatch] = []
    for reading in query.readings where !reading.text.isEmpty { search(reading.text, cutoff, &found) }
    return found
  }

  private func search(_ text: [UInt8], _ cutoff: Double, _ found: inout [PlainMatch]) {
    var query = namescreen_plain_query()
    namescreen_plain_query_set(&query, text, Int64(text.count))
    let least = JaroWinklerTable.leastJaro(cutoff)
    for candidate in candidates(&query, least) {
      let listed = bytes[offsets[candidate]..<offsets[candidate + 1]]
      let score =
        max(text.count, listed.count) > NAMESCREEN_LONGEST_PLAIN
        ? PlainMeasure.jaroWinkler(text, Array(listed))
        : listed.withUnsafeBufferPointer { bytes in
          let matches = namescreen_plain_match(&query, bytes.baseAddress, Int32(bytes.count))
          return PlainMeasure.jaroWinkler(
            text, listed, matches: Int(matches.count), moved: Int(matches.moved))
        }
      if score >= cutoff { found.append(PlainMatch(name: names[candidate], score: score)) }
    }
  }

  /// The texts that may be similar enough, ascending.
  private func candidates(_ query: inout namescreen_plain_query, _ least: [Double]) -> [Int] {
    var candidates: [Int] = []
    var kept = [UInt32](repeating: 0, count: longestRun)
    let length = Double(query.length)
    for run in runs {
      // m / a + m / b + 1 >= 3 J, since no order is better than the right one.
      let other = Double(run.length)
      let needs = least.map {
        Int32(((3 * $0 - 1) * length * other / (length + other) - 1e-6).rounded(.up))
      }
      guard needs.contains(where: { Double($0) <= min(length, other) }) else { continue }
      let count = namescreen_plain_candidates(
        &query, rows, Int64(run.texts.lowerBound), Int64(run.texts.upperBound), needs, &kept)
      for candidate in kept[..<Int(count)] { candidates.append(Int(candidate)) }
    }
    return candidates
  }

  /// The Jaro similarity that a score needs at least, for 0 to 4 equal first letters: these count only above 0.7.
  private static func leastJaro(_ cutoff: Double) -> [Double] {
    (0...4).map { prefix in
      let bonus = 0.1 * Double(prefix)
      return cutoff <= 0.7 ? cutoff : max(0.7, (cutoff - bonus) / (1 - bonus))
    }
  }
}
