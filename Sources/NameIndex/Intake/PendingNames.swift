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
    /// The loose ones.
    var joins: [Join]
    /// The hashes of the others (`NeighbourTable`).
    var joinHashes: [UInt32]
  }

  private let spool = ByteSpool()
  private var record: [UInt8] = []
  private(set) var count = 0
  /// How many words the rows of all names have.
  private(set) var rowLength = 0
  /// How many hashes all names have.
  private(set) var hashCount = 0

  /// A name: designation and ordinal in four bytes each, two flags in one, the counts in two each; then a token in five
  /// bytes, a join in six, a hash in four.
  private static let headLength = 15

  mutating func add(_ name: Name) throws(IndexError) {
    record.removeAll(keepingCapacity: true)
    record.append(littleEndian: UInt32(clamping: name.designation))
    record.append(littleEndian: UInt32(clamping: name.ordinal))
    record.append((name.isWeak ? 1 : 0) | (name.isPerson ? 2 : 0))
    record.append(littleEndian: UInt16(clamping: name.tokens.count))
    record.append(littleEndian: UInt16(clamping: name.joins.count))
    record.append(littleEndian: UInt16(clamping: name.joinHashes.count))
    for token in name.tokens {
      record.append(littleEndian: token.unit)
      record.append(token.role.rawValue)
    }
    for join in name.joins {
      record.append(littleEndian: join.unit)
      record += [join.first, join.last]
    }
    for hash in name.joinHashes { record.append(littleEndian: hash) }
    do {
      _ = try spool.append(record)
    } catch {
      throw IndexError(error)
    }
    count += 1
    rowLength += NameRecord.length(
      tokens: name.tokens.count, joins: min(name.joins.count, NameRecord.maximumJoins))
    hashCount += name.joinHashes.count
  }

  /// Calls `body` with every name, in their order.
  func forEachName(_ body: (Name) throws(IndexError) -> Void) throws(IndexError) {
    // One name serves for all, so that its arrays are not made anew for each.
    var name = Name(
      designation: 0, ordinal: 0, isWeak: false, isPerson: false, tokens: [], joins: [], joinHashes: [])
    var place = 0
    for _ in 0..<count {
      place += try read(place, to: &name)
      try body(name)
    }
  }

  /// Returns how many bytes the name takes.
  private func read(_ place: Int, to name: inout Name) throws(IndexError) -> Int {
    name.tokens.removeAll(keepingCapacity: true)
    name.joins.removeAll(keepingCapacity: true)
    name.joinHashes.removeAll(keepingCapacity: true)
    do {
      let (tokens, joins, hashes) = try spool.withBytes(place, count: Self.headLength) { head in
        // Every load lies inside of what was asked for, here and below.
        let bytes = UnsafeRawBufferPointer(head)
        name.designation = Int(bytes.loadUnaligned(as: UInt32.self))
        name.ordinal = Int(bytes.loadUnaligned(fromByteOffset: 4, as: UInt32.self))
        name.isWeak = head[8] & 1 != 0
        name.isPerson = head[8] & 2 != 0
        return (
          Int(bytes.loadUnaligned(fromByteOffset: 9, as: UInt16.self)),
          Int(bytes.loadUnaligned(fromByteOffset: 11, as: UInt16.self)),
          Int(bytes.loadUnaligned(fromByteOffset: 13, as: UInt16.self))
        )
      }
      let joinEnd = tokens * 5 + joins * 6
      let length = joinEnd + hashes * 4
      try spool.withBytes(place + Self.headLength, count: length) { row in
        let bytes = UnsafeRawBufferPointer(row)
        for start in stride(from: 0, to: tokens * 5, by: 5) {
          name.tokens.append(
            Token(
              unit: bytes.loadUnaligned(fromByteOffset: start, as: UInt32.self),
              role: TokenRole(rawValue: row[start + 4]) ?? .name))
        }
        for start in stride(from: tokens * 5, to: joinEnd, by: 6) {
          name.joins.append(
            Join(
              unit: bytes.loadUnaligned(fromByteOffset: start, as: UInt32.self), first: row[start + 4],
              last: row[start + 5]))
        }
        for start in stride(from: joinEnd, to: length, by: 4) {
          name.joinHashes.append(bytes.loadUnaligned(fromByteOffset: start, as: UInt32.self))
        }
      }
      return Self.headLength + length
    } catch {
      throw IndexError(error)
    }
  }
}
