import NameText

/// What is known of words: those that did not come again are forgotten where they are many.
struct RecentWords<Value> {
  /// Words that are kept, and as many that were before, of which those that come again are taken over.
  private let capacity: Int
  private var words = Words()
  private var earlier = Words()

  init(capacity: Int) { self.capacity = capacity }

  /// What `body` makes of the value of a word, which is made where it is not there.
  ///
  /// - Complexity: O(1) expected, besides a hash of what the word is.
  mutating func withValue<Result>(
    of token: Token, make: @autoclosure () -> Value, _ body: (inout Value) -> Result
  ) -> Result {
    let hash = UInt32(truncatingIfNeeded: token.keyHash ^ token.keyHash >> 32)
    if let number = words.number(of: token, hash) { return body(&words.values[number]) }
    var value = earlier.number(of: token, hash).map { earlier.values[$0] } ?? make()
    if words.values.count >= capacity {
      earlier = words
      words = Words()
    }
    let result = body(&value)
    words.add(token, value, hash)
    return result
  }

  private struct Words {
    private var tokens: [Token] = []
    private var places = HashSlots()
    var values: [Value] = []

    func number(of token: Token, _ hash: UInt32) -> Int? {
      var place = places.start(hash)
      while let number = places.next(hash, &place) {
        if tokens[number].isEqual(to: token) { return number }
      }
      return nil
    }

    mutating func add(_ token: Token, _ value: Value, _ hash: UInt32) {
      places.add(hash, number: tokens.count)
      tokens.append(token)
      values.append(value)
    }
  }
}
