import NameScreening

/// Says what a change of lists means for customers, meeting them with the designations that changed alone.
///
///     let rescreener = try Rescreener(from: .open(at: "old.index"), to: .open(at: "new.index"))
///     for alert in try rescreener.rescreen(customer) { print(alert.change, alert.hit.entityID) }
///
/// A hit depends on the customer and one designation, never on what else is listed. So the alerts are exactly those that
/// screening against both indexes in full, and comparing the hits, would give.
public struct Rescreener: Sendable {
  /// What changed between the two.
  public let difference: ListDifference
  /// As they are used; see `init`.
  public var options: ScreeningOptions { after.options }
  private var before: Screener
  private var after: Screener

  /// - Parameter options: Used for both sides. `limit` and `groupsListings` do not count: which hits are the best few of a
  ///   customer, and which listings are one person's, depends on all that is listed.
  /// - Complexity: Decodes all designations of both indexes, and compiles those that changed.
  public init(
    from old: ListIndex, to new: ListIndex, options: ScreeningOptions = ScreeningOptions()
  ) throws(ListIndexError) {
    var options = options
    options.limit = 0
    options.groupsListings = false
    difference = try ListDifference(from: old, to: new)
    after = Screener(index: try ListIndex(difference.after, of: new), options: options)
    // What was listed is read only for its score, unless the alert is withdrawn.
    before = Screener(index: try ListIndex(difference.before, of: old), options: options)
  }

  /// The same for one task; see `Screener.withOwnMemory`.
  package func withOwnMemory(tasks: Int) -> Rescreener {
    var own = self
    own.before = before.withOwnMemory(tasks: tasks)
    own.after = after.withOwnMemory(tasks: tasks)
    return own
  }

  /// The customer's alerts that are new, changed or withdrawn: the best score first, then by list and entity id.
  public func rescreen(_ customer: Customer) throws(ScreeningError) -> [Alert] {
    try Alert.differences(from: before.screen(customer), to: after.screen(customer))
  }
}
