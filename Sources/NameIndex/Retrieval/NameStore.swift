import CNameKernels
import Designations
import NameSimilarity
import NameText

/// The names of an open index, as retrieval reads them: addressed by number.
///
/// Opening looks at the number of elements of each section alone. What stands in them is compared with these numbers where it
/// is followed, here and in the loops in C: a damaged index gives wrong answers or errors, never an access outside.
final class NameStore: Sendable {
  let trie: TokenTrie
  let unitFormOffsets: MappedArray<UInt32>
  let unitForms: MappedArray<UInt8>
  let unitWords: MappedArray<UInt64>
  let unitTraits: MappedArray<UInt8>
  let vowellessUnits: MappedArray<UInt32>
  let lightUnits: MappedArray<UInt32>
  let initialUnits: MappedArray<UInt32>
  let unitRelations: MappedArray<UInt32>
  let skeletonOffsets: MappedArray<UInt32>
  let skeletonBytes: MappedArray<UInt8>
  let skeletonGlances: MappedArray<UInt64>
  let skeletonFilter: SkeletonFilter
  let groupKeys: MappedArray<UInt32>
  let groupStarts: MappedArray<UInt32>
  let groupInitials: MappedArray<UInt32>
  let skeletonUnitOffsets: MappedArray<UInt32>
  let skeletonUnits: MappedArray<UInt32>
  let relationCodes: MappedArray<UInt32>
  let relationOffsets: MappedArray<UInt32>
  let relationUnits: MappedArray<UInt32>
  let postingOffsets: MappedArray<UInt32>
  let postingNames: MappedArray<UInt32>
  let neighbours: NeighbourTable
  let nameOffsets: MappedArray<UInt32>
  let nameRows: MappedArray<UInt32>

  var nameCount: Int { nameOffsets.count - 1 }
  /// Units below this are tokens, the others loose joins.
  var tokenCount: Int { trie.count }
  var unitCount: Int { unitTraits.count }
  var skeletonCount: Int { skeletonGlances.count }

  /// - Throws: `IndexError` when a section is missing, or sections do not fit together.
  /// - Complexity: O(1).
  init(file: IndexFile) throws(IndexError) {
    nameOffsets = try file.section(.nameOffsets)
    nameRows = try file.section(.nameRows)
    trie = try TokenTrie(in: file, named: SectionName.unitTrie)
    unitFormOffsets = try file.section(.unitFormOffsets)
    unitForms = try file.section(.unitForms)
    unitWords = try file.section(.unitWords)
    unitTraits = try file.section(.unitTraits)
    vowellessUnits = try file.section(.vowellessUnits)
    lightUnits = try file.section(.lightUnits)
    initialUnits = try file.section(.initialUnits)
    unitRelations = try file.section(.unitRelations)
    skeletonOffsets = try file.section(.skeletonOffsets)
    skeletonBytes = try file.section(.skeletonBytes)
    skeletonGlances = try file.section(.skeletonGlances)
    let shape = SectionShapes(file: file)
    guard let filter = SkeletonFilter(try file.section(.skeletonFilter)) else {
      throw shape.damaged(.skeletonFilter, "another length", "a power of two")
    }
    skeletonFilter = filter
    groupKeys = try file.section(.groupKeys)
    groupStarts = try file.section(.groupStarts)
    groupInitials = try file.section(.groupInitials)
    skeletonUnitOffsets = try file.section(.skeletonUnitOffsets)
    skeletonUnits = try file.section(.skeletonUnits)
    relationCodes = try file.section(.relationCodes)
    relationOffsets = try file.section(.relationOffsets)
    relationUnits = try file.section(.relationUnits)
    postingOffsets = try file.section(.postingOffsets)
    postingNames = try file.section(.postingNames)
    neighbours = try NeighbourTable(in: file)

    let (tokens, units, skeletons) = (trie.count, unitTraits.count, skeletonGlances.count)
    try shape.count(.unitWords, unitWords.count, NameStore.wordsOfUnit * units)
    try shape.count(.unitFormOffsets, unitFormOffsets.count, tokens + 1)
    try shape.count(.postingOffsets, postingOffsets.count, units + 1)
    try shape.count(.skeletonOffsets, skeletonOffsets.count, skeletons)
    try shape.count(.skeletonUnitOffsets, skeletonUnitOffsets.count, skeletons + 1)
    try shape.count(.groupStarts, groupStarts.count, groupKeys.count + 1)
    try shape.count(.groupInitials, groupInitials.count, Int(NAMESCREEN_SYMBOLS) + 1)
    try shape.count(.relationOffsets, relationOffsets.count, relationCodes.count + 1)
    guard tokens <= units else { throw shape.damaged(.unitTraits, "\(units) units", "at least \(tokens)") }
    guard units > 0 || (nameRows.isEmpty && lightUnits.isEmpty && vowellessUnits.isEmpty) else {
      throw shape.damaged(.unitTraits, "no units", "units for the names")
    }
    guard nameOffsets.count > 0, unitRelations.count > 0 else {
      throw shape.damaged(.nameOffsets, "no offsets", "at least one")
    }
    guard skeletonBytes.count >= Int(NAMESCREEN_PADDING) else {
      throw shape.damaged(.skeletonBytes, "\(skeletonBytes.count) bytes", "at least \(NAMESCREEN_PADDING)")
    }
    var last: UInt32 = 0
    for symbol in groupInitials.indices {
      let group = groupInitials.unchecked(symbol)
      guard group >= last, Int(group) <= groupKeys.count else {
        throw shape.damaged(.groupInitials, "group \(group)", "ascending groups up to \(groupKeys.count)")
      }
      last = group
    }
  }

