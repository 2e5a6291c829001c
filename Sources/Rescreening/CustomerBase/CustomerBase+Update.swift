import FoundationEssentials
import NameIndex
import NameScreening

extension CustomerBase {
  /// Makes a base of customers, in their order; an old one at that path is replaced.
  public static func index(_ customers: [Customer], at path: String) throws(CustomerBaseError) {
    try updating(path) { _ throws(CustomerBaseError) in
      var manifest = Manifest()
      try append(customers, to: &manifest, path)
      return manifest
    }
  }

  /// Adds customers behind those there are; who has the id of one replaces it.
  ///
  /// - Complexity: O(n) in the ids of the base, and building an index of the new ones alone.
  /// - Returns: How many were replaced.
  @discardableResult
  public static func add(_ customers: [Customer], to path: String) throws(CustomerBaseError) -> Int {
    var replaced = 0
    try updating(path) { manifest throws(CustomerBaseError) in
      guard var manifest else { throw .missing(file: path) }
      replaced = try remove(Set(customers.map(\.id)), from: &manifest, path)
      try append(customers, to: &manifest, path)
      return manifest
    }
    return replaced
  }

  /// Removes the customers with these ids.
  ///
  /// - Complexity: O(n) in the ids of the base.
  /// - Returns: How many were there.
  @discardableResult
  public static func remove(_ ids: Set<String>, from path: String) throws(CustomerBaseError) -> Int {
    var count = 0
    try updating(path) { manifest throws(CustomerBaseError) in
      guard var manifest else { throw .missing(file: path) }
      count = try remove(ids, from: &manifest, path)
      return manifest
    }
    return count
  }

  /// Changes the manifest while no other process does, and takes files away that it does not name: segments of before, and
  /// what processes left that were killed.
  private static func updating(
    _ path: String, _ change: (Manifest?) throws(CustomerBaseError) -> Manifest
  ) throws(CustomerBaseError) {
    do {
      let lock = try LogFile(path: path + ".lock")
      defer { _ = lock }
      let before = LogFile.exists(path) ? try Manifest.read(path) : nil
      let after = try change(before)
      try after.write(path)
      clear(path, keeping: Set(after.segments.map(\.file)))
    } catch {
      throw CustomerBaseError(error, file: path)
    }
  }

  /// Segments stand as `NAME.TOKEN.segment`; while they are written, as `NAME.TOKEN.segment.PROCESS.N.tmp`; the manifest as
  /// `NAME.PROCESS.partial`.
  private static func clear(_ path: String, keeping kept: Set<String>) {
    let folder = beside(path, "")
    let files = try? FileManager.default.contentsOfDirectory(atPath: folder.isEmpty ? "." : folder)
    let start = name(of: path) + "."
    for file in files ?? [] where file.hasPrefix(start) && !kept.contains(file) {
      let parts = file.dropFirst(start.count).split(separator: ".", omittingEmptySubsequences: false)
      let isSegment = parts.count > 1 && parts[1] == "segment" && isToken(parts[0])
      let isPartial = parts.count == 2 && parts[1] == "partial" && parts[0].allSatisfy(\.isNumber)
      if isSegment || isPartial { LogFile.remove(beside(path, file)) }
    }
  }

  private static func name(of path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }

  /// A name that no segment has, so that an old one stays whole until the manifest is replaced.
  private static func token() -> String {
    let digits = String(UInt64.random(in: 0 ... .max), radix: 36)
    return String(repeating: "0", count: 13 - digits.utf8.count) + digits
  }

  private static func isToken(_ text: Substring) -> Bool {
    text.utf8.count == 13 && text.utf8.allSatisfy { (48...57).contains($0) || (97...122).contains($0) }
  }

  private static func append(
    _ customers: [Customer], to manifest: inout Manifest, _ path: String
  ) throws(CustomerBaseError) {
    guard !customers.isEmpty else { return }
    let first = manifest.nextRow
    let records = customers.enumerated().map { $1.record(row: first + $0) }
    let list = ListDescription(name: Customer.listName, publisher: "", format: "customers")
    let segment = Manifest.Segment(file: "\(name(of: path)).\(token()).segment", count: records.count)
    do {
      try NameIndex.build(
        lists: [(list, records)], isPerson: { _ in true }, groupsListings: false
      ).write(to: beside(path, segment.file))
    } catch {
      throw .system(file: path, reason: "\(error)")
    }
    manifest.segments.append(segment)
    manifest.nextRow += records.count
  }

  private static func remove(
    _ ids: Set<String>, from manifest: inout Manifest, _ path: String
  ) throws(CustomerBaseError) -> Int {
    var count = 0
    for (number, segment) in try open(at: path).segments.enumerated() {
      var removed: [Int] = []
      for ordinal in 0..<segment.index.designationCount where !segment.removed.contains(ordinal) {
        do {
          if ids.contains(try segment.index.id(at: ordinal).id.local) { removed.append(ordinal) }
        } catch {
          throw .damaged(file: path, reason: "\(error)")
        }
      }
      count += removed.count
      manifest.segments[number].removed = (manifest.segments[number].removed + removed).sorted()
    }
    manifest.segments.removeAll { $0.removed.count == $0.count }
    return count
  }
}
