import CNameKernels
import NameSimilarity
import NameText

/// A word that a task has searched for, with what it found of it in the index.
final class KnownWord {
  let token: Token
  /// What was found first, and the rest: few, since a word is looked up alike in most names.
  private var first: (depth: Depth, units: MetUnits)?
  private var others: [(depth: Depth, units: MetUnits)] = []
  private var judgedWord: JudgedWord?

  init(_ token: Token) { self.token = token }

  /// How far a word is looked up.
  struct Depth: Equatable {
    var least: Float
    var findsLight: Bool
    var findsInitials = false
    var isJoin = false
  }

  /// The units that the word meets, where they were found before.
  func units(_ depth: Depth) -> MetUnits? {
    if let first, first.depth == depth { return first.units }
    return others.first { $0.depth == depth }?.units
  }

  /// Keeps the units that the word meets.
  func keep(_ units: MetUnits, _ depth: Depth) {
    if first == nil { first = (depth, units) } else { others.append((depth, units)) }
  }

  /// Adds what the bound needs of the word in its place to a query.
  ///
  /// - Parameter reach: The most that it adds there.
  func add(
    to query: UnsafeMutablePointer<namescreen_query>, weight: Float, role: TokenRole, reach: Double,
    in store: NameStore
  ) {
    if judgedWord == nil {
      judgedWord = JudgedWord(token, number: namescreen_query_number(query), in: store)
    }
    judgedWord?.add(to: query, weight: weight, role: role, reach: reach)
  }
}

/// The words that a task has searched for.
///
/// Words are the same where what is compared of them is. Most come as the very object that came before, which is found by its
/// place in memory.
struct KnownWords {
  /// Words that are kept, and as many that were before, of which those that come again are taken over.
  private let capacity: Int
  private var words = Words()
  private var earlierWords = Words()
  private var objects = Objects()

  init(capacity: Int) { self.capacity = capacity }

  /// - Parameter recurs: Whether the object itself will come again.
  /// - Complexity: O(1); for an object that is new, a hash of its content.
  mutating func word(_ token: Token, recurs: Bool) -> KnownWord {
    if recurs, let known = objects.word(of: token) { return known }
    let known = word(token)
    if recurs {
      if objects.count >= capacity { objects = Objects() }
      objects.add(token, known)
    }
    return known
  }

  private mutating func word(_ token: Token) -> KnownWord {
    let hash = UInt32(truncatingIfNeeded: token.keyHash ^ token.keyHash >> 32)
    if let known = words.word(token, hash) { return known }
    let word = earlierWords.word(token, hash) ?? KnownWord(token)
    if words.count >= capacity {
      earlierWords = words
      words = Words()
    }
    words.add(word, hash)
    return word
  }

  /// Words by their content.
  private struct Words {
    private var words: [KnownWord] = []
    private var places = HashSlots()

    var count: Int { words.count }

    func word(_ token: Token, _ hash: UInt32) -> KnownWord? {
      var place = places.start(hash)
      while let number = places.next(hash, &place) {
        if words[number].token.isEqual(to: token) { return words[number] }
      }
      return nil
    }

    mutating func add(_ word: KnownWord, _ hash: UInt32) {
      places.add(hash, number: words.count)
      words.append(word)
    }
  }

  /// Words by objects: open addressing with linear probing, all in one place, since memory that is far apart costs more than
  /// work.
  private struct Objects {
    private struct Slot {
      /// Of the object; nil for a free slot.
      var token: ObjectIdentifier?
      // Safe: held by `held` as long as the slot is there.
      unowned(unsafe) var word: KnownWord?
    }
    /// A power of two of them, at least twice as many as objects, or none.
    private var slots: [Slot] = []
    /// The objects, so that no other takes their place in memory, and their words.
    private var held: [(token: Token, word: KnownWord)] = []

    var count: Int { held.count }

    @inline(__always)
    func word(of token: Token) -> KnownWord? {
      let wanted = ObjectIdentifier(token)
      return slots.withUnsafeBufferPointer { slots in
        guard !slots.isEmpty else { return nil }
        var place = Objects.start(wanted, of: slots.count)
        while let token = slots[place].token {
          if token == wanted { return slots[place].word }
          place = (place + 1) & (slots.count - 1)
        }
        return nil
      }
    }

