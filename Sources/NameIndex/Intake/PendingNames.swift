import NameText

/// The readings of names while a list is compiled, in flat arrays.
struct PendingNames {
  struct Token {
    var unit: UInt32
    var role: TokenRole
  }
  struct Join {
    var unit: UInt32
    var first: UInt8
    var last: UInt8
  }
  struct Name {
    var designation: UInt32
    /// Which of the designation's names it is.
    var ordinal: UInt32
    var isWeak: Bool
    var isPerson: Bool
    fileprivate var tokensEnd: Int
    fileprivate var joinsEnd: Int
  }

  private(set) var names: [Name] = []
  private var allTokens: [Token] = []
  private var allJoins: [Join] = []

  var count: Int { names.count }

  /// Adds a name without words.
  mutating func add(designation: Int, ordinal: Int, isWeak: Bool, isPerson: Bool) {
    names.append(
      Name(
        designation: UInt32(clamping: designation), ordinal: UInt32(clamping: ordinal), isWeak: isWeak,
        isPerson: isPerson, tokensEnd: allTokens.count, joinsEnd: allJoins.count))
  }

  /// Adds words to the last name.
  mutating func append(_ token: Token) {
    allTokens.append(token)
    names[names.count - 1].tokensEnd = allTokens.count
  }

  mutating func append(_ join: Join) {
    allJoins.append(join)
    names[names.count - 1].joinsEnd = allJoins.count
  }

  func tokens(of number: Int) -> ArraySlice<Token> {
    allTokens[(number == 0 ? 0 : names[number - 1].tokensEnd)..<names[number].tokensEnd]
  }

  func joins(of number: Int) -> ArraySlice<Join> {
    allJoins[(number == 0 ? 0 : names[number - 1].joinsEnd)..<names[number].joinsEnd]
  }
}
