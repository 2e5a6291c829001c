import CNameKernels
import Designations
import NameSimilarity
import NameText

/// The names of an open index, as retrieval reads them: every section checked once for shape, then addressed by number.
///
/// Unsafe reads behind the safe names below rest on `init`, which proves that every offset row ascends and ends inside
/// its values and that every number stored is below the count it indexes.
final class NameStore: Sendable {
  let trie: TokenTrie
  let unitFormOffsets: MappedArray<UInt32>
  let unitForms: MappedArray<UInt8>
  let unitSkeletons: MappedArray<UInt32>
  let unitFrequencies: MappedArray<UInt8>
  let unitTraits: MappedArray<UInt8>
  let unitGlances: MappedArray<UInt64>
  let vowellessUnits: MappedArray<UInt32>
  let unitRelationOffsets: MappedArray<UInt32>
  let unitRelations: MappedArray<UInt32>
  let skeletonOffsets: MappedArray<UInt32>
  let skeletonBytes: MappedArray<UInt8>
  let skeletonFilter: SkeletonFilter
  let groupKeys: MappedArray<UInt32>
  let groupStarts: MappedArray<UInt32>
  let groupMembers: MappedArray<UInt32>
  let groupGlances: MappedArray<UInt64>
  /// By the symbol of a first letter: the first group of words that begin so.
  let groupInitials: [UInt32]
  let skeletonUnitOffsets: MappedArray<UInt32>
  let skeletonUnits: MappedArray<UInt32>
  let lightUnits: MappedArray<UInt32>
  let lightOccurrences: MappedArray<UInt64>
  let relationCodes: MappedArray<UInt32>
  let relationOffsets: MappedArray<UInt32>
  let relationUnits: MappedArray<UInt32>
  let postingOffsets: MappedArray<UInt32>
  let postingNames: MappedArray<UInt32>
  let nameOffsets: MappedArray<UInt32>
  let nameRows: MappedArray<UInt64>

  var nameCount: Int { nameOffsets.count - 1 }
  var unitCount: Int { unitSkeletons.count }
  /// Units below this are tokens, the others joins.
  let tokenCount: Int

