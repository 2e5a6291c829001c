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

  /// Most tokens that lists may hold: rows store them in 24 bits.
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
  ///
  /// - Throws: `IndexError.tooLarge` for more words than an index holds, or where they cannot be put aside.
  func write(to writer: inout IndexFileWriter) throws(IndexError) {
    guard tokens.count <= Self.maximumUnits else {
      throw .tooLarge(what: "words", count: tokens.count, limit: Self.maximumUnits)
    }
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
    let order = Self.skeletonOrder(pool.strings, isExact)
    let skeletons = order.all.lazy.map { pool.strings[Int($0)] }
    let numbers = Self.places(order.all)
    for unit in units.indices { skeletonOfUnit[unit] = numbers[Int(skeletonOfUnit[unit])] }
    writeGroups(pool.strings, order.all[..<order.spelled], to: &writer)
    writer.add(rows: skeletons, offsets: .skeletonOffsets, values: .skeletonBytes)
    writer.add(section: .skeletonFilter, elements: SkeletonFilter.bits(of: skeletons))
    writer.add(section: .unitSkeletons, elements: skeletonOfUnit)
    writer.addInverted(
      units.indices.lazy.map { CollectionOfOne(skeletonOfUnit[$0]) }, count: order.all.count,
      offsets: .skeletonUnitOffsets, values: .skeletonUnits)

    writer.add(
      rows: units.indices.lazy.map { units.features($0).formBytes }, offsets: .unitFormOffsets,
      values: .unitForms)
    writer.add(
      section: .unitFrequencies, each: units.indices.lazy.map { units.features($0).frequency })
    writer.add(
      section: .unitTraits,
      each: units.indices.lazy.map { unit in
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
    let relations = units.indices.lazy.map { units.features($0).relationCodes }
    writer.add(rows: relations, offsets: .unitRelationOffsets, values: .unitRelations)

    var codes: Set<UInt32> = []
    for row in relations { codes.formUnion(row) }
    let sortedCodes = codes.sorted()
    let codeNumbers = Dictionary(uniqueKeysWithValues: sortedCodes.enumerated().map { ($1, UInt32($0)) })
    writer.add(section: .relationCodes, elements: sortedCodes)
    writer.addInverted(
      relations.map { row in row.lazy.map { codeNumbers[$0] ?? 0 } }, count: codes.count,
      offsets: .relationOffsets, values: .relationUnits)
    return glances
  }

  /// Skeletons in byte order: first those that are compared letter by letter, how many of which there are is `spelled`.
  private static func skeletonOrder(
    _ skeletons: ByteStrings, _ isExact: [Bool]
  ) -> (all: [UInt32], spelled: Int) {
    let order = skeletons.byteOrder()
    let spelled = order.filter { !isExact[Int($0)] }
    return (spelled + order.filter { isExact[Int($0)] }, spelled.count)
  }

  /// Writes in which groups the skeletons are looked up that are compared letter by letter.
  private func writeGroups(
    _ skeletons: ByteStrings, _ order: some Collection<UInt32>, to writer: inout IndexFileWriter
  ) {
    let distance = SpellingDistance()
    // The key in the high half, the number among the skeletons in the low one.
    var members: [UInt64] = []
    members.reserveCapacity(order.count)
    for (number, skeleton) in order.enumerated() {
      members.append(UInt64(distance.key(Array(skeletons[Int(skeleton)]))) << 32 | UInt64(number))
    }
    members.sort()
    var keys: [UInt32] = []
    var starts: [UInt32] = []
    for (place, member) in members.enumerated() where keys.last != UInt32(member >> 32) {
      keys.append(UInt32(member >> 32))
      starts.append(UInt32(place))
    }
    starts.append(UInt32(members.count))
    let numbers = members.map { UInt32(truncatingIfNeeded: $0) }
    writer.add(section: .groupKeys, elements: keys)
    writer.add(section: .groupStarts, elements: starts)
    writer.add(section: .groupMembers, elements: numbers)
    let places = Array(order)
    writer.add(
      section: .groupGlances,
      elements: numbers.map { SkeletonSignature.glance(of: Array(skeletons[Int(places[Int($0)])])) })
  }

  private func writeNames(
    _ units: Units, glances: [UInt64], occurrences: [UInt64], to writer: inout IndexFileWriter
  ) throws(IndexError) {
    let (unitOfToken, unitOfJoin) = (Self.places(units.tokenOrder), Self.places(units.joinOrder))
    func unit(_ token: PendingNames.Token) -> UInt32 { unitOfToken[Int(token.unit)] }
    func unit(_ join: PendingNames.Join) -> UInt32 { UInt32(units.tokens.count) + unitOfJoin[Int(join.unit)] }
    /// Calls `body` with the units of a name, each once.
    func forEachUnit(of name: PendingNames.Name, _ body: (UInt32) -> Void) {
      for (place, token) in name.tokens.enumerated()
      where !name.tokens[..<place].contains(where: { $0.unit == token.unit }) { body(unit(token)) }
      for (place, join) in name.joins.enumerated()
      where !name.joins[..<place].contains(where: { $0.unit == join.unit }) { body(unit(join)) }
    }
    var row: [UInt64] = []
    var length = 0
    var offsets: [UInt32] = [0]
    offsets.reserveCapacity(names.count + 1)
    var postings = RowFilling(count: glances.count)
    var light: Set<UInt32> = []
    writer.begin(section: .nameRows, of: UInt64.self)
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
        occurrences: occurrences, digest: Self.digest(of: name, units), to: &row)
      length += row.count
      offsets.append(UInt32(length))
      writer.append(row)
      row.removeAll(keepingCapacity: true)
      forEachUnit(of: name) { postings.count(row: $0) }
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
    writer.end()
    writer.add(section: .nameOffsets, elements: offsets)
    let lightUnits = light.sorted()
    writer.add(section: .lightUnits, elements: lightUnits)
    writer.add(section: .lightOccurrences, elements: lightUnits.map { occurrences[Int($0)] })
    writer.add(section: .postingOffsets, elements: postings.beginFilling())

    writer.begin(section: .postingNames, of: UInt32.self)
    while postings.beginPart() {
      var number: UInt32 = 0
      try names.forEachName { name in
        forEachUnit(of: name) { postings.add(number, to: $0) }
        number += 1
      }
      writer.append(postings.values)
    }
    writer.end()
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
