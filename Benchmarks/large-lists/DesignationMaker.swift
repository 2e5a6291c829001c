import RecallLaboratory

/// A designation of a generated list.
struct GeneratedDesignation {
  var type: String
  /// The primary name first.
  var names: [String]
  /// Empty where the list does not know it.
  var birthDate: String
  var country: String
  var gender: String
}

/// Makes the designations of a list, each from its number alone.
struct DesignationMaker: Sendable {
  let seed: UInt64
  private let cultures: [any Culture]
  private let companies = CompanyNames()

  init(seed: UInt64) {
    self.seed = seed
    let all: [(any Culture)?] = [
      SlavicCulture.russian(share: 230), SlavicCulture.ukrainian(share: 120), EnglishCulture(share: 180),
      ArabicCulture(share: 170), SyllableCulture.chinese(share: 130), SyllableCulture.korean(share: 60),
    ]
    cultures = all.compactMap { $0 }
  }

  /// The same designation for the same number and seed.
  func designation(_ number: Int) -> GeneratedDesignation {
    var random = SeededRandom(seed: seed &+ UInt64(number) &* 0xD1B5_4A32_D192_ED03)
    _ = random.next()
    var wanted = random.below(1000)
    for culture in cultures {
      guard wanted >= culture.share else {
        let isFemale = random.chance(0.25)
        let names = culture.person(isFemale: isFemale, &random)
        return GeneratedDesignation(
          type: "person", names: names.distinct(), birthDate: birthDate(&random), country: culture.country,
          gender: isFemale ? "female" : "male")
      }
      wanted -= culture.share
    }
    let company = companies.company(&random)
    return GeneratedDesignation(
      type: "organization", names: company.names.distinct(), birthDate: "", country: company.country,
      gender: "")
  }

  /// Six in ten whole, two the year alone, two unknown.
  private func birthDate(_ random: inout SeededRandom) -> String {
    let date = Self.wholeDate(&random)
    return switch random.below(10) {
    case 0, 1: ""
    case 2, 3: String(date.prefix(4))
    default: date
    }
  }

  /// A day on which somebody may be born who is of age.
  static func wholeDate(_ random: inout SeededRandom) -> String {
    let year = 1935 + random.below(35) + random.below(31)
    let month = 1 + random.below(12)
    let day = 1 + random.below(28)
    return "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
  }
}

extension [String] {
  /// Each once, in their order; only for a few.
  fileprivate func distinct() -> [String] {
    var kept: [String] = []
    for name in self where !kept.contains(name) { kept.append(name) }
    return kept
  }
}
