import NameSimilarity
import NameText

/// A name of the store: one row of 32-bit words, so that judging a name reads one place in memory, and its words theirs.
///
///     word 0           designation
///     word 1           which of its names (14 bits), weak alias (1), none (1), person (1), tokens (7), joins (8)
///     tokens words     unit (24), role (4), level of frequency (4)
///     joins words      the unit of each loose join (`NameJoin.isLoose`)
///     joins / 2        two joins a word: first token (8), last token (8), the last in the low bits
///
/// Joins that are not loose are made of the tokens again where they count, and found by `NeighbourTable`. The loop in C
/// (`name_words.h`) reads the same layout.
struct NameRecord {
  /// A token in its place.
  struct Entry {
    var unit: Int
    var role: TokenRole
  }
  struct Join {
    var unit: Int
    var first: Int
    var last: Int
  }

  private let words: UnsafeBufferPointer<UInt32>
  /// Both 0 where a row ends outside, as only damage makes it.
  let tokenCount: Int
  let joinCount: Int

  /// - Parameter words: All rows from the beginning of this one.
  init(_ words: UnsafeBufferPointer<UInt32>) {
    self.words = words
    guard words.count >= 2 else {
      (tokenCount, joinCount) = (0, 0)
      return
    }
    let tokens = Int(words[1] >> 17 & 0x7F)
    let joins = Int(words[1] >> 24)
    let isInside =
      tokens <= NameAnalyzer.maximumWords && NameRecord.length(tokens: tokens, joins: joins) <= words.count
    (tokenCount, joinCount) = isInside ? (tokens, joins) : (0, 0)
  }

  var designation: Int { words.isEmpty ? 0 : Int(words[0]) }
  var ordinal: Int { words.count < 2 ? 0 : Int(words[1] & 0x3FFF) }
  var isWeak: Bool { words.count > 1 && words[1] >> 14 & 1 != 0 }
  var isPerson: Bool { words.count > 1 && words[1] >> 16 & 1 != 0 }

  /// - Parameter index: Below `tokenCount`.
  func token(_ index: Int) -> Entry {
    let entry = words[2 + index]
    return Entry(unit: Int(entry & 0xFF_FFFF), role: TokenRole(rawValue: UInt8(entry >> 24 & 0xF)) ?? .name)
  }

  /// A join of tokens that there are.
  ///
  /// - Parameter index: Below `joinCount`.
  func join(_ index: Int) -> Join {
    let span = words[2 + tokenCount + joinCount + index / 2] >> UInt32(index % 2 * 16)
    let last = min(Int(span & 0xFF), max(0, tokenCount - 1))
    return Join(unit: Int(words[2 + tokenCount + index]), first: min(Int(span >> 8 & 0xFF), last), last: last)
  }

  /// What is compared with a query: the row but for whose name it is.
  private var compared: UnsafeBufferPointer<UInt32> {
    let length = NameRecord.length(tokens: tokenCount, joins: joinCount)
    return UnsafeBufferPointer(rebasing: words[min(2, words.count)..<min(length, words.count)])
  }

  /// Equal for names that are compared alike.
  var comparedHash: UInt64 {
    var hash: UInt64 = isPerson ? 1 : 0
    for word in compared { hash = (hash ^ UInt64(word)) &* 0x9E37_79B9_7F4A_7C15 }
    return hash
  }

  /// Whether any query scores both names the same, because their rows say the same.
  func isCompared(like other: NameRecord) -> Bool {
    isPerson == other.isPerson && tokenCount == other.tokenCount && joinCount == other.joinCount
      && compared.elementsEqual(other.compared)
  }

  /// How many words a row of so many tokens and joins has.
  static func length(tokens: Int, joins: Int) -> Int { 2 + tokens + joins + (joins + 1) / 2 }

  /// Most joins a row holds; a name of `NameAnalyzer.maximumWords` words has fewer.
  static let maximumJoins = 255

  /// Appends the row of a name.
  static func append(
    designation: Int, ordinal: Int, isWeak: Bool, isPerson: Bool,
    tokens: some RandomAccessCollection<(unit: UInt32, role: TokenRole, level: Int)>,
    joins: some RandomAccessCollection<(unit: UInt32, first: Int, last: Int)>,
    to rows: inout [UInt32]
  ) {
    let joins = joins.prefix(maximumJoins)
    rows.append(UInt32(clamping: designation))
    rows.append(
      UInt32(ordinal & 0x3FFF) | (isWeak ? 1 << 14 : 0) | (isPerson ? 1 << 16 : 0) | UInt32(tokens.count)
        << 17
        | UInt32(joins.count) << 24)
    for token in tokens {
      rows.append(token.unit | UInt32(token.role.rawValue) << 24 | UInt32(token.level) << 28)
    }
    for join in joins { rows.append(join.unit) }
    var span: UInt32 = 0
    for (number, join) in joins.enumerated() {
      span |= UInt32(join.first << 8 | join.last) << UInt32(number % 2 * 16)
      if number % 2 == 1 || number + 1 == joins.count {
        rows.append(span)
        span = 0
      }
    }
  }
}
