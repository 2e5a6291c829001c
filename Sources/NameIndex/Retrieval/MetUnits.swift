import NameSimilarity

/// The units that a word meets.
final class MetUnits: Sendable {
  let units: [UInt32]
  /// How many names hold them, those twice that hold two.
  let names: Int
  /// What the tokens among them weigh at most in any name.
  let heaviest: Heaviest
  /// Whether joined neighbours are among them.
  let hasJoins: Bool
  /// Whether words are.
  let hasWords: Bool
  /// The words among them with too few names for a table of each, and how many names these have.
  let sharing: [UInt32]
  let sharedNames: Int
  /// The table of the names of all these, where they are enough for one.
  let sharedTable: CompanionTable?

  /// The most that one of the tokens weighs, by how similar it may be at most; 0 where none is so similar.
  struct Heaviest: Sendable {
    private var equal: Float = 0, alike: Float = 0, equalAcross: Float = 0, alikeAcross: Float = 0

    /// Takes note of a token among the units.
    ///
    /// - Parameter isAcross: Whether agreement with it proves less, as across scripts.
    mutating func add(weight: Float, isEqual: Bool, isAcross: Bool) {
      switch (isEqual, isAcross) {
      case (true, false): equal = max(equal, weight)
      case (false, false): alike = max(alike, weight)
      case (true, true): equalAcross = max(equalAcross, weight)
      case (false, true): alikeAcross = max(alikeAcross, weight)
      }
    }

    /// The most that any token weighs.
    var weight: Float { max(max(equal, alike), max(equalAcross, alikeAcross)) }

    /// Calls `body` with how similar tokens may be, and what the heaviest of those weighs.
    @inline(__always)
    func forEachSimilarity(_ body: (_ similarity: Double, _ weight: Float) -> Void) {
      let romanized = Double(TokenSimilarity.romanization)
      let across = Double(TokenSimilarity.acrossScripts)
      if equal > 0 { body(1, equal) }
      if alike > 0 { body(romanized, alike) }
      if equalAcross > 0 { body(across, equalAcross) }
      if alikeAcross > 0 { body(romanized * across, alikeAcross) }
    }
  }

  /// Of a word that meets none.
  init() {
    (units, names, heaviest, hasJoins, hasWords) = ([], 0, Heaviest(), false, false)
    (sharing, sharedNames, sharedTable) = ([], 0, nil)
  }

  init(_ units: [UInt32], heaviest: Heaviest = Heaviest(), in store: NameStore, companions: Companions) {
    self.units = units
    self.heaviest = heaviest
    var names = 0
    var sharing: [UInt32] = []
    var sharedNames = 0
    for unit in units {
      let count = store.postings(ofUnit: Int(unit)).count
      names += count
      guard count < companions.leastNames, unit < store.tokenCount else { continue }
      sharing.append(unit)
      sharedNames += count
    }
    self.names = names
    self.sharing = sharing
    self.sharedNames = sharedNames
    sharedTable = sharedNames >= companions.leastShared ? companions.newTable() : nil
    hasJoins = Int(units.last ?? 0) >= store.tokenCount
    hasWords = units.first.map { $0 < store.tokenCount } ?? false
  }

  /// The same in other memory, with the same table, for another task: processors that count references to one object hinder each
  /// other.
  init(copying other: MetUnits) {
    units = other.units.withUnsafeBufferPointer { Array($0) }
    sharing = other.sharing.withUnsafeBufferPointer { Array($0) }
    (names, heaviest, hasJoins, hasWords) = (other.names, other.heaviest, other.hasJoins, other.hasWords)
    (sharedNames, sharedTable) = (other.sharedNames, other.sharedTable)
  }
}

/// How far a word is looked up.
struct Depth: Equatable, Sendable {
  var least: Float
  var findsLight: Bool
  var findsInitials = false
  var isJoin = false
}

/// The units that a word meets, by how far it is looked up.
struct UnitsByDepth: Sendable {
  /// What was found first, and the rest: few, since a word is looked up alike in most names.
  private var first: (depth: Depth, units: MetUnits)?
  private var others: [(depth: Depth, units: MetUnits)] = []

  /// Those that were found before.
  func units(_ depth: Depth) -> MetUnits? {
    if let first, first.depth == depth { return first.units }
    return others.first { $0.depth == depth }?.units
  }

  mutating func keep(_ units: MetUnits, _ depth: Depth) {
    if first == nil { first = (depth, units) } else { others.append((depth, units)) }
  }
}
