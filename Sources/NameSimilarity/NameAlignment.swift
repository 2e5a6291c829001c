/// Which token met which, and what the score was made of.
package struct NameAlignment {
  package struct Pair {
    package var query: ClosedRange<Int>
    package var listed: ClosedRange<Int>
    package var similarity: TokenSimilarity
    /// 2 min(w query, w listed).
    package var weight: Double
  }
  package var pairs: [Pair] = []
  /// Leftovers of both sides that stand against each other.
  package var contradictions: [(query: Int, listed: Int, weight: Double)] = []
  package var missingQuery: [Int] = []
  package var missingListed: [Int] = []
  package var agreement = 0.0
  package var contradiction = 0.0
  package var missing = 0.0
  package var factor = 1.0
  package var score = 0.0
}
