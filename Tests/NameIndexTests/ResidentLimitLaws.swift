import CNameKernels
import FoundationEssentials
import NameText
import TestSupport
import Testing

@testable import NameIndex

/// An index of which little is in memory at once answers like one that is all there.
@Suite struct ResidentLimitLaws {
  @Test(arguments: [nil, 3])
  func `giving an index back after every step leaves all hits, by parts, on several threads`(
    partNamesShift: Int?
  ) async throws {
    let list = try SampleList.embedded(every: 12)
    let path = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).index").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    try NameIndex.build(lists: list.lists.map { ($0.description, $0.designations) }).write(to: path)
    let limited = try NameIndex.open(path: path, residentLimit: 0)
    try await withThrowingTaskGroup(of: Void.self) { tasks in
      for seed in 1...4 {
        tasks.addTask {
          var generator = QueryGenerator(names: list.names, seed: UInt64(seed))
          for _ in 0..<40 {
            let text = generator.next()
            guard let query = try? NameAnalyzer.standard.analyze(text) else { continue }
            for cutoff in [0.6, 0.75, 0.82] {
              let options = SearchOptions(cutoff: cutoff)
              let hits = try limited.search(
                query, options, session: SearchSession(partNamesShift: partNamesShift))
              #expect(
                try hits == list.index.search(query, options, session: SearchSession()), "\(text) \(cutoff)")
              for hit in hits {
                #expect(
                  try limited.designation(at: hit.designation) == list.index.designation(at: hit.designation))
              }
            }
          }
        }
      }
      try await tasks.waitForAll()
    }
  }

  @Test func `names are looked at by parts of the list, and the kept ones read by parts`() {
    // By 4 names a part: two joined runs, then two others.
    var names: [UInt32] = [9, 1, 5, 2, 8, 3, 0, 10, 7, 4]
    var runs = [(2, 1), (3, 2), (7, 0), (10, 0)].map { end, joined in
      namescreen_run(end: Int64(end), words: 0, unmet: 0, joined: UInt64(joined))
    }
    var seen: [[UInt32]] = []
    let kept = names.withUnsafeMutableBufferPointer { names in
      runs.withUnsafeMutableBufferPointer { runs in
        var parts = ListParts(names, runs, nameCount: 11, namesShift: 2)
        for part in 0..<parts.count {
          for run in runs.indices {
            parts.keep(part, run) { names in
              seen.append(Array(names))
              // All but multiples of five.
              var kept = 0
              for name in names where name % 5 != 0 {
                names[kept] = name
                kept += 1
              }
              return kept
            }
          }
        }
        return parts.write(to: names, runs)
      }
    }
    #expect(seen == [[1], [2, 3, 0], [5], [7, 4], [9], [8], [10]])
    #expect(names.prefix(kept) == [1, 9, 2, 3, 7, 4, 8])
    #expect(runs.map(\.end) == [2, 2, 7, 7])
  }
}
