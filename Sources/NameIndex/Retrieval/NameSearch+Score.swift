import CNameKernels
import NameSimilarity
import NameText

/// What names that are left are worth.
extension NameSearch {
  /// Scores one name, and keeps it when it reaches the cut-off and is its designation's best.
  ///
  /// - Parameters:
  ///   - readsJoins: Whether a word may equal neighbours of the name that its row does not hold.
  ///   - bounded: The units, where the query has begun to be looked at: most pairs need not be compared then.
  func judge(
    _ probe: Probe, _ name: NameRecord, readsJoins: Bool, bounded units: UnsafePointer<namescreen_units>?,
    _ best: inout [Int: NameMatch]
  ) {
    guard name.tokenCount > 0, accepts(name.designation), options.includesWeakAliases || !name.isWeak
    else { return }
    // Neighbours that no row holds are read where they were found alone.
    let score =
      readsJoins
      ? compare(probe, name, readsJoins: true, bounded: units)
      : session.scored.score(of: name) { compare(probe, name, readsJoins: false, bounded: units) }
    guard score + NameSearch.tolerance >= options.cutoff else { return }
    let match = NameMatch(designation: name.designation, name: name.ordinal, score: score)
    if let known = best[name.designation] {
      if known.score > score || (known.score == score && known.name <= match.name) { return }
    }
    best[name.designation] = match
  }

  private func compare(
    _ probe: Probe, _ name: NameRecord, readsJoins: Bool, bounded units: UnsafePointer<namescreen_units>?
  ) -> Double {
    fillTable(probe, name, readsJoins: readsJoins, bounded: units)
    session.statistics.scored += 1
    return session.scorer.score(
      session.querySide, session.listedSide, session.table, isPerson: name.isPerson)
  }

  /// Finds the listed side and the similarities of all pairs of words and joins.
  private func fillTable(
    _ probe: Probe, _ name: NameRecord, readsJoins: Bool, bounded units: UnsafePointer<namescreen_units>?
  ) {
    let table = session.table
    session.listedSide.removeAll()
    table.reset(rows: probe.features.count, columns: name.tokenCount)
    for column in 0..<table.columns {
      let entry = name.token(column)
      let unit = store.features(ofUnit: entry.unit)
      session.listedSide.append(
        weight: RoleWeights.weight(of: unit.weight, role: entry.role), role: entry.role)
      for row in 0..<table.rows {
        let compare = { TokenSimilarity.of(probe.features[row], unit, distance: session.distance) }
        let found: TokenSimilarity
        if let units {
          let most = namescreen_most_alike(
            session.judged.look, Int32(row), units, UInt32(clamping: entry.unit))
          if most <= 0 { continue }
          found = compare()
        } else {
          found = session.compared.similarity(row: row, unit: entry.unit, compare: compare)
        }
        if found.value > 0 { table[row, column] = found }
      }
    }
    for number in probe.joinFeatures.indices {
      let join = probe.reading.joins[number]
      for column in 0..<table.columns {
        let unit = name.token(column).unit
        let compare = {
          TokenSimilarity.ofJoin(
            probe.joinFeatures[number], isFuzzy: join.isFuzzy, store.features(ofUnit: unit),
            distance: session.distance)
        }
        let found =
          units == nil
          ? session.compared.similarity(row: table.rows + number, unit: unit, compare: compare) : compare()
        guard found.value > 0 else { continue }
        table.joins.append(
          JoinedPair(
            onQuerySide: true, first: join.first, last: join.last, other: column, similarity: found))
      }
    }
    if readsJoins {
      let joins = NameAnalyzer.standard.joins(count: name.tokenCount) { index in
        let entry = name.token(index)
        return (store.features(ofUnit: entry.unit), entry.role)
      }
      for join in joins {
        fillTable(probe, join.token.features, isFuzzy: join.isFuzzy, first: join.first, last: join.last)
      }
    } else {
      for index in 0..<name.joinCount {
        let join = name.join(index)
        fillTable(
          probe, store.features(ofUnit: join.unit), isFuzzy: store.isFuzzyJoin(join.unit), first: join.first,
          last: join.last)
      }
    }
  }

  /// Finds the words of the reading that neighbours of the name meet.
  private func fillTable(_ probe: Probe, _ join: TokenFeatures, isFuzzy: Bool, first: Int, last: Int) {
    let table = session.table
    for row in 0..<table.rows {
      let found = TokenSimilarity.ofJoin(
        join, isFuzzy: isFuzzy, probe.features[row], distance: session.distance)
      guard found.value > 0 else { continue }
      table.joins.append(
        JoinedPair(onQuerySide: false, first: first, last: last, other: row, similarity: found))
    }
  }
}
