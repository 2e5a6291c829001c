/// SplitMix64 (Steele, Lea and Flood 2014): the same seed gives the same numbers everywhere.
package struct SeededRandom: RandomNumberGenerator {
  private var state: UInt64

  package init(seed: UInt64) { state = seed }

  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

extension SeededRandom {
  package mutating func below(_ count: Int) -> Int { Int.random(in: 0..<max(1, count), using: &self) }

  package mutating func chance(_ share: Double) -> Bool { Double.random(in: 0..<1, using: &self) < share }

  /// An element, or nil of an empty collection.
  package mutating func pick<C: Collection>(_ elements: C) -> C.Element? {
    elements.randomElement(using: &self)
  }
}

extension SeededRandom {
  /// A stream of numbers that belongs to a purpose, whatever else is drawn: equal words and seed, equal numbers.
  package init(seed: UInt64, _ purpose: String...) {
    // FNV-1a (Fowler, Noll, Vo; RFC 9923), 64 bits.
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for word in purpose {
      for byte in word.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
      hash = (hash ^ 0xFF) &* 0x100_0000_01b3
    }
    self.init(seed: seed ^ hash)
    _ = next()
  }

  /// A place in running totals, each as often as its share of the last; nil for none.
  ///
  /// - Complexity: O(log n).
  package mutating func place(in totals: [Int]) -> Int? {
    guard let total = totals.last else { return nil }
    let wanted = below(total)
    var low = 0
    var high = totals.count - 1
    while low < high {
      let middle = (low + high) / 2
      if totals[middle] > wanted { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
