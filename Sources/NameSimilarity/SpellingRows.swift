import NameText

/// The rows of the weighted edit distance between a query and a word that is entered letter by letter.
///
/// Optimal string alignment: substitutions, gaps, and one transposition of neighbours (Damerau, 1964,
/// doi:10.1145/363958.363994), with the weights of `SpellingCosts` and a dearer first letter. Words that begin alike share
/// their first rows, so a walk through a trie enters each common beginning once.
package final class SpellingRows {
  private static let width = Token.maximumLength + 2
  private let substitution: UnsafeMutablePointer<UInt8>
  private let gap: UnsafeMutablePointer<Int32>
  private let code: UnsafeMutablePointer<UInt8>
  /// Row `d` holds the distances after `d` letters of the word.
  private let rows: UnsafeMutablePointer<Int32>
  private let query: UnsafeMutablePointer<UInt8>
  private let word: UnsafeMutablePointer<UInt8>
  private var length = 0
  /// Highest cost by the longer length of the two words, for 0...2 maximumLength.
  private let limits: UnsafeMutablePointer<Int32>

  package init() {
    let costs = SpellingCosts.standard
    // Safe: sized by the tables and by the longest token on both sides; freed in deinit only.
    substitution = .allocate(capacity: costs.substitution.count)
    substitution.initialize(from: costs.substitution, count: costs.substitution.count)
    gap = .allocate(capacity: costs.gap.count)
    for (symbol, cost) in costs.gap.enumerated() { gap[symbol] = Int32(cost) }
    code = .allocate(capacity: costs.code.count)
    code.initialize(from: costs.code, count: costs.code.count)
    let width = SpellingRows.width
    rows = .allocate(capacity: width * width)
    rows.initialize(repeating: 0, count: width * width)
    query = .allocate(capacity: width)
    query.initialize(repeating: 0, count: width)
    word = .allocate(capacity: width)
    word.initialize(repeating: 0, count: width)
    limits = .allocate(capacity: 2 * width)
    limits.initialize(repeating: 0, count: 2 * width)
  }

  deinit {
    substitution.deallocate()
    gap.deallocate()
    code.deallocate()
    rows.deallocate()
    query.deallocate()
    word.deallocate()
    limits.deallocate()
  }

  /// The limits of the present query, by the longer length of the two words.
  package var limitsByLength: UnsafePointer<Int32> { UnsafePointer(limits) }

  /// Begins with a query whose words may cost what `least` leaves at the longer length (`TokenSimilarity.costLimit`).
  package func start(_ skeleton: UnsafePointer<UInt8>, _ count: Int, least: Float) {
    for length in 0..<(2 * SpellingRows.width) {
      limits[length] = TokenSimilarity.costLimit(least: least, length: length)
    }
    start(skeleton, count)
  }

  /// Begins with a query whose words may cost `limit`.
  package func start(_ skeleton: UnsafePointer<UInt8>, _ count: Int, limit: Int32) {
    limits.update(repeating: limit, count: 2 * SpellingRows.width)
    start(skeleton, count)
  }

  /// What is beyond `Token.maximumLength` is left out.
  private func start(_ skeleton: UnsafePointer<UInt8>, _ count: Int) {
    length = min(count, Token.maximumLength)
    let first = SpellingCosts.firstLetterPercent
    rows[0] = 0
    for index in 0..<length {
      query[index] = code[Int(skeleton[index])]
      let cost = gap[Int(query[index])]
      rows[index + 1] = rows[index] + (index == 0 ? cost * first / 100 : cost)
    }
  }

  /// Enters letter number `depth`, from 1, after the letters before it; false when no word that begins so can stay within
  /// its limit.
  ///
  /// A cell at letter j of a query of length n that stands at d letters of the word lets a word of n + max(0, d - j) letters
  /// follow without further gaps, and each letter more costs a gap of 30 at least, which is more than it adds to the limit
  /// (27 at the floor of similarity). So the cell's distance is held against the limit of that length; and the row before,
  /// with a transposition, likewise.
  ///
  /// - Complexity: O(length of the query).
  package func enter(_ symbol: UInt8, depth: Int) -> Bool {
    guard depth >= 1, depth <= Token.maximumLength else { return false }
    let width = SpellingRows.width
    let other = Int(code[Int(symbol)])
    word[depth] = UInt8(truncatingIfNeeded: other)
    let beforeLast = rows + max(0, depth - 2) * width
    let last = rows + (depth - 1) * width
    let current = rows + depth * width
    let costs = substitution + other * SpellingCosts.symbols
    let first = SpellingCosts.firstLetterPercent
    let plainGap = gap[other]
    let insertion = depth == 1 ? plainGap * first / 100 : plainGap
    let length = length
    current[0] = last[0] + insertion
    var isWithin =
      current[0] <= limits[length + depth]
      || last[0] + SpellingCosts.transposition <= limits[length + depth - 1]
    let previous = depth > 1 ? word[depth - 1] : 0xFF
    for index in 0..<length {
      let letter = query[index]
      var exchange = Int32(costs[Int(letter)])
      var deletion = gap[Int(letter)]
      if index == 0 {
        deletion = deletion * first / 100
        if depth == 1 { exchange = exchange * first / 100 }
      }
      var best = min(last[index] + exchange, min(last[index + 1] + insertion, current[index] + deletion))
      if index > 0 && letter == previous && query[index - 1] == word[depth] && depth > 1 {
        best = min(best, beforeLast[index - 1] + SpellingCosts.transposition)
      }
      current[index + 1] = best
      let beyond = depth - index - 1
      let limit = limits[beyond > 0 ? length + beyond : length]
      let limitBefore = limits[beyond > 1 ? length + beyond - 1 : length]
      isWithin = isWithin || best <= limit || last[index + 1] + SpellingCosts.transposition <= limitBefore
    }
    return isWithin
  }

  /// The distance of the word of `depth` letters, or nil when it is above the limit.
  package func distance(depth: Int) -> Int32? {
    let depth = min(depth, Token.maximumLength)
    let cost = rows[depth * SpellingRows.width + length]
    return cost <= limits[max(depth, length)] ? cost : nil
  }
}
