import NameText
import TestSupport
import Testing

@testable import NameIndex

/// Damage that no checksum has found costs answers or is an error, and never stops the process.
@Suite struct DamagedIndexTests {
  /// Some of all kinds of names, with joined neighbours, other scripts and identifiers among them.
  private let list: SampleList
  private let bytes: [UInt8]
  private let sections: [IndexFile.Section]
  private let queries = ["Vladimir Putin", "محمد علي", "Kim Jongun", "OOO Alfa Bank 17", "A. Petrov"]

  init() throws {
    list = try SampleList.embedded(every: 30)
    bytes = try NameIndex.build(lists: list.lists.map { ($0.description, $0.designations) }).bytes()
    sections = try IndexFile(bytes: bytes).sections
  }

  /// Everything that is read of an index, with and without retrieval.
  private func read(_ damaged: [UInt8]) throws {
    let index = try NameIndex(unverified: damaged, name: "damaged")
    let session = SearchSession()
    for query in queries {
      let analyzed = try NameAnalyzer.standard.analyze(query)
      for isExhaustive in [false, true] {
        var options = SearchOptions(cutoff: 0.75)
        options.isExhaustive = isExhaustive
        for match in try index.search(analyzed, options, session: session) {
          _ = try index.designation(at: match.designation)
        }
      }
    }
    for ordinal in 0..<min(index.designationCount, 50) {
      _ = try? index.designation(at: ordinal)
      _ = index.group(of: ordinal).map { index.members(ofGroup: $0) }
    }
  }

  private func isRead(_ damaged: [UInt8]) -> Bool { (try? read(damaged)) != nil }

  @Test func whatIsNotDamagedIsRead() throws { try read(bytes) }

  @Test func flippedBytesOfEverySection() {
    var random = SeededRandom(seed: 7)
    var readable = 0
    for section in sections where section.length > 0 {
      for _ in 0..<4 {
        var damaged = bytes
        for _ in 0..<Int.random(in: 1...20, using: &random) {
          damaged[section.offset + Int.random(in: 0..<section.length, using: &random)] = .random(
            in: .min ... .max, using: &random)
        }
        readable += isRead(damaged) ? 1 : 0
      }
    }
    #expect(readable > 0)
  }

  @Test func verifyingFindsAFlippedBitOfEverySection() throws {
    try NameIndex(unverified: bytes, name: "whole").verify()
    for section in sections where section.length > 0 {
      var damaged = bytes
      damaged[section.offset + section.length / 2] ^= 4
      guard let index = try? NameIndex(unverified: damaged, name: "damaged") else { continue }
      #expect(throws: IndexError.checksum(file: "damaged", section: section.name.text)) { try index.verify() }
    }
  }

  @Test(arguments: [0x00, 0x01, 0x7F, 0xFF] as [UInt8])
  func everySectionFilled(with byte: UInt8) {
    for section in sections where section.length > 0 {
      var damaged = bytes
      for position in section.offset..<(section.offset + section.length) { damaged[position] = byte }
      _ = isRead(damaged)
    }
  }

  /// Numbers that lead just outside, or to the end.
  @Test func everySectionWithSwappedHalves() {
    for section in sections where section.length > 8 {
      var damaged = bytes
      let half = section.length / 2
      for position in 0..<half {
        damaged.swapAt(section.offset + position, section.offset + section.length - half + position)
      }
      _ = isRead(damaged)
    }
  }
}
