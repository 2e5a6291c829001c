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
  /// - Complexity: O(length) expected, no allocation.
  package static func level(ofSkeleton skeleton: UnsafeBufferPointer<UInt8>) -> Int? {
    guard skeleton.count > 1 else { return nil }
    return CompiledTables.embedded.frequencies.value(of: skeleton, in: table).map(level(ofText:))
  }

  package static func level(ofSkeleton skeleton: [UInt8]) -> Int? {
    skeleton.withUnsafeBufferPointer { level(ofSkeleton: $0) }
  }

  private static func level(ofText digits: UnsafeBufferPointer<UInt8>) -> Int {
    digits.reduce(0) { $0 * 10 + Int($1 & 0xF) }
  }

  /// Lines of a skeleton, a tab and its level.
  static var table: UnsafeBufferPointer<UInt8> {
    // Safe: the C file that embeds the table defines both the bytes and their count.
    UnsafeBufferPointer(start: embedded_name_frequencies_bytes(), count: embedded_name_frequencies_count())
  }

  /// Calls `body` with each skeleton in the table that begins with a letter, and its level.
  ///
  /// - Complexity: O(bytes of these lines).
  static func forEach(beginningWith first: UInt8, _ body: (UnsafeBufferPointer<UInt8>, Int) -> Void) {
    let lines = SortedLines(text: table).lines(beginningWith: first)
    for line in lines.split(separator: UInt8(ascii: "\n")) {
      guard let tab = line.firstIndex(of: UInt8(ascii: "\t")) else { continue }
      body(
        UnsafeBufferPointer(rebasing: line[..<tab]),
        level(ofText: UnsafeBufferPointer(rebasing: line[(tab + 1)...])))
    }
  }

  /// What the table holds, as it is written.
  static var lines: [(skeleton: [UInt8], level: Int)] {
    LanguageTable.rows(table).compactMap { fields in
      guard fields.count > 1, let level = Int(fields[1]) else { return nil }
      return (Array(fields[0].utf8), level)
    }
  }
}
