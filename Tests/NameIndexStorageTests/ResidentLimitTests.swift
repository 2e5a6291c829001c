import Foundation
import Synchronization
import Testing

@testable import NameIndex

@Suite struct ResidentLimitTests {
  @Test func `what came is given back when it is more than the limit allows`() {
    final class Memory: Sendable { let bytes = Atomic(1000) }
    let memory = Memory()
    let limit = ResidentLimit(bytes: 100) { memory.bytes.load(ordering: .relaxed) }
    // What is there, and whether it is too much; as much as 20 cannot be given back.
    for (bytes, isGiven) in [
      (1100, false), (1101, true), (1120, false), (1121, true), (500, false), (601, true),
    ] {
      memory.bytes.store(bytes, ordering: .relaxed)
      var given = false
      limit.keep {
        given = true
        memory.bytes.store(bytes > 1000 ? 1020 : 500, ordering: .relaxed)
      }
      #expect(given == isGiven, "\(bytes)")
    }
  }

  @Test func `bytes in memory have no limit to keep`() {
    let held = SharedBytes(holding: [1, 2, 3] as [UInt8])
    #expect(!held.hasResidentLimit)
    held.keepResidentLimit(leaving: [held.bytes])
    #expect(held.bytes.elementsEqual([1, 2, 3]))
  }

  #if os(Linux)
    @Test func `of a file that is read through, no more is in memory than the limit and one piece`() throws {
      let window = 1 << 16
      let folder = TemporaryFolder()
      let path = folder.file("sample.index")
      var writer = IndexFileWriter()
      let content = (0..<64 * window).map { UInt8(truncatingIfNeeded: $0 &* 31) }
      writer.add(section: "bytes", elements: content)
      try writer.write(to: path)
      func most(_ limit: ResidentLimit?) throws -> Int {
        let file = try IndexFile(memory: SystemFile.map(path: path, limit: limit), name: path)
        let bytes = try file.section("bytes", as: UInt8.self)
        var most = 0
        for place in stride(from: 0, to: bytes.count, by: window / 2) {
          bytes.owner.keepResidentLimit(leaving: [bytes.bytes])
          // Elsewhere as well, as scattered rows are read.
          for place in [place, (place + 24 * window) % bytes.count] {
            #expect(bytes[place] == content[place])
          }
          most = max(most, resident(path))
        }
        return most / window
      }
      let limited = try most(ResidentLimit(bytes: 8 * window) { resident(path) })
      #expect(limited < 24)
      let unlimited = try most(nil)
      #expect(unlimited > 48)
    }

    /// The bytes of a mapped file that are in the memory of this process.
    private func resident(_ path: String) -> Int {
      var isOurs = false
      var kilobytes = 0
      let maps = FileHandle(forReadingAtPath: "/proc/self/smaps")?.readDataToEndOfFile()
      for line in String(decoding: maps ?? Data(), as: UTF8.self).split(separator: "\n") {
        let fields = line.split(separator: " ", omittingEmptySubsequences: true)
        if fields.count >= 5, fields[0].contains("-") { isOurs = line.hasSuffix(path) }
        if isOurs, fields[0] == "Rss:", let count = Int(fields[1]) { kilobytes += count }
      }
      return kilobytes << 10
    }
  #endif
}
