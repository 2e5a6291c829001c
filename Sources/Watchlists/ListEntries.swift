import Designations

/// The entries of one list while a reader collects them: complete ones, and damage for the others.
struct ListEntries {
  let file: String
  /// Those that were gathered.
  private(set) var designations: [Designation] = []
  private(set) var damage: [RowDamage] = []
  /// Where each entry stands, by its identifier at the publisher.
  private var position = TextTable<Int>()
  private let intake: (any DesignationIntake)?
  private let handedOn: Int?

  init(file: String) {
    self.file = file
    intake = nil
    handedOn = nil
  }

  /// Entries that are handed on as they are read, where somebody takes them, and gathered otherwise.
  init(handingOn file: ListFile) {
    self.file = file.name
    intake = file.intake
    handedOn = file.intake?.beginList()
  }

  /// What to do with an entry whose identifier occurred before.
  enum Repeated {
    /// The publisher lists each entry once.
    case isDamage
    /// The publisher repeats an entry for each of its acts; together they are one designation.
    case isMerged
  }

  /// Adds an entry that begins on a line; without identifier or name it is damage.
  ///
  /// - Throws: What the taker of the entries throws; nothing where they are gathered.
  mutating func handOn(_ designation: consuming Designation, line: Int) throws(WatchlistError) {
    guard let intake, let handedOn else {
      add(designation, line: line)
      return
    }
    if isNew(designation, line: line) {
      try intake.add(designation, to: handedOn)
    }
  }

  /// Gathers an entry that begins on a line; without identifier or name it is damage.
  mutating func add(_ designation: consuming Designation, line: Int, repeated: Repeated = .isDamage) {
    if repeated == .isMerged, let known = designation.id.local.withBytes({ position[$0] }) {
      designations[known].merge(designation)
    } else if isNew(designation, line: line) {
      designations.append(designation)
    }
  }

  private mutating func isNew(_ designation: borrowing Designation, line: Int) -> Bool {
    guard !designation.id.local.isEmpty else {
      damage(line, "the entry has no identifier; expected one")
      return false
    }
    guard !designation.names.isEmpty else {
      damage(line, "entry \(designation.id.local) has no name; expected one")
      return false
    }
    guard designation.id.local.withBytes({ position[$0] }) == nil else {
      damage(line, "entry \(designation.id.local) stands in the list already; expected each entry once")
      return false
    }
    position.insert(designation.id.local, position.count)
    return true
  }

  mutating func damage(_ line: Int, field: String? = nil, _ reason: String) {
    damage.append(RowDamage(file: file, line: line, field: field, reason: reason))
  }

  mutating func damage(_ row: RowDamage) { damage.append(row) }

  mutating func add(_ damage: [RowDamage]) { self.damage += damage }

  /// Changes every gathered entry, by what a reader learned after it.
  mutating func update(_ change: (inout Designation) -> Void) {
    for index in designations.indices { change(&designations[index]) }
  }

  /// Adds to every entry what stands elsewhere in the file: now, or when whoever took the entries uses them.
  mutating func complete(
    by completion: @escaping (inout Designation) throws(WatchlistError) -> Void
  ) throws(WatchlistError) {
    if let intake, let handedOn {
      intake.complete(list: handedOn, by: completion)
    } else {
      for index in designations.indices { try completion(&designations[index]) }
    }
  }

  /// The list, which takes the entries along; every designation gets its name. A list without a single entry is an error.
  mutating func loaded(_ description: ListDescription) throws(WatchlistError) -> LoadedList {
    guard position.count > 0 else {
      throw .malformed(
        file, line: damage.first?.line ?? 1, damage.first?.reason ?? "there is no entry in it",
        expected: "entries of \(description.format)")
    }
    // Taken out, so that nothing else holds them and they are changed in place.
    var designations: [Designation] = []
    swap(&designations, &self.designations)
    for index in designations.indices { designations[index].list = description.name }
    return LoadedList(
      description: description, designations: consume designations, damage: damage, files: [file],
      handedOn: handedOn)
  }
}

extension Designation {
  /// Adds what another entry of the same identifier says.
  package mutating func merge(_ other: Designation) {
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
