import CEmbeddedCorpora
import NameIndex
import Watchlists

/// The lists to screen against, compiled for searching.
///
///     let index = try ListIndex.build(from: ["sdn.csv", "alt.csv", "consolidated.xml.gz"])
///     try index.write(to: "lists.index")
///     let same = try ListIndex.open(at: "lists.index")
///
/// An index does not change; any number of tasks use it at once.
public struct ListIndex: Sendable {
  let names: NameIndex
  /// The compiled bytes, where the index was built and not opened.
  private let bytes: NameIndexBytes?
  /// What the index holds of each list, by the lists' names.
  public let lists: [ListInformation]
  /// Rows and entries of the list files that could not be read, `FILE:LINE: why`; empty for an opened index.
  public let damage: [String]
  /// Whether some of that lost an entry or a part of one; rows that add to no entry of the list lose nothing.
  public let isDamaged: Bool
  private let dates: [String: String]

  private init(names: NameIndex, bytes: NameIndexBytes?, damage: [String], isDamaged: Bool = false) {
    self.names = names
    self.bytes = bytes
    self.damage = damage
    self.isDamaged = isDamaged
    lists = names.lists.map(ListInformation.init)
    dates = Dictionary(
      names.lists.compactMap { list in list.description.date.map { (list.description.name, $0) } },
      uniquingKeysWith: { first, _ in first })
  }

  /// Reads list files and folders of them, recognising each format by its content, and compiles them.
  ///
  /// - Parameters:
  ///   - allowsCutOff: Whether a file that was cut off is read up to there instead of being an error.
  ///   - threads: How many threads are at work; the index is the same with any number of them.
  public static func build(
    from paths: [String], allowsCutOff: Bool = false, threads: Int = Processors.available
  ) throws(ListIndexError) -> ListIndex {
    try ListIndex(CompiledLists(from: paths, allowsCutOff: allowsCutOff, threads: threads))
  }

  /// Opens an index file that `write` made; its size makes no difference.
  ///
  /// Files of 16 MiB and more are not read through: `verify` does that, and bulk runs should begin with it.
  public static func open(at path: String) throws(ListIndexError) -> ListIndex {
    try open(at: path, residentLimit: nil)
  }

  /// The same for a process that searches once.
  ///
  /// - Parameter residentLimit: How many bytes of the file may come into the memory of the process until they are given back,
  ///   besides what one step of a search reads; nil for as many as are touched.
  package static func open(at path: String, residentLimit: Int?) throws(ListIndexError) -> ListIndex {
    do {
      let names = try NameIndex.open(path: path, residentLimit: residentLimit)
      return ListIndex(names: names, bytes: nil, damage: [])
    } catch {
      throw ListIndexError(error)
    }
  }

  /// Compares the whole index with its checksums.
  ///
  /// A damaged index never stops the process, but may hide somebody: what opening and reading finds out of shape is an error,
  /// a changed letter of a name is not seen.
  ///
  /// - Complexity: O(size), at 7 GB/s once the file is in memory.
  public func verify() throws(ListIndexError) {
    do {
      try names.verify()
    } catch {
      throw ListIndexError(error)
    }
  }

  /// The sample list that the library carries: for trying out, not for compliance.
  ///
  /// It is carried compiled; `make embed` compiles it anew, which is needed whenever names are analysed otherwise.
  public static func embedded() throws(ListIndexError) -> ListIndex {
    do {
      return ListIndex(names: try NameIndex(bytes: embeddedBytes, name: embeddedName), bytes: nil, damage: [])
    } catch {
      // Compiled by another version.
      return try embeddedFromSource()
    }
  }

  /// The same list, compiled from its designations now: what `embedded` must equal.
  package static func embeddedFromSource() throws(ListIndexError) -> ListIndex {
    // The C array is constant and as long as its count says.
    let bytes = Array(
      UnsafeBufferPointer(start: embedded_designations_bytes(), count: embedded_designations_count()))
    do {
      return try ListIndex(CompiledLists(WatchlistReader.read(bytes: bytes, name: embeddedName)))
    } catch {
      throw ListIndexError(error)
    }
  }

  /// The index file that the library carries.
  package static var embeddedBytes: [UInt8] {
    // The C array is constant and as long as its count says.
    Array(UnsafeBufferPointer(start: embedded_index_bytes(), count: embedded_index_count()))
  }

  private static let embeddedName = "embedded sample list"

  /// The index file; `nil` where it was opened.
  package func fileBytes() throws(ListIndexError) -> [UInt8]? {
    do {
      return try bytes?.bytes()
    } catch {
      throw ListIndexError(error)
    }
  }

  private init(_ compiled: CompiledLists) throws(ListIndexError) {
    do {
      self.init(
        names: try NameIndex(compiled.bytes), bytes: compiled.bytes, damage: compiled.damage,
        isDamaged: compiled.isDamaged)
    } catch {
      throw ListIndexError(error)
    }
  }

  /// An index of some designations alone, which finds with them what the whole index finds.
  ///
  /// - Parameter other: Describes the lists that the designations stand on.
  package init(_ designations: [Designation], of other: ListIndex) throws(ListIndexError) {
    try self.init(designations, on: other.names.lists.map(\.description))
  }

  /// An index of designations that stand on these lists.
  package init(_ designations: [Designation], on lists: [ListDescription]) throws(ListIndexError) {
    let byList = Dictionary(grouping: designations, by: \.list)
    let lists = lists.map { ($0, byList[$0.name] ?? []) }
    do {
      let bytes = try NameIndex.build(lists: lists)
      self.init(names: try NameIndex(bytes), bytes: bytes, damage: [])
    } catch {
      throw ListIndexError(error)
    }
  }

  /// Writes an index that was built to a file, whole or not at all; one that was opened is a file already.
  public func write(to path: String) throws(ListIndexError) {
    guard let bytes else {
      throw ListIndexError(
        kind: .badData, description: "\(path): the index was opened, not built; expected a copy of its file")
    }
    try CompiledLists.write(bytes, to: path)
  }

  /// What the index holds of one designation; numbers are from 0 up to `designationCount`.
  package func designation(at ordinal: Int) throws(ListIndexError) -> Designation {
    do {
      return try names.designation(at: ordinal)
    } catch {
      throw ListIndexError(error)
    }
  }

  /// How many designations the index holds.
  public var designationCount: Int { names.designationCount }

  /// SHA-256 of what the lists say, in hexadecimal: equal for equal lists, whichever version compiled them.
  public var contentHash: String { names.contentHash.hexadecimal }

  /// ISO date of publication of a list, where its file said so.
  func date(ofList name: String) -> String? { dates[name] }
}
