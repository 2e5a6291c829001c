import ByteSpool
import NameText

/// The readings of names while a list is compiled, put aside in the order in which they come.
///
/// Memory: what a `ByteSpool` keeps, whatever the number of names.
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
    var designation: Int
    /// Which of the designation's names it is.
    var ordinal: Int
    var isWeak: Bool
    var isPerson: Bool
    var tokens: [Token]
    var joins: [Join]
  }

  private let spool = ByteSpool()
  private var record: [UInt8] = []
  private(set) var count = 0
  /// How many words the rows of all names have.
  private(set) var rowLength = 0

  /// A name: designation and ordinal in four bytes each, two flags in one, the counts in two each; then a token in five
  /// bytes, a join in six.
  private static let headLength = 13

  mutating func add(_ name: Name) throws(IndexError) {
    record.removeAll(keepingCapacity: true)
    record.append(littleEndian: UInt32(clamping: name.designation))
    record.append(littleEndian: UInt32(clamping: name.ordinal))
    record.append((name.isWeak ? 1 : 0) | (name.isPerson ? 2 : 0))
    record.append(littleEndian: UInt16(clamping: name.tokens.count))
    record.append(littleEndian: UInt16(clamping: name.joins.count))
    for token in name.tokens {
      record.append(littleEndian: token.unit)
      record.append(token.role.rawValue)
    }
    for join in name.joins {
      record.append(littleEndian: join.unit)
      record += [join.first, join.last]
    }
    do {
      _ = try spool.append(record)
    } catch {
      throw Self.failure(error)
    }
    count += 1
    rowLength += NameRecord.length(
      tokens: name.tokens.count, joins: min(name.joins.count, NameRecord.maximumJoins))
  }

  /// Calls `body` with every name, in their order.
  func forEachName(_ body: (Name) throws(IndexError) -> Void) throws(IndexError) {
    var place = 0
    for _ in 0..<count {
      let (name, length) = try name(at: place)
      try body(name)
      place += length
    }
  }

  private func name(at place: Int) throws(IndexError) -> (Name, length: Int) {
    func number(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ width: Int) -> Int {
      (0..<width).reduce(0) { $0 | Int(bytes[start + $1]) << (8 * $1) }
    }
    do {
      var name = Name(designation: 0, ordinal: 0, isWeak: false, isPerson: false, tokens: [], joins: [])
      let (tokens, joins) = try spool.withBytes(place, count: Self.headLength) { head in
        name.designation = number(head, 0, 4)
        name.ordinal = number(head, 4, 4)
        name.isWeak = head[8] & 1 != 0
        name.isPerson = head[8] & 2 != 0
        return (number(head, 9, 2), number(head, 11, 2))
      }
      let length = tokens * 5 + joins * 6
      try spool.withBytes(place + Self.headLength, count: length) { bytes in
        name.tokens = (0..<tokens).map { index in
          Token(
            unit: UInt32(number(bytes, index * 5, 4)),
            role: TokenRole(rawValue: bytes[index * 5 + 4]) ?? .name)
        }
        name.joins = (0..<joins).map { index in
          let start = tokens * 5 + index * 6
          return Join(unit: UInt32(number(bytes, start, 4)), first: bytes[start + 4], last: bytes[start + 5])
        }
      }
      return (name, Self.headLength + length)
    } catch {
      throw Self.failure(error)
    }
  }

  private static func failure(_ failure: ByteSpool.Failure) -> IndexError {
    .system(file: "temporary file", operation: "putting names aside", reason: failure.description)
  }
}
