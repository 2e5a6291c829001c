import CEmbeddedCorpora
import NameText
import RecallLaboratory

/// How the people of one part of the world are called: names and how they are put together.
protocol Culture: Sendable {
  /// Of a thousand designations, how many are theirs.
  var share: Int { get }
  var country: String { get }
  /// Every name of one person, the primary one in Latin letters first.
  func person(isFemale: Bool, _ random: inout SeededRandom) -> [String]
}

extension Culture {
  /// A listed name: most in natural order, some with the family name first and in capitals.
  func inOrder(_ given: String, _ family: String, _ random: inout SeededRandom) -> String {
    random.chance(0.7) ? "\(given) \(family)" : "\(family.uppercased()) \(given)"
  }
}

/// Names that the languages of a tradition share.
enum InternationalNames {
  static func of(tradition: String) -> Set<String> {
    Set(
      LanguageTable.internationalEquivalents.rows.filter { $0.first == tradition[...] }.flatMap {
        $0.dropFirst().map(String.init)
      })
  }
}

/// Russians and Ukrainians: patronymics, feminine family names, and many ways to write them in Latin letters.
struct SlavicCulture: Culture {
  let share: Int
  let country: String
  private let standards: [RomanizationStandard]
  private var given: (male: NameParts, female: NameParts) = (NameParts(), NameParts())
  private var patronymics: (male: NameParts, female: NameParts) = (NameParts(), NameParts())
  private var families: (male: NameParts, female: NameParts) = (NameParts(), NameParts())
  private let rare: RareNames

  static func russian(share: Int) -> SlavicCulture? {
    guard let people = OrdinaryNames.shared.populations.first(where: { $0.name == "russian_script" })
    else { return nil }
    return SlavicCulture(
      share: share, country: "RU",
      standards: ["icao_9303", "bgn_pcgn", "wikipedia", "english_press", "mvd_310", "german_press"].compactMap
      {
        RomanizationStandard.named($0, language: "ru")
      },
      given: (people.male.borne, people.female.borne),
      patronymics: (people.malePatronymic.borne, people.femalePatronymic.borne),
      families: people.maleFamily.borne)
  }

  static func ukrainian(share: Int) -> SlavicCulture? {
    guard let people = OrdinaryNames.shared.populations.first(where: { $0.name == "ukrainian" }),
      let spelling = CyrillicSpelling.of(language: "uk")
    else { return nil }
    typealias Borne = [(name: String, bearers: Int)]
    func originals(_ names: Borne) -> Borne {
      names.compactMap { name, bearers in spelling.original(of: name).map { (readable($0), bearers) } }
    }
    // The letter y stands for both и and й; between consonants it is the vowel.
    func readable(_ name: String) -> String {
      let letters = Array(name)
      return String(
        letters.indices.map { index in
          letters[index] == "й" && index > 0 && !"аеиоуюяієї".contains(letters[index - 1])
            ? "и" : letters[index]
        })
    }
    var patronymics: (male: Borne, female: Borne) = ([], [])
    for row in LanguageTable.patronymicEquivalents.rows {
      guard let name = row.dropFirst().first(where: { $0.hasSuffix("івна") || $0.hasSuffix("ович") }) else {
        continue
      }
      let borne = (String(name), OrdinaryNames.bearers(String(name)))
      if name.hasSuffix("а") { patronymics.female.append(borne) } else { patronymics.male.append(borne) }
    }
    return SlavicCulture(
      share: share, country: "UA",
      standards: ["uk_2010", "uk_1996", "uk_passport_2007"].compactMap {
        RomanizationStandard.named($0, language: "uk")
      },
      given: (originals(people.male.borne), originals(people.female.borne)), patronymics: patronymics,
      families: originals(people.maleFamily.borne))
  }

  private init(
    share: Int, country: String, standards: [RomanizationStandard],
    given: ([(name: String, bearers: Int)], [(name: String, bearers: Int)]),
    patronymics: ([(name: String, bearers: Int)], [(name: String, bearers: Int)]),
    families: [(name: String, bearers: Int)]
  ) {
    self.share = share
    self.country = country
    self.standards = standards
    rare = RareNames(of: families.map(\.name), purpose: country)
    // The world bears the names of Muslims far more often than Russians and Ukrainians do.
    let islamic = InternationalNames.of(tradition: "islamic")
    func bearersHere(_ part: NamePart, _ bearers: Int) -> Int {
      part.latin.contains { islamic.contains($0.lowercased()) } ? bearers / 64 : bearers
    }
    for (name, bearers) in given.0 {
      let part = part(name)
      self.given.male.add(part, bearers: bearersHere(part, bearers))
    }
    for (name, bearers) in given.1 {
      let part = part(name)
      self.given.female.add(part, bearers: bearersHere(part, bearers))
    }
    for (name, bearers) in patronymics.0 { self.patronymics.male.add(part(name), bearers: bearers) }
    for (name, bearers) in patronymics.1 { self.patronymics.female.add(part(name), bearers: bearers) }
    for (name, bearers) in families {
      self.families.male.add(part(name), bearers: bearers)
      self.families.female.add(part(Self.feminine(name)), bearers: bearers)
    }
  }

