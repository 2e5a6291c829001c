/// Names that hold a word like one of the query's, in runs that the same words led to.
struct Candidates {
  private(set) var names: [UInt32] = []
  private var runs: [(end: Int, words: UInt64, unmet: UInt64)] = []
  /// The query's words whose runs have ended.
  private var ended: UInt64 = 0

  /// The query's words that met something on the list or were not looked up: a word, a join on either side, a listed join.
  var foundWords: UInt64 = 0
  var foundJoins: UInt64 = 0
  var foundListedJoins: UInt64 = 0
  /// The most that each word of the query adds.
  var reaches: [Double] = []
  /// The query's joins that met something.
  var foundQueryJoins: UInt64 = 0

  mutating func removeAll() {
    foundWords = 0
    foundJoins = 0
    foundListedJoins = 0
    foundQueryJoins = 0
    ended = 0
    reaches.removeAll(keepingCapacity: true)
    names.removeAll(keepingCapacity: true)
    runs.removeAll(keepingCapacity: true)
  }

  mutating func append(_ name: UInt32) { names.append(name) }

  /// Ends a run: the query's word, or a join of `words`, a bit each, led to what was appended since the last one.
  ///
  /// - Parameter isWord: All names that the word meets at the cut-off, alone or with a listed join, are in runs now.
  mutating func endRun(words: UInt64, isWord: Bool) {
    if names.count > runs.last?.end ?? 0 { runs.append((names.count, words, ended)) }
    if isWord { ended |= words }
  }

  /// Lets `body` move what is kept of each run to its beginning and say how many these are; it is told which words led to
  /// the run and which meet none of its names, but perhaps in a join.
  mutating func keep(
    _ body: (_ run: UnsafeMutableBufferPointer<UInt32>, _ words: UInt64, _ unmet: UInt64) -> Int
  ) {
    var kept = 0
    let ends = runs
    names.withUnsafeMutableBufferPointer { names in
      var start = 0
      for run in ends {
        let count = body(UnsafeMutableBufferPointer(rebasing: names[start..<run.end]), run.words, run.unmet)
        for offset in 0..<count { names[kept + offset] = names[start + offset] }
        kept += count
        start = run.end
      }
    }
    names.removeLast(names.count - kept)
    runs.removeAll(keepingCapacity: true)
  }
}
