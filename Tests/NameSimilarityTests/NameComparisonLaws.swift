import NameSimilarity
import NameText
import TestSupport
import Testing

/// What a comparison of two names keeps to, whatever the names.
@Suite struct NameComparisonLaws {
  private func score(_ query: String, _ listed: String, _ type: NameType = .person) throws -> Double {
    try NameScorer.standard.score(
      query: NameAnalyzer.standard.analyze(query), listed: NameAnalyzer.standard.analyze(listed), type: type)
  }

  @Test func aNameEqualsItself() throws {
    for name in try SampleList.embeddedNames(every: 9) {
      for type in [NameType.person, .organization] {
        let own = try score(name, name, type)
        #expect(own == 1, "\(name): \(own)")
      }
    }
  }

  @Test func scoresLieBetweenZeroAndOne() throws {
    var generator = QueryGenerator(names: try SampleList.embeddedNames(every: 7), seed: 41)
    for _ in 0..<500 {
      let (query, listed) = (generator.next(), generator.next())
      let value = try score(query, listed, generator.random.chance(0.5) ? .person : .organization)
      #expect(value >= 0 && value <= 1, "\(query) / \(listed): \(value)")
    }
  }

  @Test func everyTokenStandsInExactlyOneLine() throws {
    var generator = QueryGenerator(names: try SampleList.embeddedNames(every: 7), seed: 42)
    for round in 0..<600 {
      let listedText = generator.random.pick(generator.names) ?? ""
      let queryText = round % 2 == 0 ? generator.mutated(listedText, times: 2) : generator.next()
      let query = try NameAnalyzer.standard.analyze(queryText)
      let listed = try NameAnalyzer.standard.analyze(listedText)
      let type = generator.random.chance(0.5) ? NameType.person : .organization
      let comparison = NameScorer.standard.compare(query: query, listed: listed, type: type)
      let plain = NameScorer.standard.score(query: query, listed: listed, type: type)
      #expect(comparison.score == plain, "\(queryText) / \(listedText)")
      // Names of which no words agree have no lines.
      if comparison.score == 0 { continue }
      let queryTexts = comparison.lines.compactMap(\.query)
      let listedTexts = comparison.lines.compactMap(\.listed)
      // The readings that scored best are not told, so one of them must fit.
      let queryFits = query.readings.contains { words($0) == sorted(queryTexts) }
      let listedFits = listed.readings.contains { words($0) == sorted(listedTexts) }
      #expect(queryFits && listedFits, "\(queryText) / \(listedText): \(comparison.lines)")
      let shares = comparison.lines.reduce(0) { $0 + $1.weight }
      #expect(
        abs(shares - 1) < 1e-6 || comparison.lines.isEmpty || shares == 0, "\(queryText) / \(listedText)")
    }
  }

  private func words(_ reading: NameReading) -> [String] {
    sorted(reading.tokens.map(\.text) + reading.titles)
  }
  private func sorted(_ texts: [String]) -> [String] {
    texts.flatMap { $0.split(separator: " ").map(String.init) }.sorted()
  }

  // MARK: Order of scores

  /// Each name is nearer to the listed one than the next is.
  @Test(arguments: [
    (
      "PUTIN, Vladimir Vladimirovich",
      ["Vladimir Vladimirovich Putin", "Vladimir Putin", "V. Putin", "Vladimir Petrovich Puchkov"]
    ),
    ("Sergei Shoigu", ["Sergei Shoigu", "Sergey Shoygu", "Serge Shogu", "Sergei Ivanov"]),
    ("Ivan Petrovich Sidorov", ["Ivan Petrovich Sidorov", "Ivan Sidorov", "Ivan Sergeevich Sidorov"]),
    ("Kim Jong Un", ["Kim Jong Un", "Kim Jong-un", "Kim Jong Il"]),
    (
      "Aleksandr Lukashenko",
      ["Aleksandr Lukashenko", "Alyaksandr Lukashenka", "Sasha Lukashenko", "Boris Lukashenko"]
    ),
  ])
  func nearerNamesScoreNoLess(listed: String, queries: [String]) throws {
    let scores = try queries.map { try score($0, listed) }
    for (index, pair) in zip(scores, scores.dropFirst()).enumerated() {
      #expect(pair.0 >= pair.1, "\(queries[index]) \(pair.0), \(queries[index + 1]) \(pair.1)")
    }
    #expect((scores.first ?? 0) > (scores.last ?? 1))
  }

  @Test func missingIsNotContradicting() throws {
    let listed = "Ivan Petrovich Sidorov"
    #expect(try score("Ivan Sidorov", listed) > score("Ivan Sergeevich Sidorov", listed))
    #expect(try score("AL-DURI Ahmad Hassan", "AL-DURI Ahmad") > score("AL-DURI Ahmad", "AL-UBAIDI Ahmad"))
    #expect(
      try score("Alfa Fund", "Alfa Fund 17", .organization)
        > score("Alfa Fund 18", "Alfa Fund 17", .organization))
    let missing = try score("Alfa Fund", "Alfa Fund VII", .organization)
    let contradicting = try score("Alfa Fund VIII", "Alfa Fund VII", .organization)
    #expect(missing > contradicting)
    #expect(
      try score("Vektor", "OOO Vektor", .organization) >= score("PAO Vektor", "OOO Vektor", .organization))
    #expect(
      try score("Vektor LLC", "OOO Vektor", .organization)
        > score("Vektor Bank AO", "OOO Vektor", .organization))
  }

  @Test func joinedAndSplitWordsMeet() throws {
    for (a, b) in [
      ("Ahmed Al Sharif", "Ahmed Alsharif"), ("Kim Jong-un", "Kim Jongun"),
      ("Jean Pierre Dupont", "Jeanpierre Dupont"), ("Vektor GmbH", "Vektor GMBH"),
    ] {
      #expect(try score(a, b) > 0.9, "\(a) / \(b)")
      #expect(try score(b, a) > 0.9, "\(b) / \(a)")
    }
  }
}

