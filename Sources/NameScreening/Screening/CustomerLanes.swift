/// Deals customers to tasks such that a word that repeats comes to the task that knows it.
///
/// What is found of a word is remembered by the task that looked it up. So a customer goes by the word of the name that came
/// least often so far, which is the one that is likely not known: most family names are then looked up once, by one task.
/// The hits are the same however customers are dealt.
struct CustomerLanes {
  private let count: Int
  /// How often words came, by their hash.
  private var occurrences = [UInt32](repeating: 0, count: 1 << 16)

  init(count: Int) { self.count = count }

  /// The rows for each lane, with their places.
  mutating func dealt(_ rows: [CustomerRow]) -> [[(place: Int, row: CustomerRow)]] {
    var lanes = [[(place: Int, row: CustomerRow)]](repeating: [], count: count)
    for (place, row) in rows.enumerated() {
      switch row {
      case .customer(let customer, _): lanes[lane(of: customer.name)].append((place, row))
      case .bad: lanes[place % count].append((place, row))
      }
    }
    return lanes
  }

  /// - Complexity: O(bytes of the name).
  mutating func lane(of name: String) -> Int {
    var rarest = Word()
    var word = Word()
    for byte in name.utf8 {
      // Letters and what is not ASCII; words are told apart, not read.
      if byte >= UInt8(ascii: "A") {
        word.add(byte)
      } else {
        end(&word, &rarest)
      }
    }
    end(&word, &rarest)
    return Int(rarest.hash >> 48) % count
  }

  private mutating func end(_ word: inout Word, _ rarest: inout Word) {
    guard word.length > 0 else { return }
    let place = Int(truncatingIfNeeded: word.hash >> 32) & (occurrences.count - 1)
    word.occurrences = occurrences[place]
    occurrences[place] &+= 1
    if word.isRarer(than: rarest) { rarest = word }
    word = Word()
  }

  private struct Word {
    /// FNV-1a.
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    var length = 0
    var occurrences = UInt32.max

    mutating func add(_ byte: UInt8) {
      // Without the bit by which ASCII letters of different case differ.
      hash = (hash ^ UInt64(byte | 0x20)) &* 0x100_0000_01B3
      length += 1
    }

    /// Of words that came equally often the longer one is rarer.
    func isRarer(than other: Word) -> Bool {
      occurrences == other.occurrences ? length > other.length : occurrences < other.occurrences
    }
  }
}
