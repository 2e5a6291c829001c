import CEmbeddedCorpora

/// How many people bear a name part, from `corpora/language/name_frequencies.tsv`.
///
/// The table is searched in the text that the binary carries: lines of a skeleton, a tab and a level, in byte order of
/// the skeletons. Level n stands for 2^n bearers per million people; rarer parts are not in the table.
package enum NameFrequencies {
  /// A name part this common or rarer weighs 1.
  private static let rare = 3
  /// What each doubling of the bearers takes off.
  private static let step: Float = 0.055
  private static let leastWeight: Float = 0.35

  /// How much agreement on a name part proves: 1 for a rare one, at least `leastWeight`.
  ///
  package static func weight(ofLevel level: Int) -> Float {
    max(leastWeight, 1 - step * Float(max(0, level - rare)))
  }

  /// The level of a skeleton, or nil when fewer bear it than the table counts.
  ///
  /// - Complexity: O(log n) line comparisons, no allocation.
  package static func level(ofSkeleton skeleton: [UInt8]) -> Int? {
    // Safe: the C file that embeds the table defines both the bytes and their count.
    let text = UnsafeBufferPointer(
      start: embedded_name_frequencies_bytes(), count: embedded_name_frequencies_count())
    var lower = 0
    var upper = text.count
    while lower < upper {
      var start = (lower + upper) / 2
      while start > lower, text[start - 1] != UInt8(ascii: "\n") { start -= 1 }
      var end = start
      while end < upper, text[end] != UInt8(ascii: "\n") { end += 1 }
      let line = UnsafeBufferPointer(rebasing: text[start..<end])
      let key = line.prefix { $0 != UInt8(ascii: "\t") }
      if line.first != UInt8(ascii: "#") && key.elementsEqual(skeleton) {
        let digits = line.dropFirst(key.count + 1)
        return digits.reduce(0) { $0 * 10 + Int($1 & 0xF) }
      }
      if line.first == UInt8(ascii: "#") || key.lexicographicallyPrecedes(skeleton) {
        lower = min(end + 1, upper)
      } else {
        upper = start
      }
    }
    return nil
  }
}
