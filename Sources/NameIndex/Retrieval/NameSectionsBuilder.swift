import Designations
import NameText

/// Gathers the names of a list and lays them out as the sections that `NameStore` reads.
///
/// The sections depend on the designations and their order alone, so equal input gives equal bytes.
struct NameSectionsBuilder {
  private struct JoinKey: Hashable {
    var form: [UInt8]
    var isFuzzy: Bool
    var role: TokenRole
    var script: Script
  }
  private struct PendingName {
    var tokens: [(unit: Int, role: TokenRole)]
    var joins: [(unit: Int, first: Int, last: Int)]
    var designation: Int
    var ordinal: Int
    var isWeak: Bool
  }

  private var tokenNumbers: [[UInt8]: Int] = [:]
  private var tokens: [Token] = []
  private var tokenKeys: [[UInt8]] = []
  private var joinNumbers: [JoinKey: Int] = [:]
  private var joins: [(key: JoinKey, token: Token)] = []
  private var names: [PendingName] = []

  /// Most tokens and joins a list may hold: units are stored in 24 bits.
  static let maximumUnits = 1 << 24

  init() {}

  /// Adds the readings of one name.
  mutating func add(_ name: AnalyzedName, designation: Int, ordinal: Int, isWeak: Bool) {
    for reading in name.readings where !reading.tokens.isEmpty {
      names.append(
        PendingName(
          tokens: reading.tokens.map { (number(of: $0.token), $0.role) },
          joins: reading.joins.map { (number(of: $0), $0.first, $0.last) },
          designation: designation, ordinal: ordinal, isWeak: isWeak))
    }
  }

  private mutating func number(of token: Token) -> Int {
    let key = token.key
    if let number = tokenNumbers[key] { return number }
    tokenNumbers[key] = tokens.count
    tokens.append(token)
    tokenKeys.append(key)
    return tokens.count - 1
  }

  private mutating func number(of join: NameJoin) -> Int {
    let key = JoinKey(
      form: Array(join.token.features.formBytes), isFuzzy: join.isFuzzy, role: join.token.role,
      script: join.token.features.script)
    if let number = joinNumbers[key] { return number }
    joinNumbers[key] = joins.count
    joins.append((key, join.token))
    return joins.count - 1
  }

  /// Writes all sections.
  func write(to writer: inout IndexFileWriter) throws(IndexError) {
    // Units in order: tokens by key, then joins by form.
    let tokenOrder = tokens.indices.sorted { tokenKeys[$0].lexicographicallyPrecedes(tokenKeys[$1]) }
    let joinOrder = joins.indices.sorted { a, b in
      let (x, y) = (joins[a].key, joins[b].key)
      if x.form != y.form { return x.form.lexicographicallyPrecedes(y.form) }
      if x.isFuzzy != y.isFuzzy { return !x.isFuzzy }
      return x.role == y.role ? x.script.rawValue < y.script.rawValue : x.role.rawValue < y.role.rawValue
    }
    var unitOfToken = [UInt32](repeating: 0, count: tokens.count)
    var unitOfJoin = [UInt32](repeating: 0, count: joins.count)
    for (unit, token) in tokenOrder.enumerated() { unitOfToken[token] = UInt32(unit) }
    for (unit, join) in joinOrder.enumerated() { unitOfJoin[join] = UInt32(tokens.count + unit) }
    let units =
      tokenOrder.map { (tokens[$0], isJoin: false, isFuzzy: false) }
      + joinOrder.map { (joins[$0].token, isJoin: true, isFuzzy: joins[$0].key.isFuzzy) }

    try TokenTrie.add(
      try ByteStrings(tokenKeys), order: tokenOrder.map { UInt32($0) }, to: &writer,
      named: SectionName.unitTrie)
    try writeUnits(units, to: &writer)
    writeNames(unitOfToken, unitOfJoin, unitCount: units.count, to: &writer)
  }

