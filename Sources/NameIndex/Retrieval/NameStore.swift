import Designations
import NameSimilarity
import NameText

/// The names of an open index, as retrieval reads them: every section checked once for shape, then addressed by number.
///
/// Unsafe reads behind the safe names below rest on `init`, which proves that every offset row ascends and ends inside
/// its values and that every number stored is below the count it indexes.
final class NameStore: Sendable {
  let trie: TokenTrie
  let skeletonTrie: TokenTrie
  let skeletonsInOrder: MappedArray<UInt32>
  let unitFormOffsets: MappedArray<UInt32>
  let unitForms: MappedArray<UInt8>
  let unitSkeletons: MappedArray<UInt32>
  let unitFrequencies: MappedArray<UInt8>
  let unitTraits: MappedArray<UInt8>
  let unitRelationOffsets: MappedArray<UInt32>
  let unitRelations: MappedArray<UInt32>
  let skeletonOffsets: MappedArray<UInt32>
  let skeletonBytes: MappedArray<UInt8>
  let skeletonSignatures: MappedArray<UInt64>
  let skeletonBuckets: MappedArray<UInt32>
  let skeletonUnitOffsets: MappedArray<UInt32>
  let skeletonUnits: MappedArray<UInt32>
  let relationCodes: MappedArray<UInt32>
  let relationOffsets: MappedArray<UInt32>
  let relationUnits: MappedArray<UInt32>
  let postingOffsets: MappedArray<UInt32>
  let postingNames: MappedArray<UInt32>
  let nameTokenOffsets: MappedArray<UInt32>
  let nameTokens: MappedArray<UInt32>
  let nameJoinOffsets: MappedArray<UInt32>
  let nameJoins: MappedArray<UInt32>
  let nameJoinSpans: MappedArray<UInt16>
  let nameDesignations: MappedArray<UInt32>
  let nameOrdinals: MappedArray<UInt16>
  /// Signature of each unit, gathered at opening so that a bound is one read.
  let unitSignatures: [UInt64]
  /// Signatures in the order of the skeletons' trie, each with its length in the highest 6 bits.
  let orderedSignatures: [UInt64]
  /// Token units of scripts without vowels.
  let vowellessUnits: [UInt32]

  var nameCount: Int { nameDesignations.count }
  var unitCount: Int { unitSkeletons.count }
  /// Units below this are tokens, the others joins.
  let tokenCount: Int

