import NameText

/// Neighbours `first...last` of one side that meet the token `other` of the other side.
package struct JoinedPair {
  package var onQuerySide: Bool
  package var first: Int
  package var last: Int
  package var other: Int
  package var similarity: TokenSimilarity

  package init(onQuerySide: Bool, first: Int, last: Int, other: Int, similarity: TokenSimilarity) {
    self.onQuerySide = onQuerySide
    self.first = first
    self.last = last
    self.other = other
    self.similarity = similarity
  }

  var query: ClosedRange<Int> { onQuerySide ? first...last : other...other }
  var listed: ClosedRange<Int> { onQuerySide ? other...other : first...last }
}

/// All similarities between the tokens of two names that are above the floor; reused between comparisons.
package final class PairTable {
  package private(set) var rows = 0
  package private(set) var columns = 0
  private var rowStep = 0
  private var columnStep = 1
  private let values: UnsafeMutablePointer<TokenSimilarity>
  package var joins: [JoinedPair] = []

  package init() {
    // Safe: `reset` clamps both sides to the capacity, and the subscript is only used below rows and columns.
    values = .allocate(capacity: NameAnalyzer.maximumWords * NameAnalyzer.maximumWords)
  }

  deinit { values.deallocate() }

  package func reset(rows: Int, columns: Int) {
    self.rows = min(rows, NameAnalyzer.maximumWords)
    self.columns = min(columns, NameAnalyzer.maximumWords)
    rowStep = self.columns
    columnStep = 1
    values.initialize(repeating: .none, count: self.rows * self.columns)
    joins.removeAll(keepingCapacity: true)
  }

  /// Exchanges rows and columns, and the sides of the joins.
  ///
  /// - Complexity: O(joins).
  func turn() {
    swap(&rows, &columns)
    swap(&rowStep, &columnStep)
    if !joins.isEmpty { joins = joins.map(\.turned) }
  }

  package subscript(row: Int, column: Int) -> TokenSimilarity {
    @inline(__always) get {
      assert(row < rows && column < columns)
      return values[row * rowStep + column * columnStep]
    }
    @inline(__always) set {
      assert(row < rows && column < columns)
      values[row * rowStep + column * columnStep] = newValue
    }
  }
}
