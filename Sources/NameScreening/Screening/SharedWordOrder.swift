/// An order of names in which those that share words follow each other: what a word meets is then still near when the word
/// comes up again.
struct SharedWordOrder {
  /// How often words came up, by their slots.
  private var counts = [UInt16](repeating: 0, count: slotCount)
  /// The words of the names, by their hashes, one name after the other, and where each name's end.
  private var words: [UInt32] = []
  private var ends: [Int] = []

  /// Words are told apart by so many bits of their hashes, which is enough for an order.
  static let slotCount = 1 << 16
  static func slot(of word: UInt32) -> Int { Int(word >> 16) }

  /// How many names there are.
  var count: Int { ends.count }

  /// The words of a name as it is written, by their hashes.
  func words(at position: Int) -> ArraySlice<UInt32> {
    words[(position > 0 ? ends[position - 1] : 0)..<ends[position]]
  }

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
    let slot = SharedWordOrder.slot(of: word)
    counts[slot] &+= counts[slot] == .max ? 0 : 1
  }

  /// The positions of the names, each once: by the two words of each that most names have.
  ///
  /// - Complexity: O(n log n) for n names.
  var positions: [Int] {
    var places: [(words: UInt64, position: Int)] = []
    places.reserveCapacity(count)
    for position in 0..<count {
      var (first, second) = (UInt64(0), UInt64(0))
      for word in words(at: position) {
        let ranked = UInt64(counts[SharedWordOrder.slot(of: word)]) << 32 | UInt64(word)
        if ranked > first {
          (first, second) = (ranked, first)
        } else if ranked > second {
          second = ranked
        }
      }
      places.append((first << 32 | second & 0xFFFF_FFFF, position))
    }
    places.sort { $0 < $1 }
    return places.map(\.position)
  }
}
