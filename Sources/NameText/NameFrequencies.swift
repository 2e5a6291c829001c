import CEmbeddedCorpora

/// How many people bear a name part, from `corpora/language/name_frequencies.tsv`.
///
/// Level n stands for 2^n bearers per million people; rarer parts are not in the table.
package enum NameFrequencies {
  /// A name part this common or rarer weighs 1.
  private static let rare = 1
  /// What each doubling of the bearers takes off.
  private static let step: Float = 0.045
  private static let leastWeight: Float = 0.2

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
    let lines = SortedLines(
      text: UnsafeBufferPointer(
        start: embedded_name_frequencies_bytes(), count: embedded_name_frequencies_count()))
    return lines.value(of: skeleton)?.reduce(0) { $0 * 10 + Int($1 & 0xF) }
  }
}
