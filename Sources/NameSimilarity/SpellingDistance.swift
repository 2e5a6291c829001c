import NameText

/// The phonetically weighted edit distance of two short strings over the symbols of `SpellingCosts`.
///
/// Optimal string alignment: substitutions, gaps, and one transposition of neighbours
/// (Damerau, 1964, doi:10.1145/363958.363994), with weights and a dearer first letter.
package final class SpellingDistance {
  private let costs = SpellingCosts.standard
  private static let width = Token.maximumLength + 2
  /// Three rows of the matrix, then the codes of both strings.
  private let rows: UnsafeMutablePointer<Int32>
  private let codes: UnsafeMutablePointer<UInt8>

  package init() {
    // Safe: both sides are cut to Token.maximumLength before anything is written; freed in deinit only.
    rows = .allocate(capacity: 3 * SpellingDistance.width)
    rows.initialize(repeating: 0, count: 3 * SpellingDistance.width)
    codes = .allocate(capacity: 2 * SpellingDistance.width)
    codes.initialize(repeating: 0, count: 2 * SpellingDistance.width)
  }

  deinit {
    rows.deallocate()
    codes.deallocate()
  }

  /// The distance in 1/100 of an edit, or nil when it is above `limit`.
  ///
  /// - Complexity: O(a x b) worst, O(a x width of the band that `limit` leaves) usual; no allocation.
  package func distance(
    _ a: UnsafePointer<UInt8>, _ aLength: Int, _ b: UnsafePointer<UInt8>, _ bLength: Int, limit: Int32
  ) -> Int32? {
    let n = min(aLength, Token.maximumLength)
    let m = min(bLength, Token.maximumLength)
    let width = SpellingDistance.width
    let infinity: Int32 = 1 << 20
    return costs.substitution.withUnsafeBufferPointer { substitution in
      costs.gap.withUnsafeBufferPointer { gap in
        costs.code.withUnsafeBufferPointer { code in
          // Safe: every index below is under `width`, `symbols` or 256, the sizes of the tables.
          guard let substitution = substitution.baseAddress, let gap = gap.baseAddress, let code = code.baseAddress
          else { return nil }
          let left = codes
          let right = codes + width
          for i in 0..<n { left[i] = code[Int(a[i])] }
          for j in 0..<m { right[j] = code[Int(b[j])] }
          var beforeLast = rows
          var last = rows + width
          var current = rows + 2 * width
          let size = SpellingCosts.symbols
          let first = SpellingCosts.firstLetterPercent
          last[0] = 0
          for j in 0..<m {
            let cost = Int32(gap[Int(right[j])])
            last[j + 1] = last[j] + (j == 0 ? cost * first / 100 : cost)
          }
          for i in 0..<n {
            let symbol = Int(left[i])
            let row = substitution + symbol * size
            let plainGap = Int32(gap[symbol])
            let deletion = i == 0 ? plainGap * first / 100 : plainGap
            current[0] = last[0] + deletion
            var lowest = current[0]
            for j in 0..<m {
              let other = Int(right[j])
              var exchange = Int32(row[other])
              if i == 0 && j == 0 { exchange = exchange * first / 100 }
              var best = last[j] + exchange
              best = min(best, last[j + 1] + deletion)
              let insertion = Int32(gap[other])
              best = min(best, current[j] + (j == 0 ? insertion * first / 100 : insertion))
              if i > 0 && j > 0 && left[i] == right[j - 1] && left[i - 1] == right[j] {
                best = min(best, beforeLast[j - 1] + SpellingCosts.transposition)
              }
              current[j + 1] = best
              lowest = min(lowest, best)
            }
            // A transposition reaches over one row, and costs at least this much there.
            if lowest > limit && (i == 0 || minimum(last, m) + SpellingCosts.transposition > limit) {
              return nil
            }
            (beforeLast, last, current) = (last, current, beforeLast)
          }
          let result = n == 0 && m == 0 ? 0 : last[m]
          return result > limit || result >= infinity ? nil : result
        }
      }
    }
  }

  private func minimum(_ row: UnsafeMutablePointer<Int32>, _ m: Int) -> Int32 {
    var lowest = row[0]
    for j in 0...m { lowest = min(lowest, row[j]) }
    return lowest
  }
}
