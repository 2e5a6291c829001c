import CNameKernels

/// Names that the same words led to before, with their other words, as the loop in C sifts them.
///
/// Not part of an index: a table is made of its rows when a task comes to the names of a unit, or of the rarer units that a word
/// meets, for the second time, and of a unit at once when it has come to many. Memory: about 33 bytes a name and 30 for each other
/// word that they share, of all tables at most `mostBytes(names:)` and one table.
package final class Companions {
  /// Units with fewer names share one table for each word that meets them.
  package static let usualLeastNames = 64
  /// Fewer names than these of all such units are not worth a table.
  package static let usualLeastShared = 4

  /// The most that all tables take against so many listed names: 256 MB, or 128 bytes a name where that is more.
  static func mostBytes(names: Int) -> Int { max(256 << 20, 128 * names) }

  /// A task that came upon so many units will come upon others again: their tables are made at once. Single checks need none.
  private static let unitsOfManySearches = 512

  let leastNames: Int
  let leastShared: Int

  private var units: [UInt32: State] = [:]
  fileprivate var bytes = 0

  /// What is known of names that come up.
  enum State {
    /// They came up once, or there is no room for a table.
    case seen
    /// With where the table is, which is all that a search asks the object for.
    case table(CompanionTable, OpaquePointer)
  }

  init(leastNames: Int, leastShared: Int) {
    self.leastNames = leastNames
    self.leastShared = leastShared
  }

  /// The table of a unit, when it has one now; valid as long as this lives.
  ///
  /// - Parameter names: How many are listed.
  func table(of unit: UInt32, names: Int, make: () -> OpaquePointer?) -> OpaquePointer? {
    if units[unit] == nil, units.count >= Companions.unitsOfManySearches { units[unit] = .seen }
    return table(&units[unit], names: names, make: make)
  }

  /// The table of names that come up again, when they have one now; valid as long as the state is kept.
  ///
  /// - Parameters:
  ///   - names: How many are listed.
  ///   - make: Makes one in C; nil when that is not possible.
  func table(_ state: inout State?, names: Int, make: () -> OpaquePointer?) -> OpaquePointer? {
    switch state {
    case .table(_, let table): return table
    case .seen:
      guard bytes < Companions.mostBytes(names: names), let made = make() else { return nil }
      state = .table(CompanionTable(made, in: self), made)
      return made
    case nil:
      state = .seen
      return nil
    }
  }
}

/// A table of names and their other words, which lives in C.
final class CompanionTable {
  private let pointer: OpaquePointer
  private let bytes: Int
  /// Weak, since it holds most tables itself.
  private weak var companions: Companions?

  fileprivate init(_ pointer: OpaquePointer, in companions: Companions) {
    self.pointer = pointer
    self.companions = companions
    bytes = Int(namescreen_companions_bytes(pointer))
    companions.bytes += bytes
  }

  deinit {
    namescreen_companions_free(pointer)
    companions?.bytes -= bytes
  }
}
