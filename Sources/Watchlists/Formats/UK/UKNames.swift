import Designations

/// The names of one entry of a UK list while its rows come in: of all rows, the primary name comes first.
struct UKNames {
  private var names: [(name: DesignatedName, isPrimary: Bool)] = []

  /// The columns of a name before the family name, `Name 6`.
  static let columns: [StaticString] = ["Name 1", "Name 2", "Name 3", "Name 4", "Name 5"]

  /// Adds a name unless it is there already.
  ///
  /// - Parameters:
  ///   - kind: `Primary name`, `Prime Alias`, `Primary name variation`, `AKA`, `FKA`, `Alias`, in any case.
  ///   - quality: `Good quality`, `Low quality a.k.a`, or empty.
  mutating func add(
    _ text: String, kind: String, quality: String, language: String? = nil, isOriginalScript: Bool = false
  ) {
    let text = text.tidied
    guard !text.isEmpty else { return }
    let isPrimary = kind.isEqual(toASCII: "primary name") || kind.isEqual(toASCII: "prime alias")
    let isLow = quality.withBytes { $0.slice(0, min(3, $0.count)).isEqual(toASCII: "low") }
    let rank: AliasQuality = isLow ? .weak : kind.isEqual(toASCII: "fka") ? .formerlyKnown : .strong
    let name = DesignatedName(
      text, quality: rank, language: language, isOriginalScript: isOriginalScript)
    if let known = names.firstIndex(where: { $0.name == name }) {
      if isPrimary { names[known].isPrimary = true }
    } else {
      names.append((name, isPrimary))
    }
  }

  /// Gives the names to the designation, the first primary one first.
  func give(to designation: inout Designation) {
    guard let first = names.firstIndex(where: \.isPrimary) ?? names.indices.first else { return }
    for index in [first] + names.indices.filter({ $0 != first }) {
      let name = names[index].name
      designation.addName(
        name.text, quality: name.quality, language: name.language, isOriginalScript: name.isOriginalScript)
    }
  }

  /// `FAMILY, Given Second` of a person, whose family name is the sixth part; other names are in one part.
  static func joined(_ given: String, family: String, isPerson: Bool) -> String {
    if family.isEmpty || given.isEmpty { return family + given }
    return isPerson ? "\(family), \(given)" : "\(given) \(family)"
  }
}
