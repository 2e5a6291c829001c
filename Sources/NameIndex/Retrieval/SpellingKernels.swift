import NameSimilarity
import NameText

/// Edit distances that hold the words of one query: a task keeps them from query to query.
final class SpellingKernels {
  private var words: [SpellingDistance] = []
  private var consonants: [SpellingDistance] = []
  private var joins: [SpellingDistance] = []

  func hold(_ features: [TokenFeatures], _ joinFeatures: [TokenFeatures]) {
    while words.count < features.count {
      words.append(SpellingDistance())
      consonants.append(SpellingDistance())
    }
    while joins.count < joinFeatures.count { joins.append(SpellingDistance()) }
    for (kernel, token) in zip(words, features) {
      kernel.start(token.skeleton, token.skeletonLength, limits: .floor)
    }
    for (kernel, join) in zip(joins, joinFeatures) {
      kernel.start(join.skeleton, join.skeletonLength, limits: .floor)
    }
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: Token.maximumLength) { buffer in
      // Safe: skeletons are cut to maximumLength.
      guard let start = buffer.baseAddress else { return }
      for (kernel, token) in zip(consonants, features) {
        kernel.start(start, ConsonantSkeleton.write(token.skeletonBytes, to: start), limits: .consonants)
      }
    }
  }

  /// The pointers are valid within `body`.
  func withPointers(
    _ body: (
      _ words: UnsafePointer<OpaquePointer?>?, _ consonants: UnsafePointer<OpaquePointer?>?,
      _ joins: UnsafePointer<OpaquePointer?>?
    ) -> Void
  ) {
    let all = (words.map(\.kernel), consonants.map(\.kernel), joins.map(\.kernel))
    withExtendedLifetime(self) {
      (all.0 as [OpaquePointer?]).withUnsafeBufferPointer { words in
        (all.1 as [OpaquePointer?]).withUnsafeBufferPointer { consonants in
          (all.2 as [OpaquePointer?]).withUnsafeBufferPointer { joins in
            body(words.baseAddress, consonants.baseAddress, joins.baseAddress)
          }
        }
      }
    }
  }
}
