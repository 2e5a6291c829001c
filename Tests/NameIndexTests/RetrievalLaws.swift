import CNameKernels
import Designations
import FoundationEssentials
import NameIndex
import NameSimilarity
import NameText
import TestSupport
import Testing

/// Retrieval is lossless, deterministic and monotone in the cut-off, and agrees with the plain comparison.
@Suite struct RetrievalLaws {
  static let cutoffs = [0.4, 0.5, 0.6, 0.65, 0.7, 0.75, 0.8, 0.82, 0.85, 0.9, 0.95, 1.0]

  @Test(
    "Retrieval misses nothing, whatever the processor", .serialized,
    arguments: NAMESCREEN_ANY...namescreen_best_target())
  func indexEqualsExhaustiveSearch(target: Int32) throws {
    namescreen_limit_target(target)
    defer { namescreen_limit_target(NAMESCREEN_AVX512) }
    let list = try SampleList.embedded(every: 12)
    var generator = QueryGenerator(names: list.names, seed: 1)
    let session = SearchSession()
    for _ in 0..<120 {
      let query = generator.next()
      let cutoff = generator.random.pick(RetrievalLaws.cutoffs) ?? 0.8
      let difference = try RetrievalLaws.difference(list.index, query, cutoff, session)
      #expect(difference == nil, "\(difference ?? "")")
    }
  }

  /// Names have tables with those of their unit, or with all names that a word leads to.
  @Test(arguments: [1, 4, 1000])
  func namesThatAreSiftedByTheirOtherWordsAreTheSame(leastCompanions: Int) throws {
    let list = try SampleList.embedded(every: 12)
    var generator = QueryGenerator(names: list.names, seed: 9)
    let session = SearchSession(leastCompanions: leastCompanions, leastSharedCompanions: 1)
    // Words have tables from the second time on.
    let queries = (0..<60).map { _ in generator.next() }
    for query in queries { _ = try RetrievalLaws.difference(list.index, query, 0.7, session) }
    for query in queries {
      for cutoff in [0.65, 0.82, 0.9] {
        let difference = try RetrievalLaws.difference(list.index, query, cutoff, session)
        #expect(difference == nil, "\(difference ?? "")")
      }
    }
  }

  /// Common words beside rare ones: where names come up for the first time, those are looked up further.
  @Test func namesOfCommonWordsThatComeUpOnceAreTheSame() throws {
    let given = ["Ivan", "Magomed", "Maria", "Wei", "Ivan Petrovich", "Abd al-Rahman", "V.", "Іван"]
    let family = [
      "Petrov", "Petrova", "Pietrow", "Petroff", "Petr Ov", "P.", "Petrenko", "Petersen", "Peters", "Pedrov",
      "Магомедов", "Magomed", "Mahomedov", "Vishnyakov", "Wischnjakow", "Vishniakova", "Vishnyak",
      "Vish Nyakov",
      "al-Petrov", "Wang", "Huang",
    ]
    let list = try SampleList(
      persons: family.flatMap { family in given.map { "\($0) \(family)" } } + [
        "Ivan", "Magomed Ivan", "Ivanpetrov",
      ])
    var generator = QueryGenerator(names: list.names, seed: 11)
    for _ in 0..<120 {
      let query = generator.next()
      for cutoff in [0.6, 0.7, 0.82, 0.9] {
        let session = SearchSession(leastCompanions: 1)
        let difference = try RetrievalLaws.difference(list.index, query, cutoff, session)
        #expect(difference == nil, "\(difference ?? "")")
      }
    }
  }

  /// Du is a name of one and a particle of others, which leaves Yan less to lose beside it.
  @Test func `a word is met beside a name that is a particle elsewhere`() throws {
    let particles = ["Lac", "Pont", "Bois", "Val", "Port"].map { "Jian du \($0)" }
    let list = try SampleList(persons: ["Jian Du", "Ivan Petrov"] + particles)
    let session = SearchSession(leastCompanions: 1, leastSharedCompanions: 1)
    for query in ["Du Yan", "Yan Du", "Du Yan", "Yan Du", "Du Yang"] {
      let difference = try RetrievalLaws.difference(list.index, query, 0.82, session)
      #expect(difference == nil, "\(difference ?? "")")
    }
  }

