/// The sections that retrieval reads. Units are the words of the list: tokens first, in the order of the trie, then
/// loose joins (`NameJoin.isLoose`). Names are the readings of the listed names.
extension SectionName {
  /// Trie over the keys of the token units; the ordinal of a key is its unit.
  static let unitTrie = "units.trie"

  /// Forms of the tokens: byte offsets (tokens + 1) and bytes.
  static let unitFormOffsets: SectionName = "units.form.offsets"
  static let unitForms: SectionName = "units.forms"
  /// What judging needs of each unit: four words of 64 bits (`namescreen_unit`).
  static let unitWords: SectionName = "units.words"
  /// Role in the low 4 bits, script in the next 3, `isFuzzy` of a join in the highest.
  static let unitTraits: SectionName = "units.traits"
  /// Units that weigh little in some name (`NameStore.lightWeight`), ascending.
  static let lightUnits: SectionName = "units.light"
  /// Token units that are initials, by themselves or in some name, ascending.
  static let initialUnits: SectionName = "units.initials"
  /// Token units of scripts without vowels, ascending.
  static let vowellessUnits: SectionName = "units.vowelless"
  /// Rows of relation codes, each once: how many, then the codes.
  static let unitRelations: SectionName = "units.relations"

  /// Distinct skeletons, in groups that begin alike and have the same set of telling letters (`namescreen_vocabulary`), in
  /// byte order within a group: where the bytes of each begin, the bytes and `NAMESCREEN_PADDING` more, its signature and
  /// length.
  static let skeletonOffsets: SectionName = "skeletons.offsets"
  static let skeletonBytes: SectionName = "skeletons.bytes"
  static let skeletonGlances: SectionName = "skeletons.glances"
  /// Bits that tell of most words that no skeleton equals them (`SkeletonFilter`).
  static let skeletonFilter: SectionName = "skeletons.filter"
  /// The keys of the groups, ascending, where each begins, and by symbol of a first letter the first group that begins so.
  static let groupKeys: SectionName = "skeletons.groups"
  static let groupStarts: SectionName = "skeletons.g.starts"
  static let groupInitials: SectionName = "skeletons.initials"
  /// The units of each skeleton.
  static let skeletonUnitOffsets: SectionName = "skeletons.u.offsets"
  static let skeletonUnits: SectionName = "skeletons.units"

  /// Sorted relation codes and the units that stand in each.
  static let relationCodes: SectionName = "relations.codes"
  static let relationOffsets: SectionName = "relations.offsets"
  static let relationUnits: SectionName = "relations.units"

  /// Names of each unit, ascending.
  static let postingOffsets: SectionName = "postings.offsets"
  static let postingNames: SectionName = "postings.names"

  /// `NeighbourTable`.
  static let joinBuckets: SectionName = "joins.buckets"
  static let joinTags: SectionName = "joins.tags"
  static let joinNames: SectionName = "joins.names"

  /// One row a name (`NameRecord`).
  static let nameOffsets: SectionName = "names.offsets"
  static let nameRows: SectionName = "names.rows"
}