  /// - Throws: `IndexError` when a section is missing, or numbers inside point outside.
  /// - Complexity: O(units + names + postings), a few milliseconds for a million names.
  init(file: IndexFile, designationCount: Int) throws(IndexError) {
    nameOffsets = try file.section(.nameOffsets)
    nameRows = try file.section(.nameRows)
    trie = try TokenTrie(in: file, named: SectionName.unitTrie)
    unitFormOffsets = try file.section(.unitFormOffsets)
    unitForms = try file.section(.unitForms)
    unitSkeletons = try file.section(.unitSkeletons)
    unitFrequencies = try file.section(.unitFrequencies)
    unitTraits = try file.section(.unitTraits)
    unitGlances = try file.section(.unitGlances)
    vowellessUnits = try file.section(.vowellessUnits)
    unitRelationOffsets = try file.section(.unitRelationOffsets)
    unitRelations = try file.section(.unitRelations)
    skeletonOffsets = try file.section(.skeletonOffsets)
    skeletonBytes = try file.section(.skeletonBytes)
    guard let filter = SkeletonFilter(try file.section(.skeletonFilter)) else {
      throw ShapeCheck(file: file).damaged("skeletons.filter", "another length", "a power of two")
    }
    skeletonFilter = filter
    groupKeys = try file.section(.groupKeys)
    groupStarts = try file.section(.groupStarts)
    groupMembers = try file.section(.groupMembers)
    groupGlances = try file.section(.groupGlances)
    lightUnits = try file.section(.lightUnits)
    lightOccurrences = try file.section(.lightOccurrences)
    skeletonUnitOffsets = try file.section(.skeletonUnitOffsets)
    skeletonUnits = try file.section(.skeletonUnits)
    relationCodes = try file.section(.relationCodes)
    relationOffsets = try file.section(.relationOffsets)
    relationUnits = try file.section(.relationUnits)
    postingOffsets = try file.section(.postingOffsets)
    postingNames = try file.section(.postingNames)
    tokenCount = trie.count
    groupInitials = NameStore.initials(groupKeys)

    let check = ShapeCheck(file: file)
    let spelledCount = groupMembers.count
    guard spelledCount < skeletonOffsets.count else {
      throw check.damaged("spelled.words", "\(spelledCount)", "at most one a skeleton")
    }
    let units = unitSkeletons.count
    let skeletons = skeletonOffsets.count - 1
    let names = nameOffsets.count - 1
    try check.counts(
      "units",
      [
        unitFormOffsets.count - 1, unitFrequencies.count, unitTraits.count, unitRelationOffsets.count - 1,
        postingOffsets.count - 1, unitGlances.count,
      ], all: units)
    try check.counts("skeletons", [skeletonUnitOffsets.count - 1], all: skeletons)
    try check.counts("spelled", [groupStarts.count - 1], all: groupKeys.count)
    try check.counts("spelled.words", [groupGlances.count], all: groupMembers.count)
    try check.counts("units.light", [lightOccurrences.count], all: lightUnits.count)
    try check.counts("relations", [relationOffsets.count - 1], all: relationCodes.count)
    guard tokenCount <= units else { throw check.damaged("units", "\(units)", "at least \(tokenCount)") }
    try check.ascends("units.form.offsets", unitFormOffsets, to: unitForms.count, widest: Token.maximumLength)
    try check.ascends("units.rel.offsets", unitRelationOffsets, to: unitRelations.count)
    try check.ascends(
      "skeletons.offsets", skeletonOffsets, to: skeletonBytes.count, widest: Token.maximumLength)
    try check.ascends("skeletons.u.offsets", skeletonUnitOffsets, to: skeletonUnits.count)
    try check.ascends("relations.offsets", relationOffsets, to: relationUnits.count)
    try check.ascends("postings.offsets", postingOffsets, to: postingNames.count)
    try check.ascends("names.offsets", nameOffsets, to: nameRows.count)
    try check.below("units.skeletons", unitSkeletons, skeletons)
    try check.below("skeletons.units", skeletonUnits, units)
    try check.below("relations.units", relationUnits, units)
    try check.below("units.light", lightUnits, units)
    try check.below("units.vowelless", vowellessUnits, units)
    try check.below("postings.names", postingNames, names)
    for name in 0..<names {
      let start = Int(nameOffsets.unchecked(name))
      let isSound = nameRows.withUnsafeBufferPointer { rows in
        // Safe: offsets ascend and end inside; a row of no words is not read.
        guard let first = rows.baseAddress else { return false }
        return NameRecord.isSound(
          first + start, length: Int(nameOffsets.unchecked(name + 1)) - start, units: units,
          designations: designationCount)
      }
      guard isSound else { throw check.damaged("names.rows", "name \(name)", "numbers inside the index") }
    }
    try check.ascends("spelled.starts", groupStarts, to: groupMembers.count)
    try check.below("spelled.words", groupMembers, spelledCount)
    try checkGroups(check)
  }

  /// Levels of frequency above this one weigh the same, so that a name's token holds its level in 4 bits.
  static let highestLevel = 15

  /// A word below this weight may agree without adding much. No given or family name weighs less.
  static let lightWeight: Float = 0.34

  /// How many skeletons are compared letter by letter; they come first.
  var spelledCount: Int { groupMembers.count }

  private static func initials(_ keys: MappedArray<UInt32>) -> [UInt32] {
    var initials = [UInt32](repeating: UInt32(keys.count), count: Int(NAMESCREEN_SYMBOLS) + 1)
    for group in keys.indices.reversed() {
      let symbol = Int(keys.unchecked(group) >> NAMESCREEN_SET_SIZE)
      if symbol < initials.count { initials[symbol] = UInt32(group) }
    }
    for symbol in initials.indices.dropLast().reversed() {
      initials[symbol] = min(initials[symbol], initials[symbol + 1])
    }
    return initials
  }

  /// Proves that keys ascend and that what stands beside a skeleton says its length.
  private func checkGroups(_ check: ShapeCheck) throws(IndexError) {
    for group in groupKeys.indices {
      let key = groupKeys.unchecked(group)
      guard group == 0 || groupKeys.unchecked(group - 1) < key,
        key >> NAMESCREEN_SET_SIZE < NAMESCREEN_SYMBOLS
      else { throw check.damaged("spelled.keys", "\(key)", "ascending keys") }
    }
    for place in groupMembers.indices {
      let skeleton = Int(groupMembers.unchecked(place))
      let length = Int(skeletonOffsets.unchecked(skeleton + 1) - skeletonOffsets.unchecked(skeleton))
      guard Int(groupGlances.unchecked(place) >> NAMESCREEN_LENGTH_SHIFT) == length else {
        throw check.damaged("spelled.glances", "another length", "\(length)")
      }
    }
  }

