import CEmbeddedCorpora
import Designations
import NameText

/// The name parts of ordinary people, with how many bear them.
///
/// Spellings come from `corpora/customers/ordinary_names.tsv`, and for the East Slavic populations from the tables of given
/// names and patronymics and from the table of frequencies, whose skeletons are written out as spellings; how often a
/// part is drawn comes from the table of frequencies alone.
package struct OrdinaryNames: Sendable {
  package static let shared = OrdinaryNames()

  /// Name parts, each with the bearers up to and including it, so that a drawn number finds one.
  package struct Parts: Sendable {
    package private(set) var names: [String] = []
    private var totals: [Int] = []

    mutating func add(_ name: String, bearers: Int) {
      names.append(name)
      totals.append((totals.last ?? 0) + max(1, bearers))
    }

    /// Every part with its bearers.
    package var borne: [(name: String, bearers: Int)] {
      zip(names, zip(totals, [0] + totals)).map { ($0, $1.0 - $1.1) }
    }

    /// A name part, as often as it is borne.
    ///
    /// - Complexity: O(log n).
    package func draw(_ random: inout SeededRandom) -> String? {
      random.place(in: totals).map { names[$0] }
    }
  }

  package struct Population: Sendable {
    package var name: String
    var share = 0
    var orders: [String] = []
    package var male = Parts()
    package var female = Parts()
    package var maleFamily = Parts()
    package var femaleFamily = Parts()
    package var malePatronymic = Parts()
    package var femalePatronymic = Parts()
  }

  package private(set) var populations: [Population] = []
  private var given: [Kind: Parts] = [:]
  private var family: [Kind: Parts] = [:]

  private struct Kind: Hashable {
    var script: NameScript
    var isFemale: Bool
  }

  private init() {
    // Safe: the C file that embeds the table defines both the bytes and their count.
    let bytes = UnsafeBufferPointer(
      start: embedded_ordinary_names_bytes(), count: embedded_ordinary_names_count())
    for row in LanguageTable.rows(bytes) where row.count == 3 {
      if populations.last?.name != String(row[0]) { populations.append(Population(name: String(row[0]))) }
      let last = populations.count - 1
      let values = row[2].split(separator: " ").map { $0.replacing("_", with: " ") }
      switch row[1] {
      case "share": populations[last].share = Int(row[2]) ?? 0
      case "order": populations[last].orders = row[2].split(separator: " ").map(String.init)
      case "male": for name in values { populations[last].male.add(name, bearers: Self.bearers(name)) }
      case "female": for name in values { populations[last].female.add(name, bearers: Self.bearers(name)) }
      case "family":
        for name in values {
          populations[last].maleFamily.add(name, bearers: Self.bearers(name))
          populations[last].femaleFamily.add(name, bearers: Self.bearers(name))
        }
      default: break
      }
    }
    fillSlavic()
    for population in populations {
      for (parts, isFemale) in [(population.male, false), (population.female, true)] {
        for (name, bearers) in parts.borne {
          let kind = Kind(script: NameScript(of: name), isFemale: isFemale)
          given[kind, default: Parts()].add(name, bearers: bearers)
        }
      }
      for (parts, isFemale) in [(population.maleFamily, false), (population.femaleFamily, true)] {
        for (name, bearers) in parts.borne {
          let kind = Kind(script: NameScript(of: name), isFemale: isFemale)
          family[kind, default: Parts()].add(name, bearers: bearers)
        }
      }
    }
  }

  /// About how many in a million people bear a word of a name.
  package static func bearers(_ name: String) -> Int {
    1 << (NameFrequencies.level(ofSkeleton: NameAnalyzer.standard.skeleton(ofWord: name)) ?? 3)
  }

  /// Given names of a script with how many bear them; of men where the gender is not known.
  func givenNames(in script: NameScript, gender: Gender?) -> Parts {
    given[Kind(script: script, isFemale: gender == .female)] ?? Parts()
  }

  /// Family names of a script, likewise.
  func familyNames(in script: NameScript, gender: Gender?) -> Parts {
    family[Kind(script: script, isFemale: gender == .female)] ?? Parts()
  }

  // MARK: East Slavic populations

  private mutating func fillSlavic() {
    let places = ["russian", "russian_script", "ukrainian"].compactMap { name in
      populations.firstIndex { $0.name == name }
    }
    guard places.count == 3 else { return }
    let standards = [
      RomanizationStandard.named("wikipedia", language: "ru"), nil,
      RomanizationStandard.named("uk_2010", language: "uk"),
    ]
    func write(_ name: String, _ place: Int) -> String? {
      if let standard = standards[place] { return standard.romanize(name) }
      return name
    }
    for row in LanguageTable.givenNameEquivalents.rows where row.count >= 2 {
      for (place, column) in [(0, 0), (1, 0), (2, 1)] {
        let name = String(row[column])
        guard NameScript(of: name) == .cyrillic, let text = write(name, place) else { continue }
        let bearers = Self.bearers(name)
        if "ая".contains(name.last ?? " "),
          !["илья", "никита", "фома", "кузьма", "лука", "савва", "микола", "ілля"].contains(name)
        {
          populations[places[place]].female.add(text, bearers: bearers)
        } else {
          populations[places[place]].male.add(text, bearers: bearers)
        }
      }
    }
    for row in LanguageTable.patronymicEquivalents.rows {
      let name = String(row[0])
      for place in [0, 1] {
        guard let text = write(name, place) else { continue }
        if name.hasSuffix("а") {
          populations[places[place]].femalePatronymic.add(text, bearers: Self.bearers(name))
        } else {
          populations[places[place]].malePatronymic.add(text, bearers: Self.bearers(name))
        }
      }
    }
    let givenNames = Set(
      [LanguageTable.givenNameEquivalents, .internationalEquivalents].flatMap { $0.rows.joined() }
        .map { NameAnalyzer.standard.skeleton(ofWord: String($0)) })
    for row in LanguageTable.nameFrequencies.rows where row.count == 2 {
      // Martin and Kevin end like Pushkin.
      guard !givenNames.contains(Array(row[0].utf8)), let name = FamilyName(skeleton: row[0]),
        let level = Int(row[1])
      else { continue }
      for (place, text) in [(0, name.latin), (1, name.cyrillic), (2, name.latin)] {
        guard name.isUkrainian == (place == 2) || (place < 2 && level >= 5) else { continue }
        populations[places[place]].maleFamily.add(text, bearers: 1 << level)
        let ending = LetterFacts.shared.ending(of: text)
        let feminine = ending.map { String(text.dropLast($0.own.count)) + $0.other } ?? text
        populations[places[place]].femaleFamily.add(feminine, bearers: 1 << level)
      }
    }
  }

  /// An East Slavic family name, written out from its skeleton.
  private struct FamilyName {
    var latin: String
    var cyrillic: String
    var isUkrainian: Bool

    private static let letters: [Character: (latin: String, cyrillic: String)] = [
      "a": ("a", "а"), "b": ("b", "б"), "c": ("ts", "ц"), "C": ("ch", "ч"), "d": ("d", "д"), "e": ("e", "е"),
      "f": ("f", "ф"), "g": ("g", "г"), "h": ("h", "х"), "i": ("i", "и"), "k": ("k", "к"), "l": ("l", "л"),
      "m": ("m", "м"), "n": ("n", "н"), "o": ("o", "о"), "p": ("p", "п"), "r": ("r", "р"), "s": ("s", "с"),
      "S": ("sh", "ш"), "t": ("t", "т"), "u": ("u", "у"), "v": ("v", "в"), "W": ("shch", "щ"),
      "X": ("kh", "х"),
      "z": ("z", "з"), "Z": ("zh", "ж"),
    ]

    init?(skeleton: Substring) {
      let isUkrainian = skeleton.hasSuffix("enko") || skeleton.hasSuffix("Cuk") || skeleton.hasSuffix("Suk")
      guard skeleton.count >= 5,
        isUkrainian || ["ov", "ev", "in", "ski"].contains(where: { skeleton.hasSuffix($0) })
      else { return nil }
      latin = ""
      cyrillic = ""
      for symbol in skeleton {
        guard let letter = FamilyName.letters[symbol] else { return nil }
        latin += letter.latin
        cyrillic += letter.cyrillic
      }
      if skeleton.hasSuffix("ski") {
        latin = latin.dropLast(3) + "sky"
        cyrillic += "й"
      }
      for (pair, letter) in [("иа", "я"), ("иу", "ю")] { cyrillic = cyrillic.replacing(pair, with: letter) }
      for (pair, letters) in [("ia", "ya"), ("iu", "yu")] { latin = latin.replacing(pair, with: letters) }
      self.isUkrainian = isUkrainian
    }
  }
}

extension StringProtocol {
  /// With every occurrence of a text replaced.
  func replacing(_ text: String, with other: String) -> String {
    var result = ""
    var rest = self[...]
    while !rest.isEmpty {
      if rest.hasPrefix(text) {
        result += other
        rest = rest.dropFirst(text.count)
      } else {
        result.append(rest.removeFirst())
      }
    }
    return result
  }
}
