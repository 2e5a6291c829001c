/// The sections that retrieval reads. Units are the words of the list: tokens first, in the order of the trie, then
/// joined neighbours. Names are the readings of the listed names.
extension SectionName {
  /// Trie over the keys of the token units; the ordinal of a key is its unit.
  static let unitTrie = "units.trie"

  /// Forms: byte offsets (units + 1) and bytes.
  static let unitFormOffsets: SectionName = "units.form.offsets"
  static let unitForms: SectionName = "units.forms"
  /// Skeleton of each unit.
  static let unitSkeletons: SectionName = "units.skeletons"
  /// Levels of `NameFrequencies`.
  static let unitFrequencies: SectionName = "units.frequencies"
  /// Role in the low 4 bits, script in the next 3, `isFuzzy` of a join in the highest.
  static let unitTraits: SectionName = "units.traits"
  /// Units that weigh little in some name (`NameStore.lightWeight`), ascending.
  static let lightUnits: SectionName = "units.light"
  /// The letters of each (`namescreen_occurrences`).
  static let lightOccurrences: SectionName = "units.light.letters"
  /// What can be seen of each unit at a glance (`Glance`).
  static let unitGlances: SectionName = "units.glances"
  /// Token units of scripts without vowels, ascending.
  static let vowellessUnits: SectionName = "units.vowelless"
  static let unitRelationOffsets: SectionName = "units.rel.offsets"
  static let unitRelations: SectionName = "units.relations"

  /// Distinct skeletons: those of tokens and fuzzy joins, which are compared letter by letter, in byte order, then those of
  /// exact joins alone likewise.
  static let skeletonOffsets: SectionName = "skeletons.offsets"
  static let skeletonBytes: SectionName = "skeletons.bytes"
  /// Bits that tell of most words that no skeleton equals them (`SkeletonFilter`).
  static let skeletonFilter: SectionName = "skeletons.filter"
  /// The skeletons that are compared letter by letter, in groups that begin alike and have the same set of telling
  /// letters (`namescreen_vocabulary`): the keys of the groups, where each begins, the skeletons, and beside each its
  /// signature and length.
  static let groupKeys: SectionName = "spelled.keys"
  static let groupStarts: SectionName = "spelled.starts"
  static let groupMembers: SectionName = "spelled.words"
  static let groupGlances: SectionName = "spelled.glances"
  static let skeletonUnitOffsets: SectionName = "skeletons.u.offsets"
  static let skeletonUnits: SectionName = "skeletons.units"

  /// Sorted relation codes and the units that stand in each.
  static let relationCodes: SectionName = "relations.codes"
  static let relationOffsets: SectionName = "relations.offsets"
  static let relationUnits: SectionName = "relations.units"

  /// Names of each unit, ascending.
  static let postingOffsets: SectionName = "postings.offsets"
  static let postingNames: SectionName = "postings.names"

  /// One row a name (`NameRecord`).
  static let nameOffsets: SectionName = "names.offsets"
  static let nameRows: SectionName = "names.rows"
}
