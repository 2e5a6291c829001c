import NameScreening

/// One question of a run: a name that means a designation, or looks like it.
package struct LaboratoryQuery: Sendable, Equatable {
  /// What a query is asked for.
  package enum Purpose: Sendable, Hashable, Comparable {
    /// A listed name as it is listed: must be found.
    case exact
    /// One mutation, by its place in `Mutation.all`.
    case mutation(Int)
    /// Two or three of them.
    case combined(Int)
    /// Looks like the designation and is somebody else, by its place in `Mutation.negatives`.
    case negative(Int)

    private var order: (Int, Int) {
      switch self {
      case .exact: (0, 0)
      case .mutation(let index): (1, index)
      case .combined(let count): (2, count)
      case .negative(let index): (3, index)
      }
    }
    package static func < (a: Purpose, b: Purpose) -> Bool { a.order < b.order }

    /// Whether the query counts for recall.
    package var isMutation: Bool {
      switch self {
      case .mutation, .combined: true
      case .exact, .negative: false
      }
    }

    /// Stable, for machines.
    package var id: String {
      switch self {
      case .exact: "exact"
      case .mutation(let index): Mutation.all[index].id
      case .combined(let count): "combined-\(count)"
      case .negative(let index): Mutation.negatives[index].id
      }
    }
    /// For a reader.
    package var title: String {
      switch self {
      case .exact: "Exact names"
      case .mutation(let index): Mutation.all[index].title
      case .combined(let count): count == 2 ? "Two at once" : "Three at once"
      case .negative(let index): Mutation.negatives[index].title
      }
    }
  }

  package var purpose: Purpose
  /// The ids of the mutations that made it, in order.
  package var mutations: [String]
  /// Which of several ways a mutation took, e.g. a romanization standard.
  package var variant: String?
  package var customer: Customer
  package var script: NameScript
  /// The designation it was made from, by its place in the index.
  package var designation: Int
  /// The listed name it was made from.
  package var listedName: Int
}
