import NameText

/// Whether pairs, taken in the order of the query, are more than a family name moved to the other end: father and son
/// exchanged, given names exchanged.
struct OrderCheck {
  private var first = -1
  private var last = -1
  private var descents = 0
  private var count = 0
  /// Whether a child's name and the father's are told apart by what stands between them.
  private(set) var hasLineage = false
  private var lastPair = Place()
  /// Whether a name before a particle is the one after it on the other side: father and son.
  private(set) var isExchanged = false

  private struct Place {
    var row = -2
    var column = -2
    var isParticle = false
  }

  /// The first pair of names, how many there are, and whether they stand in one order.
  private var firstName = (row: -1, column: -1)
  private var lastNameColumn = -1
  private var nameCount = 0
  private var namesAscend = true

  mutating func add(_ row: Int, _ column: Int, role: TokenRole) {
    let isParticle = role.isParticle
    if role.isName {
      if nameCount == 0 { firstName = (row, column) }
      if column < lastNameColumn { namesAscend = false }
      lastNameColumn = column
      nameCount += 1
    }
    if first < 0 { first = column } else if column < last { descents += 1 }
    if role == .lineage { hasLineage = true }
    if lastPair.row == row - 1, lastPair.isParticle != isParticle,
      isParticle ? lastPair.column == column + 1 : column == lastPair.column - 1
    {
      isExchanged = true
    }
    lastPair = Place(row: row, column: column, isParticle: isParticle)
    last = column
    count += 1
  }

  /// Whether a name of one side, which the other lacks, stands before two and more that both have, and nothing else is left of the
  /// other.
  func lacksFirstName(
    _ query: ScoredSide, _ freeQuery: Bits, _ listed: ScoredSide, _ freeListed: Bits, _ table: PairTable
  ) -> Bool {
    guard nameCount > 1, namesAscend else { return false }
    func firstFree(_ side: ScoredSide, _ free: Bits) -> Int? {
      var free = free
      while let index = free.next() {
        if side.roles[index].isName { return index }
      }
      return nil
    }
    // One that repeats a name of the other side is not lacking there.
    switch (firstFree(query, freeQuery), firstFree(listed, freeListed)) {
    case (let row?, nil):
      return row < firstName.row && !(0..<table.columns).contains { table[row, $0].value > 0 }
    case (nil, let column?):
      return column < firstName.column && !(0..<table.rows).contains { table[$0, column].value > 0 }
    default: return false
    }
  }

  /// Whether all stands in the opposite order, as some write names.
  var isReversed: Bool { descents == count - 1 }

  var isReordered: Bool { count > 2 && descents + (last > first ? 1 : 0) > 1 }
}
