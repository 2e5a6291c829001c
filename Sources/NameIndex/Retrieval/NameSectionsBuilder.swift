import CNameKernels
import Designations
import NameSimilarity
import NameText

/// Gathers the names of a list and lays them out as the sections that `NameStore` reads.
///
/// The sections depend on the designations and their order alone, so equal input gives equal bytes.
struct NameSectionsBuilder {
  private var tokens = PendingUnits()
  private var joins = PendingUnits()
  private var names = PendingNames()

  /// Most tokens and joins a list may hold: units are stored in 24 bits.
  static let maximumUnits = 1 << 24

  init() {}

  /// Adds the readings of one name.
  ///
  /// - Throws: `IndexError.tooLarge` for more words than an index holds.
  mutating func add(
    _ name: AnalyzedName, designation: Int, ordinal: Int, isWeak: Bool, isPerson: Bool
  ) throws(IndexError) {
    for reading in name.readings where !reading.tokens.isEmpty {
      var pending = PendingNames.Name(
        designation: designation, ordinal: ordinal, isWeak: isWeak, isPerson: isPerson, tokens: [], joins: [])
      for token in reading.tokens {
        let unit = try tokens.number(of: token.token.features, key: token.token.key)
        pending.tokens.append(PendingNames.Token(unit: unit, role: token.role))
      }
      for join in reading.joins {
        pending.joins.append(
          PendingNames.Join(
            unit: try number(of: join), first: UInt8(clamping: join.first), last: UInt8(clamping: join.last)))
      }
      try names.add(pending)
    }
  }

  /// Joins are one when they agree in all that the key holds: their order is that of form, `isFuzzy`, role and script.
  private mutating func number(of join: NameJoin) throws(IndexError) -> UInt32 {
    let features = join.token.features
    let traits: [UInt8] = [0, join.isFuzzy ? 1 : 0, join.token.role.rawValue, features.script.rawValue]
    return try joins.number(of: features, key: Array(features.formBytes) + traits, isFuzzy: join.isFuzzy)
  }

  /// The words in the order of their numbers in the index: tokens by key, then joins by theirs.
  private struct Units {
    let tokens: PendingUnits.View
    let joins: PendingUnits.View
    let tokenOrder: [UInt32]
    let joinOrder: [UInt32]

    var count: Int { tokens.count + joins.count }
    var indices: Range<Int> { 0..<count }
    func isJoin(_ unit: Int) -> Bool { unit >= tokens.count }
    func isFuzzy(_ unit: Int) -> Bool {
      isJoin(unit) && joins.isFuzzy(Int(joinOrder[unit - tokens.count]))
    }
    func features(_ unit: Int) -> TokenFeatures {
      isJoin(unit)
        ? joins.features(Int(joinOrder[unit - tokens.count])) : tokens.features(Int(tokenOrder[unit]))
    }
  }

  /// Writes all sections.
  func write(to writer: inout IndexFileWriter) throws(IndexError) {
    let tokenOrder = tokens.keys.byteOrder()
    try TokenTrie.add(tokens.keys, order: tokenOrder, to: &writer, named: SectionName.unitTrie)
    let joinOrder = joins.keys.byteOrder()
    try tokens.withView { (tokens) throws(IndexError) in
      try joins.withView { (joins) throws(IndexError) in
        let units = Units(tokens: tokens, joins: joins, tokenOrder: tokenOrder, joinOrder: joinOrder)
        let glances = try writeUnits(units, to: &writer)
        let occurrences = units.indices.map { unit in
          let features = units.features(unit)
          return namescreen_occurrences(features.skeleton, Int32(features.skeletonLength))
        }
        try writeNames(units, glances: glances, occurrences: occurrences, to: &writer)
      }
    }
  }

