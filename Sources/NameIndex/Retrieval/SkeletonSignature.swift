import CNameKernels

/// A 64-bit digest of a skeleton that bounds the spelling cost from below.
///
/// Bits 0..<34: each of 17 strong consonants, at least once and at least twice. Bits 34..<40: nasals (m, n) at least
/// once, twice, three times, and liquids (l, r) likewise. Bits 40..<50: each vowel at least once and twice.
///
/// Let L, S and V be, for the three parts, the larger of the bits that only one and only the other side has. Then
/// cost >= 40 L + 35 S + 25 V (1/100 edits), since no edit lowers the right side by more than it costs: exchanging two
/// strong consonants costs 40 at least and lowers L by 1 at most; m for n costs 60, l for r 70, and lowers no S; a
/// consonant that goes, comes or becomes a vowel costs 100 and lowers L, S and V by 1 each at most; a vowel for a vowel
/// costs 30, i for j 25, u for v 50, a vowel's gap 50, and lower V by 1; a transposition lowers nothing. The weak
/// consonants h, X, j, Z and v, which are cheap to lose, have no bits.
package enum SkeletonSignature {
  private static let strong = Array("bdfgklmnprstzcCSW".utf8)
  private static let vowels = Array("aeiou".utf8)

  /// Bit of a symbol's first occurrence, its second being the next part's; 255 for none.
  private static let bits: [UInt8] = {
    var bits = [UInt8](repeating: 255, count: 256)
    for (offset, symbol) in strong.enumerated() { bits[Int(symbol)] = UInt8(offset) }
    for (offset, symbol) in vowels.enumerated() { bits[Int(symbol)] = UInt8(40 + offset) }
    return bits
  }()

  /// - Complexity: O(length).
  package static func of(_ skeleton: some Sequence<UInt8>) -> UInt64 {
    var signature: UInt64 = 0
    var nasals = 0
    var liquids = 0
    for symbol in skeleton {
      switch symbol {
      case UInt8(ascii: "m"), UInt8(ascii: "n"):
        if nasals < 3 { signature |= 1 << UInt64(34 + nasals) }
        nasals += 1
      case UInt8(ascii: "l"), UInt8(ascii: "r"):
        if liquids < 3 { signature |= 1 << UInt64(37 + liquids) }
        liquids += 1
      default: break
      }
      let bit = UInt64(bits[Int(symbol)])
      guard bit < 64 else { continue }
      let second = bit < 40 ? bit + 17 : bit + 5
      if signature & (1 << bit) == 0 { signature |= 1 << bit } else { signature |= 1 << second }
    }
    return signature
  }

  /// Letters that cost little to leave out.
  private static let faint = Array("hjw".utf8)

  /// The signature with what stands beside it in the groups of a vocabulary (`namescreen_vocabulary`).
  package static func glance(of skeleton: some Collection<UInt8>) -> UInt64 {
    let hasFaint = skeleton.contains { faint.contains($0) }
    return of(skeleton) | (hasFaint ? NAMESCREEN_HAS_FAINT : 0)
      | UInt64(skeleton.count) << NAMESCREEN_LENGTH_SHIFT
  }
}