/// Case, marks, punctuation, normal form and the like say nothing of who is meant.
@Suite struct FormTests {
  static let names = [
    "Vladimir Vladimirovich Putin", "Владимир Владимирович Путин", "Володимир Зеленський",
    "Аляксандр Рыгоравіч Лукашэнка",
    "José Ñáñez Müller", "Łukasz Żółć", "Nguyễn Văn Hải", "Şükrü Çelik", "Kim Jong Un", "Ольга Ёлкина",
    "Юрій Їжак",
    "Abdul Rahman al Hussein",
  ]

  private func score(_ query: String, _ listed: String) throws -> Double {
    try NameScorer.standard.score(
      query: NameAnalyzer.standard.analyze(query), listed: NameAnalyzer.standard.analyze(listed),
      type: .person)
  }

  @Test(arguments: FormTests.names)
  func formDoesNotMatter(name: String) throws {
    let spaced = name.split(separator: " ")
    var variants = [
      name.uppercased(), name.lowercased(), "  " + name + " . ", spaced.joined(separator: "   "),
      spaced.joined(separator: "\u{A0}"), "\"\(name)\"", "\u{202B}\(name)\u{202C}", "\u{FEFF}" + name,
      name.map(String.init).joined(separator: "\u{200B}"), spaced.reversed().joined(separator: ", "),
      "Mr. " + name,
      "Dr " + name, name.replacing("u", with: "u\u{AD}"),
    ]
    for form in ["NFC", "NFD", "NFKC", "NFKD"] {
      if let normalized = ICU.transform(name, by: form) { variants.append(normalized) }
    }
    variants.append(
      String(
        String.UnicodeScalarView(
          name.unicodeScalars.map { 0x21..<0x7F ~= $0.value ? Unicode.Scalar($0.value + 0xFEE0) ?? $0 : $0 }))
    )
    for variant in variants where !isReordered(variant, name) {
      let value = try score(variant, name)
      #expect(value == 1, "\(variant) / \(name): \(value)")
    }
    for variant in variants where isReordered(variant, name) {
      #expect(try score(variant, name) > 0.9, "\(variant)")
    }
  }

  private func isReordered(_ variant: String, _ name: String) -> Bool { variant.contains(", ") }

  @Test(arguments: [
    ("José Ñáñez Müller", "Jose Nanez Muller"), ("Nguyễn Văn Hải", "Nguyen Van Hai"),
    ("Łukasz Nowak", "Lukasz Nowak"),
    ("Şükrü Çelik", "Sukru Celik"), ("Ол\u{2019}ьга Петрова", "Ольга Петрова"),
    ("O'Brien Patrick", "OBrien Patrick"),
  ])
  func marksDoNotMatter(a: String, b: String) throws {
    let value = try score(a, b)
    #expect(value == 1, "\(a) / \(b): \(value)")
  }

  @Test(arguments: [
    // Latin letters in Cyrillic words and the other way round.
    ("Cергей Шойгу", "Сергей Шойгу"), ("Cepгeй Шoйгy", "Сергей Шойгу"), ("PUTIN Vlаdimir", "PUTIN Vladimir"),
    ("РUTIN VLАDIМIR", "PUTIN VLADIMIR"), ("Vladimir Ρutin", "Vladimir Putin"),
  ])
  func lookAlikesDoNotMatter(a: String, b: String) throws {
    let value = try score(a, b)
    #expect(value == 1, "\(a) / \(b): \(value)")
  }
}
