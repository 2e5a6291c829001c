import Designations
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
    let (before, now) = (ordinals(old), ordinals(new))
    var shrunk: [ListShrinkage] = []
    for (number, list) in old.lists.enumerated() where !before[number].isEmpty {
      let name = list.description.name
      let place = new.lists.firstIndex { $0.description.name == name }
      // What says the same lost nothing.
      if let place, new.lists[place].contentHash == list.contentHash { continue }
      let (mine, others) = (before[number], place.map { now[$0] } ?? [])
      let lost = try missing(mine, of: old, in: others, of: new)
      guard Double(lost) > unremarkable * Double(mine.count) else { continue }
      shrunk.append(ListShrinkage(list: name, before: mine.count, lost: lost))
    }
    return shrunk.sorted { $0.list < $1.list }
  }

  /// The designations of each list.
  private static func ordinals(_ records: DesignationRecords) -> [[UInt32]] {
    var ordinals = [[UInt32]](repeating: [], count: records.lists.count)
    for ordinal in 0..<records.count {
      if let list = records.list(at: ordinal) { ordinals[list].append(UInt32(clamping: ordinal)) }
    }
    return ordinals
  }

  /// How many designations are not among others by their ids.
  private static func missing(
    _ ordinals: [UInt32], of records: DesignationRecords, in others: [UInt32],
    of otherRecords: DesignationRecords
  ) throws(IndexError) -> Int {
    // Both ascend, unless an index holds several lists of one name.
    var missing = 0
    var rest = others[...]
    var other = try rest.popFirst().map { (ordinal) throws(IndexError) in
      try otherRecords.id(at: Int(ordinal))
    }
    var last: EntityID?
    for ordinal in ordinals {
      let id = try records.id(at: Int(ordinal))
      if let last, id < last {
        return try missingInAnyOrder(ordinals, of: records, in: others, of: otherRecords)
      }
      last = id
      while let passed = other, passed < id {
        other = try rest.popFirst().map { (ordinal) throws(IndexError) in
          try otherRecords.id(at: Int(ordinal))
        }
        if let other, other < passed {
          return try missingInAnyOrder(ordinals, of: records, in: others, of: otherRecords)
        }
      }
      if other != id { missing += 1 }
    }
    return missing
  }

  private static func missingInAnyOrder(
    _ ordinals: [UInt32], of records: DesignationRecords, in others: [UInt32],
    of otherRecords: DesignationRecords
  ) throws(IndexError) -> Int {
    var ids: Set<EntityID> = []
    for ordinal in others { ids.insert(try otherRecords.id(at: Int(ordinal))) }
    var missing = 0
    for ordinal in ordinals where !ids.contains(try records.id(at: Int(ordinal))) { missing += 1 }
    return missing
  }
}
