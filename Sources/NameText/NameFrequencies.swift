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
  /// - Complexity: O(log n) comparisons among the lines with the same first two letters, no allocation.
  package static func level(ofSkeleton skeleton: [UInt8]) -> Int? {
    guard skeleton.count > 1 else { return nil }
    let pair = Starts.number(skeleton[0], skeleton[1])
    guard pair + 1 < starts.places.count else { return nil }
    let lines = SortedLines(
      text: UnsafeBufferPointer(rebasing: table[Int(starts.places[pair])..<Int(starts.places[pair + 1])]))
    return lines.value(of: skeleton)?.reduce(0) { $0 * 10 + Int($1 & 0xF) }
  }

  // Safe: the C file that embeds the table defines both the bytes and their count.
  private static var table: UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: embedded_name_frequencies_bytes(), count: embedded_name_frequencies_count())
  }

  private static let starts = Starts(of: table)

  /// Where the lines of each pair of first letters begin.
  private struct Starts {
    /// One more than pairs: where the last ends.
    private(set) var places = [UInt32](repeating: 0, count: 1 << 14)

    /// In the order of the lines.
    static func number(_ first: UInt8, _ second: UInt8) -> Int { Int(first & 0x7F) << 7 | Int(second & 0x7F) }

    /// - Complexity: O(bytes), once a process.
    init(of table: UnsafeBufferPointer<UInt8>) {
      var place = 0
      var next = 0
      while place + 1 < table.count {
        // A comment line stands before all.
        let number = table[place] == UInt8(ascii: "#") ? -1 : Starts.number(table[place], table[place + 1])
        while next <= number, next < places.count {
          places[next] = UInt32(place)
          next += 1
        }
        while place < table.count, table[place] != UInt8(ascii: "\n") { place += 1 }
        place += 1
      }
      while next < places.count {
        places[next] = UInt32(table.count)
        next += 1
      }
    }
  }
}