  private static func feminine(_ family: String) -> String {
    LetterFacts.shared.ending(of: family).map { String(family.dropLast($0.own.count)) + $0.other } ?? family
  }

  private func part(_ name: String) -> NamePart {
    NamePart(
      native: name.capitalized,
      latin: standards.map { ($0.romanize(name) ?? name).capitalized })
  }

  /// Given name, patronymic and family name.
  func parts(isFemale: Bool, _ random: inout SeededRandom) -> [NamePart] {
    let family: NamePart
    if random.chance(0.25) {
      let name = rare.draw(&random)
      family = part(isFemale ? Self.feminine(name) : name)
    } else {
      family = (isFemale ? families.female : families.male).draw(&random)
    }
    return [
      (isFemale ? given.female : given.male).draw(&random),
      (isFemale ? patronymics.female : patronymics.male).draw(&random), family,
    ]
  }

  func latin(_ parts: [NamePart], standard: Int) -> [String] {
    parts.map { $0.latin[standard % $0.latin.count] }
  }

  func person(isFemale: Bool, _ random: inout SeededRandom) -> [String] {
    let parts = parts(isFemale: isFemale, &random)
    let first = latin(parts, standard: random.below(standards.count))
    var names = [
      random.chance(0.85)
        ? inOrder("\(first[0]) \(first[1])", first[2], &random) : inOrder(first[0], first[2], &random)
    ]
    if random.chance(0.8) {
      names.append(parts.map(\.native).joined(separator: " "))
    }
    if random.chance(0.4) {
      let second = latin(parts, standard: random.below(standards.count))
      names.append("\(second[0]) \(second[2])")
    }
    return names
  }
}

/// The English-speaking world.
struct EnglishCulture: Culture {
  let share: Int
  let country = "GB"
  private let people: OrdinaryNames.Population
  private let rare: RareNames

  init?(share: Int) {
    guard let people = OrdinaryNames.shared.populations.first(where: { $0.name == "english" }) else {
      return nil
    }
    self.share = share
    self.people = people
    rare = RareNames(of: people.maleFamily.names, purpose: country)
  }

  func person(isFemale: Bool, _ random: inout SeededRandom) -> [String] {
    let given = isFemale ? people.female : people.male
    let first = given.draw(&random) ?? ""
    let middle = (given.draw(&random) ?? "").capitalized
    let family = (random.chance(0.5) ? rare.draw(&random) : people.maleFamily.draw(&random) ?? "").capitalized
    var names = [
      inOrder(random.chance(0.6) ? "\(first.capitalized) \(middle)" : first.capitalized, family, &random)
    ]
    if random.chance(0.3) { names.append("\(first.capitalized) \(middle.prefix(1)). \(family)") }
    if random.chance(0.2), let short = random.pick(WordFacts.shared.nicknames[first] ?? []) {
      names.append("\(short.capitalized) \(family)")
    }
    return names
  }
}

/// The Arab world: names of father and grandfather, the article, and spellings that nobody has ordered.
struct ArabicCulture: Culture {
  let share: Int
  let country = "SY"
  private var given: (male: NameParts, female: NameParts) = (NameParts(), NameParts())
  private var families = NameParts()

  init(share: Int) {
    self.share = share
    // Safe: the C file that embeds the table defines both the bytes and their count.
    let rows = LanguageTable.rows(
      UnsafeBufferPointer(start: embedded_native_spellings_bytes(), count: embedded_native_spellings_count()))
    // The table also tells how Arabic writes the names of others.
    var foreign = InternationalNames.of(tradition: "western")
    for people in OrdinaryNames.shared.populations
    where !["arabic", "arabic_script", "persian", "turkish"].contains(people.name) {
      foreign.formUnion(people.male.names + people.female.names + people.maleFamily.names)
    }
    foreign.subtract(InternationalNames.of(tradition: "islamic"))
    var spelled: [String: String] = [:]
    for row in rows where row.count == 2 && NameScript(of: String(row[0])) == .arabic {
      let (native, latin) = (String(row[0]), String(row[1]))
      spelled[native] = latin
      guard native.count > 2, !foreign.contains(latin) else { continue }
      let hasArticle = native.hasPrefix("ال") && !latin.hasPrefix("al")
      families.add(
        NamePart(native: native, latin: Self.spellings(hasArticle ? "al-" + latin : latin)),
        bearers: OrdinaryNames.bearers(latin))
    }
    for population in OrdinaryNames.shared.populations where population.name == "arabic_script" {
      for (names, isFemale) in [(population.male, false), (population.female, true)] {
        for (native, bearers) in names.borne {
          // The table folds the forms of alif and the last letters.
          let folded = String(
            native.map { "أإآ".contains($0) ? "ا" : $0 == "ى" ? "ي" : $0 == "ة" ? "ه" : $0 })
          guard let latin = spelled[native] ?? spelled[folded] else { continue }
          let part = NamePart(native: native, latin: Self.spellings(latin))
          if isFemale {
            given.female.add(part, bearers: bearers)
          } else {
            given.male.add(part, bearers: bearers)
          }
        }
      }
    }
  }