    mutating func add(_ token: Token, _ word: KnownWord) {
      held.append((token, word))
      guard 2 * held.count > slots.count else { return put(token, word) }
      slots = Array(repeating: Slot(token: nil, word: nil), count: max(64, 2 * slots.count))
      for (token, word) in held { put(token, word) }
    }

    private mutating func put(_ token: Token, _ word: KnownWord) {
      var place = Objects.start(ObjectIdentifier(token), of: slots.count)
      while slots[place].token != nil { place = (place + 1) & (slots.count - 1) }
      slots[place] = Slot(token: ObjectIdentifier(token), word: word)
    }

    @inline(__always)
    private static func start(_ token: ObjectIdentifier, of count: Int) -> Int {
      let place = UInt64(UInt(bitPattern: token))
      return Int((place &* 0x9E37_79B9_7F4A_7C15) >> 32) & (count - 1)
    }
  }
}

/// The units that a word meets.
final class MetUnits {
  let units: [UInt32]
  /// How many names hold them, those twice that hold two.
  let names: Int
  /// The most that one of them weighs in any name, by how similar it may be at most; 0 where none is so similar.
  private var heaviest: (equal: Float, alike: Float, equalAcross: Float, alikeAcross: Float) = (0, 0, 0, 0)
  /// Whether joined neighbours are among them.
  let hasJoins: Bool
  /// Whether words are.
  let hasWords: Bool
  /// The words among them with too few names for a table of each, and how many names these have.
  let sharing: [UInt32]
  let sharedNames: Int
  /// What is known of the names of all these.
  var shared: Companions.State?

  /// Of a word that meets none.
  init() { (units, names, hasJoins, hasWords, sharing, sharedNames) = ([], 0, false, false, [], 0) }

  /// - Parameter leastNames: How many names a unit has, at least, that has a table of its own.
  init(_ units: [UInt32], in store: NameStore, leastNames: Int) {
    self.units = units
    var names = 0
    var sharing: [UInt32] = []
    var sharedNames = 0
    for unit in units {
      let count = store.postings(ofUnit: Int(unit)).count
      names += count
      guard count < leastNames, unit < store.tokenCount else { continue }
      sharing.append(unit)
      sharedNames += count
    }
    self.names = names
    self.sharing = sharing
    self.sharedNames = sharedNames
    hasJoins = Int(units.last ?? 0) >= store.tokenCount
    hasWords = units.first.map { $0 < store.tokenCount } ?? false
  }

  /// Takes note of a token among the units.
  ///
  /// - Parameter isAcross: Whether agreement with it proves less, as across scripts.
  func add(weight: Float, isEqual: Bool, isAcross: Bool) {
    switch (isEqual, isAcross) {
    case (true, false): heaviest.equal = max(heaviest.equal, weight)
    case (false, false): heaviest.alike = max(heaviest.alike, weight)
    case (true, true): heaviest.equalAcross = max(heaviest.equalAcross, weight)
    case (false, true): heaviest.alikeAcross = max(heaviest.alikeAcross, weight)
    }
  }

  /// The most that a token among the units weighs in any name.
  var heaviestWeight: Float {
    max(max(heaviest.equal, heaviest.alike), max(heaviest.equalAcross, heaviest.alikeAcross))
  }

  /// Calls `body` with how similar tokens among the units may be, and what the heaviest of those weighs.
  @inline(__always)
  func forEachHeaviest(_ body: (_ similarity: Double, _ weight: Float) -> Void) {
    let alike = Double(TokenSimilarity.romanization)
    let across = Double(TokenSimilarity.acrossScripts)
    if heaviest.equal > 0 { body(1, heaviest.equal) }
    if heaviest.alike > 0 { body(alike, heaviest.alike) }
    if heaviest.equalAcross > 0 { body(across, heaviest.equalAcross) }
    if heaviest.alikeAcross > 0 { body(alike * across, heaviest.alikeAcross) }
  }
}