  @Test func `tables of names are freed with the task that made them`() throws {
    weak var companions: Companions?
    func search() throws {
      let list = try SampleList(persons: ["Ivan Petrov", "Petr Petrov", "Ivan Sidorov"])
      let session = SearchSession(leastCompanions: 1)
      for _ in 0..<3 { _ = try RetrievalLaws.difference(list.index, "Ivan Petrov", 0.7, session) }
      companions = session.companions
      #expect(companions != nil)
    }
    try search()
    #expect(companions == nil)
  }

  /// Each task comes to words and tables that others found, or are about to make.
  @Test(arguments: [64, 100_000])
  func `tasks that share what they find find the same`(capacity: Int) async throws {
    let list = try SampleList.embedded(every: 12)
    var generator = QueryGenerator(names: list.names, seed: 21)
    let queries = (0..<80).map { _ in generator.next() }
    let common = CommonFindings(capacity: capacity, leastCompanions: 1, leastSharedCompanions: 1)
    try await withThrowingTaskGroup(of: [String].self) { tasks in
      for task in 0..<4 {
        tasks.addTask {
          let session = SearchSession(common: common)
          var differences: [String] = []
          for _ in 0..<2 {
            for number in queries.indices {
              let query = queries[(number + task * queries.count / 8) % queries.count]
              if let found = try RetrievalLaws.difference(list.index, query, 0.7, session) {
                differences.append(found)
              }
            }
          }
          return differences
        }
      }
      for try await differences in tasks { #expect(differences.isEmpty, "\(differences)") }
    }
  }

  @Test func `a word is looked up once for all tasks that share what they find`() throws {
    let list = try SampleList(persons: ["Ivan Petrov", "Petr Petrov", "Ivan Sidorov"])
    let query = try NameAnalyzer.standard.analyze("Ivan Pietrov")
    let common = CommonFindings()
    let sessions = (first: SearchSession(common: common), second: SearchSession(common: common))
    let options = SearchOptions(cutoff: 0.8)
    let hits = try list.index.search(query, options, session: sessions.first)
    #expect(hits.count == 1)
    #expect(try list.index.search(query, options, session: sessions.second) == hits)
    #expect(sessions.first.statistics.resolvedWords > 0)
    #expect(sessions.second.statistics.resolvedWords == 0)
  }

  @Test func `tables of names are freed with the last task that shares them`() throws {
    weak var companions: Companions?
    func search() throws {
      let list = try SampleList(persons: ["Ivan Petrov", "Petr Petrov", "Ivan Sidorov"])
      let common = CommonFindings(leastCompanions: 1, leastSharedCompanions: 1)
      for _ in 0..<3 {
        let session = SearchSession(common: common)
        _ = try RetrievalLaws.difference(list.index, "Ivan Petrov", 0.7, session)
      }
      companions = common.companions
      #expect(companions?.tableBytes ?? 0 > 0)
    }
    try search()
    #expect(companions == nil)
  }

  /// Words that the index might look up by another door than the scorer finds them by.
  @Test(arguments: [
    ("Ю", "Yu"), ("Ж Ж", "Zh Zh"), ("Ch. Gevara", "Ч Gevara"),
    ("Al Sharif", "Alsharif"), ("Kim Jong-un", "Kim Jongun"), ("S.A.R.L. Alfa", "SARL Alfa"),
    ("Bob Smith", "Robert Smith"),
    ("A B C D", "A B C D"), ("A. Petrov", "Aleksandr Petrov"), ("A. P.", "Aleksandr Petrov"),
    ("Ivan P", "Ivan Petrov"),
    ("محمد علي", "Mohammed Ali"), ("محمد", "محمود"), ("金正恩", "Kim Jong Un"), ("X 17", "X XVII"),
    ("Kbov", "Bkov"),
    ("One-P", "И. Петров"),
    ("Vladi Mir Shcher Bakov", "Vladimir Shcherbakov"), ("Anna A Mur Phy", "Anna Murphy"),
    ("Yuri Petrovich Shchukin", "Yuriypetrovich Shchukin"), ("OOO", "LLC"),
    ("Ziegler", "Zieglep"), ("زياد", "Sedoi"),
    ("OOO Vektor", "Vektor Limited Liability Company"), ("Dimond Transportation Limited", "عدمنيند"),
    ("Blue Lagoon Ali Kanso Group (S.L.) Limited", "Lтd."),
  ])
  func indexEqualsExhaustiveSearchOnEdges(listed: String, query: String) throws {
    try expectNoDifference(listed, query)
  }

  private func expectNoDifference(_ listed: String, _ query: String) throws {
    let list = try SampleList(persons: [listed, "Somebody Else", query + " Junior"])
    let session = SearchSession()
    for cutoff in RetrievalLaws.cutoffs {
      for query in [listed, query] {
        let difference = try RetrievalLaws.difference(list.index, query, cutoff, session)
        #expect(difference == nil, "\(difference ?? "")")
      }
    }
  }

  @Test func `words with one form that mean different things stay apart in an index`() throws {
    let names = [
      "TRANZ-TEL, A.S.", "Fred AS Alfa", "Bank AS", "Alfa as Beta", "Forty Four Fund", "44 Fund",
      "Limited Liability Company Alfa",
      "Company Alfa Limited Liability",
    ]
    let index = try SampleList(persons: names).index
    for query in names + ["Tranz-Tel, AKB", "Tranz-Tel JSC", "OOO Alfa"] {
      let analyzed = try NameAnalyzer.standard.analyze(query)
      for hit in try index.search(analyzed, SearchOptions(cutoff: 0.6), session: SearchSession()) {
        let listed = try NameAnalyzer.standard.analyze(names[Int(hit.designation)])
        let plain = NameScorer.standard.score(query: analyzed, listed: listed, type: .person)
        #expect(abs(hit.score - plain) < 1e-6, "\(query) / \(names[Int(hit.designation)])")
      }
    }
  }

  @Test func `a name of more words than a reading holds is found like any other`() throws {
    let (first, second, third) = (
      ["Ba", "Ko", "Mi", "Du", "Re"], ["rin", "vak", "lot", "sen"], ["dor", "kel", "mas", "tiv", "gon"]
    )
    let words: [String] = (0..<100).map { "\(first[$0 % 5])\(second[$0 / 5 % 4])\(third[$0 / 20])" }
    let listed = words.joined(separator: " ")
    for part in [words[3...], words[20..<90], words[..<64], words[90...]] {
      try expectNoDifference(listed, part.joined(separator: " "))
    }
    let list = try SampleList(persons: [listed, "Somebody Else"])
    let found = try list.index.search(
      NameAnalyzer.standard.analyze(listed), SearchOptions(cutoff: 0.9), session: SearchSession())
    #expect(found.map(\.score) == [1])
  }

  /// Equal letters of unlike sound, and a similarity that equals the cut-off.
  @Test(arguments: [("Çelik", "Celik"), ("Šukić", "Sukic"), ("Publichnoe", "Pubrichnoh")])
  func indexEqualsExhaustiveSearchOnEqualFormsAndLimits(listed: String, query: String) throws {
    try expectNoDifference(listed, query)
  }

  /// Words that many names share and that prove little are not read where the others find all that matters.
  @Test func indexEqualsExhaustiveSearchWhereManyShareAWord() throws {
    let given = ["Wei", "Weiguo", "Guo Qiang", "Min", "Xiu Ying", "Li Na", "Jing", "Yang", "Ping", "Hao Ran"]
    let family = ["Zhang", "Chang", "Zang", "Jang", "Zhan", "Zhuang", "Wang", "Wong", "Huang", "Li", "Lee"]
    let names = family.flatMap { family in given.map { "\(family) \($0)" } }
    let list = try SampleList(persons: names + ["张伟", "장웨이", "Чжан Вэй", "W. Zhang", "Abu Zhang al-Wei"])
    let session = SearchSession()
    for query in ["张伟", "张伟国", "章国强", "張 秀英", "장국강", "佐々木 偉", "Zhang Wei", "王 李 张 伟"] {
      for cutoff in RetrievalLaws.cutoffs {
        let difference = try RetrievalLaws.difference(list.index, query, cutoff, session)
        #expect(difference == nil, "\(difference ?? "")")
      }
    }
  }

  /// Syllables of other scripts are related to all their spellings, and agree with them a little less than most cut-offs ask for.
  @Test(arguments: NAMESCREEN_ANY...namescreen_best_target())
  func indexEqualsExhaustiveSearchOnSyllables(target: Int32) throws {
    namescreen_limit_target(target)
    defer { namescreen_limit_target(NAMESCREEN_AVX512) }
    let family = ["Pak", "Park", "Kim", "Yi", "Lee", "Choe", "Choi", "Jong", "Chung", "Kang"]
    let given = [
      "Yong Sik", "Young-shik", "Chun Yong", "Jun Young", "Yo'ng-kil", "Pyong Chan", "Byung Chan", "Chol",
    ]
    let list = try SampleList(persons: family.flatMap { family in given.map { "\(family) \($0)" } })
    let session = SearchSession(leastCompanions: 1)
    for query in ["영식 박", "박영식", "준영 최", "영길 이", "김병찬", "金鳳 陳", "정철", "朴 英 植"] {
      for cutoff in stride(from: 0.78, through: 0.86, by: 0.005) {
        let difference = try RetrievalLaws.difference(list.index, query, cutoff, session)
        #expect(difference == nil, "\(difference ?? "")")
      }
    }
  }

  /// Names and queries of more words than a bound looks at.
  @Test func indexEqualsExhaustiveSearchOnLongNames() throws {
    let words = (0..<40).map {
      ["Ivan", "Bank", "Petrov", "al", "Trading", "X", "Vostok", "42"][$0 % 8] + ($0 % 3 == 0 ? "ov" : "")
    }
    let names = [16, 17, 31, 32].map { words.prefix($0).joined(separator: " ") }
    let list = try SampleList(persons: names)
    let session = SearchSession()
    for query in names {
      for cutoff in [0.7, 0.85, 1] {
        let difference = try RetrievalLaws.difference(list.index, query, cutoff, session)
        #expect(difference == nil, "\(difference ?? "")")
      }
    }
  }

  /// A word of one form that is a particle in one name and a legal form in another.
  @Test func indexEqualsExhaustiveSearchOnWordsOfTwoRoles() throws {
    let list = try SampleList(persons: ["As Sayyid Omar", "Teknik Parca San Tic A.S."])
    let session = SearchSession()
    for cutoff in RetrievalLaws.cutoffs {
      for query in ["Teknik Parca San Tic A.S.", "As Sayyid Omar"] {
        let difference = try RetrievalLaws.difference(list.index, query, cutoff, session)
        #expect(difference == nil, "\(difference ?? "")")
      }
    }
  }

  @Test func searchAgreesWithComparison() throws {
    let list = try SampleList.embedded(every: 40)
    var generator = QueryGenerator(names: list.names, seed: 2)
    let session = SearchSession()
    let comparer = NameComparer()
    for _ in 0..<40 {
      let query = generator.next()
      let analyzed = try NameAnalyzer.standard.analyze(query)
      var options = SearchOptions(cutoff: 0.6)
      options.isExhaustive = true
      var found: [Int: NameMatch] = [:]
      for match in try list.index.search(analyzed, options, session: session) {
        found[match.designation] = match
      }
      for number in 0..<list.index.designationCount {
        let designation = try list.index.designation(at: number)
        let isPerson = designation.type == .person || designation.type == .unknown
        var best = 0.0
        for name in designation.names {
          best = max(
            best, comparer.score(analyzed, try NameAnalyzer.standard.analyze(name.text), isPerson: isPerson))
        }
        let score = found[number]?.score ?? 0
        let agrees = abs(score - best) < 1e-9 || (score == 0 && best < 0.6)
        #expect(agrees, "\(query) / \(designation.names.map(\.text)): searched \(score), compared \(best)")
      }
    }
  }

  @Test func usedSessionFindsTheSame() throws {
    let list = try SampleList.embedded(every: 12)
    var generator = QueryGenerator(names: list.names, seed: 3)
    let used = [SearchSession(), SearchSession(capacity: 4)]
    for _ in 0..<60 {
      let query = try NameAnalyzer.standard.analyze(generator.next())
      let options = SearchOptions(cutoff: generator.random.pick(RetrievalLaws.cutoffs) ?? 0.8)
      let fresh = try list.index.search(query, options, session: SearchSession())
      for session in used + used {
        #expect(try list.index.search(query, options, session: session) == fresh)
      }
    }
  }

  @Test func orderOfListsDoesNotChangeTheIndex() throws {
    let list = try SampleList.embedded(every: 12)
    var random = SeededRandom(seed: 4)
    let bytes = try NameIndex.build(lists: list.lists.map { ($0.description, $0.designations) }).bytes()
    for _ in 0..<3 {
      let shuffled = list.lists.shuffled(using: &random)
      #expect(try NameIndex.build(lists: shuffled.map { ($0.description, $0.designations) }).bytes() == bytes)
    }
  }

  @Test func numberOfThreadsDoesNotChangeTheIndex() throws {
    let list = try SampleList.embedded(every: 3)
    var lists = list.lists.map { ($0.description, $0.designations) }
    // Names that cannot be analysed, told in one order too.
    let long = String(repeating: "long ", count: NameAnalyzer.maximumLength)
    for number in 0..<3 {
      let place = number * lists[0].1.count / 3
      lists[0].1[place].names.append(DesignatedName(long, quality: .primary))
    }
    let alone = try NameIndex.build(lists: lists)
    #expect(alone.unreadableNames.count == 3)
    for threads in [2, 3, 8] {
      let together = try NameIndex.build(lists: lists, threads: threads)
      #expect(try together.bytes() == alone.bytes())
      #expect(together.unreadableNames == alone.unreadableNames)
    }
  }

  @Test func higherCutoffFindsASubsetWithEqualScores() throws {
    let list = try SampleList.embedded(every: 12)
    var generator = QueryGenerator(names: list.names, seed: 5)
    let session = SearchSession()
    for _ in 0..<40 {
      let text = generator.next()
      let query = try NameAnalyzer.standard.analyze(text)
      var lower = try list.index.search(query, SearchOptions(cutoff: 0.4), session: session)
      for cutoff in RetrievalLaws.cutoffs.dropFirst() {
        let higher = try list.index.search(query, SearchOptions(cutoff: cutoff), session: session)
        #expect(higher == lower.filter { $0.score + 1e-6 >= cutoff }, "\(text) at \(cutoff)")
        lower = higher
      }
    }
  }

  @Test func everyNameFindsItsDesignation() throws {
    let list = try SampleList.embedded(every: 8)
    let session = SearchSession()
    var numbers: [EntityID: Int] = [:]
    for number in 0..<list.index.designationCount {
      numbers[try list.index.designation(at: number).id] = number
    }
    for designation in list.designations {
      for name in designation.names {
        let query = try NameAnalyzer.standard.analyze(name.text)
        if query.isEmpty { continue }
        let matches = try list.index.search(query, SearchOptions(cutoff: 0.95), session: session)
        let own = matches.first { $0.designation == numbers[designation.id] }
        #expect(own?.score == 1, "\(designation.id) \(name.text): \(own?.score ?? 0)")
        #expect(matches.first?.score == 1)
      }
    }
  }

  /// How the search differs with and without the index; nil where it does not.
  static func difference(
    _ index: NameIndex, _ text: String, _ cutoff: Double, _ session: SearchSession
  ) throws -> String? {
    guard let query = try? NameAnalyzer.standard.analyze(text) else { return nil }
    var options = SearchOptions(cutoff: cutoff)
    let indexed = try index.search(query, options, session: session)
    options.isExhaustive = true
    let exhaustive = try index.search(query, options, session: session)
    if indexed == exhaustive { return nil }
    let missed = try exhaustive.filter { !indexed.contains($0) }.map(name)
    let added = try indexed.filter { !exhaustive.contains($0) }.map(name)
    func name(_ match: NameMatch) throws -> String {
      let designation = try index.designation(at: match.designation)
      return
        "\(designation.names.indices.contains(match.name) ? designation.names[match.name].text : "?") \(match.score)"
    }
    return "\"\(text)\" at \(cutoff): missed \(missed), added \(added)"
  }
}
