/// Listed names laid out for the search by one plain measure.
package protocol PlainTable: Sendable {
  /// The names whose best score over the readings reaches a cut-off above 0 and of at most 1, perhaps more than once with lower scores, in no order.
  func names(like query: PlainText, cutoff: Double) -> [PlainMatch]
}

/// A listed name by its number, and how well it agrees.
package struct PlainMatch: Sendable, Equatable {
  package var name: Int
  package var score: Double

  package init(name: Int, score: Double) { (self.name, self.score) = (name, score) }
}

extension PlainMeasure {
  /// Lays out names that are numbered from 0; those without a letter are found by nobody.
  package func table(of names: [PlainText]) -> any PlainTable {
    switch self {
    case .jaroWinkler: JaroWinklerTable(names)
    case .trigrams: TrigramTable(names)
    }
  }
}

/// The readings of names, shortest first, so that texts of one length stand together.
struct ReadingsByLength {
  struct Run {
    var length: Int
    var texts: Range<Int>
  }

  let readings: [(name: Int, reading: PlainReading)]
  let runs: [Run]

  init(_ names: [PlainText]) {
    var readings: [(name: Int, reading: PlainReading)] = []
    for (name, text) in names.enumerated() {
      for reading in text.readings where !reading.text.isEmpty { readings.append((name, reading)) }
    }
    readings.sort { ($0.reading.text.count, $0.name) < ($1.reading.text.count, $1.name) }
    var runs: [Run] = []
    for (position, text) in readings.enumerated() {
      let length = text.reading.text.count
      if let last = runs.last, last.length == length {
        runs[runs.count - 1].texts = last.texts.lowerBound..<(position + 1)
      } else {
        runs.append(Run(length: length, texts: position..<(position + 1)))
      }
    }
    (self.readings, self.runs) = (readings, runs)
  }
}
