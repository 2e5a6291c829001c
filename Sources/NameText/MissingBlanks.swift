/// Names written without the blanks between them: Vladimirputin.
enum MissingBlanks {
  /// Shortest word that is cut.
  static let shortest = 8
  /// Longest word that is cut, in letters; the work grows with the square.
  static let longest = Token.maximumLength
  private static let shortestPiece = 3
  /// The least letters of a piece that nobody is known to bear, and of the known piece beside it.
  private static let shortestUnknown = 4
  private static let shortestBeside = 5

  /// How the letters of a word fall into names that people are known to bear, at most one of them unknown; the ends of the pieces
  /// but the last. Nil where they do not.
  ///
  /// - Parameter level: The level of `NameFrequencies` of some of the letters; nil for what nobody is known to bear.
  /// - Complexity: O(letters²) questions.
  static func cuts(of form: [UInt8], level: (ArraySlice<UInt8>) -> Int?) -> [Int]? {
    let count = form.count
    guard (shortest...longest).contains(count) else { return nil }
    // The best ways to cut the first letters, of each number of them without and with an unknown piece.
    var best = [Way](repeating: Way(), count: 2 * (count + 1))
    best[0].worth = 0
    for end in shortestPiece...count {
      for start in 0...(end - shortestPiece) where !(start == 0 && end == count) {
        guard best[2 * start].isThere || best[2 * start + 1].isThere else { continue }
        let length = end - start
        if let known = level(form[start..<end]).flatMap({ worth(length: length, level: $0) }) {
          for unknowns in 0...1 {
            improve(&best, 2 * end + unknowns, from: 2 * start + unknowns, worth: known)
          }
        } else if length >= shortestUnknown, length <= count - shortestBeside {
          improve(&best, 2 * end + 1, from: 2 * start, worth: -20)
        }
      }
    }
    guard best[2 * count].isThere || best[2 * count + 1].isThere else { return nil }
    var cuts: [Int] = []
    var way = best[best[2 * count].isThere ? 2 * count : 2 * count + 1]
    while way.from > 1 {
      cuts.append(Int(way.from) / 2)
      way = best[Int(way.from)]
    }
    return cuts.reversed()
  }

  /// The best way to cut some letters.
  private struct Way {
    var worth = Int32.min
    /// The way that it goes on from: twice its letters, and 1 where it has the unknown piece.
    var from: Int32 = 0

    var isThere: Bool { worth > Int32.min }
  }

  private static func improve(_ best: inout [Way], _ to: Int, from: Int, worth: Int) {
    guard best[from].isThere else { return }
    let total = best[from].worth + Int32(worth)
    if total > best[to].worth { best[to] = Way(worth: total, from: Int32(from)) }
  }

  /// Short names must be common ones; few pieces are better than many.
  private static func worth(length: Int, level: Int) -> Int? {
    let least = length == 3 ? 8 : length == 4 ? 6 : 3
    return level >= least ? length * 4 + level - 12 : nil
  }
}
