import NameText
import RecallLaboratory
import TestSupport
import Testing

/// What a memo of words and pieces of texts gives is what the whole text gives.
@Suite struct AnalysisMemoTests {
  /// Parts of names that meet every rule by which a text is cut and read.
  private static let parts = [
    "Ivan", "IVAN", "Petrov", "Петров", "Іван", "ЩЕРБАКОВ", "Ўладзімір", "Đorđević", "Ђорђевић", "Müller",
    "Šušnjar",
    "Nguyễn", "Jean-Pierre", "al-Assad", "Abd", "Rahman", "bin", "van", "de", "or", "and", "O'Brien", "Ol'ga",
    "V.V.", "V.", "A.B.C.", "GmbH", "KfW", "IvanPetrov", "ООО", "Ltd.", "Bank", "Group", "Trading", "Moscow",
    "Курганский",
    "завод", "Cюзан", "Сергей", "PUT1N", "MS13", "7th", "44", "forty", "four", "III", "Petrovich", "Петрович",
    "Vladimirputin",
    "Myongc", "Hin", "Genby", "Зьешт", "محمد", "عبد", "الله", "عبدالله", "الأسد", "דוד", "ג'ון", "金正恩", "王",
    "佐々木", "々",
    "김정은", "김", "프랭크", "안드레예프", "ジョン・スミス", "ジョン", "・", "Παπαδόπουλος", "Гео\u{301}ргий", "и\u{306}",
    "к\u{301}",
    "ﬁn", "Ａｄａｍ", "रजनीकांत", "Pavlo\u{200D}", "\u{A0}", "x\u{3000}y", "(", ")", "(YAROSH)", "[Iurii]", "X,",
    ",", "; ", "/",
    "A/", "Russian:", ":", "-", "--", "—", "·", "", " ", "sputniknews.com", "Sheikh", "dr", "née",
    String(repeating: "x", count: 70),
  ]

  private func describe(_ name: AnalyzedName) -> [String] {
    name.readings.map { reading in
      let tokens = reading.tokens.map { token in
        let features = token.token.features
        return "\(token.token.form) \(token.token.skeleton) \(Array(token.token.key)) \(features.script) "
          + "\(features.role) \(features.frequency) \(Array(features.relationCodes)) \(token.role) \(token.weight) "
          + "\(token.text) \(token.isHyphenated) \(token.written ?? "")"
      }
      let joins = reading.joins.map {
        "\($0.first)-\($0.last) \($0.token.form) \($0.token.skeleton) \($0.isFuzzy) \($0.token.role)"
      }
      return "\(tokens) \(joins) \(reading.titles)"
    }
  }

  private func expectEqual(_ names: [String], _ memo: AnalysisMemo = AnalysisMemo()) throws {
    for name in names {
      let whole = describe(try NameAnalyzer.standard.analyze(name))
      for _ in 1...2 {
        #expect(describe(try NameAnalyzer.standard.analyze(name, memo: memo)) == whole, "\(name)")
      }
    }
  }

  @Test func memoChangesNothing() throws {
    var random = SeededRandom(seed: 5)
    var names: [String] = []
    for _ in 0..<3_000 {
      let words = (0..<(1 + random.below(6))).compactMap { _ in random.pick(AnalysisMemoTests.parts) }
      names.append(
        words.joined(separator: random.chance(0.9) ? " " : random.pick(["  ", ", ", "", "-"]) ?? ""))
    }
    try expectEqual(names)
  }

  @Test func memoChangesNoListedName() throws {
    try expectEqual(try SampleList.embedded(every: 3).names)
  }

  @Test func memoThatIsEmptiedChangesNothing() throws {
    try expectEqual(try SampleList.embedded(every: 5).names, AnalysisMemo(capacity: 8))
  }
}
