import CNameKernels
import Designations
import NameSimilarity
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
    var isPerson: Bool
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
  mutating func add(
    _ name: AnalyzedName, designation: Int, ordinal: Int, isWeak: Bool, isPerson: Bool
  ) {
    for reading in name.readings where !reading.tokens.isEmpty {
      names.append(
        PendingName(
          tokens: reading.tokens.map { (number(of: $0.token), $0.role) },
          joins: reading.joins.map { (number(of: $0), $0.first, $0.last) },
          designation: designation, ordinal: ordinal, isWeak: isWeak, isPerson: isPerson))
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
    let glances = try writeUnits(units, to: &writer)
    let occurrences = units.map { unit in
      let features = unit.0.features
      return namescreen_occurrences(features.skeleton, Int32(features.skeletonLength))
    }
    writeNames(unitOfToken, unitOfJoin, glances: glances, occurrences: occurrences, to: &writer)
  }

  /// - Returns: The glance of each unit.
  private func writeUnits(
    _ units: [(token: Token, isJoin: Bool, isFuzzy: Bool)], to writer: inout IndexFileWriter
  ) throws(IndexError) -> [UInt64] {
    // Skeletons: group 0 is compared letter by letter, group 1 (exact joins alone) only for equality.
    var group: [[UInt8]: Int] = [:]
    for unit in units {
      let skeleton = Array(unit.token.features.skeletonBytes)
      let isExact = unit.isJoin && !unit.isFuzzy
      group[skeleton] = min(group[skeleton] ?? 1, isExact ? 1 : 0)
    }
    let sortedGroups = group.sorted { a, b in
      a.value == b.value ? a.key.lexicographicallyPrecedes(b.key) : a.value < b.value
    }
    let skeletons = sortedGroups.map(\.key)
    var numbers: [[UInt8]: Int] = [:]
    for (number, skeleton) in skeletons.enumerated() { numbers[skeleton] = number }
    let bySkeleton = Rows(
      count: skeletons.count,
      pairs: units.enumerated().map { (numbers[Array($1.token.features.skeletonBytes)] ?? 0, UInt32($0)) })
    writeGroups(skeletons.prefix { group[$0] == 0 }, to: &writer)
    let skeletonBytes = Rows(bytes: skeletons)
    writer.add(section: .skeletonOffsets, elements: skeletonBytes.offsets)
    writer.add(section: .skeletonBytes, elements: skeletonBytes.bytes)
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
    let glances = units.map { unit in
      let features = unit.token.features
      return Glance.of(
        features, signature: SkeletonSignature.of(features.skeletonBytes), isFuzzy: unit.isFuzzy)
    }
    writer.add(section: .unitGlances, elements: glances)
    writer.add(
      section: .vowellessUnits,
      elements: units.indices.filter { !units[$0].isJoin && units[$0].token.features.script.isVowelless }
        .map { UInt32($0) })
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
    return glances
  }

  /// Writes in which groups the skeletons are looked up that are compared letter by letter.
  private func writeGroups(_ skeletons: some Sequence<[UInt8]>, to writer: inout IndexFileWriter) {
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
    _ unitOfToken: [UInt32], _ unitOfJoin: [UInt32], glances: [UInt64], occurrences: [UInt64],
    to writer: inout IndexFileWriter
  ) {
    var rows: [UInt64] = []
    var offsets: [UInt32] = [0]
    for name in names {
      NameRecord.append(
        designation: name.designation, ordinal: name.ordinal, isWeak: name.isWeak, isPerson: name.isPerson,
        hasLooseJoins: name.joins.contains {
          joins[$0.unit].key.isFuzzy || joins[$0.unit].key.role == .legalForm
        },
        tokens: name.tokens.map { token in
          let level = min(Int(tokens[token.unit].features.frequency), NameStore.highestLevel)
          return (unitOfToken[token.unit], token.role, level)
        },
        joins: name.joins.map { (unitOfJoin[$0.unit], $0.first, $0.last) }, glances: glances,
        occurrences: occurrences, digest: digest(name), to: &rows)
      offsets.append(UInt32(rows.count))
    }
    writer.add(section: .nameOffsets, elements: offsets)
    writer.add(section: .nameRows, elements: rows)

    var pairs: [(Int, UInt32)] = []
    for (number, name) in names.enumerated() {
      let units = name.tokens.map { unitOfToken[$0.unit] } + name.joins.map { unitOfJoin[$0.unit] }
      for unit in Set(units) { pairs.append((Int(unit), UInt32(number))) }
    }
    let postings = Rows(count: glances.count, pairs: pairs)
    let light = lightUnits(unitOfToken, unitOfJoin)
    writer.add(section: .lightUnits, elements: light)
    writer.add(section: .lightOccurrences, elements: light.map { occurrences[Int($0)] })
    writer.add(section: .postingOffsets, elements: postings.offsets)
    writer.add(section: .postingNames, elements: postings.values)
  }
}

extension NameSectionsBuilder {
  /// What the words and joins of a name have between them.
  private func digest(_ name: PendingName) -> UInt64 {
    var digest: UInt64 = 0
    for token in name.tokens.map({ tokens[$0.unit] }) + name.joins.map({ joins[$0.unit].token }) {
      for code in token.features.relationCodes { digest |= namescreen_relation_bit(code) }
    }
    return digest
  }

  /// The units that weigh less than `NameStore.lightWeight` in some name.
  private func lightUnits(_ unitOfToken: [UInt32], _ unitOfJoin: [UInt32]) -> [UInt32] {
    var light: Set<UInt32> = []
    for name in names {
      let weights = name.tokens.map { RoleWeights.weight(of: tokens[$0.unit].features.weight, role: $0.role) }
      for (token, weight) in zip(name.tokens, weights) where weight < NameStore.lightWeight {
        light.insert(unitOfToken[token.unit])
      }
      for join in name.joins where weights[join.first...join.last].reduce(0, +) < NameStore.lightWeight {
        light.insert(unitOfJoin[join.unit])
      }
    }
    return light.sorted()
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
