import Foundation
import RecallLaboratory

/// A word of a name in its original script and in Latin letters.
struct NamePart {
  var native: String
  /// The usual spelling, then others.
  var latin: [String]
}

/// Name parts drawn as often as they are borne.
struct NameParts {
  private(set) var parts: [NamePart] = []
  private var totals: [Int] = []

  mutating func add(_ part: NamePart, bearers: Int) {
    parts.append(part)
    totals.append((totals.last ?? 0) + max(1, bearers))
  }

  /// - Complexity: O(log n).
  func draw(_ random: inout SeededRandom) -> NamePart {
    random.place(in: totals).map { parts[$0] } ?? NamePart(native: "", latin: [""])
  }
}

/// The many family names that few bear, which no table holds: made of the beginning of one name and the end of another.
///
/// How often each is drawn falls with its rank, as Zipf's law has it.
struct RareNames {
  private let heads: [String]
  private let tails: [String]
  private let purpose: String
  private let count: Double

  init(of names: [String], purpose: String, count: Int = 500_000) {
    var heads: Set<String> = []
    var tails: Set<String> = []
    for name in names {
      let letters = Array(name)
      let vowels = letters.indices.filter { "aeiouyаеёиоуыэюяіїє".contains(letters[$0]) }
      guard vowels.count > 1, vowels[1] - vowels[0] > 1 else { continue }
      heads.insert(String(letters[..<vowels[1]]))
      tails.insert(String(letters[vowels[1]...]))
    }
    self.heads = heads.sorted()
    self.tails = tails.sorted()
    self.purpose = purpose
    self.count = Double(count)
  }

  var isEmpty: Bool { heads.isEmpty }

  func draw(_ random: inout SeededRandom) -> String {
    name(rank: Int(pow(count, Double.random(in: 0..<1, using: &random))))
  }

  /// - Returns: The same name for the same rank.
  func name(rank: Int) -> String {
    var random = SeededRandom(seed: UInt64(rank), purpose)
    return (random.pick(heads) ?? "") + (random.pick(tails) ?? "")
  }
}
