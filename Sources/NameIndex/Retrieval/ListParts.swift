import CNameKernels

/// The names of runs, by the parts of the list that they are in.
///
/// Where little of an index is to be in the memory of a process at once, all runs are looked at in one part of the list after the
/// other: the rows of a part stand together, and come once.
struct ListParts {
  /// The names of a part, a power of two: their rows are 700 KB as long as names are short.
  static let usualNamesShift = 15

  let count: Int
  private let runCount: Int
  /// By part and run.
  private var names: [UInt32]
  /// Where the names of a run in a part begin, and where those that are kept end.
  private var starts: [Int]
  private var ends: [Int]

  /// - Parameters:
  ///   - nameCount: Above all candidates.
  ///   - namesShift: Which power of two the names of a part are.
  /// - Complexity: O(names + parts x runs).
  init(
    _ candidates: UnsafeMutableBufferPointer<UInt32>, _ runs: UnsafeMutableBufferPointer<namescreen_run>,
    nameCount: Int, namesShift: Int
  ) {
    count = nameCount >> namesShift + 1
    runCount = runs.count
    names = Array(repeating: 0, count: candidates.count)
    starts = Array(repeating: 0, count: count * runCount)
    ends = starts
    ListParts.forEachName(of: candidates, runs, namesShift) { _, place in ends[place] += 1 }
    var next = 0
    for place in ends.indices {
      starts[place] = next
      next += ends[place]
      ends[place] = starts[place]
    }
    ListParts.forEachName(of: candidates, runs, namesShift) { name, place in
      names[ends[place]] = name
      ends[place] += 1
    }
  }

  private static func forEachName(
    of candidates: UnsafeMutableBufferPointer<UInt32>, _ runs: UnsafeMutableBufferPointer<namescreen_run>,
    _ namesShift: Int, _ body: (_ name: UInt32, _ place: Int) -> Void
  ) {
    var first = 0
    for run in runs.indices {
      let end = Int(runs[run].end)
      for name in candidates[first..<end] { body(name, (Int(name) >> namesShift) * runs.count + run) }
      first = end
    }
  }

  /// Lets `body` move what is kept of the names of a run in a part to the beginning, and say how many these are.
  mutating func keep(_ part: Int, _ run: Int, _ body: (UnsafeMutableBufferPointer<UInt32>) -> Int) {
    let place = part * runCount + run
    let stretch = starts[place]..<ends[place]
    guard !stretch.isEmpty else { return }
    ends[place] =
      stretch.lowerBound
      + names.withUnsafeMutableBufferPointer { body(UnsafeMutableBufferPointer(rebasing: $0[stretch])) }
  }

  /// Writes what is kept: run by run those that may have neighbours which equal a word, then the others part by part, as their
  /// rows are read next. Sets the ends of runs to where all of them end.
  ///
  /// - Returns: How many these are.
  func write(
    to candidates: UnsafeMutableBufferPointer<UInt32>, _ runs: UnsafeMutableBufferPointer<namescreen_run>
  ) -> Int {
    var kept = 0
    for isJoined in [true, false] {
      for part in 0..<count {
        for run in runs.indices where (runs[run].joined != 0) == isJoined {
          let place = part * runCount + run
          for name in names[starts[place]..<ends[place]] {
            candidates[kept] = name
            kept += 1
          }
        }
      }
      for run in runs.indices where (runs[run].joined != 0) == isJoined { runs[run].end = Int64(kept) }
    }
    return kept
  }
}
