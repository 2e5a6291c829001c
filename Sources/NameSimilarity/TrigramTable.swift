/// Listed texts by the trigrams that they hold: 8 bytes a text, 4 a trigram in it, and some 40 for each that differs.
///
/// The second occurrence of a trigram in a text is another entry than the first, so that the entries that two texts share
/// are as many as their multisets of trigrams do.
struct TrigramTable: PlainTable {
  private let names: [Int]
  private let runs: [ReadingsByLength.Run]
  /// The number of an entry's list; the lists, one after the other, hold texts in ascending order.
  private let lists: [UInt64: Int]
  private let starts: [Int]
  private let texts: [UInt32]

  init(_ names: [PlainText]) {
    let ordered = ReadingsByLength(names)
    self.names = ordered.readings.map(\.name)
    runs = ordered.runs
    var lists: [UInt64: Int] = [:]
    var counts: [Int] = []
    for (_, reading) in ordered.readings {
      TrigramTable.forEachEntry(of: reading) { entry in
        let list = lists[entry, default: counts.count]
        if list == counts.count {
          lists[entry] = list
          counts.append(0)
        }
        counts[list] += 1
      }
    }
    var ends = [0]
    for count in counts { ends.append(ends[ends.count - 1] + count) }
    (self.lists, starts) = (lists, ends)
    var texts = [UInt32](repeating: 0, count: ends[ends.count - 1])
    for (position, text) in ordered.readings.enumerated() {
      TrigramTable.forEachEntry(of: text.reading) { entry in
        guard let list = lists[entry] else { return }
        texts[ends[list + 1] - counts[list]] = UInt32(truncatingIfNeeded: position)
        counts[list] -= 1
      }
    }
    self.texts = texts
  }

  /// - Complexity: O(texts of near lengths that hold each of the query's trigrams).
  func names(like query: PlainText, cutoff: Double) -> [PlainMatch] {
    var found: [PlainMatch] = []
    for reading in query.readings where !reading.text.isEmpty { search(reading, cutoff, &found) }
    return found
  }

  private func search(_ reading: PlainReading, _ cutoff: Double, _ found: inout [PlainMatch]) {
    let length = reading.trigrams.count
    // A text has as many trigrams as letters.
    let near = runs.filter {
      PlainMeasure.cosine(common: min(length, $0.length), length, $0.length) >= cutoff - 1e-9
    }
    guard let first = near.first?.texts.lowerBound, let end = near.last?.texts.upperBound else { return }
    var common = [UInt32](repeating: 0, count: end - first)
    TrigramTable.forEachEntry(of: reading) { entry in
      guard let list = lists[entry] else { return }
      for place in place(of: first, in: list)..<place(of: end, in: list) {
        common[Int(texts[place]) - first] &+= 1
      }
    }
    for run in near {
      let product = Double(length) * Double(run.length)
      let needed = UInt32(max(1, (cutoff * product.squareRoot() - 1e-6).rounded(.up)))
      for text in run.texts where common[text - first] >= needed {
        let score = PlainMeasure.cosine(common: Int(common[text - first]), length, run.length)
        if score >= cutoff { found.append(PlainMatch(name: names[text], score: score)) }
      }
    }
  }

  /// Where the texts of a list begin that are not before `text`.
  private func place(of text: Int, in list: Int) -> Int {
    var (low, high) = (starts[list], starts[list + 1])
    while low < high {
      let middle = (low + high) / 2
      if Int(texts[middle]) < text { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Each trigram with the number of the same ones before it.
  private static func forEachEntry(of reading: PlainReading, _ body: (UInt64) -> Void) {
    var earlier: UInt64 = 0
    for (position, trigram) in reading.trigrams.enumerated() {
      earlier = position > 0 && reading.trigrams[position - 1] == trigram ? earlier + 1 : 0
      body(earlier << 32 | UInt64(trigram))
    }
  }
}
