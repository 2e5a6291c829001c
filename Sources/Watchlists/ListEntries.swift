import Designations

/// The entries of one list while a reader collects them: complete ones, and damage for the others.
struct ListEntries {
  let file: String
  private(set) var designations: [Designation] = []
  private(set) var damage: [RowDamage] = []
  private var position: [EntityID: Int] = [:]

  init(file: String) { self.file = file }

  /// What to do with an entry whose identifier occurred before.
  enum Repeated {
    /// The publisher lists each entry once.
    case isDamage
    /// The publisher repeats an entry for each of its acts; together they are one designation.
    case isMerged
  }

  /// Adds an entry that begins on a line; without identifier or name it is damage.
  mutating func add(_ designation: Designation, line: Int, repeated: Repeated = .isDamage) {
    guard !designation.id.local.isEmpty else {
      damage(line, "the entry has no identifier; expected one")
      return
    }
    guard !designation.names.isEmpty else {
      damage(line, "entry \(designation.id.local) has no name; expected one")
      return
    }
    if let known = position[designation.id] {
      switch repeated {
      case .isMerged: designations[known].merge(designation)
      case .isDamage:
        damage(line, "entry \(designation.id.local) stands in the list already; expected each entry once")
      }
      return
    }
    position[designation.id] = designations.count
    designations.append(designation)
  }

  mutating func damage(_ line: Int, field: String? = nil, _ reason: String) {
    damage.append(RowDamage(file: file, line: line, field: field, reason: reason))
  }

  mutating func damage(_ row: RowDamage) { damage.append(row) }

  mutating func add(_ damage: [RowDamage]) { self.damage += damage }

  /// Changes every entry, by what a reader learned after it.
  mutating func update(_ change: (inout Designation) -> Void) {
    for index in designations.indices { change(&designations[index]) }
  }

  /// The list; every designation gets its name. A list without a single entry is an error.
  func loaded(_ description: ListDescription) throws(WatchlistError) -> LoadedList {
    guard !designations.isEmpty else {
      throw .malformed(
        file, line: damage.first?.line ?? 1, damage.first?.reason ?? "there is no entry in it",
        expected: "entries of \(description.format)")
    }
    var designations = designations
    for index in designations.indices { designations[index].list = description.name }
    return LoadedList(
      description: description, designations: designations, damage: damage, files: [file])
  }
}

extension Designation {
  /// Adds what another entry of the same identifier says.
  mutating func merge(_ other: Designation) {
    for name in other.names {
      addName(
        name.text, quality: name.quality, language: name.language, isOriginalScript: name.isOriginalScript)
    }
    for programme in other.programmes { programmes.addOnce(programme) }
    for basis in other.legalBases { legalBases.addOnce(basis) }
    for date in other.birthDates { birthDates.addOnce(date) }
    for place in other.birthPlaces { birthPlaces.addOnce(place) }
    for country in other.countries { countries.addOnce(country) }
    for address in other.addresses { addresses.addOnce(address) }
    for identifier in other.identifiers { identifiers.addOnce(identifier) }
    for title in other.titles { titles.addOnce(title) }
    for name in other.linkedTo { linkedTo.addOnce(name) }
    for topic in other.topics { topics.addOnce(topic) }
    if type == .unknown { type = other.type }
    gender = gender ?? other.gender
    listedOn = listedOn ?? other.listedOn
    lastChanged = lastChanged ?? other.lastChanged
    if let more = other.remarks, more != remarks { addRemark(more) }
  }
}