  /// - Returns: The glance of each unit.
  private func writeUnits(_ units: Units, to writer: inout IndexFileWriter) throws(IndexError) -> [UInt64] {
    // Skeletons: group 0 is compared letter by letter, group 1 (exact joins alone) only for equality.
    var pool = StringPool.Builder()
    var isExact: [Bool] = []
    var skeletonOfUnit: [UInt32] = []
    for unit in units.indices {
      let skeleton = try pool.intern(units.features(unit).skeletonBytes)
      let isExactJoin = units.isJoin(unit) && !units.isFuzzy(unit)
      if Int(skeleton) == isExact.count {
        isExact.append(isExactJoin)
      } else if !isExactJoin {
        isExact[Int(skeleton)] = false
      }
      skeletonOfUnit.append(skeleton)
    }
    let byteOrder = pool.strings.byteOrder()
    let spelled = byteOrder.count { !isExact[Int($0)] }
    let order = byteOrder.filter { !isExact[Int($0)] } + byteOrder.filter { isExact[Int($0)] }
    let skeletons = order.lazy.map { Array(pool.strings[Int($0)]) }
    var numbers = [UInt32](repeating: 0, count: order.count)
    for (number, skeleton) in order.enumerated() { numbers[Int(skeleton)] = UInt32(number) }
    for unit in units.indices { skeletonOfUnit[unit] = numbers[Int(skeletonOfUnit[unit])] }
    let bySkeleton = Rows(
      count: skeletons.count, pairs: units.indices.lazy.map { (skeletonOfUnit[$0], UInt32($0)) })
    writeGroups(skeletons.prefix(spelled), to: &writer)
    let skeletonBytes = Rows(bytes: skeletons)
    writer.add(section: .skeletonOffsets, elements: skeletonBytes.offsets)
    writer.add(section: .skeletonBytes, elements: skeletonBytes.bytes)
    writer.add(section: .skeletonFilter, elements: SkeletonFilter.bits(of: skeletons))
    writer.add(section: .skeletonUnitOffsets, elements: bySkeleton.offsets)
    writer.add(section: .skeletonUnits, elements: bySkeleton.values)

    let forms = Rows(bytes: units.indices.lazy.map { units.features($0).formBytes })
    writer.add(section: .unitFormOffsets, elements: forms.offsets)
    writer.add(section: .unitForms, elements: forms.bytes)
    writer.add(section: .unitSkeletons, elements: skeletonOfUnit)
    writer.add(section: .unitFrequencies, elements: units.indices.map { units.features($0).frequency })
    writer.add(
      section: .unitTraits,
      elements: units.indices.map { unit in
        let features = units.features(unit)
        return features.role.rawValue | features.script.rawValue << 4 | (units.isFuzzy(unit) ? 0x80 : 0)
      })
    let glances = units.indices.map { unit in
      let features = units.features(unit)
      return Glance.of(
        features, signature: SkeletonSignature.of(features.skeletonBytes), isFuzzy: units.isFuzzy(unit))
    }
    writer.add(section: .unitGlances, elements: glances)
    writer.add(
      section: .vowellessUnits,
      elements: units.indices.filter { !units.isJoin($0) && units.features($0).script.isVowelless }
        .map { UInt32($0) })
    let relations = Rows(rows: units.indices.lazy.map { units.features($0).relationCodes })
    writer.add(section: .unitRelationOffsets, elements: relations.offsets)
    writer.add(section: .unitRelations, elements: relations.values)

    let codes = Set(relations.values).sorted()
    let codeNumbers = Dictionary(uniqueKeysWithValues: codes.enumerated().map { ($1, UInt32($0)) })
    var pairs: [(UInt32, UInt32)] = []
    for unit in units.indices {
      for code in units.features(unit).relationCodes { pairs.append((codeNumbers[code] ?? 0, UInt32(unit))) }
    }
    let byCode = Rows(count: codes.count, pairs: pairs)
    writer.add(section: .relationCodes, elements: codes)
    writer.add(section: .relationOffsets, elements: byCode.offsets)
    writer.add(section: .relationUnits, elements: byCode.values)
    return glances
  }

  /// Writes in which groups the skeletons are looked up that are compared letter by letter.
  private func writeGroups(_ skeletons: some Collection<[UInt8]>, to writer: inout IndexFileWriter) {
    let distance = SpellingDistance()
    let members = skeletons.enumerated().map { (key: distance.key($1), number: UInt32($0), skeleton: $1) }
      .sorted { a, b in a.key == b.key ? a.number < b.number : a.key < b.key }
    var keys: [UInt32] = []
    var starts: [UInt32] = []
    for (place, member) in members.enumerated() where keys.last != member.key {
      keys.append(member.key)
      starts.append(UInt32(place))
    }
    starts.append(UInt32(members.count))
    writer.add(section: .groupKeys, elements: keys)
    writer.add(section: .groupStarts, elements: starts)
    writer.add(section: .groupMembers, elements: members.map(\.number))
    writer.add(
      section: .groupGlances,
      elements: members.map { SkeletonSignature.glance(of: $0.skeleton) })
  }

