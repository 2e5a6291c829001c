/// Names that hold a word like one of the query's, in runs that the same words led to.
struct Candidates {
  private(set) var names: [UInt32] = []
  private var runs: [(end: Int, words: UInt64)] = []

  /// The query's words that met something on the list or were not looked up: a word, a join on either side, a listed join.
  var foundWords: UInt64 = 0
  var foundJoins: UInt64 = 0
  var foundListedJoins: UInt64 = 0
  /// The query's joins that met something.
  var foundQueryJoins: UInt64 = 0

  mutating func removeAll() {
    foundWords = 0
    foundJoins = 0
    foundListedJoins = 0
    foundQueryJoins = 0
    names.removeAll(keepingCapacity: true)
    runs.removeAll(keepingCapacity: true)
  }

  mutating func append(_ name: UInt32) { names.append(name) }

  /// Ends a run: the query's `words`, a bit each, led to what was appended since the last one.
  mutating func endRun(words: UInt64) {
    if names.count > runs.last?.end ?? 0 { runs.append((names.count, words)) }
  }

  /// Lets `body` move what is kept of each run to its beginning and say how many these are.
  mutating func keep(_ body: (_ run: UnsafeMutableBufferPointer<UInt32>, _ words: UInt64) -> Int) {
    var kept = 0
    let ends = runs
    names.withUnsafeMutableBufferPointer { names in
      var start = 0
      for run in ends {
        let count = body(UnsafeMutableBufferPointer(rebasing: names[start..<run.end]), run.words)
        for offset in 0..<count { names[kept + offset] = names[start + offset] }
        kept += count
        start = run.end
      }
    }
    names.removeLast(names.count - kept)
    runs.removeAll(keepingCapacity: true)
  }
}
