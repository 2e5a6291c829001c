import NameText

/// What it costs to take one skeleton symbol for another: little where romanizations and ears confuse them.
///
/// The unit is 1/100 of a full edit. The tables were tried on pairs of spellings of designated people; costs between
/// sounds follow their articulation (voiced and unvoiced, plosive and affricate), as in Zobel and Dart, "Phonetic string
/// matching" (SIGIR 1996, doi:10.1145/243199.243258).
package struct SpellingCosts: Sendable {
  package static let standard = SpellingCosts(confusions)
  /// For two Slavic family names, whose spellings follow the letters: nowhere below `standard`.
  package static let slavic = SpellingCosts(confusions + slavicDistinctions)

  /// One full edit.
  package static let unit: Int32 = 100
  package static let symbols = 64

  /// Row-major `symbols` x `symbols`, by `code`.
  let substitution: [UInt8]
  /// Cost of a symbol that the other side lacks.
  let gap: [UInt8]
  /// Symbol code of an ASCII byte.
  let code: [UInt8]
  /// The least costs of coming from one letter to another by any number of edits (`namescreen_worth_of`).
  package let letterDistances: [UInt8]

  /// Neighbouring symbols in the other order.
  static let transposition: Int32 = 60
  /// The first letter is the one that people spell best: its edits cost this many percent.
  static let firstLetterPercent: Int32 = 115

  private static let confusions: [(StaticString, UInt8)] = [
    ("aeiou", 40), ("ae", 35), ("eo", 35), ("ei", 30), ("ou", 30), ("ao", 35), ("hX", 15), ("jZ", 15),
    ("ij", 25),
    ("gh", 40),
    ("sz", 40), ("vf", 40), ("zZ", 40), ("SC", 40), ("WC", 40), ("WS", 40), ("sS", 40), ("kX", 50),
    ("CX", 40),
    ("bp", 50), ("dt", 50), ("gk", 50), ("ZS", 50), ("ZC", 50), ("jC", 50), ("cs", 50), ("cz", 50),
    ("cC", 50),
    ("gX", 50), ("mn", 60), ("vb", 60), ("dz", 60), ("tc", 60), ("gj", 60), ("gZ", 60), ("kC", 60),
    ("ck", 60), ("uv", 40),
    ("lr", 70), ("sC", 70), ("hC", 70), ("hk", 70), ("jz", 70), ("vw", 15), ("uw", 25),
    ("ow", 30),
  ]

  /// Sounds that romanization of Slavic languages keeps apart, though that of others confuses them.
  private static let slavicDistinctions: [(StaticString, UInt8)] = [
    ("au", 80), ("eu", 80), ("ou", 60), ("ai", 60), ("oi", 60), ("iu", 60),
    ("gk", 80), ("bp", 80), ("dt", 80), ("sz", 60), ("mn", 90), ("vb", 90), ("lr", 100), ("dz", 90),
  ]

  private init(_ confusions: [(StaticString, UInt8)]) {
    var code = [UInt8](repeating: 0, count: 256)
    for byte in UInt8(ascii: "a")...UInt8(ascii: "z") { code[Int(byte)] = byte - UInt8(ascii: "a") + 1 }
    for byte in UInt8(ascii: "0")...UInt8(ascii: "9") { code[Int(byte)] = byte - UInt8(ascii: "0") + 27 }
    for (offset, byte) in "CSZWX".utf8.enumerated() { code[Int(byte)] = UInt8(37 + offset) }
    let size = SpellingCosts.symbols
    var substitution = [UInt8](repeating: UInt8(SpellingCosts.unit), count: size * size)
    for symbol in 0..<size { substitution[symbol * size + symbol] = 0 }
    for (letters, cost) in confusions {
      let codes = letters.withUTF8Buffer { $0.map { Int(code[Int($0)]) } }
      for a in codes {
        for b in codes where a != b { substitution[a * size + b] = cost }
      }
    }
    var gap = [UInt8](repeating: UInt8(SpellingCosts.unit), count: size)
    for byte in "aeiou".utf8 { gap[Int(code[Int(byte)])] = 50 }
    for byte in "hjw".utf8 { gap[Int(code[Int(byte)])] = 30 }
    gap[Int(code[Int(UInt8(ascii: "X"))])] = 70
    self.substitution = substitution
    self.gap = gap
    self.code = code
    letterDistances = SpellingCosts.leastDistances(substitution, gap, code)
  }

  /// The letters in the order of `namescreen_pack`, after none.
  private static let letters = Array("abcdefghijklmnopqrstuvwxyzCSWXZ".utf8)

  /// Shortest paths (Floyd 1962, doi:10.1145/367766.368168) between letters and no letter at all.
  private static func leastDistances(_ substitution: [UInt8], _ gap: [UInt8], _ code: [UInt8]) -> [UInt8] {
    let count = letters.count + 1
    var distances = [UInt8](repeating: 0, count: count * count)
    for (a, letter) in letters.enumerated() {
      let symbol = Int(code[Int(letter)])
      distances[a + 1] = gap[symbol]
      distances[(a + 1) * count] = gap[symbol]
      for (b, other) in letters.enumerated() {
        distances[(a + 1) * count + b + 1] = substitution[symbol * symbols + Int(code[Int(other)])]
      }
    }
    for middle in 0..<count {
      for a in 0..<count {
        for b in 0..<count {
          let way = Int(distances[a * count + middle]) + Int(distances[middle * count + b])
          distances[a * count + b] = UInt8(min(way, Int(distances[a * count + b])))
        }
      }
    }
    return distances
  }
}
