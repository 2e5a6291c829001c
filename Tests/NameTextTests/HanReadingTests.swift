import NameText
import TestSupport
import Testing

/// The table of Chinese readings stands for ICU's transform: letter by letter, and in words.
@Suite struct HanReadingTests {
  private func icu(_ words: [String]) throws -> [String] {
    let text = try #require(
      ICU.transform(words.joined(separator: "\n"), by: "Any-Latin; Latin-ASCII; Lower"))
    return text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      String(line.filter { $0.isASCII && ($0.isLetter || $0.isNumber) })
    }
  }

  private var table: [(letter: String, reading: String)] {
    String(decoding: HanReadings.table, as: UTF8.self).split(separator: "\n").compactMap { line in
      let fields = line.split(separator: "\t")
      return fields.count == 2 && !line.hasPrefix("#") ? (String(fields[0]), String(fields[1])) : nil
    }
  }

  private func forms(_ text: String) throws -> String {
    let reading = try #require(try NameAnalyzer.standard.analyze(text).readings.first)
    return reading.tokens.map { $0.token.form }.joined()
  }

  /// Versions of ICU differ in a letter here and there.
  @Test func nearlyEveryReadingIsICUs() throws {
    let table = table
    #expect(table.count > 25_000)
    let readings = try icu(table.map(\.letter))
    #expect(readings.count == table.count)
    let differing = zip(table, readings).count { $0.reading != $1 }
    #expect(differing * 500 <= table.count, "\(differing) readings are not what ICU says")
  }

  @Test func aLetterReadsTheSameInAWord() throws {
    let letters = table.map(\.letter)
    // Words of two to five letters from all over the table.
    let words = (0..<500).map { word in
      (0..<2 + word % 4).map { letters[(word * 7919 + $0 * 104_729) % letters.count] }
    }
    let separately = try icu(words.flatMap { $0 })
    let together = try icu(words.map { $0.joined() })
    var position = 0
    for (word, reading) in zip(words, together) {
      #expect(separately[position..<position + word.count].joined() == reading, "\(word.joined())")
      position += word.count
    }
  }

  @Test func namesAreReadByIt() throws {
    #expect(try forms("习近平") == "xijinping")
    #expect(try forms("習近平") == "xijinping")
    #expect(try forms("佐々木") == "zuozuomu")
  }

  /// Beyond the basic plane, and beside letters of other scripts, ICU itself is asked.
  @Test func whatIsNotInTheTableIsStillRead() throws {
    #expect(try !forms("𠮷田").isEmpty)
    #expect(try !forms("山のうえ").isEmpty)
  }
}
