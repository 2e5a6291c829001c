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
    // The best way to cut the first `end` letters, without and with an unknown piece.
    var best = [[Way?]](repeating: [nil, nil], count: count + 1)
    best[0][0] = Way(worth: 0, cuts: [])
    for end in shortestPiece...count {
      for start in 0...(end - shortestPiece) where !(start == 0 && end == count) {
        guard best[start][0] != nil || best[start][1] != nil else { continue }
        let length = end - start
        let known = level(form[start..<end]).flatMap { worth(length: length, level: $0) }
        for unknowns in 0...1 {
          guard let way = best[start][unknowns] else { continue }
          if let known { improve(&best[end][unknowns], way, worth: known, end: end) }
          if known == nil, unknowns == 0, length >= shortestUnknown, length <= count - shortestBeside {
            improve(&best[end][1], way, worth: -20, end: end)
          }
        }
      }
    }
    let way = best[count][0] ?? best[count][1]
    return way.map { Array($0.cuts.dropLast()) }
  }

  private struct Way {
    var worth: Int
    var cuts: [Int]
  }

  private static func improve(_ best: inout Way?, _ way: Way, worth: Int, end: Int) {
    let total = way.worth + worth
    if let best, best.worth >= total { return }
    best = Way(worth: total, cuts: way.cuts + [end])
  }

  /// Short names must be common ones; few pieces are better than many.
  private static func worth(length: Int, level: Int) -> Int? {
    let least = length == 3 ? 8 : length == 4 ? 6 : 3
    return level >= least ? length * 4 + level - 12 : nil
  }
}
