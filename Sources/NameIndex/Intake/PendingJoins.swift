import ByteSpool

/// The hashes of neighbours read as one word (`NeighbourTable`) while a list is compiled, each with the number of its name.
///
/// Memory: what a `ByteSpool` keeps, whatever the number of names.
struct PendingJoins {
  /// A name of a batch and a hash.
  struct Entry {
    var name: UInt32
    var hash: UInt32
    fileprivate static let length = 8
  }

  private let spool = ByteSpool(memory: 4 << 20)
  private(set) var count = 0
  private var bytes: [UInt8] = []

  /// Adds what a batch has.
  ///
  /// - Parameter names: How many names there were before it.
  mutating func add(_ entries: [Entry], behind names: Int) throws(IndexError) {
    bytes.removeAll(keepingCapacity: true)
    bytes.reserveCapacity(entries.count * Entry.length)
    for entry in entries {
      bytes.append(littleEndian: UInt32(clamping: names + Int(entry.name)))
      bytes.append(littleEndian: entry.hash)
    }
    do {
      _ = try spool.append(bytes)
    } catch {
      throw IndexError(error)
    }
    count += entries.count
  }

  /// Calls `body` with every entry, by the numbers of names.
  func forEachEntry(_ body: (Entry) -> Void) throws(IndexError) {
    var window = SpoolWindow(spool)
    for _ in 0..<count {
      body(
        try window.take(head: Entry.length, length: { _ in Entry.length }) { bytes in
          // Both loads lie inside of what was asked for.
          Entry(
            name: bytes.loadUnaligned(as: UInt32.self),
            hash: bytes.loadUnaligned(fromByteOffset: 4, as: UInt32.self))
        })
    }
  }
}