  private func writeNames(
    _ units: Units, glances: [UInt64], occurrences: [UInt64], to writer: inout IndexFileWriter
  ) throws(IndexError) {
    let (unitOfToken, unitOfJoin) = (Self.places(units.tokenOrder), Self.places(units.joinOrder))
    func unit(_ token: PendingNames.Token) -> UInt32 { unitOfToken[Int(token.unit)] }
    func unit(_ join: PendingNames.Join) -> UInt32 { UInt32(units.tokens.count) + unitOfJoin[Int(join.unit)] }
    /// The units of a name, each once.
    func distinct(_ name: PendingNames.Name) -> Set<UInt32> {
      Set(name.tokens.map { unit($0) } + name.joins.map { unit($0) })
    }
    var rows: [UInt64] = []
    rows.reserveCapacity(names.rowLength)
    var offsets: [UInt32] = [0]
    offsets.reserveCapacity(names.count + 1)
    var postings = Rows.Filling(count: glances.count)
    var light: Set<UInt32> = []
    try names.forEachName { name in
      NameRecord.append(
        designation: name.designation, ordinal: name.ordinal, isWeak: name.isWeak, isPerson: name.isPerson,
        hasLooseJoins: name.joins.contains { join in
          units.joins.isFuzzy(Int(join.unit)) || units.joins.features(Int(join.unit)).role == .legalForm
        },
        tokens: name.tokens.map { token in
          let frequency = units.tokens.features(Int(token.unit)).frequency
          return (unit(token), token.role, min(Int(frequency), NameStore.highestLevel))
        },
        joins: name.joins.map { (unit($0), Int($0.first), Int($0.last)) }, glances: glances,
        occurrences: occurrences, digest: Self.digest(of: name, units), to: &rows)
      offsets.append(UInt32(rows.count))
      for unit in distinct(name) { postings.count(row: unit) }
      let weights = name.tokens.map {
        RoleWeights.weight(of: units.tokens.features(Int($0.unit)).weight, role: $0.role)
      }
      for (token, weight) in zip(name.tokens, weights) where weight < NameStore.lightWeight {
        light.insert(unit(token))
      }
      for join in name.joins
      where weights[Int(join.first)...Int(join.last)].reduce(0, +) < NameStore.lightWeight {
        light.insert(unit(join))
      }
    }
    writer.add(section: .nameOffsets, elements: offsets)
    writer.add(section: .nameRows, elements: rows)

    postings.beginFilling()
    var number: UInt32 = 0
    try names.forEachName { name in
      for unit in distinct(name) { postings.add(number, to: unit) }
      number += 1
    }
    let lightUnits = light.sorted()
    writer.add(section: .lightUnits, elements: lightUnits)
    writer.add(section: .lightOccurrences, elements: lightUnits.map { occurrences[Int($0)] })
    writer.add(section: .postingOffsets, elements: postings.offsets)
    writer.add(section: .postingNames, elements: postings.values)
  }

  /// Where each number stands in an order of them.
  private static func places(_ order: [UInt32]) -> [UInt32] {
    var places = [UInt32](repeating: 0, count: order.count)
    for (place, number) in order.enumerated() { places[Int(number)] = UInt32(place) }
    return places
  }

  /// What the words and joins of a name have between them.
  private static func digest(of name: PendingNames.Name, _ units: Units) -> UInt64 {
    var digest: UInt64 = 0
    for token in name.tokens {
      for code in units.tokens.features(Int(token.unit)).relationCodes {
        digest |= namescreen_relation_bit(code)
      }
    }
    for join in name.joins {
      for code in units.joins.features(Int(join.unit)).relationCodes {
        digest |= namescreen_relation_bit(code)
      }
    }
    return digest
  }
}

/// Rows of different lengths, one after another, with the offset where each begins.
private struct Rows {
  var offsets: [UInt32] = [0]
  var values: [UInt32] = []
  var bytes: [UInt8] = []

  init(rows: some Collection<UnsafeBufferPointer<UInt32>>) {
    offsets.reserveCapacity(rows.count + 1)
    for row in rows {
      values.append(contentsOf: row)
      offsets.append(UInt32(values.count))
    }
  }

  init<Row: Collection<UInt8>>(bytes rows: some Collection<Row>) {
    offsets.reserveCapacity(rows.count + 1)
    bytes.reserveCapacity(rows.reduce(0) { $0 + $1.count })
    for row in rows {
      bytes.append(contentsOf: row)
      offsets.append(UInt32(bytes.count))
    }
  }

  /// Rows from (row, value) pairs, which are gone through twice; values stay in their order within a row.
  init(count: Int, pairs: some Sequence<(UInt32, UInt32)>) {
    var filling = Filling(count: count)
    for (row, _) in pairs { filling.count(row: row) }
    filling.beginFilling()
    for (row, value) in pairs { filling.add(value, to: row) }
    offsets = filling.offsets
    values = filling.values
  }

  /// Rows whose values are counted first and added then, in any order of rows.
  struct Filling {
    private(set) var offsets: [UInt32]
    private(set) var values: [UInt32] = []
    private var next: [UInt32] = []

    init(count: Int) { offsets = [UInt32](repeating: 0, count: count + 1) }

    mutating func count(row: UInt32) { offsets[Int(row) + 1] += 1 }

    mutating func beginFilling() {
      for row in offsets.indices.dropFirst() { offsets[row] += offsets[row - 1] }
      values = [UInt32](repeating: 0, count: Int(offsets[offsets.count - 1]))
      next = offsets
    }

    mutating func add(_ value: UInt32, to row: UInt32) {
      values[Int(next[Int(row)])] = value
      next[Int(row)] += 1
    }
  }
}
