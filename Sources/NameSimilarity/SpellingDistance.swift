import CNameKernels
import NameText

/// The phonetically weighted edit distance of two short strings over the symbols of `SpellingCosts`.
///
/// Optimal string alignment: substitutions, gaps, and one transposition of neighbours (Damerau, 1964,
/// doi:10.1145/363958.363994), with a dearer first letter. Holds working memory, so that one serves one task.
package final class SpellingDistance {
  /// Valid as long as this lives.
  package let kernel: OpaquePointer

  /// The same with `SpellingCosts.slavic`.
  private let slavic: OpaquePointer

  package init() {
    kernel = SpellingDistance.kernel(SpellingDistance.costs)
    slavic = SpellingDistance.kernel(SpellingDistance.slavicCosts)
  }

  private static func kernel(_ costs: Costs) -> OpaquePointer {
    // Safe: the costs stay as long as the process runs; freed in deinit only.
    guard let kernel = namescreen_spelling_create(costs.kernel) else {
      fatalError("no memory left for the rows of an edit distance")
    }
    return kernel
  }

  /// `SpellingCosts.standard` as the loops in C read them.
  private struct Costs: @unchecked Sendable {
    // Never changes and is never freed.
    let kernel: OpaquePointer

    init(_ costs: SpellingCosts) {
      // Safe: the tables have the sizes that the kernel copies.
      guard
        let kernel = namescreen_spelling_costs_create(
          costs.substitution, costs.gap, costs.code, SpellingCosts.transposition,
          SpellingCosts.firstLetterPercent)
      else { fatalError("no memory left for the costs of edits") }
      self.kernel = kernel
    }
  }

  private static let costs = Costs(.standard)
  private static let slavicCosts = Costs(.slavic)

  deinit {
    namescreen_spelling_destroy(kernel)
    namescreen_spelling_destroy(slavic)
  }

  /// What letters are worth for a word, which bounds its distances from below.
  package static func worth(of word: TokenFeatures) -> namescreen_worth {
    namescreen_worth_of(word.skeleton, Int32(word.skeletonLength), SpellingCosts.standard.letterDistances)
  }

  /// The same for what `ConsonantSkeleton` leaves of a word.
  package static func worth(ofConsonantsOf word: TokenFeatures) -> namescreen_worth {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: Token.maximumLength) { buffer in
      // Safe: skeletons are cut to maximumLength.
      guard let start = buffer.baseAddress else { return namescreen_worth() }
      let count = ConsonantSkeleton.write(word.skeletonBytes, to: start)
      return namescreen_worth_of_consonants(start, Int32(count), SpellingCosts.standard.letterDistances)
    }
  }

  /// The distance in 1/100 of an edit, or nil when it is above `limit`.
  ///
  /// - Complexity: O(a x b); ends early when `limit` is out of reach; no allocation.
  package func distance(
    _ a: UnsafePointer<UInt8>, _ aLength: Int, _ b: UnsafePointer<UInt8>, _ bLength: Int, limit: Int32
  ) -> Int32? {
    let cost = namescreen_spelling_cost(kernel, a, Int32(aLength), b, Int32(bLength), limit)
    return cost < 0 ? nil : cost
  }

  /// The distance of two Slavic family names, at least what `distance` says.
  func slavicDistance(
    _ a: UnsafePointer<UInt8>, _ aLength: Int, _ b: UnsafePointer<UInt8>, _ bLength: Int, limit: Int32
  ) -> Int32? {
    let cost = namescreen_spelling_cost(slavic, a, Int32(aLength), b, Int32(bLength), limit)
    return cost < 0 ? nil : cost
  }

  /// Where a word stands in the order that near words are looked up by (`namescreen_vocabulary`).
  package func key(_ skeleton: UnsafeBufferPointer<UInt8>) -> UInt32 {
    // Safe: as many bytes as the count says.
    skeleton.baseAddress.map { namescreen_spelling_key(kernel, $0, Int32(skeleton.count)) } ?? 0
  }

  /// Sets the word that others are compared with, and what that may cost.
  package func start(_ skeleton: UnsafePointer<UInt8>, _ length: Int, limits: SpellingLimits) {
    namescreen_spelling_start(kernel, skeleton, Int32(length), limits.byLength)
  }
}

/// The highest costs that still leave a similarity, by the longer length of two words (`TokenSimilarity.costLimit`).
package struct SpellingLimits: Sendable {
  package let byLength: [Int32]

  package init(least: Float) {
    byLength = (0..<(2 * (Token.maximumLength + 2))).map {
      TokenSimilarity.costLimit(least: least, length: $0)
    }
  }

  /// What the floor of similarity leaves.
  package static let floor = SpellingLimits(least: TokenSimilarity.floor)
  /// What it leaves between consonants alone.
  package static let consonants = SpellingLimits(least: TokenSimilarity.floor / TokenSimilarity.consonants)
}
