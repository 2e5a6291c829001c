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
    var designation = 0
    /// Which of the designation's names it is.
    var ordinal = 0
    var isWeak = false
    var isPerson = false
    var tokens: [Token] = []
    /// The loose ones.
    var joins: [Join] = []

    mutating func removeWords() {
      tokens.removeAll(keepingCapacity: true)
      joins.removeAll(keepingCapacity: true)
    }
  }

  /// Names as they are put aside: designation and ordinal in four bytes each, two flags in one, the counts in two each; then a
  /// token in five bytes, a join in six.
  struct Records {
    fileprivate private(set) var bytes: [UInt8] = []
    private(set) var count = 0

    fileprivate static let headLength = 13
    fileprivate static let tokenLength = 5
    fileprivate static let joinLength = 6

    /// Where the numbers of a name's words stand.
    struct Places {
      fileprivate let tokens: Int
      fileprivate let joins: Int

      func token(_ index: Int) -> UInt32 { UInt32(clamping: tokens + index * tokenLength) }
      func join(_ index: Int) -> UInt32 { UInt32(clamping: joins + index * joinLength) }
    }

    mutating func reserveCapacity(_ names: Int) { bytes.reserveCapacity(64 * names) }

    mutating func removeAll() {
      bytes.removeAll(keepingCapacity: true)
      count = 0
    }

    mutating func append(_ name: Name) -> Places {
      bytes.append(littleEndian: UInt32(clamping: name.designation))
      bytes.append(littleEndian: UInt32(clamping: name.ordinal))
      bytes.append((name.isWeak ? 1 : 0) | (name.isPerson ? 2 : 0))
      bytes.append(littleEndian: UInt16(clamping: name.tokens.count))
      bytes.append(littleEndian: UInt16(clamping: name.joins.count))
      let tokens = bytes.count
      for token in name.tokens {
        bytes.append(littleEndian: token.unit)
        bytes.append(token.role.rawValue)
      }
      let joins = bytes.count
      for join in name.joins {
        bytes.append(littleEndian: join.unit)
        bytes.append(join.first)
        bytes.append(join.last)
      }
      count += 1
      return Places(tokens: tokens, joins: joins)
    }

    /// The length of the record that begins with a head.
    fileprivate static func length(_ head: UnsafeRawBufferPointer) -> Int {
      let (tokens, joins) = counts(head)
      return headLength + tokens * tokenLength + joins * joinLength
    }

    private static func counts(_ head: UnsafeRawBufferPointer) -> (tokens: Int, joins: Int) {
      // Both loads lie inside of the head.
      (
        Int(head.loadUnaligned(fromByteOffset: 9, as: UInt16.self)),
        Int(head.loadUnaligned(fromByteOffset: 11, as: UInt16.self))
      )
    }

    fileprivate static func read(_ record: UnsafeRawBufferPointer, to name: inout Name) {
      // Every load lies inside of the record, which is as long as its head says.
      name.removeWords()
      name.designation = Int(record.loadUnaligned(as: UInt32.self))
      name.ordinal = Int(record.loadUnaligned(fromByteOffset: 4, as: UInt32.self))
      name.isWeak = record[8] & 1 != 0
      name.isPerson = record[8] & 2 != 0
      let joins = headLength + counts(record).tokens * tokenLength
      for start in stride(from: headLength, to: joins, by: tokenLength) {
        name.tokens.append(
          Token(
            unit: record.loadUnaligned(fromByteOffset: start, as: UInt32.self),
            role: TokenRole(rawValue: record[start + 4]) ?? .name))
      }
      for start in stride(from: joins, to: record.count, by: joinLength) {
        name.joins.append(
          Join(
            unit: record.loadUnaligned(fromByteOffset: start, as: UInt32.self), first: record[start + 4],
            last: record[start + 5]))
      }
    }

    /// - Parameter place: One of the `Places` of a name.
    mutating func setUnit(at place: UInt32, _ unit: UInt32) {
      let place = Int(place)
      for byte in 0..<4 { bytes[place + byte] = UInt8(truncatingIfNeeded: unit >> UInt32(8 * byte)) }
    }
  }

  private let spool = ByteSpool()
  private(set) var count = 0

  mutating func add(_ records: Records) throws(IndexError) {
    do {
      _ = try spool.append(records.bytes)
    } catch {
      throw IndexError(error)
    }
    count += records.count
  }

  /// Calls `body` with every name, in their order.
  func forEachName(_ body: (Name) throws(IndexError) -> Void) throws(IndexError) {
    // One name serves for all, so that its arrays are not made anew for each.
    var name = Name()
    var window = SpoolWindow(spool)
    for _ in 0..<count {
      try window.take(head: Records.headLength, length: Records.length) { Records.read($0, to: &name) }
      try body(name)
    }
  }
}
