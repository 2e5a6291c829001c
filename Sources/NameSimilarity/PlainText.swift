import NameText

/// A name as plain string measures see it: the romanised words of each reading in alphabetical order, one blank between.
package struct PlainText: Sendable {
  /// One text a reading.
  package let readings: [PlainReading]

  package init(_ name: AnalyzedName) {
    readings = name.readings.filter { !$0.tokens.isEmpty }.map { PlainReading($0) }
  }

  init(readings: [PlainReading]) { self.readings = readings }

  /// The best score over the readings, by any measure.
  package func score(_ other: PlainText, by measure: PlainMeasure) -> Double {
    var best = 0.0
    for a in readings {
      for b in other.readings { best = max(best, measure.score(a, b)) }
    }
    return best
  }
}

/// One reading of a `PlainText`, with what the measures need.
package struct PlainReading: Sendable {
  let text: [UInt8]
  /// Its trigrams, one blank before and after it, ascending, as numbers.
  let trigrams: [UInt32]

  init(_ reading: NameReading) {
    let words = reading.tokens.map { Array($0.token.features.formBytes) }
      .sorted { $0.lexicographicallyPrecedes($1) }
    self.init(text: Array(words.joined(separator: [UInt8(ascii: " ")])))
  }

  init(text: [UInt8]) {
    self.text = text
    let padded = [UInt8(ascii: " ")] + text + [UInt8(ascii: " ")]
    trigrams = (0..<max(0, padded.count - 2)).map {
      UInt32(padded[$0]) << 16 | UInt32(padded[$0 + 1]) << 8 | UInt32(padded[$0 + 2])
    }.sorted()
  }
}

/// The plain string measures that other systems screen by.
package enum PlainMeasure: Sendable {
  /// Jaro's similarity with Winkler's bonus of 0.1 for each of up to four equal first letters (Winkler 1990).
  case jaroWinkler
  /// The cosine of the numbers of equal trigrams.
  case trigrams

  /// - Complexity: O(a x b) for Jaro-Winkler, O(a + b) for trigrams.
  package func score(_ a: PlainReading, _ b: PlainReading) -> Double {
    switch self {
    case .jaroWinkler: PlainMeasure.jaroWinkler(a.text, b.text)
    case .trigrams: PlainMeasure.cosine(a.trigrams, b.trigrams)
    }
  }

  static func cosine(_ a: [UInt32], _ b: [UInt32]) -> Double {
    guard !a.isEmpty, !b.isEmpty else { return 0 }
    if a == b { return 1 }
    var (i, j, common) = (0, 0, 0)
    while i < a.count, j < b.count {
      if a[i] == b[j] {
        common += 1
        i += 1
        j += 1
      } else if a[i] < b[j] {
        i += 1
      } else {
        j += 1
      }
    }
    return cosine(common: common, a.count, b.count)
  }

  /// The cosine of two multisets of so many members, some of them in common.
  static func cosine(common: Int, _ a: Int, _ b: Int) -> Double {
    Double(common) / (Double(a) * Double(b)).squareRoot()
  }

  static func jaroWinkler(_ a: [UInt8], _ b: [UInt8]) -> Double {
    if a == b { return a.isEmpty ? 0 : 1 }
    let matches = matches(a, b)
    return jaroWinkler(a, b, matches: matches.count, moved: matches.moved)
  }

  /// The letters that match within Jaro's window, and how many of them stand in another order.
  static func matches(_ a: [UInt8], _ b: [UInt8]) -> (count: Int, moved: Int) {
    let window = max(0, max(a.count, b.count) / 2 - 1)
    var met = [Bool](repeating: false, count: b.count)
    var matched: [UInt8] = []
    for (index, letter) in a.enumerated() {
      let upper = min(b.count - 1, index + window)
      var place = max(0, index - window)
      while place <= upper, met[place] || b[place] != letter { place += 1 }
      if place <= upper {
        met[place] = true
        matched.append(letter)
      }
    }
    var position = 0
    var moved = 0
    for (place, letter) in b.enumerated() where met[place] {
      if matched[position] != letter { moved += 1 }
      position += 1
    }
    return (matched.count, moved)
  }

  /// The score of two texts by the letters that match, and how many of these stand in another order.
  static func jaroWinkler(
    _ a: some Collection<UInt8>, _ b: some Collection<UInt8>, matches: Int, moved: Int
  ) -> Double {
    guard matches > 0 else { return 0 }
    let m = Double(matches)
    let jaro = (m / Double(a.count) + m / Double(b.count) + (m - Double(moved / 2)) / m) / 3
    let prefix = zip(a, b).prefix(4).prefix { $0 == $1 }.count
    return jaro > 0.7 ? jaro + 0.1 * Double(prefix) * (1 - jaro) : jaro
  }
}
