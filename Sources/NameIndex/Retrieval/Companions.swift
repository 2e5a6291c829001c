import CNameKernels
import Synchronization

/// Tables of the names that the same words led to before, with their other words, as the loop in C sifts them.
///
/// Not part of an index: a table is made of its rows when a task comes to the names of a unit, or of the rarer units that a word
/// meets, for the second time, and of a unit at once when it has come to many. Tasks that search at once share them. Memory: about
/// 25 bytes a name and 45 for each other word that they share, of all tables at most `mostBytes(names:)` and one table for each task.
package final class Companions: Sendable {
  /// Units with fewer names share one table for each word that meets them.
  package static let usualLeastNames = 64
  /// Fewer names than these of all such units are not worth a table.
  package static let usualLeastShared = 4

  /// The most that all tables take against so many listed names: 256 MB, or 128 bytes a name where that is more.
  static func mostBytes(names: Int) -> Int { max(256 << 20, 128 * names) }

  /// Who came upon so many units will come upon others again: their tables are made at once. Single checks need none.
  private static let unitsOfManySearches = 64

  let leastNames: Int
  let leastShared: Int

  private let units = Mutex<[UInt32: CompanionTable]>([:])
  private let memory = TableMemory()

  init(leastNames: Int, leastShared: Int) {
    self.leastNames = leastNames
    self.leastShared = leastShared
  }

  /// The table of a unit, when it has one now; valid as long as this lives.
  ///
  /// - Parameters:
  ///   - names: How many are listed.
  ///   - make: Makes one in C; nil when that is not possible.
  func table(of unit: UInt32, names: Int, make: () -> OpaquePointer?) -> OpaquePointer? {
    let (table, isMadeAtOnce) = units.withLock { units in
      if let known = units[unit] { return (known, false) }
      let table = newTable()
      units[unit] = table
      return (table, units.count > Companions.unitsOfManySearches)
    }
    if isMadeAtOnce { table.note() }
    return table.pointer(names: names, make: make)
  }

  /// What all tables take now, in bytes.
  package var tableBytes: Int { memory.bytes.load(ordering: .relaxed) }

  /// A table that is made when it is asked for again; its memory counts with that of the others.
  func newTable() -> CompanionTable { CompanionTable(in: memory) }
}

/// How many bytes tables take.
private final class TableMemory: Sendable {
  let bytes = Atomic(0)
}

/// A table of names and their other words, which lives in C, from when it is made on.
final class CompanionTable: Sendable {
  /// Where it is, or one of the states below.
  private let address = Atomic(CompanionTable.new)
  private let memory: TableMemory

  private static let new: UInt = 0
  /// Its names came up once, or there was no room.
  private static let seen: UInt = 1
  private static let beingMade: UInt = 2

  fileprivate init(in memory: TableMemory) { self.memory = memory }

  deinit {
    guard let made else { return }
    memory.bytes.subtract(Int(namescreen_companions_bytes(made)), ordering: .relaxed)
    namescreen_companions_free(made)
  }

  private var made: OpaquePointer? {
    let address = address.load(ordering: .acquiring)
    return address > CompanionTable.beingMade ? OpaquePointer(bitPattern: address) : nil
  }

  /// Takes note that its names came up.
  func note() {
    _ = address.compareExchange(
      expected: CompanionTable.new, desired: CompanionTable.seen, ordering: .relaxed)
  }

  /// Where it is, when there is one now; valid as long as this lives. Who asks while another makes it goes without.
  ///
  /// - Parameters:
  ///   - names: How many are listed.
  ///   - make: Makes one in C; nil when that is not possible.
  func pointer(names: Int, make: () -> OpaquePointer?) -> OpaquePointer? {
    if let made { return made }
    if address.load(ordering: .relaxed) == CompanionTable.new {
      note()
      return nil
    }
    guard memory.bytes.load(ordering: .relaxed) < Companions.mostBytes(names: names),
      address.compareExchange(
        expected: CompanionTable.seen, desired: CompanionTable.beingMade, ordering: .relaxed
      ).exchanged
    else { return made }
    let made = make()
    if let made { memory.bytes.add(Int(namescreen_companions_bytes(made)), ordering: .relaxed) }
    address.store(made.map { UInt(bitPattern: $0) } ?? CompanionTable.seen, ordering: .releasing)
    return made
  }
}