  /// - Throws: `IndexError` when a section is missing, or numbers inside point outside.
  /// - Complexity: O(units + names + postings), a few milliseconds for a million names.
  init(file: IndexFile, designationCount: Int) throws(IndexError) {
    trie = try TokenTrie(in: file, named: SectionName.unitTrie)
    skeletonTrie = try TokenTrie(in: file, named: SectionName.skeletonTrie)
    skeletonsInOrder = try file.section(.skeletonsInOrder)
    unitFormOffsets = try file.section(.unitFormOffsets)
    unitForms = try file.section(.unitForms)
    unitSkeletons = try file.section(.unitSkeletons)
    unitFrequencies = try file.section(.unitFrequencies)
    unitTraits = try file.section(.unitTraits)
    unitRelationOffsets = try file.section(.unitRelationOffsets)
    unitRelations = try file.section(.unitRelations)
    skeletonOffsets = try file.section(.skeletonOffsets)
    skeletonBytes = try file.section(.skeletonBytes)
    skeletonSignatures = try file.section(.skeletonSignatures)
    skeletonBuckets = try file.section(.skeletonBuckets)
    skeletonUnitOffsets = try file.section(.skeletonUnitOffsets)
    skeletonUnits = try file.section(.skeletonUnits)
    relationCodes = try file.section(.relationCodes)
    relationOffsets = try file.section(.relationOffsets)
    relationUnits = try file.section(.relationUnits)
    postingOffsets = try file.section(.postingOffsets)
    postingNames = try file.section(.postingNames)
    nameTokenOffsets = try file.section(.nameTokenOffsets)
    nameTokens = try file.section(.nameTokens)
    nameJoinOffsets = try file.section(.nameJoinOffsets)
    nameJoins = try file.section(.nameJoins)
    nameJoinSpans = try file.section(.nameJoinSpans)
    nameDesignations = try file.section(.nameDesignations)
    nameOrdinals = try file.section(.nameOrdinals)
    tokenCount = trie.count

    let check = ShapeCheck(file: file)
    let units = unitSkeletons.count
    let skeletons = skeletonSignatures.count
    let names = nameDesignations.count
    try check.counts(
      "units",
      [
        unitFormOffsets.count - 1, unitFrequencies.count, unitTraits.count, unitRelationOffsets.count - 1,
        postingOffsets.count - 1,
      ], all: units)
    try check.counts("skeletons", [skeletonOffsets.count - 1, skeletonUnitOffsets.count - 1], all: skeletons)
    try check.counts("skeleton buckets", [skeletonBuckets.count], all: 2 * (Token.maximumLength + 2))
    try check.counts("relations", [relationOffsets.count - 1], all: relationCodes.count)
    try check.counts(
      "names", [nameTokenOffsets.count - 1, nameJoinOffsets.count - 1, nameOrdinals.count], all: names)
    try check.counts("joins", [nameJoinSpans.count], all: nameJoins.count)
    guard tokenCount <= units else { throw check.damaged("units", "\(units)", "at least \(tokenCount)") }
    try check.ascends("units.form.offsets", unitFormOffsets, to: unitForms.count, widest: Token.maximumLength)
    try check.ascends("units.rel.offsets", unitRelationOffsets, to: unitRelations.count)
    try check.ascends(
      "skeletons.offsets", skeletonOffsets, to: skeletonBytes.count, widest: Token.maximumLength)
    try check.ascends("skeletons.u.offsets", skeletonUnitOffsets, to: skeletonUnits.count)
    try check.ascends("relations.offsets", relationOffsets, to: relationUnits.count)
    try check.ascends("postings.offsets", postingOffsets, to: postingNames.count)
    try check.ascends(
      "names.token.offsets", nameTokenOffsets, to: nameTokens.count, widest: NameAnalyzer.maximumWords)
    try check.ascends("names.join.offsets", nameJoinOffsets, to: nameJoins.count)
    try check.below("units.skeletons", unitSkeletons, skeletons)
    try check.counts("skeletons in order", [skeletonsInOrder.count], all: skeletonTrie.count)
    try check.below("skeletons.order", skeletonsInOrder, skeletons)
    try check.below("skeletons.units", skeletonUnits, units)
    try check.below("skeletons.buckets", skeletonBuckets, skeletons + 1)
    try check.below("relations.units", relationUnits, units)
    try check.below("postings.names", postingNames, names)
    try check.below("names.tokens", nameTokens, units, mask: 0xFF_FFFF)
    try check.below("names.joins", nameJoins, units)
    try check.below("names.designations", nameDesignations, designationCount)

    var signatures: [UInt64] = []
    signatures.reserveCapacity(units)
    for unit in 0..<units {
      signatures.append(skeletonSignatures.unchecked(Int(unitSkeletons.unchecked(unit))))
    }
    unitSignatures = signatures
    var ordered: [UInt64] = []
    ordered.reserveCapacity(skeletonsInOrder.count)
    for position in 0..<skeletonsInOrder.count {
      let skeleton = Int(skeletonsInOrder.unchecked(position))
      let length = skeletonOffsets.unchecked(skeleton + 1) - skeletonOffsets.unchecked(skeleton)
      ordered.append(skeletonSignatures.unchecked(skeleton) & (1 << 58 - 1) | UInt64(length) << 58)
    }
    orderedSignatures = ordered
    var vowelless: [UInt32] = []
    for unit in 0..<tokenCount
    where Script(rawValue: unitTraits.unchecked(unit) >> 4 & 7)?.isVowelless ?? false {
      vowelless.append(UInt32(unit))
    }
    vowellessUnits = vowelless
    for name in 0..<names {
      let count = Int(nameTokenOffsets.unchecked(name + 1) - nameTokenOffsets.unchecked(name))
      for join in joinRange(name) {
        let span = nameJoinSpans.unchecked(join)
        guard span >> 8 <= span & 0xFF, Int(span & 0xFF) < count else {
          throw check.damaged("names.join.spans", "a span outside its name", "first <= last < \(count)")
        }
      }
    }
  }

  @inline(__always)
  func tokenRange(_ name: Int) -> Range<Int> {
    Int(nameTokenOffsets.unchecked(name))..<Int(nameTokenOffsets.unchecked(name + 1))
  }

  @inline(__always)
  func joinRange(_ name: Int) -> Range<Int> {
    Int(nameJoinOffsets.unchecked(name))..<Int(nameJoinOffsets.unchecked(name + 1))
  }

  @inline(__always)
  func weight(ofUnit unit: Int) -> Float {
    NameFrequencies.weight(ofLevel: Int(unitFrequencies.unchecked(unit)))
  }

  @inline(__always)
  func role(ofUnit unit: Int) -> TokenRole { TokenRole(rawValue: unitTraits.unchecked(unit) & 0xF) ?? .name }

  @inline(__always)
  func isFuzzyJoin(_ unit: Int) -> Bool { unitTraits.unchecked(unit) & 0x80 != 0 }

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
  private static func start<Element>(of array: MappedArray<Element>) -> UnsafePointer<Element> {
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
