import NameIndex
import Watchlists

/// Lists that were read and compiled, before anybody searches in them.
///
///     let lists = try CompiledLists(from: ["sdn.csv", "alt.csv", "consolidated.xml.gz"])
///     try lists.write(to: "lists.index")
///
/// For who needs the file alone: what was compiled may be larger than memory, and is not looked at again.
public struct CompiledLists: Sendable {
  let bytes: NameIndexBytes
  private let records: DesignationRecords
  /// What was compiled of each list, by the lists' names.
  public let lists: [ListInformation]
  /// Rows and entries of the list files that could not be read, `FILE:LINE: why`.
  public let damage: [String]
  /// Whether some of that lost an entry or a part of one; rows that add to no entry of the list lose nothing.
  public let isDamaged: Bool

  /// The names of the formats that are read.
  public static var formats: [String] { WatchlistReader.formats }

  /// Reads list files and folders of them, recognising each format by its content, and compiles them.
  ///
  /// - Parameters:
  ///   - allowsCutOff: Whether a file that was cut off is read up to there instead of being an error.
  ///   - threads: How many threads are at work; the bytes are the same with any number of them.
  public init(
    from paths: [String], allowsCutOff: Bool = false, threads: Int = Processors.available
  ) throws(ListIndexError) {
    do {
      let intake = SpooledDesignations(threads: threads)
      let lists = try WatchlistReader.read(paths: paths, allowsCutOff: allowsCutOff, intake: intake)
      try intake.finish()
      try self.init(lists, and: intake, threads: threads)
    } catch {
      throw ListIndexError(error)
    }
  }

  /// Compiles lists, of which some may have handed their designations on.
  init(_ lists: [LoadedList], and intake: SpooledDesignations? = nil, threads: Int = 1) throws {
    bytes = try NameIndex.build(
      lists: lists.map { list in
        if let intake, let number = list.handedOn { return intake.content(of: number, list.description) }
        return ListContent(list.description, list.designations)
      }, threads: threads)
    records = try bytes.records()
    self.lists = records.lists.map(ListInformation.init)
    damage = lists.flatMap { $0.damage.map(\.description) } + bytes.unreadableNames
    isDamaged = lists.contains { $0.damage.contains { $0.loss != .nothing } }
  }

  /// Writes the index file, whole or not at all.
  public func write(to path: String) throws(ListIndexError) { try Self.write(bytes, to: path) }

  static func write(_ bytes: NameIndexBytes, to path: String) throws(ListIndexError) {
    do {
      try bytes.write(to: path)
    } catch {
      throw ListIndexError(kind: .unreadableFile, description: "\(error)")
    }
  }

  /// The lists that lost more than a tenth of their designations against the index in a file, by name; nil when there is no
  /// index in it, or one of another version.
  ///
  /// - Complexity: O(n) in the designations of both.
  public func shrinkage(sinceIndexAt path: String) throws(ListIndexError) -> [ListShrinkage]? {
    guard let old = try? DesignationRecords.open(path: path) else { return nil }
    do {
      return try ListShrinkage.between(old, records)
    } catch {
      throw ListIndexError(error)
    }
  }
}
