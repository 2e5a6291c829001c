import Designations
import NameSimilarity
import NameText

/// The designated names of any number of lists in one file, and lossless search in them.
///
///     let index = try NameIndex.open(path: "lists.index")
///     let session = SearchSession()
///     let matches = try index.search(NameAnalyzer.standard.analyze("Путін Володимир"), SearchOptions(cutoff: 0.8), session)
///
/// One index serves any number of tasks at once, each with a session of its own. It does not change; an object, since its many
/// parts would all be counted with each copy.
package final class NameIndex: Sendable {
  private let names: NameStore
  /// What the lists say.
  package let records: DesignationRecords
  private let identifiers: IdentifierTable
  private let groups: ListingGroups
  private let file: IndexFile

  private init(file: IndexFile) throws(IndexError) {
    self.file = file
    try AnalysisSection.verify(file)
    records = try DesignationRecords(in: file)
    identifiers = try IdentifierTable(in: file)
    groups = try ListingGroups(in: file, count: records.count)
    names = try NameStore(file: file)
  }

  /// Opens an index file; see `IndexFile.open` for what is verified.
  ///
  /// - Parameter residentLimit: How many bytes of the file may come into the memory of the process until they are given back,
  ///   besides what one step of a search reads, such as looking up a word; nil for as many as are touched, which is faster for
  ///   more than one search. Hits are the same.
  package static func open(path: String, residentLimit: Int? = nil) throws(IndexError) -> NameIndex {
    try NameIndex(file: IndexFile.open(path: path, residentLimit: residentLimit))
  }

  /// Compares everything with its checksums, which opening does of small files only.
  ///
  /// - Throws: `IndexError.checksum` for the first section that was changed.
  /// - Complexity: O(bytes), at 7 GB/s once they are in memory.
  package func verify() throws(IndexError) { try file.verify() }

  /// Opens the bytes of an index file, which errors call `name`.
  package convenience init(bytes: [UInt8], name: String) throws(IndexError) {
    try self.init(file: IndexFile(bytes: bytes, name: name))
  }

  /// Opens the bytes of an index file of which the sections are not verified, as those of a large one are not.
  convenience init(unverified bytes: [UInt8], name: String) throws(IndexError) {
    try self.init(file: IndexFile(unverified: bytes, name: name))
  }

  /// Opens an index in memory.
  package convenience init(_ built: NameIndexBytes) throws(IndexError) {
    try self.init(file: built.file())
  }

  /// Compiles lists to an index. Lists and designations are put in an order of their own first, so that the order of
  /// files does not matter and equal input gives equal bytes.
  ///
  /// - Parameters:
  ///   - isPerson: Whether names of a type are scored as those of persons, where contradictions count more.
  ///   - groupsListings: Whether listings of the same are found; without, each designation stands alone.
  ///   - threads: How many analyse names; equal input gives equal bytes with any number of them.
  /// - Throws: `IndexError`; a name that cannot be analysed is left out and told by `NameIndexBytes.unreadableNames`.
  /// - Complexity: O(n log n) in the names.
  package static func build(
    lists: [(ListDescription, [Designation])],
    isPerson: (EntityType) -> Bool = { NameType($0).isPerson }, groupsListings: Bool = true, threads: Int = 1
  ) throws(IndexError) -> NameIndexBytes {
    try build(
      lists: lists.map { ListContent($0.0, $0.1) }, isPerson: isPerson, groupsListings: groupsListings,
      threads: threads)
  }

  /// The same of lists that need not be in memory.
  package static func build(
    lists: [ListContent],
    isPerson: (EntityType) -> Bool = { NameType($0).isPerson }, groupsListings: Bool = true, threads: Int = 1
  ) throws(IndexError) -> NameIndexBytes {
    var strings = StringPool.Builder()
    var records = DesignationRecords.Builder()
    var identifiers = IdentifierTable.Builder()
    // Designations of one list are never the same.
    var groups = ListingGroups.Builder(areGrouped: groupsListings && lists.count > 1)
    var names = NameSectionsBuilder()
    var unreadable: [String] = []
    let ordered = lists.sorted {
      ($0.description.name, $0.description.date ?? "") < ($1.description.name, $1.description.date ?? "")
    }
    for list in ordered { try records.add(list.description) }
    do {
      let pipeline = AnalysisPipeline(threads: threads)
      func take(_ analyzed: consuming AnalysisPipeline.Analyzed) throws(IndexError) {
        try names.add(&analyzed.names)
        unreadable += analyzed.unreadable
        pipeline.reuse(&analyzed.names)
      }
      var batch: [AnalysisPipeline.Entry] = []
      var batchNames = 0
      for list in ordered {
        try list.forEachInOrder { (designation) throws(IndexError) in
          let number = try records.add(designation, strings: &strings)
          let keys = try identifiers.add(designation, ordinal: number)
          try groups.add(designation, keys: keys, strings: &strings)
          batch.append(
            AnalysisPipeline.Entry(
              id: designation.id, designation: number, isPerson: isPerson(designation.type),
              names: designation.names))
          batchNames += designation.names.count
          guard batchNames >= AnalysisPipeline.batch else { return }
          pipeline.add(&batch)
          batchNames = 0
          batch.reserveCapacity(AnalysisPipeline.batch)
          while pipeline.isFull, let analyzed = pipeline.next() { try take(analyzed) }
        }
      }
      pipeline.add(&batch)
      while let analyzed = pipeline.next() { try take(analyzed) }
    }
    let order = SideWork(isApart: threads > 1) { [names] in names.order() }
    defer { order.finish() }
    var writer = IndexFileWriter()
    writer.add(section: AnalysisSection.name, elements: AnalysisSection.current)
    // What is written is given back before the next is made.
    try records.add(to: &writer)
    groups.add(to: &writer, strings: strings, keys: identifiers)
    groups = ListingGroups.Builder(areGrouped: false)
    strings.add(to: &writer, named: "strings")
    strings = StringPool.Builder()
    try identifiers.add(to: &writer)
    identifiers = IdentifierTable.Builder()
    // Not sooner, for it takes as much memory as the text did.
    try names.write(order.result(), to: &writer, threads: threads)
    return NameIndexBytes(writer: writer, unreadableNames: unreadable)
  }

  /// The designations with a name at or above the cut-off, best first, then by entity id; each with its best name.
  ///
  /// - Parameters:
  ///   - types: What the designation may be; nil for anything.
  ///   - session: The working memory of the calling task.
  /// - Throws: `IndexError` where a record cannot be decoded.
  package func search(
    _ query: AnalyzedName, _ options: SearchOptions, types wanted: [EntityType]? = nil, session: SearchSession
  ) throws(IndexError) -> [NameMatch] {
    var accepts: (Int) -> Bool = { _ in true }
    if let wanted { accepts = { wanted.contains(self.records.type(at: $0)) } }
    let search = NameSearch(store: names, accepts: accepts, options: options, session: session)
    let best = search.run(query)
    if best.isEmpty { return [] }
    // In the order in which their records stand.
    let found = best.values.sorted { $0.designation < $1.designation }
    guard found.count > 1 else { return found }
    var ids: [Int: EntityID] = [:]
    for match in found { ids[match.designation] = try records.id(at: match.designation) }
    return found.sorted { a, b in
      if a.score != b.score { return a.score > b.score }
      guard let x = ids[a.designation], let y = ids[b.designation], x != y else {
        return a.designation < b.designation
      }
      return x < y
    }
  }

  /// Everything the list says of a designation.
  package func designation(at ordinal: Int) throws(IndexError) -> Designation {
    try records.record(at: ordinal)
  }

  /// The designations with an entity id: one a list that gives it.
  ///
  /// - Complexity: O(n); of each designation only the id is decoded.
  package func ordinals(of id: EntityID) throws(IndexError) -> [Int] {
    var found: [Int] = []
    for ordinal in 0..<records.count where try records.id(at: ordinal) == id { found.append(ordinal) }
    return found
  }

  /// The identifier of a designation at its publisher, and the number of its list in `lists`.
  package func id(at ordinal: Int) throws(IndexError) -> (list: Int, id: EntityID) {
    let id = try records.id(at: ordinal)
    return (records.list(at: ordinal) ?? 0, id)
  }

  /// The number of the group of designations that are the same person or thing on different lists; nil for one that
  /// stands alone.
  package func group(of ordinal: Int) -> Int? { groups.group(of: ordinal) }

  /// The designations of a group, ascending.
  package func members(ofGroup group: Int) -> [Int] { groups.members(of: group) }

  /// How many groups there are.
  package var groupCount: Int { groups.count }

  /// Who has an identifier.
  package func lookup(_ identifier: Identifier) throws(IndexError) -> [IdentifierMatch] {
    try identifiers.lookup(identifier, in: records)
  }

  /// The lists, with their counts.
  package var lists: [ListSummary] { records.lists }
  package var designationCount: Int { records.count }
  /// Readings of names; a name with several spellings in it has several.
  package var readingCount: Int { names.nameCount }
  /// Distinct words, joined neighbours included.
  package var wordCount: Int { names.unitCount }
  /// SHA-256 of what the lists say.
  package var contentHash: [UInt8] { records.contentHash }
  /// The sections of the file and their bytes.
  package var sections: [(name: String, bytes: Int)] {
    file.sections.map { ($0.name.description, $0.length) }
  }
}

/// A built index, not yet a file.
package final class NameIndexBytes: @unchecked Sendable {
  // `@unchecked Sendable`: the writer is complete, and reading what it has put aside changes nothing.
  private let writer: IndexFileWriter
  /// Names that could not be analysed, each with its designation and the reason.
  package let unreadableNames: [String]

  init(writer: consuming IndexFileWriter, unreadableNames: [String]) {
    self.writer = writer
    self.unreadableNames = unreadableNames
  }

  package func bytes() throws(IndexError) -> [UInt8] { try writer.bytes() }

  /// The index without a file, where it was built.
  func file() throws(IndexError) -> IndexFile { try writer.file() }

  /// What the lists say, without the names being made ready for searching.
  package func records() throws(IndexError) -> DesignationRecords { try DesignationRecords(in: file()) }

  /// Writes the index completely or not at all.
  package func write(to path: String) throws(IndexError) { try writer.write(to: path) }
}