  /// A view of a name, valid as long as the store lives.
  func name(_ number: Int) -> NameRecord {
    // Safe: `init` has checked every row.
    NameRecord(NameStore.start(of: nameRows) + Int(nameOffsets.unchecked(number)))
  }

  /// How many names hold a unit.
  func postingCount(ofUnit unit: Int) -> Int {
    Int(postingOffsets.unchecked(unit + 1) - postingOffsets.unchecked(unit))
  }

  @inline(__always)
  func isFuzzyJoin(_ unit: Int) -> Bool { unitTraits.unchecked(unit) & 0x80 != 0 }

  /// The signature of a unit's skeleton.
  func signature(ofUnit unit: Int) -> UInt64 {
    unitGlances.unchecked(unit) & UInt64(NAMESCREEN_SIGNATURE_MASK)
  }

  /// A view of a unit, valid as long as the store lives.
  func features(ofUnit unit: Int) -> TokenFeatures {
    let traits = unitTraits.unchecked(unit)
    let formStart = Int(unitFormOffsets.unchecked(unit))
    let skeleton = Int(unitSkeletons.unchecked(unit))
    let skeletonStart = Int(skeletonOffsets.unchecked(skeleton))
    let relationStart = Int(unitRelationOffsets.unchecked(unit))
    return TokenFeatures(
      form: NameStore.start(of: unitForms) + formStart,
      formLength: Int(unitFormOffsets.unchecked(unit + 1)) - formStart,
      skeleton: NameStore.start(of: skeletonBytes) + skeletonStart,
      skeletonLength: Int(skeletonOffsets.unchecked(skeleton + 1)) - skeletonStart,
      relations: NameStore.start(of: unitRelations) + relationStart,
      relationCount: Int(unitRelationOffsets.unchecked(unit + 1)) - relationStart,
      frequency: unitFrequencies.unchecked(unit), role: TokenRole(rawValue: traits & 0xF) ?? .name,
      script: Script(rawValue: traits >> 4 & 7) ?? .other)
  }

  /// Where an array begins; for an empty one a place that is never read.
  static func start<Element>(of array: MappedArray<Element>) -> UnsafePointer<Element> {
    // Safe: the array lives as long as the store; with no elements the pointer is only ever carried beside a length of 0.
    array.withUnsafeBufferPointer { $0.baseAddress }
      ?? UnsafePointer(bitPattern: MemoryLayout<Element>.alignment).unsafelyUnwrapped
  }
}

/// Proves the shape of sections before anything follows their numbers.
private struct ShapeCheck {
  let file: IndexFile

  func damaged(_ section: String, _ found: String, _ expected: String) -> IndexError {
    .damaged(file: file.name, section: section, found: found, expected: expected)
  }

  func counts(_ what: String, _ counts: [Int], all expected: Int) throws(IndexError) {
    for count in counts where count != expected { throw damaged(what, "\(count) of them", "\(expected)") }
  }

  func ascends(
    _ section: String, _ offsets: MappedArray<UInt32>, to end: Int, widest: Int = .max
  ) throws(IndexError) {
    var isGood = offsets.count > 0 && offsets.unchecked(0) == 0
    offsets.withUnsafeBufferPointer { offsets in
      var last: UInt32 = 0
      for offset in offsets {
        isGood = isGood && offset >= last && Int(offset &- last) <= widest
        last = offset
      }
      isGood = isGood && Int(last) == end
    }
    guard isGood else { throw damaged(section, "offsets out of order", "ascending offsets up to \(end)") }
  }

  func below(
    _ section: String, _ numbers: MappedArray<UInt32>, _ limit: Int, mask: UInt32 = .max
  ) throws(IndexError) {
    let largest = numbers.withUnsafeBufferPointer { numbers in
      var largest: UInt32 = 0
      for number in numbers { largest = max(largest, number & mask) }
      return largest
    }
    guard numbers.isEmpty || Int(largest) < limit else {
      throw damaged(section, "number \(largest)", "below \(limit)")
    }
  }
}