  private func writeUnits(
    _ units: [(token: Token, isJoin: Bool, isFuzzy: Bool)], to writer: inout IndexFileWriter
  ) throws(IndexError) {
    // Skeletons: group 0 is compared letter by letter, group 1 (exact joins alone) only for equality.
    var group: [[UInt8]: Int] = [:]
    for unit in units {
      let skeleton = Array(unit.token.features.skeletonBytes)
      let isExact = unit.isJoin && !unit.isFuzzy
      group[skeleton] = min(group[skeleton] ?? 1, isExact ? 1 : 0)
    }
    let sortedGroups = group.sorted { a, b in
      if a.value != b.value { return a.value < b.value }
      return a.key.count == b.key.count ? a.key.lexicographicallyPrecedes(b.key) : a.key.count < b.key.count
    }
    let skeletons = sortedGroups.map(\.key)
    var numbers: [[UInt8]: Int] = [:]
    var buckets: [UInt32] = []
    var position = 0
    for side in 0...1 {
      for length in 0...(Token.maximumLength + 1) {
        while position < skeletons.count,
          sortedGroups[position].value == side, skeletons[position].count < length
        {
          position += 1
        }
        buckets.append(UInt32(position))
      }
    }
    for (number, skeleton) in skeletons.enumerated() { numbers[skeleton] = number }
    let bySkeleton = Rows(
      count: skeletons.count,
      pairs: units.enumerated().map { (numbers[Array($1.token.features.skeletonBytes)] ?? 0, UInt32($0)) })
    let spelled = try ByteStrings(sortedGroups.prefix { $0.value == 0 }.map(\.key))
    let order = spelled.byteOrder()
    try TokenTrie.add(spelled, order: order, to: &writer, named: SectionName.skeletonTrie)
    writer.add(section: .skeletonsInOrder, elements: order)
    let skeletonBytes = Rows(bytes: skeletons)
    writer.add(section: .skeletonOffsets, elements: skeletonBytes.offsets)
    writer.add(section: .skeletonBytes, elements: skeletonBytes.bytes)
    writer.add(section: .skeletonSignatures, elements: skeletons.map { SkeletonSignature.of($0) })
    writer.add(section: .skeletonBuckets, elements: buckets)
    writer.add(section: .skeletonUnitOffsets, elements: bySkeleton.offsets)
    writer.add(section: .skeletonUnits, elements: bySkeleton.values)

    let forms = Rows(bytes: units.map { Array($0.token.features.formBytes) })
    writer.add(section: .unitFormOffsets, elements: forms.offsets)
    writer.add(section: .unitForms, elements: forms.bytes)
    writer.add(
      section: .unitSkeletons,
      elements: units.map { UInt32(numbers[Array($0.token.features.skeletonBytes)] ?? 0) })
    writer.add(section: .unitFrequencies, elements: units.map { $0.token.features.frequency })
    writer.add(
      section: .unitTraits,
      elements: units.map { unit in
        unit.token.role.rawValue | unit.token.features.script.rawValue << 4 | (unit.isFuzzy ? 0x80 : 0)
      })
    let relations = Rows(rows: units.map { Array($0.token.features.relationCodes) })
    writer.add(section: .unitRelationOffsets, elements: relations.offsets)
    writer.add(section: .unitRelations, elements: relations.values)

    let codes = Set(relations.values).sorted()
    let codeNumbers = Dictionary(uniqueKeysWithValues: codes.enumerated().map { ($1, $0) })
    var pairs: [(Int, UInt32)] = []
    for (unit, entry) in units.enumerated() {
      for code in entry.token.features.relationCodes { pairs.append((codeNumbers[code] ?? 0, UInt32(unit))) }
    }
    let byCode = Rows(count: codes.count, pairs: pairs)
    writer.add(section: .relationCodes, elements: codes)
    writer.add(section: .relationOffsets, elements: byCode.offsets)
    writer.add(section: .relationUnits, elements: byCode.values)
  }

  private func writeNames(
    _ unitOfToken: [UInt32], _ unitOfJoin: [UInt32], unitCount: Int, to writer: inout IndexFileWriter
  ) {
    let tokenRows = Rows(
      rows: names.map { name in name.tokens.map { unitOfToken[$0.unit] | UInt32($0.role.rawValue) << 24 } })
    let joinRows = Rows(rows: names.map { name in name.joins.map { unitOfJoin[$0.unit] } })
    writer.add(section: .nameTokenOffsets, elements: tokenRows.offsets)
    writer.add(section: .nameTokens, elements: tokenRows.values)
    writer.add(section: .nameJoinOffsets, elements: joinRows.offsets)
    writer.add(section: .nameJoins, elements: joinRows.values)
    writer.add(
      section: .nameJoinSpans,
      elements: names.flatMap { name in name.joins.map { UInt16($0.first) << 8 | UInt16($0.last) } })
    writer.add(section: .nameDesignations, elements: names.map { UInt32($0.designation) })
    writer.add(
      section: .nameOrdinals, elements: names.map { UInt16($0.ordinal & 0x7FFF) | ($0.isWeak ? 0x8000 : 0) })

    var pairs: [(Int, UInt32)] = []
    for (number, name) in names.enumerated() {
      let units = name.tokens.map { unitOfToken[$0.unit] } + name.joins.map { unitOfJoin[$0.unit] }
      for unit in Set(units) { pairs.append((Int(unit), UInt32(number))) }
    }
    let postings = Rows(count: unitCount, pairs: pairs)
    writer.add(section: .postingOffsets, elements: postings.offsets)
    writer.add(section: .postingNames, elements: postings.values)
  }
}

/// Rows of different lengths, one after another, with the offset where each begins.
private struct Rows {
  var offsets: [UInt32] = [0]
  var values: [UInt32] = []
  var bytes: [UInt8] = []

  init(rows: [[UInt32]]) {
    for row in rows {
      values.append(contentsOf: row)
      offsets.append(UInt32(values.count))
    }
  }

  init(bytes rows: [[UInt8]]) {
    for row in rows {
      bytes.append(contentsOf: row)
      offsets.append(UInt32(bytes.count))
    }
  }

  /// Rows from (row, value) pairs; values stay in their order within a row.
  init(count: Int, pairs: [(Int, UInt32)]) {
    var counts = [UInt32](repeating: 0, count: count + 1)
    for (row, _) in pairs { counts[row + 1] += 1 }
    for row in 0..<count { counts[row + 1] += counts[row] }
    offsets = counts
    values = [UInt32](repeating: 0, count: pairs.count)
    var next = counts
    for (row, value) in pairs {
      values[Int(next[row])] = value
      next[row] += 1
    }
  }
}
