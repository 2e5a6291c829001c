import NameSimilarity
import NameText

/// A word that a task has searched for, with what it found of it in the index.
final class KnownWord {
  let token: Token
  private var judgedWord: JudgedWord?
  /// Few: a word is looked up alike wherever it stands in most names.
  private var found: [(depth: Depth, units: MetUnits)] = []

  init(_ token: Token) { self.token = token }

  /// How far a word is looked up.
  struct Depth: Equatable {
    var least: Float
    var findsLight: Bool
    var findsInitials = false
    var isJoin = false
  }

  /// The units that the word meets.
  ///
  /// - Parameter find: Called where they were not found before.
  func units(_ depth: Depth, find: () -> MetUnits) -> MetUnits {
    for known in found where known.depth == depth { return known.units }
    let units = find()
    found.append((depth, units))
    return units
  }

  /// What the bound needs of the word.
  func judged(in store: NameStore) -> JudgedWord {
    if let judgedWord { return judgedWord }
    let made = JudgedWord(token, in: store)
    judgedWord = made
    return made
  }
}

/// The words that a task has searched for.
///
/// Words are the same where what is compared of them is. Most come as the very object that came before, which is found by its
/// place in memory.
struct KnownWords {
  /// Words kept; emptied when full, so that memory stays bounded (about 40 MB).
  static let capacity = 1 << 16

  private var words: [KnownWord] = []
  /// By content.
  private var places = HashSlots()
  /// The words of objects, which are held so that no other takes their place in memory.
  private var objects: [(token: Token, word: KnownWord)] = []
  private var objectPlaces = HashSlots()

  /// - Parameter recurs: Whether the object itself will come again.
  /// - Complexity: O(1); for an object that is new, a hash of its content.
  mutating func word(_ token: Token, recurs: Bool) -> KnownWord {
    guard recurs else { return word(token) }
    let hash = KnownWords.hash(ofPlace: token)
    if let known = objectPlaces.find(hash, { objects[$0].token === token }) { return objects[known].word }
    if objects.count >= KnownWords.capacity { self = KnownWords() }
    let word = word(token)
    objectPlaces.add(hash, number: objects.count)
    objects.append((token, word))
    return word
  }

  private mutating func word(_ token: Token) -> KnownWord {
    let hash = UInt32(truncatingIfNeeded: token.keyHash ^ token.keyHash >> 32)
    if let known = places.find(hash, { words[$0].token.isEqual(to: token) }) { return words[known] }
    if words.count >= KnownWords.capacity { self = KnownWords() }
    let word = KnownWord(token)
    places.add(hash, number: words.count)
    words.append(word)
    return word
  }

  @inline(__always)
  private static func hash(ofPlace token: Token) -> UInt32 {
    let place = UInt64(UInt(bitPattern: ObjectIdentifier(token)))
    return UInt32(truncatingIfNeeded: (place &* 0x9E37_79B9_7F4A_7C15) >> 32)
  }
}

/// The units that a word meets.
final class MetUnits {
  let units: [UInt32]
  /// How many names hold them, those twice that hold two.
  let names: Int
  /// The most that one of them weighs in any name, by how similar it may be at most.
  private(set) var heaviest: [(similarity: Double, weight: Float)] = []
  /// Whether joined neighbours are among them.
  let hasJoins: Bool

  /// Of a word that meets none.
  init() { (units, names, hasJoins) = ([], 0, false) }

  init(_ units: [UInt32], in store: NameStore) {
    self.units = units
    names = units.reduce(0) { $0 + store.postings(ofUnit: Int($1)).count }
    hasJoins = Int(units.last ?? 0) >= store.tokenCount
  }

  /// Takes note of a token among the units.
  ///
  /// - Parameter isAcross: Whether agreement with it proves less, as across scripts.
  func add(weight: Float, isEqual: Bool, isAcross: Bool) {
    let similarity =
      Double(isEqual ? 1 : TokenSimilarity.romanization)
      * Double(isAcross ? TokenSimilarity.acrossScripts : 1)
    if let known = heaviest.firstIndex(where: { $0.similarity == similarity }) {
      heaviest[known].weight = max(heaviest[known].weight, weight)
    } else {
      heaviest.append((similarity, weight))
    }
  }
}
