import NameSimilarity
import NameText

/// A name of the store: one row of 64-bit words, so that judging a name reads one place in memory.
///
///     word 0           designation (32 bits), which of its names (14), has loose joins (1), weak alias (1), person (1), tokens (7), joins (8)
///     word 1           the relations of the words and joins (`namescreen_relation_bit`)
///     tokens words     the glance of each token (`Glance`)
///     tokens words     the letters of each token (`namescreen_occurrences`)
///     tokens / 2       two tokens a word: unit (24 bits), role (4), level of frequency (4)
///     joins words      the glance of each join
///     joins words      the letters of each join
///     joins / 2        two joins a word: unit (32)
///     joins / 4        four joins a word: first token (8), last token (8), the last in the low bits
///
/// A loose join may meet a word that it does not equal. The loop in C (`name_bound.c`) reads the same layout.
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

  private let words: UnsafePointer<UInt64>

  /// - Parameter words: A row that `NameRecord.isSound` has checked.
  init(_ words: UnsafePointer<UInt64>) { self.words = words }

  var designation: Int { Int(words[0] & 0xFFFF_FFFF) }
  var ordinal: Int { Int(words[0] >> 32 & 0x3FFF) }
  var isWeak: Bool { words[0] >> 47 & 1 != 0 }
  var isPerson: Bool { words[0] >> 48 & 1 != 0 }
  var tokenCount: Int { Int(words[0] >> 49 & 0x7F) }
  var joinCount: Int { Int(words[0] >> 56) }

  func token(_ index: Int) -> Entry {
    let entry = UInt32(truncatingIfNeeded: words[2 + 2 * tokenCount + index / 2] >> UInt64(index % 2 * 32))
    return Entry(unit: Int(entry & 0xFF_FFFF), role: TokenRole(rawValue: UInt8(entry >> 24 & 0xF)) ?? .name)
  }

  func join(_ index: Int) -> Join {
    let units = 2 + 2 * tokenCount + (tokenCount + 1) / 2 + 2 * joinCount
    let unit = UInt32(truncatingIfNeeded: words[units + index / 2] >> UInt64(index % 2 * 32))
    let span = words[units + (joinCount + 1) / 2 + index / 4] >> UInt64(index % 4 * 16)
    return Join(unit: Int(unit), first: Int(span >> 8 & 0xFF), last: Int(span & 0xFF))
  }

  /// How many words a row of so many tokens and joins has.
  static func length(tokens: Int, joins: Int) -> Int {
    2 + 2 * tokens + (tokens + 1) / 2 + 2 * joins + (joins + 1) / 2 + (joins + 3) / 4
  }

  /// Whether a row of `length` words holds what its first word says, with numbers below the counts.
  static func isSound(_ words: UnsafePointer<UInt64>, length: Int, units: Int, designations: Int) -> Bool {
    guard length > 1 else { return false }
    let record = NameRecord(words)
    let tokens = record.tokenCount
    guard tokens <= NameAnalyzer.maximumWords, record.designation < designations,
      NameRecord.length(tokens: tokens, joins: record.joinCount) == length
    else { return false }
    for index in 0..<tokens where record.token(index).unit >= units { return false }
    for index in 0..<record.joinCount {
      let join = record.join(index)
      guard join.unit < units, join.first <= join.last, join.last < tokens else { return false }
    }
    return true
  }

  /// Most joins a row holds; a name of `NameAnalyzer.maximumWords` words has fewer.
  static let maximumJoins = 255

  /// Appends the row of a name.
  static func append(
    designation: Int, ordinal: Int, isWeak: Bool, isPerson: Bool, hasLooseJoins: Bool,
    tokens: [(unit: UInt32, role: TokenRole, level: Int)], joins: [(unit: UInt32, first: Int, last: Int)],
    glances: [UInt64], occurrences: [UInt64], digest: UInt64, to rows: inout [UInt64]
  ) {
    let joins = joins.prefix(maximumJoins)
    rows.append(
      UInt64(UInt32(designation)) | UInt64(ordinal & 0x3FFF) << 32 | (hasLooseJoins ? 1 << 46 : 0)
        | (isWeak ? 1 << 47 : 0)
        | (isPerson ? 1 << 48 : 0) | UInt64(tokens.count) << 49 | UInt64(joins.count) << 56)
    rows.append(digest)
    rows.append(contentsOf: tokens.map { glances[Int($0.unit)] })
    rows.append(contentsOf: tokens.map { occurrences[Int($0.unit)] })
    pack(
      tokens.map { UInt64($0.unit | UInt32($0.role.rawValue) << 24 | UInt32($0.level) << 28) }, 2, to: &rows)
    rows.append(contentsOf: joins.map { glances[Int($0.unit)] })
    rows.append(contentsOf: joins.map { occurrences[Int($0.unit)] })
    pack(joins.map { UInt64($0.unit) }, 2, to: &rows)
    pack(joins.map { UInt64($0.first << 8 | $0.last) }, 4, to: &rows)
  }

  private static func pack(_ values: [UInt64], _ each: Int, to rows: inout [UInt64]) {
    for start in stride(from: 0, to: values.count, by: each) {
      var word: UInt64 = 0
      for (place, value) in values[start..<min(start + each, values.count)].enumerated() {
        word |= value << UInt64(place * 64 / each)
      }
      rows.append(word)
    }
  }
}
