import NameIndex

/// A list that holds notably less than in an earlier index: a list must never shrink in silence.
public struct ListShrinkage: Sendable, Equatable {
  public var list: String
  /// How many designations it had, and how many of these are gone.
  public var before: Int
  public var lost: Int

  public init(list: String, before: Int, lost: Int) {
    self.list = list
    self.before = before
    self.lost = lost
  }

  /// The share that a list may lose without mention.
  public static let unremarkable = 0.1
}

extension ListIndex {
  /// The lists that lost more than a tenth of their designations against an earlier index, by name.
  ///
  /// - Complexity: O(n) in the designations of both.
  public func shrinkage(since old: ListIndex) throws(ListIndexError) -> [ListShrinkage] {
    do {
      return try ListShrinkage.between(old.names.records, names.records)
    } catch {
      throw ListIndexError(error)
    }
  }
}

extension ListShrinkage {
  static func between(
    _ old: DesignationRecords, _ new: DesignationRecords
  ) throws(IndexError) -> [ListShrinkage] {
    func list(_ records: DesignationRecords, _ ordinal: Int) -> String {
      records.list(at: ordinal).map { records.lists[$0].description.name } ?? ""
    }
    var now: [String: Set<EntityID>] = [:]
    for ordinal in 0..<new.count { now[list(new, ordinal), default: []].insert(try new.id(at: ordinal)) }
    var counts: [String: (before: Int, lost: Int)] = [:]
    for ordinal in 0..<old.count {
      let id = try old.id(at: ordinal)
      let list = list(old, ordinal)
      counts[list, default: (0, 0)].before += 1
      if now[list]?.contains(id) != true { counts[list, default: (0, 0)].lost += 1 }
    }
    return counts.filter { Double($0.value.lost) > unremarkable * Double($0.value.before) }
      .map { ListShrinkage(list: $0.key, before: $0.value.before, lost: $0.value.lost) }
      .sorted { $0.list < $1.list }
  }
}
