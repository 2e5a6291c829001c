import NameText

/// What is left of a skeleton for comparing with a script that writes no short vowels: محمد gives "mhmd", Muhammad too.
package enum ConsonantSkeleton {
  /// Writes the consonants of a skeleton, a doubled one once, to memory for `Token.maximumLength` of them.
  ///
  /// - Returns: How many.
  /// - Complexity: O(length).
  package static func write(_ skeleton: UnsafeBufferPointer<UInt8>, to target: UnsafeMutablePointer<UInt8>)
    -> Int
  {
    var count = 0
    for symbol in skeleton.prefix(Token.maximumLength) where !Skeleton.isVowel(symbol) {
      if count == 0 || target[count - 1] != symbol {
        target[count] = symbol
        count += 1
      }
    }
    return count
  }

  /// How many `write` would write.
  package static func count(_ skeleton: UnsafeBufferPointer<UInt8>) -> Int {
    var count = 0
    var last: UInt8 = 0
    for symbol in skeleton where !Skeleton.isVowel(symbol) {
      if symbol != last { count += 1 }
      last = symbol
    }
    return count
  }
}