  /// A spelling and others that are as usual.
  private static func spellings(_ latin: String) -> [String] {
    let habits = [
      ("al-", "el-"), ("ou", "u"), ("ee", "i"), ("mm", "m"), ("ss", "s"), ("q", "k"), ("ai", "ay"),
      ("o", "u"), ("e", "i"),
    ]
    var spellings = [latin]
    for (from, to) in habits where latin.contains(from) { spellings.append(latin.replacing(from, with: to)) }
    return spellings.map { word in
      word.split(separator: "-").map { $0 == "al" || $0 == "el" ? String($0) : String($0).capitalized }
        .joined(separator: "-")
    }
  }

  func person(isFemale: Bool, _ random: inout SeededRandom) -> [String] {
    var parts = [(isFemale ? given.female : given.male).draw(&random), given.male.draw(&random)]
    if random.chance(0.4) { parts.append(families.draw(&random)) }
    parts.append(families.draw(&random))
    let first = parts.map { $0.latin[0] }
    var names = [inOrder(first.dropLast().joined(separator: " "), first.last ?? "", &random)]
    if random.chance(0.6) { names.append(parts.map(\.native).joined(separator: " ")) }
    if random.chance(0.5) {
      names.append(
        [parts[0], parts[parts.count - 1]].map { random.pick($0.latin) ?? "" }.joined(separator: " "))
    }
    return names
  }
}

/// Chinese and Korean names: a family name of one syllable, and given names of one or two.
struct SyllableCulture: Culture {
  let share: Int
  let country: String
  private let families: NameParts
  private let syllables: NameParts
  private let shareOfTwo: Double
  private let joint: String

  func person(isFemale: Bool, _ random: inout SeededRandom) -> [String] {
    let family = families.draw(&random)
    var given = [syllables.draw(&random)]
    if random.chance(shareOfTwo) { given.append(syllables.draw(&random)) }
    let first = given.map { $0.latin[0] }.joined(separator: joint).capitalized
    var names = [inOrder(first, family.latin[0].capitalized, &random)]
    if random.chance(0.85) { names.append(family.native + given.map(\.native).joined()) }
    if random.chance(0.4) {
      let parts = given.map { (random.pick($0.latin) ?? "").capitalized }
      names.append(
        "\((random.pick(family.latin) ?? "").capitalized) \(parts.joined(separator: random.chance(0.5) ? " " : "-"))"
      )
    }
    return names
  }

  /// Names by how common they are: each is borne a little less often than the one before.
  private static func ranked(_ parts: [NamePart], halving: Int) -> NameParts {
    var ranked = NameParts()
    for (rank, part) in parts.enumerated() { ranked.add(part, bearers: 100_000 * halving / (halving + rank)) }
    return ranked
  }

  static func chinese(share: Int) -> SyllableCulture {
    var readings: [String: String] = [:]
    for row in LanguageTable.rows(HanReadings.table) where row.count == 2 {
      readings[String(row[0])] = String(row[1])
    }
    // Wade-Giles and Cantonese, as names of the twentieth century are listed.
    var spellings: [String: [String]] = [:]
    // Safe: the C file that embeds the table defines both the bytes and their count.
    for row in LanguageTable.rows(
      UnsafeBufferPointer(
        start: embedded_syllable_readings_bytes(), count: embedded_syllable_readings_count()))
    where row.count == 2 {
      spellings[String(row[0])] = row[1].split(separator: " ").prefix(3).map(String.init)
    }
    func parts(_ letters: String) -> [NamePart] {
      letters.compactMap { letter in
        readings[String(letter)].map {
          NamePart(
            native: String(letter), latin: [$0] + (spellings[String(letter)] ?? []).filter { $0.count > 1 })
        }
      }
    }
    return SyllableCulture(
      share: share, country: "CN", families: ranked(parts(AsianLetters.chineseFamilies), halving: 8),
      syllables: ranked(parts(AsianLetters.chineseGiven), halving: 40), shareOfTwo: 0.8, joint: "")
  }

  static func korean(share: Int) -> SyllableCulture {
    func parts(_ table: [(String, String)]) -> [NamePart] {
      table.map { NamePart(native: $0.0, latin: $0.1.split(separator: " ").map(String.init)) }
    }
    return SyllableCulture(
      share: share, country: "KR", families: ranked(parts(AsianLetters.koreanFamilies), halving: 3),
      syllables: ranked(parts(AsianLetters.koreanGiven), halving: 20), shareOfTwo: 0.95, joint: "-")
  }
}
