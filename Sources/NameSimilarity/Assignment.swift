import NameText

/// The one-to-one assignment of tokens that agrees most.
enum Assignment {
  /// Calls `body` with rows and columns paired so that the sum of min(w row, w column) x similarity is greatest; pairs without similarity
  /// are left out. Ties go to the lower row, then the lower column.
  ///
  /// - Complexity: O(rows x columns) when no two rows want one column, O(n^3) otherwise (Kuhn 1955, in the shortest
  ///   augmenting path form of Jonker and Volgenant 1987, doi:10.1007/BF02278710).
  static func forEachPair(
    _ table: PairTable, _ query: ScoredSide, _ listed: ScoredSide, freeRows: Bits, freeColumns: Bits,
    _ body: (_ row: Int, _ column: Int) -> Void
  ) {
    var taken = Bits(all: 0)
    var conflicts = false
    withUnsafeTemporaryAllocation(of: Int8.self, capacity: NameAnalyzer.maximumWords) { choices in
      for row in freeRows {
        var best: Float = 0
        var choice = -1
        for column in freeColumns {
          let similarity = table[row, column].value
          guard similarity > 0 else { continue }
          let gain = similarity * min(query.weights[row], listed.weights[column])
          if gain > best {
            best = gain
            choice = column
          }
        }
        choices[row] = Int8(choice)
        guard choice >= 0 else { continue }
        if taken.contains(choice) { conflicts = true }
        taken.insert(choice)
      }
      if !conflicts {
        for row in freeRows {
          let choice = Int(choices[row])
          if choice >= 0 { body(row, choice) }
        }
      }
    }
    if conflicts {
      for pair in solved(table, query, listed, freeRows, freeColumns) { body(pair.row, pair.column) }
    }
  }

  private static func solved(
    _ table: PairTable, _ query: ScoredSide, _ listed: ScoredSide, _ freeRows: Bits, _ freeColumns: Bits
  ) -> [(row: Int, column: Int)] {
    var rows: [Int] = []
    var columns: [Int] = []
    for row in freeRows { rows.append(row) }
    for column in freeColumns { columns.append(column) }
    // One spare column a row stands for "unmatched", so that every row finds a place.
    let n = rows.count
    let m = columns.count + n
    func cost(_ i: Int, _ j: Int) -> Double {
      guard j < columns.count else { return 0 }
      let row = rows[i]
      let column = columns[j]
      let value = Double(table[row, column].value)
      return -value * Double(min(query.weights[row], listed.weights[column]))
    }
    var rowPotential = [Double](repeating: 0, count: n + 1)
    var columnPotential = [Double](repeating: 0, count: m + 1)
    var owner = [Int](repeating: 0, count: m + 1)
    var way = [Int](repeating: 0, count: m + 1)
    for i in 1...max(1, n) where i <= n {
      owner[0] = i
      var j0 = 0
      var least = [Double](repeating: .infinity, count: m + 1)
      var used = [Bool](repeating: false, count: m + 1)
      repeat {
        used[j0] = true
        let i0 = owner[j0]
        var delta = Double.infinity
        var j1 = 0
        for j in 1...m where !used[j] {
          let current = cost(i0 - 1, j - 1) - rowPotential[i0] - columnPotential[j]
          if current < least[j] {
            least[j] = current
            way[j] = j0
          }
          if least[j] < delta {
            delta = least[j]
            j1 = j
          }
        }
        for j in 0...m {
          if used[j] {
            rowPotential[owner[j]] += delta
            columnPotential[j] -= delta
          } else {
            least[j] -= delta
          }
        }
        j0 = j1
      } while owner[j0] != 0
      repeat {
        let j1 = way[j0]
        owner[j0] = owner[j1]
        j0 = j1
      } while j0 != 0
    }
    var result: [(row: Int, column: Int)] = []
    for j in 1...max(1, m) where j <= columns.count && owner[j] != 0 {
      let row = rows[owner[j] - 1]
      let column = columns[j - 1]
      if table[row, column].value > 0 { result.append((row, column)) }
    }
    return result.sorted { $0.row < $1.row }
  }
}
