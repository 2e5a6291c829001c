import NameScreening

/// What a change of lists makes of one hit.
public struct Alert: Sendable {
  /// How an alert stands to those of the earlier lists. The raw values are the `change` of the output.
  public enum Change: String, Sendable, CaseIterable {
    /// No hit before.
    case new
    /// A hit before and now, of a designation that says something else.
    case changed
    /// A hit no more.
    case withdrawn
  }

  public var change: Change
  /// As the later lists have it; of a withdrawn alert as the earlier ones had it.
  public var hit: Hit
  /// The score before, where there was a hit.
  public var previousScore: Double?
  /// The fields of the designation that changed, named as in our own list format; empty for a designation that is on
  /// one side only.
  public var changedFields: [String]
}

extension Alert {
  /// What two screenings of one customer, against the earlier and the later lists, differ in: the best score first, then
  /// by list and entity id.
  ///
  /// Of a hit that stays, only the designation decides whether it changed: that its list came out anew is no change.
  static func differences(from old: [Hit], to new: [Hit]) -> [Alert] {
    typealias Key = ListDifference.Key
    let before = Dictionary(grouping: old) { Key($0.designation) }
    let after = Dictionary(grouping: new) { Key($0.designation) }
    var alerts: [Alert] = []
    for key in Set(before.keys).union(after.keys) {
      let (was, isNow) = (before[key] ?? [], after[key] ?? [])
      for place in 0..<max(was.count, isNow.count) {
        guard place < was.count else {
          alerts.append(Alert(change: .new, hit: isNow[place], changedFields: []))
          continue
        }
        let previous = was[place]
        guard place < isNow.count else {
          alerts.append(
            Alert(change: .withdrawn, hit: previous, previousScore: previous.score, changedFields: []))
          continue
        }
        let fields = isNow[place].designation.fields(differingFrom: previous.designation)
        if fields.isEmpty { continue }
        alerts.append(
          Alert(
            change: .changed, hit: isNow[place], previousScore: previous.score, changedFields: fields))
      }
    }
    return alerts.sorted { a, b in
      if a.hit.score != b.hit.score { return a.hit.score > b.hit.score }
      let (first, second) = (Key(a.hit.designation), Key(b.hit.designation))
      return first == second ? a.change.rawValue < b.change.rawValue : first < second
    }
  }
}
