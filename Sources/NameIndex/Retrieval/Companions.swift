import CNameKernels

/// The other words of each name that holds a common unit, as the loop in C sifts names by them, for the units that came up again.
///
/// Not part of an index: a table is made of its rows when a task leads to the names of a unit for the second time, and stays
/// until the task ends. Memory: 41 bytes a name that holds a unit, of all tables at most `mostBytes`.
package final class Companions {
  /// Units with fewer names are not worth a table.
  package static let usualLeastNames = 24
  static let mostBytes = 96 << 20

  let leastNames: Int

  private enum State {
    case seen
    case table(UnsafeMutablePointer<UInt8>)
  }
  private var states: [UInt32: State] = [:]
  private var bytes = 0

  init(leastNames: Int) { self.leastNames = leastNames }

  deinit {
    for case .table(let memory) in states.values { memory.deallocate() }
  }

  /// The table of a unit, when it has one now.
  ///
  /// - Parameter write: Fills memory of so many bytes.
  func table(
    of unit: UInt32, names count: Int, write: (UnsafeMutablePointer<UInt8>) -> Void
  ) -> UnsafePointer<UInt8>? {
    switch states[unit] {
    case .table(let memory): return UnsafePointer(memory)
    case .seen:
      let size = Int(namescreen_companions_size(Int64(count)))
      guard bytes + size <= Companions.mostBytes else { return nil }
      // Safe: aligned for the 64-bit words that it begins with; freed in deinit only.
      let memory = UnsafeMutableRawPointer.allocate(
        byteCount: size, alignment: MemoryLayout<UInt64>.alignment
      ).bindMemory(to: UInt8.self, capacity: size)
      write(memory)
      bytes += size
      states[unit] = .table(memory)
      return UnsafePointer(memory)
    case nil:
      states[unit] = .seen
      return nil
    }
  }
}
