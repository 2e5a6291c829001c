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

  /// Whether a number was not in the set, which holds it now. One that there is no room for never is new.
  @inline(__always)
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
