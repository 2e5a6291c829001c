import CNameKernels
import NameIndex
import NameText
import TestSupport
import Testing

@testable import NameSimilarity

/// The full matrix of the weighted optimal string alignment, as plainly as it can be written.
enum ReferenceSpellingDistance {
  static func distance(_ a: [UInt8], _ b: [UInt8]) -> Int32 {
    let costs = SpellingCosts.standard
    func first(_ cost: Int32, _ isFirst: Bool) -> Int32 {
      isFirst ? cost * SpellingCosts.firstLetterPercent / 100 : cost
    }
    func gap(_ symbol: UInt8) -> Int32 { Int32(costs.gap[Int(costs.code[Int(symbol)])]) }
    func exchange(_ x: UInt8, _ y: UInt8) -> Int32 {
      Int32(costs.substitution[Int(costs.code[Int(x)]) * SpellingCosts.symbols + Int(costs.code[Int(y)])])
    }
    var matrix = [[Int32]](repeating: [Int32](repeating: 0, count: b.count + 1), count: a.count + 1)
    for i in 0...a.count {
      for j in 0...b.count where i + j > 0 {
        var least = Int32.max
        if i > 0 { least = min(least, matrix[i - 1][j] + first(gap(a[i - 1]), i == 1)) }
        if j > 0 { least = min(least, matrix[i][j - 1] + first(gap(b[j - 1]), j == 1)) }
        if i > 0 && j > 0 {
          least = min(least, matrix[i - 1][j - 1] + first(exchange(a[i - 1], b[j - 1]), i == 1 && j == 1))
        }
        if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
          least = min(least, matrix[i - 2][j - 2] + SpellingCosts.transposition)
        }
        matrix[i][j] = least
      }
    }
    return matrix[a.count][b.count]
  }
}

@Suite struct SpellingDistanceTests {
  let distance = SpellingDistance()

  private func measured(_ a: [UInt8], _ b: [UInt8], limit: Int32) -> Int32? {
    a.withUnsafeBufferPointer { left in
      b.withUnsafeBufferPointer { right in
        guard let x = left.baseAddress, let y = right.baseAddress else { return nil }
        return distance.distance(x, a.count, y, b.count, limit: limit)
      }
    }
  }

  @Test func equalsTheFullMatrix() {
    var random = SeededRandom(seed: 11)
    for _ in 0..<1500 {
      let (a, b) = SymbolStrings.pair(&random)
      let expected = ReferenceSpellingDistance.distance(a, b)
      #expect(measured(a, b, limit: 100_000) == expected, "\(SymbolStrings.text(a)) \(SymbolStrings.text(b))")
      // See `aTranspositionOfTheFirstLettersIsWithinItsCost`.
      if a.count > 1 && b.count > 1 && a[0] == b[1] && a[1] == b[0] { continue }
      for limit in [expected, expected - 1, Int32(random.below(400))] {
        let found = measured(a, b, limit: limit)
        #expect(
          found == (expected <= limit ? expected : nil),
          "\(SymbolStrings.text(a)) \(SymbolStrings.text(b)) within \(limit): true distance \(expected)")
      }
    }
  }

  /// The smallest strings where a limit might end the search too early.
  @Test func aTranspositionOfTheFirstLettersIsWithinItsCost() {
    let cost = SpellingCosts.transposition
    #expect(measured(Array("bk".utf8), Array("kb".utf8), limit: cost) == cost)
  }

  @Test func isSymmetricAndZeroForEqualStringsOnly() {
    var random = SeededRandom(seed: 12)
    for _ in 0..<500 {
      let (a, b) = SymbolStrings.pair(&random)
      #expect(measured(a, b, limit: 100_000) == measured(b, a, limit: 100_000))
      #expect(measured(a, a, limit: 0) == 0)
      if a != b { #expect((measured(a, b, limit: 100_000) ?? 0) > 0) }
    }
  }

  @Test func signaturesBoundTheDistanceFromBelow() {
    var random = SeededRandom(seed: 13)
    for _ in 0..<4000 {
      let (a, b) = SymbolStrings.pair(&random)
      SignatureBound.check(a, b)
    }
  }

  @Test func signaturesBoundTheDistanceOfRealSkeletons() throws {
    let skeletons = try SampleTokens.embedded(every: 5).map { Array($0.features.skeletonBytes) }
    var random = SeededRandom(seed: 14)
    for _ in 0..<3000 {
      guard let a = random.pick(skeletons), let other = random.pick(skeletons) else { continue }
      SignatureBound.check(a, random.chance(0.5) ? other : SymbolStrings.edited(a, &random))
    }
  }
}

enum SignatureBound {
  static func check(_ a: [UInt8], _ b: [UInt8]) {
    let bound = namescreen_least_cost(SkeletonSignature.of(a), SkeletonSignature.of(b))
    let distance = ReferenceSpellingDistance.distance(a, b)
    #expect(
      bound <= distance,
      "\(SymbolStrings.text(a)) \(SymbolStrings.text(b)): bound \(bound), distance \(distance)")
  }
}

/// Random strings over the symbols that skeletons have.
enum SymbolStrings {
  static let alphabet = Array("abcdefghijklmnoprstuvwzCSZWX0123".utf8)

  static func text(_ symbols: [UInt8]) -> String { String(decoding: symbols, as: UTF8.self) }

  /// Two strings, near to each other as often as not.
  static func pair(_ random: inout SeededRandom) -> ([UInt8], [UInt8]) {
    let a = string(&random)
    return (a, random.chance(0.6) ? edited(a, &random) : string(&random))
  }

  static func string(_ random: inout SeededRandom) -> [UInt8] {
    // A small alphabet makes repeated and exchanged symbols likely.
    let alphabet = random.chance(0.4) ? Array("abkmniSC".utf8) : alphabet
    return (0..<(1 + random.below(12))).compactMap { _ in random.pick(alphabet) }
  }

  static func edited(_ symbols: [UInt8], _ random: inout SeededRandom) -> [UInt8] {
    var symbols = symbols
    for _ in 0..<(1 + random.below(3)) {
      let at = random.below(symbols.count)
      let symbol = random.pick(alphabet) ?? 97
      switch random.below(4) {
      case 0: symbols.insert(symbol, at: min(at, symbols.count))
      case 1 where symbols.count > 1: symbols.remove(at: at)
      case 2 where at + 1 < symbols.count: symbols.swapAt(at, at + 1)
      default: if at < symbols.count { symbols[at] = symbol }
      }
    }
    return symbols
  }
}

/// Tokens of listed names, each form once.
enum SampleTokens {
  static func embedded(every step: Int) throws -> [Token] {
    var seen: Set<[UInt8]> = []
    var tokens: [Token] = []
    for name in try SampleList.embedded(every: step).names {
      for reading in try NameAnalyzer.standard.analyze(name).readings {
        for token in reading.tokens where seen.insert(Array(token.token.key)).inserted {
          tokens.append(token.token)
        }
      }
    }
    return tokens
  }
}
