import NameText

/// A name as plain string measures see it: the romanised words of each reading in alphabetical order, one blank between.
package struct PlainText: Sendable {
  /// One text a reading.
  package let readings: [PlainReading]

  package init(_ name: AnalyzedName) {
    readings = name.readings.filter { !$0.tokens.isEmpty }.map { PlainReading($0) }
  }

  /// The best score over the readings, by any measure.
  package func score(_ other: PlainText, by measure: PlainMeasure, least: Double = 0) -> Double {
    var best = 0.0
    for a in readings {
      for b in other.readings where measure.bound(a, b) >= max(least, best) {
        best = max(best, measure.score(a, b))
      }
    }
    return best
  }
}

/// One reading of a `PlainText`, with what the measures and their bounds need.
package struct PlainReading: Sendable {
  let text: [UInt8]
  /// How often each letter stands in it: what two texts cannot match of these they cannot match at all.
  let letters: SIMD64<UInt8>
  /// Its trigrams, one blank before and after it, ascending, as numbers.
  let trigrams: [UInt32]

  init(_ reading: NameReading) {
    let words = reading.tokens.map { Array($0.token.features.formBytes) }
      .sorted { $0.lexicographicallyPrecedes($1) }
    text = Array(words.joined(separator: [UInt8(ascii: " ")]))
    var letters = SIMD64<UInt8>(repeating: 0)
    for byte in text { letters[Int(byte & 63)] = min(letters[Int(byte & 63)], 254) + 1 }
    self.letters = letters
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

  /// What the score is at most, from lengths and counts of letters: a name whose bound is under the cut-off need not be scored.
  package func bound(_ a: PlainReading, _ b: PlainReading) -> Double {
    switch self {
    case .jaroWinkler:
      // No more letters match than both texts have of each, and the bonus lifts J to at most J + 0.4 (1 - J).
      let (x, y) = (Double(a.text.count), Double(b.text.count))
      guard x > 0, y > 0 else { return 0 }
      let common = pointwiseMin(a.letters, b.letters)
      var matches = 0.0
      for index in 0..<64 { matches += Double(common[index]) }
      if a.text.count > 250 || b.text.count > 250 { matches = min(x, y) }
      guard matches > 0 else { return 0 }
      let jaro = (matches / x + matches / y + 1) / 3
      return jaro + 0.4 * (1 - jaro) + 1e-9
    case .trigrams:
      let (x, y) = (Double(a.trigrams.count), Double(b.trigrams.count))
      guard x > 0, y > 0 else { return 0 }
      return (min(x, y) / max(x, y)).squareRoot() + 1e-9
    }
  }

  private static func cosine(_ a: [UInt32], _ b: [UInt32]) -> Double {
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
    return Double(common) / (Double(a.count) * Double(b.count)).squareRoot()
  }

  private static func jaroWinkler(_ a: [UInt8], _ b: [UInt8]) -> Double {
    guard !a.isEmpty, !b.isEmpty else { return 0 }
    if a == b { return 1 }
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
    guard !matched.isEmpty else { return 0 }
    var position = 0
    var moved = 0
    for (place, letter) in b.enumerated() where met[place] {
      if matched[position] != letter { moved += 1 }
      position += 1
    }
    let m = Double(matched.count)
    let jaro = (m / Double(a.count) + m / Double(b.count) + (m - Double(moved / 2)) / m) / 3
    let prefix = zip(a, b).prefix(4).prefix { $0 == $1 }.count
    return jaro > 0.7 ? jaro + 0.1 * Double(prefix) * (1 - jaro) : jaro
  }
}
