import CNameKernels

/// Names that hold a word like one of the query's, in runs that the same words led to.
struct Candidates {
  private(set) var names: [UInt32] = []
  private var runs: [namescreen_run] = []
  /// The runs, all first, of names that may have neighbours which equal a word of the query and which no row holds.
  private var joinedRuns = 0
  /// How many names of these runs are kept: the first ones.
  private(set) var joinedCount = 0
  /// The query's words whose runs have ended.
  private(set) var ended: UInt64 = 0

  /// The query's words that met something on the list or were not looked up: a word, a join on either side.
  var foundWords: UInt64 = 0
  var foundJoins: UInt64 = 0
  /// The most that each word of the query adds.
  var reaches: [Double] = []
  /// The query's joins that met something.
  var foundQueryJoins: UInt64 = 0

  mutating func removeAll() {
    foundWords = 0
    foundJoins = 0
    foundQueryJoins = 0
    ended = 0
    reaches.removeAll(keepingCapacity: true)
    joinedRuns = 0
    joinedCount = 0
    names.removeAll(keepingCapacity: true)
    runs.removeAll(keepingCapacity: true)
  }

  /// Takes a name that is not in `seen` yet.
  ///
  /// - Returns: Whether it was not.
  mutating func add(_ name: UInt32, _ seen: NameSet) -> Bool {
    let isNew = seen.insert(name)
    if isNew { names.append(name) }
    return isNew
  }

  /// Takes names again that are in a run by what one word of the query makes of them, to be judged by several.
  mutating func addAgain(_ again: [UInt32]) { names += again }

  /// Takes those of the names that are not in `seen` yet. Only damage makes one that is not below `count`.
  mutating func add(_ added: UnsafeBufferPointer<UInt32>, below count: Int, _ seen: NameSet) {
    for name in added where Int(name) < count && seen.insert(name) { names.append(name) }
  }

  /// Takes those of the names that are in a set and not in `seen` yet.
  mutating func add(_ added: UnsafeBufferPointer<UInt32>, of set: NameSet, _ seen: NameSet) {
    for name in added where set.holds(name) && seen.insert(name) { names.append(name) }
  }

  /// Takes all names below a number that are not in `seen` yet.
  mutating func addAll(below count: Int, _ seen: NameSet) {
    for name in 0..<UInt32(clamping: count) where seen.insert(name) { names.append(name) }
  }

  /// Ends a run: the query's word, or a join of `words`, a bit each, led to what was appended since the last one.
  ///
  /// - Parameters:
  ///   - isWord: All names that the word meets at the cut-off, alone or with a listed join, are in runs now.
  ///   - joined: The words that may equal neighbours of these names that no row holds; such runs come first.
  mutating func endRun(words: UInt64, isWord: Bool, joined: UInt64 = 0) {
    if names.count > Int(runs.last?.end ?? 0) {
      runs.append(namescreen_run(end: Int64(names.count), words: words, unmet: ended, joined: joined))
      if joined != 0 { joinedRuns = runs.count }
    }
    if isWord { ended |= words }
  }

  /// Lets `body` move what is kept of all runs to the beginning, set their ends to where that ends, and say how many these are.
  mutating func keep(
    _ body: (
      _ names: UnsafeMutableBufferPointer<UInt32>, _ runs: UnsafeMutableBufferPointer<namescreen_run>
    ) -> Int
  ) {
    let kept = names.withUnsafeMutableBufferPointer { names in
      runs.withUnsafeMutableBufferPointer { runs in body(names, runs) }
    }
    names.removeLast(names.count - kept)
    joinedCount = joinedRuns > 0 ? Int(runs[joinedRuns - 1].end) : 0
    runs.removeAll(keepingCapacity: true)
  }
}
