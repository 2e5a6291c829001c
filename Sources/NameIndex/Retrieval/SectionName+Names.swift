/// The sections that retrieval reads. Units are the words of the list: tokens first, in the order of the trie, then
/// joined neighbours. Names are the readings of the listed names.
extension SectionName {
  /// Trie over the keys of the token units; the ordinal of a key is its unit.
  static let unitTrie = "units.trie"

  /// Trie over the skeletons that are compared letter by letter; an ordinal is a row of `skeletonsInOrder`.
  static let skeletonTrie = "skeletons.trie"
  /// Skeletons of the trie in byte order.
  static let skeletonsInOrder: SectionName = "skeletons.order"

  /// Forms: byte offsets (units + 1) and bytes.
  static let unitFormOffsets: SectionName = "units.form.offsets"
  static let unitForms: SectionName = "units.forms"
  /// Skeleton of each unit.
  static let unitSkeletons: SectionName = "units.skeletons"
  /// Levels of `NameFrequencies`.
  static let unitFrequencies: SectionName = "units.frequencies"
  /// Role in the low 4 bits, script in the next 3, `isFuzzy` of a join in the highest.
  static let unitTraits: SectionName = "units.traits"
  static let unitRelationOffsets: SectionName = "units.rel.offsets"
  static let unitRelations: SectionName = "units.relations"

  /// Distinct skeletons: those of tokens and fuzzy joins by length and bytes, then those of exact joins alone likewise.
  static let skeletonOffsets: SectionName = "skeletons.offsets"
  static let skeletonBytes: SectionName = "skeletons.bytes"
  static let skeletonSignatures: SectionName = "skeletons.signature"
  /// First skeleton of each length: two rows of `Token.maximumLength + 2`.
  static let skeletonBuckets: SectionName = "skeletons.buckets"
  static let skeletonUnitOffsets: SectionName = "skeletons.u.offsets"
  static let skeletonUnits: SectionName = "skeletons.units"

  /// Sorted relation codes and the units that stand in each.
  static let relationCodes: SectionName = "relations.codes"
  static let relationOffsets: SectionName = "relations.offsets"
  static let relationUnits: SectionName = "relations.units"

  /// Names of each unit, ascending.
  static let postingOffsets: SectionName = "postings.offsets"
  static let postingNames: SectionName = "postings.names"

  /// Tokens of each name: unit in the low 24 bits, role in the high 8.
  static let nameTokenOffsets: SectionName = "names.token.offsets"
  static let nameTokens: SectionName = "names.tokens"
  static let nameJoinOffsets: SectionName = "names.join.offsets"
  static let nameJoins: SectionName = "names.joins"
  /// First token of a join in the high byte, last in the low one.
  static let nameJoinSpans: SectionName = "names.join.spans"
  static let nameDesignations: SectionName = "names.designations"
  /// Which of its designation's names it reads; the highest bit marks a weak alias.
  static let nameOrdinals: SectionName = "names.ordinals"
}
