import NameText
import TestSupport
import Testing

/// No text traps, and what is too long is told.
@Suite struct LimitTests {
  @Test func longTextsThrow() throws {
    let limit = NameAnalyzer.maximumLength
    let long = String(repeating: "a", count: 1 << 20)
    #expect(throws: NameTextError.tooLong(bytes: 1 << 20, limit: limit)) {
      try NameAnalyzer.standard.analyze(long)
    }
    #expect(throws: Never.self) { try NameAnalyzer.standard.analyze(String(repeating: "a", count: limit)) }
  }

  @Test func manyWordsThrow() throws {
    let most = NameAnalyzer.longestName
    #expect(throws: NameTextError.tooManyWords(count: most + 1, limit: most)) {
      try NameAnalyzer.standard.analyze(words(most + 1))
    }
    #expect(try NameAnalyzer.standard.analyze(words(most)).readings.count == 15)
  }

  /// `count` different words in less than the longest text.
  private func words(_ count: Int) -> String {
    let letters = Array("bcdfghklmnprstvz")
    return (0..<count).map { "\(letters[$0 / 16 % 16])u\(letters[$0 % 16])q\($0 < 256 ? "a" : "i")" }
      .joined(separator: " ")
  }

  @Test func `a name of more words than a reading holds is read in stretches that overlap`() throws {
    let most = NameAnalyzer.maximumWords
    #expect(try NameAnalyzer.standard.analyze(words(most)).readings.map(\.tokens.count) == [most])
    let name = try NameAnalyzer.standard.analyze(words(107))
    #expect(name.readings.map(\.tokens.count) == [64, 64, 43])
    let texts = name.readings.map { $0.tokens.map(\.text) }
    let all = words(107).split(separator: " ").map(String.init)
    #expect(texts == [Array(all[..<64]), Array(all[32..<96]), Array(all[64...])])
    #expect(try NameAnalyzer.standard.analyze(words(96)).readings.map(\.tokens.count) == [64, 64])
  }

  @Test(arguments: [
    "", " ", "\u{301}\u{302}\u{303}", ".,;:-()/", "\u{200B}\u{202E}\u{FEFF}", "\u{0}\u{1}\u{7F}", "😀",
    "()(()", "''",
  ])
  func nothingToCompareIsEmpty(text: String) throws {
    let name = try NameAnalyzer.standard.analyze(text)
    #expect(name.isEmpty)
    #expect(!name.readings.isEmpty)
  }

  @Test func longWordsAreCutOnBothSidesAlike() throws {
    let word = String(repeating: "shch", count: 200)
    let name = try NameAnalyzer.standard.analyze(word)
    let token = try #require(name.readings.first?.tokens.first?.token)
    #expect(token.form.utf8.count == Token.maximumLength)
    #expect(token.skeleton.utf8.count <= Token.maximumLength)
  }

  @Test func anyBytesAreReadOrRefused() {
    var random = SeededRandom(seed: 7)
    for _ in 0..<300 {
      let bytes = (0..<random.below(60)).map { _ in UInt8.random(in: 0...255, using: &random) }
      _ = try? NameAnalyzer.standard.analyze(String(decoding: bytes, as: UTF8.self))
    }
  }

  @Test func anyScalarsAreReadOrRefused() {
    var random = SeededRandom(seed: 8)
    for _ in 0..<400 {
      var text = ""
      for _ in 0..<random.below(12) {
        let ceiling: UInt32 = random.chance(0.5) ? 0x3000 : 0x11_0000
        if let scalar = Unicode.Scalar(UInt32.random(in: 0..<ceiling, using: &random)) {
          text.unicodeScalars.append(scalar)
        }
      }
      _ = try? NameAnalyzer.standard.analyze(text)
    }
  }
}
