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
  private var neighbours = PendingJoins()

  /// Most tokens a list may hold: rows hold them in 24 bits.
  static let maximumTokens = 1 << 24

  init() {}

  /// Adds names.
  ///
  /// - Throws: `IndexError.tooLarge` for more words than an index holds.
  mutating func add(_ batch: inout NameBatch) throws(IndexError) {
    try batch.number { (word, later) throws(IndexError) in
      if let later { later.isJoin ? joins.expect(hash: later.hash) : tokens.expect(hash: later.hash) }
      if word.isJoin { return try joins.number(of: word) }
      let unit = try tokens.number(of: word)
      guard unit < Self.maximumTokens else {
        throw .tooLarge(what: "distinct words", count: tokens.count, limit: Self.maximumTokens)
      }
      return unit
    }
    try neighbours.add(batch.joinHashes, behind: names.count)
    try names.add(batch.readings)
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

  /// The order of the words, and the numbers that it gives them.
  struct Order {
    fileprivate let tokens: [UInt32]
    fileprivate let joins: [UInt32]
    fileprivate let numbers: UnitNumbers
  }

  /// Puts the words in order; no names may be added any more.
  func order() -> Order {
    let (tokens, joins) = (tokens.keys.byteOrder(), joins.keys.byteOrder())
    return Order(
      tokens: tokens, joins: joins,
      numbers: UnitNumbers(
        tokens: Self.places(tokens), joins: Self.places(joins).map { UInt32(tokens.count) + $0 }))
  }

  /// Writes all sections.
  ///
  /// - Parameter threads: How many may be at work; the bytes are the same with any number of them.
  /// - Throws: `IndexError.tooLarge` for more words than an index holds, or where they cannot be put aside.
  func write(_ order: Order, to writer: inout IndexFileWriter, threads: Int) throws(IndexError) {
    // What needs no features of words is laid out apart, and written behind them.
    let apart = SideWork(isApart: threads > 1) {
      Result { () throws(IndexError) in
        (postings: try postings(order.numbers), neighbours: try layOutNeighbours())
      }
    }
    defer { apart.finish() }
    try TokenTrie.add(tokens.keys, order: order.tokens, to: &writer, named: SectionName.unitTrie)
    try tokens.withView { (tokens) throws(IndexError) in
      try joins.withView { (joins) throws(IndexError) in
        let units = Units(tokens: tokens, joins: joins, tokenOrder: order.tokens, joinOrder: order.joins)
        try writeUnits(units, to: &writer)
        try writeNames(units, order.numbers, to: &writer)
      }
    }
    let laidOut = try apart.result().get()
    try write(laidOut.postings, order.numbers, to: &writer)
    try write(laidOut.neighbours, to: &writer)
  }

  /// The numbers that words have in the index, by those that they have here.
  fileprivate struct UnitNumbers {
    let tokens: [UInt32]
    let joins: [UInt32]

    var count: Int { tokens.count + joins.count }
    subscript(token: PendingNames.Token) -> UInt32 { tokens[Int(token.unit)] }
    subscript(join: PendingNames.Join) -> UInt32 { joins[Int(join.unit)] }

    /// Calls `body` with the words of a name, each once.
    @inline(__always)
    func forEachUnit(of name: PendingNames.Name, _ body: (UInt32) -> Void) {
      for (place, token) in name.tokens.enumerated()
      where !name.tokens[..<place].contains(where: { $0.unit == token.unit }) { body(self[token]) }
      for (place, join) in name.joins.enumerated()
      where !name.joins[..<place].contains(where: { $0.unit == join.unit }) { body(self[join]) }
    }
  }

  private func writeUnits(_ units: Units, to writer: inout IndexFileWriter) throws(IndexError) {
    var pool = StringPool.Builder()
    var skeletonOfUnit: [UInt32] = []
    skeletonOfUnit.reserveCapacity(units.count)
    for unit in units.indices { skeletonOfUnit.append(try pool.intern(units.features(unit).skeletonBytes)) }
    let starts = writeSkeletons(pool.strings, of: &skeletonOfUnit, to: &writer)
    writer.addInverted(
      units.indices.lazy.map { CollectionOfOne(skeletonOfUnit[$0]) }, count: pool.count,
      offsets: .skeletonUnitOffsets, values: .skeletonUnits)

    writer.add(
      rows: (0..<units.tokens.count).lazy.map { units.features($0).formBytes }, offsets: .unitFormOffsets,
      values: .unitForms)
    writer.add(
      section: .unitTraits,
      each: units.indices.lazy.map { unit in
        let features = units.features(unit)
        return features.role.rawValue | features.script.rawValue << 4 | (units.isFuzzy(unit) ? 0x80 : 0)
      })
    writer.add(
      section: .vowellessUnits,
      elements: units.indices.filter { !units.isJoin($0) && units.features($0).script.isVowelless }
        .map { UInt32($0) })
    try writeWords(units, skeletonStarts: skeletonOfUnit.map { starts[Int($0)] }, to: &writer)
  }

  /// Writes the skeletons in their order, and changes the number of each unit's to its place in it.
  ///
  /// - Returns: Where the bytes of each begin.
  private func writeSkeletons(
    _ skeletons: ByteStrings, of units: inout [UInt32], to writer: inout IndexFileWriter
  ) -> [UInt32] {
    let distance = SpellingDistance()
    // The key in the high half, the place in byte order in the low one.
    let byteOrder = skeletons.byteOrder()
    var places: [UInt64] = []
    places.reserveCapacity(skeletons.count)
    for (place, skeleton) in byteOrder.enumerated() {
      let key = skeletons[Int(skeleton)].withUnsafeBufferPointer { distance.key($0) }
      places.append(UInt64(key) << 32 | UInt64(place))
    }
    places.sort()
    let order = places.map { byteOrder[Int($0 & 0xFFFF_FFFF)] }
    var numbers = [UInt32](repeating: 0, count: order.count)
    for (number, skeleton) in order.enumerated() { numbers[Int(skeleton)] = UInt32(number) }
    for unit in units.indices { units[unit] = numbers[Int(units[unit])] }

    var keys: [UInt32] = []
    var starts: [UInt32] = []
    for (number, place) in places.enumerated() where keys.last != UInt32(place >> 32) {
      keys.append(UInt32(place >> 32))
      starts.append(UInt32(number))
    }
    starts.append(UInt32(places.count))
    writer.add(section: .groupKeys, elements: keys)
    writer.add(section: .groupStarts, elements: starts)
    var initials: [UInt32] = []
    for (group, key) in keys.enumerated() {
      while initials.count <= Int(key >> UInt32(NAMESCREEN_SET_SIZE)) { initials.append(UInt32(group)) }
    }
    while initials.count <= Int(NAMESCREEN_SYMBOLS) { initials.append(UInt32(keys.count)) }
    writer.add(section: .groupInitials, elements: initials)
    let rows = order.lazy.map { skeletons[Int($0)] }
    var begins: [UInt32] = []
    begins.reserveCapacity(order.count)
    var bytes: [UInt8] = []
    for row in rows {
      begins.append(UInt32(bytes.count))
      bytes += row
    }
    bytes += [UInt8](repeating: 0, count: Int(NAMESCREEN_PADDING))
    writer.add(section: .skeletonOffsets, elements: begins)
    writer.add(section: .skeletonBytes, elements: bytes)
    writer.add(section: .skeletonGlances, each: rows.map { SkeletonSignature.glance(of: $0) })
    writer.add(section: .skeletonFilter, elements: SkeletonFilter.bits(of: rows))
    return begins
  }

  /// Writes what judging needs of each unit, and the relations.
  private func writeWords(
    _ units: Units, skeletonStarts: [UInt32], to writer: inout IndexFileWriter
  ) throws(IndexError) {
    var words: [UInt64] = []
    words.reserveCapacity(units.count * NameStore.wordsOfUnit)
    // No relations stand first.
    var relations: [UInt32] = [0]
    var rows: [[UInt32]: UInt32] = [[]: 0]
    var codes: Set<UInt32> = []
    for unit in units.indices {
      let features = units.features(unit)
      let own = Array(features.relationCodes)
      let row = rows[own] ?? UInt32(relations.count)
      if row == relations.count {
        rows[own] = row
        relations.append(UInt32(own.count))
        relations += own
        codes.formUnion(own)
      }
      guard row < 1 << 24 else {
        throw .tooLarge(what: "rows of relations", count: relations.count, limit: 1 << 24)
      }
      words.append(
        Glance.of(
          features, signature: SkeletonSignature.of(features.skeletonBytes), isFuzzy: units.isFuzzy(unit)))
      words.append(namescreen_occurrences(features.skeleton, Int32(features.skeletonLength)))
      words.append(own.reduce(0) { $0 | namescreen_relation_bit($1) })
      words.append(UInt64(skeletonStarts[unit]) | UInt64(row | UInt32(features.frequency) << 24) << 32)
    }
    writer.add(section: .unitWords, elements: words)
    writer.add(section: .unitRelations, elements: relations)

    let sortedCodes = codes.sorted()
    let numbers = Dictionary(uniqueKeysWithValues: sortedCodes.enumerated().map { ($1, UInt32($0)) })
    writer.add(section: .relationCodes, elements: sortedCodes)
    writer.addInverted(
      units.indices.lazy.map { units.features($0).relationCodes.lazy.map { numbers[$0] ?? 0 } },
      count: codes.count, offsets: .relationOffsets, values: .relationUnits)
  }

  private func writeNames(
    _ units: Units, _ numbers: UnitNumbers, to writer: inout IndexFileWriter
  ) throws(IndexError) {
    var rows: [UInt32] = []
    var offsets: [UInt32] = [0]
    offsets.reserveCapacity(names.count + 1)
    var written = 0
    var isLight = [Bool](repeating: false, count: units.count)
    var isInitial = isLight
    // Those of the name at hand.
    var weights: [Float] = []
    var tokens: [(unit: UInt32, role: TokenRole, level: Int)] = []
    var joins: [(unit: UInt32, first: Int, last: Int)] = []
    writer.begin(section: .nameRows, of: UInt32.self)
    try names.forEachName { name in
      weights.removeAll(keepingCapacity: true)
      tokens.removeAll(keepingCapacity: true)
      joins.removeAll(keepingCapacity: true)
      for token in name.tokens {
        let features = units.tokens.features(Int(token.unit))
        tokens.append(
          (numbers[token], token.role, min(Int(features.frequency), NameStore.highestLevel)))
        let weight = RoleWeights.weight(of: features.weight, role: token.role)
        weights.append(weight)
        guard weight < NameStore.lightWeight else { continue }
        isLight[Int(numbers[token])] = true
        if token.role == .initial || features.role == .initial { isInitial[Int(numbers[token])] = true }
      }
      for join in name.joins {
        joins.append((numbers[join], Int(join.first), Int(join.last)))
        if weights[Int(join.first)...Int(join.last)].reduce(0, +) < NameStore.lightWeight {
          isLight[Int(numbers[join])] = true
        }
      }
      NameRecord.append(
        designation: name.designation, ordinal: name.ordinal, isWeak: name.isWeak, isPerson: name.isPerson,
        tokens: tokens, joins: joins, to: &rows)
      offsets.append(UInt32(written + rows.count))
      if rows.count >= Self.rowsAtOnce {
        writer.append(rows)
        written += rows.count
        rows.removeAll(keepingCapacity: true)
      }
    }
    writer.append(rows)
    writer.end()
    writer.add(section: .nameOffsets, elements: offsets)
    writer.add(section: .lightUnits, elements: Self.places(where: isLight))
    writer.add(section: .initialUnits, elements: Self.places(where: isInitial))
  }

  /// The names that have each word: where those of each begin, and the first part of them.
  fileprivate struct Postings {
    var offsets: [UInt32]
    var filling: RowFilling
    var hasPart: Bool
  }

  private func postings(_ numbers: UnitNumbers) throws(IndexError) -> Postings {
    var filling = RowFilling(count: numbers.count)
    try names.forEachName { name in numbers.forEachUnit(of: name) { filling.count(row: $0) } }
    let offsets = filling.beginFilling()
    let hasPart = try fillPart(&filling, numbers)
    return Postings(offsets: offsets, filling: filling, hasPart: hasPart)
  }

  /// Begins with the next part and fills it; false when there is none.
  private func fillPart(_ filling: inout RowFilling, _ numbers: UnitNumbers) throws(IndexError) -> Bool {
    guard filling.beginPart() else { return false }
    var number: UInt32 = 0
    try names.forEachName { name in
      numbers.forEachUnit(of: name) { filling.add(number, to: $0) }
      number += 1
    }
    return true
  }

  private func write(
    _ postings: consuming Postings, _ numbers: UnitNumbers, to writer: inout IndexFileWriter
  ) throws(IndexError) {
    writer.add(section: .postingOffsets, elements: postings.offsets)
    writer.begin(section: .postingNames, of: UInt32.self)
    while postings.hasPart {
      writer.append(postings.filling.values)
      postings.hasPart = try fillPart(&postings.filling, numbers)
    }
    writer.end()
  }

  /// How many words of rows are written at once, at least.
  private static let rowsAtOnce = 1 << 14

  /// The neighbours read as one word, by their hashes: where each bucket begins, and the first part of the names in them.
  fileprivate struct Neighbours {
    var offsets: [UInt32]
    var names: RowFilling
    var tags: RowFilling
    var hasPart: Bool
  }

  private func layOutNeighbours() throws(IndexError) -> Neighbours {
    let count = NeighbourTable.bucketCount(entries: neighbours.count)
    var names = RowFilling(count: count)
    try neighbours.forEachEntry { names.count(row: UInt32(NeighbourTable.bucket($0.hash, of: count))) }
    let offsets = names.beginFilling()
    let tags = names
    let hasPart = try fillNames(&names)
    return Neighbours(offsets: offsets, names: names, tags: tags, hasPart: hasPart)
  }

  private func fillNames(_ names: inout RowFilling) throws(IndexError) -> Bool {
    try fillPart(&names) { $0.name }
  }

  /// Begins with the next part of what buckets hold and fills it; false when there is none.
  @inline(__always)
  private func fillPart(
    _ filling: inout RowFilling, _ value: (PendingJoins.Entry) -> UInt32
  ) throws(IndexError) -> Bool {
    guard filling.beginPart() else { return false }
    let count = NeighbourTable.bucketCount(entries: neighbours.count)
    try neighbours.forEachEntry {
      filling.add(value($0), to: UInt32(NeighbourTable.bucket($0.hash, of: count)))
    }
    return true
  }

  private func write(_ laidOut: consuming Neighbours, to writer: inout IndexFileWriter) throws(IndexError) {
    writer.add(section: .joinBuckets, elements: laidOut.offsets)
    writer.begin(section: .joinNames, of: UInt32.self)
    while laidOut.hasPart {
      writer.append(laidOut.names.values)
      laidOut.hasPart = try fillNames(&laidOut.names)
    }
    writer.end()
    writer.begin(section: .joinTags, of: UInt8.self)
    while try fillPart(&laidOut.tags, { UInt32(NeighbourTable.tag($0.hash)) }) {
      writer.append(laidOut.tags.values.map { UInt8(truncatingIfNeeded: $0) })
    }
    writer.end()
  }

  /// The places of what is so, ascending.
  private static func places(where isSo: [Bool]) -> [UInt32] {
    isSo.indices.filter { isSo[$0] }.map(UInt32.init)
  }

  /// Where each number stands in an order of them.
  private static func places(_ order: [UInt32]) -> [UInt32] {
    var places = [UInt32](repeating: 0, count: order.count)
    for (place, number) in order.enumerated() { places[Int(number)] = UInt32(place) }
    return places
  }
}
