import CNameKernels
import NameSimilarity
import NameText

/// A word that a task has searched for, with what it found of it in the index.
final class KnownWord {
  let token: Token
  var found = UnitsByDepth()
  private var judgedWord: JudgedWord?

  init(_ token: Token) { self.token = token }

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
  private let capacity: Int
  private var words: RecentWords<KnownWord>
  private var objects = Objects()

  /// - Parameter capacity: Of `RecentWords`.
  init(capacity: Int) {
    self.capacity = capacity
    words = RecentWords(capacity: capacity)
  }

  /// - Parameter recurs: Whether the object itself will come again.
  /// - Complexity: O(1); for an object that is new, a hash of its content.
  mutating func word(_ token: Token, recurs: Bool) -> KnownWord {
    if recurs, let known = objects.word(of: token) { return known }
    let known = words.withValue(of: token, make: KnownWord(token)) { $0 }
    if recurs {
      if objects.count >= capacity { objects = Objects() }
      objects.add(token, known)
    }
    return known
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
