import Foundation
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

  /// A base of customers is searched for the names of lists, and must find whom a list would find.
  @Test(arguments: 1...4 as ClosedRange<UInt64>)
  func aScoreIsTheSameWhicheverNameIsAskedFor(seed: UInt64) throws {
    var names = try SampleList.embeddedNames(every: 11)
    names += OrdinaryCustomers.make(400, seed: seed).map(\.name)
    let file = URL(filePath: #filePath).appending(path: "../../../corpora/pairs/labelled-pairs.tsv")
    let pairs = try String(contentsOf: file.standardized, encoding: .utf8).split(separator: "\n").dropFirst()
      .map { $0.split(separator: "\t", omittingEmptySubsequences: false).prefix(2).map(String.init) }
    names += pairs.map { $0[0] }
    var generator = QueryGenerator(names: names, seed: seed)
    var tried = stride(from: Int(seed), to: pairs.count, by: 4).map { (pairs[$0][0], pairs[$0][1]) }
    for round in 0..<1500 {
      let name = generator.random.pick(names) ?? ""
      let words = name.split(separator: " ").map(String.init)
      var other = words
      // Words that stand twice, exchanged or joined can be paired in several equally good ways.
      switch round % 6 {
      case 0: other = [generator.mutated(name, times: 1 + generator.random.below(3))]
      case 1: other += [generator.random.pick(words) ?? ""]
      case 2: other += words
      case 3: other.shuffle(using: &generator.random)
      case 4: other = (0..<(1 + generator.random.below(6))).compactMap { _ in generator.random.pick(words) }
      default: other = [generator.next()]
      }
      tried.append((name, other.joined(separator: generator.random.chance(0.1) ? "" : " ")))
    }
    let comparer = NameComparer()
    var agreeing = 0
    for (one, other) in tried {
      guard let a = try? NameAnalyzer.standard.analyze(one), let b = try? NameAnalyzer.standard.analyze(other)
      else { continue }
      for isPerson in [true, false] {
        let there = comparer.score(a, b, isPerson: isPerson)
        let back = comparer.score(b, a, isPerson: isPerson)
        #expect(there == back, "\(one) / \(other), \(isPerson ? "person" : "other"): \(there), \(back)")
        if there > 0.6 { agreeing += 1 }
      }
    }
    #expect(agreeing > 1000)
  }

  /// A base of customers judges their names as a list's of another type.
  @Test func aScorerMayJudgeEveryNameAsNoPersons() throws {
    var scorer = NameScorer.standard
    scorer.judgesAsPersons = false
    var generator = QueryGenerator(names: try SampleList.embeddedNames(every: 13), seed: 43)
    for _ in 0..<300 {
      let name = generator.random.pick(generator.names) ?? ""
      let (a, b) = (
        try NameAnalyzer.standard.analyze(name),
        try NameAnalyzer.standard.analyze(generator.mutated(name, times: 2))
      )
      #expect(
        NameComparer(scorer: scorer).score(a, b, isPerson: true)
          == NameComparer().score(a, b, isPerson: false))
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

  @Test func compoundNamesMeetHoweverTheyAreWritten() throws {
    for (a, b) in [
      ("Hassan Nur al-Din", "Hassan Noureddine"), ("Hasan Jamal al Din", "Hasan Jamaleddine"),
      ("Zia-ur-Rahman Madani", "Ziaurrahman Madani"), ("Jan van der Meer", "Jan Vandermeer"),
      ("Abdur Rahim Mufti", "Abdul Rahim Mufti"),
    ] {
      #expect(try score(a, b) > 0.85, "\(a) / \(b)")
      #expect(try score(b, a) == score(a, b), "\(b) / \(a)")
    }
    #expect(try score("Hassan Nur al-Din", "Hassan Jamaleddine") < 0.7)
  }

  /// Spellings of one name stay one though people bear both: عاطف, 길, Maxamed.
  @Test(arguments: [
    ("Atif Najib", "Atef Najib"), ("Mohammad Taqi Osanloo", "Mohammad Taghi Osanloo"),
    ("Kim Su-kil", "Kim Su Gil"),
    ("Ali Ahmed Warsame", "Cali Axmed Warsame"), ("Pejman Rahimian", "Pezhman Rahimian"),
    ("Petrs Ivanovs", "Petr Ivanov"),
  ])
  func spellingsOfOneNameMeet(a: String, b: String) throws {
    #expect(try score(a, b) >= 0.82, "\(a) / \(b)")
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
