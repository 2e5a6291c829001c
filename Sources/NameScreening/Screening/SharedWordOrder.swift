/// An order of names in which those that share words follow each other: what a word meets is then still near when the word
/// comes up again.
struct SharedWordOrder {
  /// What orders one name.
  private struct Place {
    /// The two words that most names have, by their hashes.
    var words: UInt64 = 0
    /// The word that fewest names have.
    var rarest: UInt32 = 0
    var position: UInt32
  }

  /// How often words came up, by some bits of their hashes.
  private var counts = [UInt16](repeating: 0, count: 1 << 16)
  /// The words of the names, one name after the other, and where each name's end.
  private var words: [UInt32] = []
  private var ends: [Int] = []

  /// Counts a name in, as it is written.
  ///
  /// - Complexity: O(bytes).
  mutating func append(_ name: String) {
    var hash: UInt32 = 0
    func isLetter(_ byte: UInt8) -> Bool { byte >= 0x80 || (byte | 0x20) &- 0x61 < 26 }
    for byte in name.utf8 {
      if isLetter(byte) {
        hash = (hash ^ UInt32(byte < 0x80 ? byte | 0x20 : byte)) &* 0x9E37_79B1
      } else if hash != 0 {
        add(hash)
        hash = 0
      }
    }
    if hash != 0 { add(hash) }
    ends.append(words.count)
  }

  private mutating func add(_ word: UInt32) {
    words.append(word)
    let slot = Int(word >> 16)
    counts[slot] &+= counts[slot] == .max ? 0 : 1
  }

  /// The positions of the names, each once, parted by their rarest words: what stands in one lane has few words in common
  /// with the others but the commonest.
  ///
  /// - Complexity: O(n log n) for n names.
  func positions(lanes: Int) -> [[Int]] {
    var places = [[Place]](repeating: [], count: max(1, lanes))
    var start = 0
    for (position, end) in ends.enumerated() {
      var place = Place(position: UInt32(truncatingIfNeeded: position))
      var (first, second, least) = (UInt64(0), UInt64(0), UInt64.max)
      for word in words[start..<end] {
        let ranked = UInt64(counts[Int(word >> 16)]) << 32 | UInt64(word)
        if ranked > first {
          (first, second) = (ranked, first)
        } else if ranked > second {
          second = ranked
        }
        if ranked < least { least = ranked }
      }
      place.words = first << 32 | second & 0xFFFF_FFFF
      place.rarest = UInt32(truncatingIfNeeded: least)
      places[Int(place.rarest >> 8) % places.count].append(place)
      start = end
    }
    return places.map { lane in
      lane.sorted { ($0.words, $0.position) < ($1.words, $1.position) }.map { Int($0.position) }
    }
  }
}
