/// Writes FollowTheMoney entities as OpenSanctions exports them: of ten, three persons, a company and a vessel that are
/// targets, and sanctions, addresses, documents and relations that belong to them.
struct FollowTheMoneyGenerator {
  private var state: UInt64 = 20_240_503
  private var buffer: [UInt8] = []

  private static let syllables = ["ka", "mi", "lo", "ran", "to", "ve", "sha", "bu", "dor", "gen", "pi", "zu", "har", "el", "no", "yat"]
  private static let cyrillic = ["ка", "ми", "ло", "ран", "то", "ве", "ша", "бу", "дор", "ген", "пи", "зу", "хар", "эл", "но", "ят"]

  /// SplitMix64.
  private mutating func number(below bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((z ^ (z >> 31)) % UInt64(bound))
  }

  private mutating func name(_ syllables: [String], words: Int) -> String {
    (0..<words).map { _ in
      let word = (0...number(below: 3)).map { _ in syllables[number(below: syllables.count)] }.joined()
      return word.prefix(1).uppercased() + word.dropFirst()
    }.joined(separator: " ")
  }

  private mutating func digits(_ count: Int) -> String {
    (0..<count).map { _ in String(number(below: 10)) }.joined()
  }

  private mutating func date() -> String { "19\(10 + number(below: 90))-0\(1 + number(below: 9))-1\(number(below: 10))" }

  mutating func write(megabytes: Int) {
    var written = 0
    var count = 0
    while written < megabytes * 1_000_000 {
      append(group: count)
      count += 1
      if buffer.count > 1 << 16 || written + buffer.count >= megabytes * 1_000_000 {
        written += buffer.count
        print(String(decoding: buffer, as: UTF8.self), terminator: "")
        buffer.removeAll(keepingCapacity: true)
      }
    }
  }

  private mutating func append(_ id: String, _ schema: String, target: Bool, caption: String, _ properties: String) {
    let line =
      "{\"id\":\"\(id)\",\"caption\":\"\(caption)\",\"schema\":\"\(schema)\",\"properties\":{\(properties)},"
      + "\"referents\":[\"ofac-\(digits(5))\",\"gb-hmt-\(digits(5))\"],\"datasets\":[\"generated\"],"
      + "\"first_seen\":\"2023-04-20T10:15:06\",\"last_seen\":\"2026-02-27T06:44:01\","
      + "\"last_change\":\"2025-11-05T12:00:03\",\"target\":\(target)}\n"
    buffer.append(contentsOf: line.utf8)
  }

  /// Ten entities.
  private mutating func append(group: Int) {
    let company = "gen-c\(group)"
    for index in 0..<3 {
      let id = "gen-p\(group)-\(index)"
      let latin = name(Self.syllables, words: 3)
      append(
        id, "Person", target: true, caption: latin,
        "\"name\":[\"\(latin)\",\"\(name(Self.cyrillic, words: 3))\"],\"alias\":[\"\(name(Self.syllables, words: 2))\","
          + "\"\(name(Self.syllables, words: 2))\"],\"weakAlias\":[\"\(name(Self.syllables, words: 1))\"],"
          + "\"birthDate\":[\"\(date())\"],\"nationality\":[\"ru\"],\"gender\":[\"male\"],\"topics\":[\"sanction\",\"role.pep\"],"
          + "\"position\":[\"Chairman of the \(name(Self.syllables, words: 4))\"],\"passportNumber\":[\"\(digits(9))\"],"
          + "\"addressEntity\":[\"gen-a\(group)-\(index % 2)\"],\"innCode\":[\"\(digits(12))\"]")
    }
    append(
      company, "Company", target: true, caption: name(Self.syllables, words: 3),
      "\"name\":[\"\(name(Self.syllables, words: 3)) LLC\",\"ООО «\(name(Self.cyrillic, words: 2))»\"],"
        + "\"jurisdiction\":[\"ru\"],\"ogrnCode\":[\"\(digits(13))\"],\"innCode\":[\"\(digits(10))\"],"
        + "\"topics\":[\"sanction\"],\"swiftBic\":[\"EXAMRUMM\"]")
    append(
      "gen-v\(group)", "Vessel", target: true, caption: name(Self.syllables, words: 2),
      "\"name\":[\"\(name(Self.syllables, words: 2))\"],\"imoNumber\":[\"IMO\(digits(7))\"],\"mmsi\":[\"2\(digits(8))\"],"
        + "\"flag\":[\"pa\"],\"topics\":[\"sanction\"]")
    append(
      "gen-s\(group)", "Sanction", target: false, caption: "Sanction",
      "\"entity\":[\"gen-p\(group)-0\"],\"authority\":[\"Office of Foreign Assets Control\"],\"programId\":[\"US-RUSHAR\"],"
        + "\"program\":[\"Executive Order 14024\"],\"listingDate\":[\"2022-02-25\"],"
        + "\"sourceUrl\":[\"https://sanctionssearch.example.org/Details.aspx?id=\(digits(5))\"]")
    append(
      "gen-d\(group)", "Identification", target: false, caption: digits(9),
      "\"holder\":[\"gen-p\(group)-1\"],\"type\":[\"National ID No.\"],\"number\":[\"\(digits(9))\"],\"country\":[\"ru\"]")
    append(
      "gen-o\(group)", "Ownership", target: false, caption: "Ownership",
      "\"owner\":[\"gen-p\(group)-2\"],\"asset\":[\"\(company)\"],\"role\":[\"shareholder\"],\"percentage\":[\"51\"]")
    for index in 0..<2 {
      append(
        "gen-a\(group)-\(index)", "Address", target: false, caption: name(Self.syllables, words: 4),
        "\"full\":[\"\(digits(2)) \(name(Self.syllables, words: 4)) Street, \(digits(6)) Moscow\"],\"country\":[\"ru\"],"
          + "\"city\":[\"Moscow\"]")
    }
  }
}