  /// Whether little of the index is to be in the memory of the process at once. Tables of names are not made then: that would
  /// read all of their rows.
  var hasResidentLimit: Bool { nameRows.owner.hasResidentLimit }

  /// Lets the index leave the memory of the process where more of it came than the limit allows, if there is one.
  ///
  /// Called between the pieces of a search, so that no more than what one of them reads comes on top.
  @inline(__always)
  func keepResidentLimit() {
    let memory = nameRows.owner
    memory.keepResidentLimit(leaving: [memory.bytes])
  }

  /// The same of the names alone, where their words are read again and again.
  @inline(__always)
  func keepResidentLimitOfNames() {
    nameRows.owner.keepResidentLimit(leaving: [nameRows.bytes, nameOffsets.bytes])
  }

  /// 64-bit words of a `namescreen_unit`.
  static let wordsOfUnit = 4

  /// Levels of frequency above this one weigh the same, so that a name's token holds its level in 4 bits.
  static let highestLevel = 15

  /// A word below this weight may agree without adding much. No given or family name weighs less.
  static let lightWeight: Float = 0.34

  /// A view of a name, valid as long as the store lives; one without words for a number that there is not.
  func name(_ number: Int) -> NameRecord {
    nameRows.withUnsafeBufferPointer { rows in
      let start = Int(nameOffsets[number] ?? .max)
      return NameRecord(UnsafeBufferPointer(rebasing: rows[min(start, rows.count)...]))
    }
  }

  /// The elements of a row; none where it is not inside, as only damage makes it.
  @inline(__always)
  func row(_ number: Int, _ offsets: MappedArray<UInt32>, of values: MappedArray<UInt32>) -> Range<Int> {
    guard number >= 0, number + 1 < offsets.count else { return 0..<0 }
    let end = min(Int(offsets.unchecked(number + 1)), values.count)
    return min(Int(offsets.unchecked(number)), end)..<end
  }

  /// The places in `postingNames` of the names that hold a unit.
  @inline(__always)
  func postings(ofUnit unit: Int) -> Range<Int> { row(unit, postingOffsets, of: postingNames) }

  @inline(__always)
  func isFuzzyJoin(_ unit: Int) -> Bool { (unitTraits[unit] ?? 0) & 0x80 != 0 }

  /// What the loops in C know of a unit; of the first where there is none of that number.
  @inline(__always)
  func unit(_ number: Int) -> namescreen_unit {
    // Safe: as many words as the units have, which `init` has compared; aligned like its words.
    unitWords.withUnsafeBufferPointer { words in
      guard let start = UnsafeRawPointer(words.baseAddress), !words.isEmpty else { return namescreen_unit() }
      return start.load(
        fromByteOffset: (number < unitCount ? number : 0) * MemoryLayout<namescreen_unit>.stride,
        as: namescreen_unit.self)
    }
  }

  /// The signature of a unit's skeleton.
  func signature(ofUnit unit: Int) -> UInt64 { self.unit(unit).glance & UInt64(NAMESCREEN_SIGNATURE_MASK) }

  /// A view of a unit, valid as long as the store lives; a join has no form.
  func features(ofUnit number: Int) -> TokenFeatures {
    let unit = unit(number)
    let traits = unitTraits[number] ?? 0
    let form = number < tokenCount ? formRange(number) : 0..<0
    let length = min(Int(unit.glance >> NAMESCREEN_LENGTH_SHIFT), Token.maximumLength)
    let skeleton = min(Int(unit.skeleton), skeletonBytes.count - Int(NAMESCREEN_PADDING))
    let (codes, count) = relations(of: unit)
    // Safe: forms end inside, and at least as many bytes as a skeleton may have follow the last place that one begins at.
    return TokenFeatures(
      form: NameStore.start(of: unitForms) + form.lowerBound, formLength: form.count,
      skeleton: NameStore.start(of: skeletonBytes) + skeleton, skeletonLength: length,
      relations: codes, relationCount: count, frequency: UInt8(unit.frequency_relations >> 24),
      role: TokenRole(rawValue: traits & 0xF) ?? .name, script: Script(rawValue: traits >> 4 & 7) ?? .other)
  }

  private func formRange(_ token: Int) -> Range<Int> {
    let end = min(Int(unitFormOffsets.unchecked(token + 1)), unitForms.count)
    let start = min(Int(unitFormOffsets.unchecked(token)), end)
    return start..<min(end, start + Token.maximumLength)
  }

  private func relations(of unit: namescreen_unit) -> (codes: UnsafePointer<UInt32>, count: Int) {
    let place = Int(unit.frequency_relations & 0xFF_FFFF)
    // Safe: there is an element at least, and the codes end inside.
    let start = NameStore.start(of: unitRelations)
    guard place < unitRelations.count else { return (start, 0) }
    let count = Int(start[place])
    return count < unitRelations.count - place ? (start + place + 1, count) : (start, 0)
  }

  /// Where an array begins; for an empty one a place that is never read.
  static func start<Element>(of array: MappedArray<Element>) -> UnsafePointer<Element> {
    // Safe: the array lives as long as the store; with no elements the pointer is only ever carried beside a length of 0.
    array.withUnsafeBufferPointer { $0.baseAddress }
      ?? UnsafePointer(bitPattern: MemoryLayout<Element>.alignment).unsafelyUnwrapped
  }
}

/// Compares the numbers of elements of sections that belong together.
private struct SectionShapes {
  let file: IndexFile

  func damaged(_ section: SectionName, _ found: String, _ expected: String) -> IndexError {
    .damaged(file: file.name, section: section.text, found: found, expected: expected)
  }

  func count(_ section: SectionName, _ count: Int, _ expected: Int) throws(IndexError) {
    guard count == expected else { throw damaged(section, "\(count) elements", "\(expected)") }
  }
}
