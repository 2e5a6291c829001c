#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A set of numbers of names, a bit each, that a session empties and fills again with every search.
///
/// Memory: a bit a name of the index, of which the pages count that were ever touched.
final class NameSet {
  private var words: UnsafeMutablePointer<UInt64>?
  private var wordCount = 0

  deinit { words.map { free($0) } }

  /// Has room for numbers below `count`; stays empty.
  func reserve(_ count: Int) {
    let needed = (count + 63) / 64
    guard needed > wordCount else { return }
    words.map { free($0) }
    // Zeroed memory that is never touched is never there.
    words = calloc(needed, MemoryLayout<UInt64>.size)?.bindMemory(to: UInt64.self, capacity: needed)
    wordCount = words == nil ? 0 : needed
  }

  /// Has room for numbers below `count`, and holds none.
  ///
  /// - Complexity: O(count / 64).
  func empty(room count: Int) {
    reserve(count)
    words?.update(repeating: 0, count: wordCount)
  }

  /// Whether a number is in the set.
  @inline(__always)
  func holds(_ number: UInt32) -> Bool {
    let word = Int(number >> 6)
    guard word < wordCount, let words else { return false }
    return words[word] >> UInt64(number & 63) & 1 != 0
  }

  /// Whether a number was not in the set, which holds it now. One that there is no room for never is new.
  @inline(__always)
  @discardableResult
  func insert(_ number: UInt32) -> Bool {
    let word = Int(number >> 6)
    let bit: UInt64 = 1 << UInt64(number & 63)
    guard word < wordCount, let words, words[word] & bit == 0 else { return false }
    words[word] |= bit
    return true
  }

  /// Empties the set, which holds these numbers alone.
  func remove(_ numbers: [UInt32]) {
    guard let words else { return }
    for number in numbers where Int(number >> 6) < wordCount { words[Int(number >> 6)] = 0 }
  }
}
