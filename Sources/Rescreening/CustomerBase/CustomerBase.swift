import NameIndex
import NameScreening

/// Customers compiled for searching: a handful of changed names meets millions of them without reading each.
///
///     try CustomerBase.index(customers, at: "customers.base")
///     let base = try CustomerBase.open(at: "customers.base")
///     try base.rescreen(by: rescreener) { row, customer, alerts in ... }
///
/// A base is a small file that names segments beside it, each an index as lists have it, whose names are the customers'.
/// Adding customers writes a segment; removing some notes them. Everything appears whole or not at all.
public struct CustomerBase: Sendable {
  let path: String
  let manifest: Manifest
  let segments: [Segment]

  /// One index of customers, and who of them was removed.
  struct Segment: Sendable {
    var index: NameIndex
    var removed: Set<Int>
  }

  /// - Complexity: O(segments): large ones are not read through, which `verify` does.
  public static func open(at path: String) throws(CustomerBaseError) -> CustomerBase {
    var manifest = try Manifest.read(path)
    while true {
      do {
        return try open(manifest, at: path)
      } catch {
        // Another process may have replaced the manifest and taken away what this one names.
        let now = try Manifest.read(path)
        guard now != manifest else { throw error }
        manifest = now
      }
    }
  }

  private static func open(_ manifest: Manifest, at path: String) throws(CustomerBaseError) -> CustomerBase {
    var segments: [Segment] = []
    for segment in manifest.segments {
      let index: NameIndex
      do {
        index = try NameIndex.open(path: beside(path, segment.file))
      } catch {
        throw .damaged(file: path, reason: "\(error)")
      }
      guard index.designationCount == segment.count else {
        throw .damaged(file: path, reason: "\(segment.file) has \(index.designationCount) customers")
      }
      segments.append(Segment(index: index, removed: Set(segment.removed)))
    }
    return CustomerBase(path: path, manifest: manifest, segments: segments)
  }

  /// Whether a file is a base, by its beginning.
  public static func isBase(_ path: String) -> Bool {
    guard let head = try? LogFile.beginning(of: path, 64) else { return false }
    return Manifest.isOne(head)
  }

  /// Compares the whole base with its checksums.
  ///
  /// - Complexity: O(size), at 7 GB/s once the files are in memory.
  public func verify() throws(CustomerBaseError) {
    for segment in segments {
      do {
        try segment.index.verify()
      } catch {
        throw .damaged(file: path, reason: "\(error)")
      }
    }
  }

  /// The sections of the segments by name, and their bytes together.
  package var sections: [(name: String, bytes: Int)] {
    var sections: [(name: String, bytes: Int)] = []
    for section in segments.flatMap(\.index.sections) {
      if let known = sections.firstIndex(where: { $0.name == section.name }) {
        sections[known].bytes += section.bytes
      } else {
        sections.append(section)
      }
    }
    return sections
  }

  /// How many customers there are.
  public var count: Int { segments.reduce(0) { $0 + $1.index.designationCount - $1.removed.count } }

  /// SHA-256 of what the segments hold and of who was removed, in hexadecimal.
  public var contentHash: String {
    var hash = SHA256()
    for segment in segments {
      hash.update(segment.index.contentHash)
      hash.update(segment.removed.sorted().flatMap { Array("\($0) ".utf8) })
    }
    return hash.digest.hexadecimal
  }

  /// A customer at a place of a segment.
  func customer(_ place: Place) throws(CustomerBaseError) -> Customer {
    do {
      return Customer(record: try segments[place.segment].index.designation(at: place.ordinal))
    } catch {
      throw .damaged(file: path, reason: "\(error)")
    }
  }

  /// Where a customer stands; places sort in the order of the base.
  struct Place: Hashable, Comparable {
    var segment: Int
    var ordinal: Int

    static func < (a: Place, b: Place) -> Bool {
      a.segment == b.segment ? a.ordinal < b.ordinal : a.segment < b.segment
    }
  }

  /// Calls `body` with every customer, in the order of the base.
  public func forEachCustomer(_ body: (Customer) throws -> Void) throws {
    for (number, segment) in segments.enumerated() {
      for ordinal in 0..<segment.index.designationCount where !segment.removed.contains(ordinal) {
        try body(customer(Place(segment: number, ordinal: ordinal)))
      }
    }
  }

  static func beside(_ path: String, _ name: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return name }
    return String(path[...slash]) + name
  }
}
