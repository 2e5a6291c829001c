import NameIndex

/// What changed between two indexes: designations that were added, removed or changed, by their ids.
public struct ListDifference: Sendable {
  /// One designation that differs.
  public enum Change: Sendable {
    case added(Designation)
    case removed(Designation)
    /// The fields are named as in our own list format, e.g. `names`, `birth_dates`.
    case changed(old: Designation, new: Designation, fields: [String])
  }

  /// In the order of list and entity id.
  public var changes: [Change]
  /// Every designation of an id that changed, as the old index has it, in the same order.
  package let before: [Designation]
  /// The same as the new index has it.
  package let after: [Designation]

  /// - Complexity: O(n log n) in the designations of both, all of which are decoded.
  public init(from old: ListIndex, to new: ListIndex) throws(ListIndexError) {
    do {
      let (earlier, later) = (try Self.designations(of: old), try Self.designations(of: new))
      var changes: [Change] = []
      var (before, after): ([Designation], [Designation]) = ([], [])
      for key in Set(earlier.keys).union(later.keys).sorted() {
        let (was, isNow) = (earlier[key] ?? [], later[key] ?? [])
        let found = Self.changes(from: was, to: isNow)
        guard !found.isEmpty else { continue }
        changes += found
        before += was
        after += isNow
      }
      (self.changes, self.before, self.after) = (changes, before, after)
    } catch {
      throw ListIndexError(error)
    }
  }

  private static func designations(of index: ListIndex) throws -> [Key: [Designation]] {
    var found: [Key: [Designation]] = [:]
    for ordinal in 0..<index.designationCount {
      let designation = try index.names.designation(at: ordinal)
      found[Key(designation), default: []].append(designation)
    }
    return found
  }

  /// A list may give one id twice; such designations are compared in their order.
  private static func changes(from old: [Designation], to new: [Designation]) -> [Change] {
    (0..<max(old.count, new.count)).compactMap { place in
      guard place < old.count else { return .added(new[place]) }
      guard place < new.count else { return .removed(old[place]) }
      let fields = new[place].fields(differingFrom: old[place])
      return fields.isEmpty ? nil : .changed(old: old[place], new: new[place], fields: fields)
    }
  }

  /// What makes two designations of two indexes the same entry.
  package struct Key: Hashable, Comparable, Sendable {
    package var list: String
    package var id: EntityID

    package init(_ designation: Designation) {
      list = designation.list
      id = designation.id
    }

    package static func < (a: Key, b: Key) -> Bool { a.list == b.list ? a.id < b.id : a.list < b.list }
  }
}

extension Designation {
  /// The fields in which two states of a designation differ, named as in our own list format.
  package func fields(differingFrom other: Designation) -> [String] {
    var fields: [String] = []
    func check<Value: Equatable>(_ field: String, _ path: KeyPath<Designation, Value>) {
      if self[keyPath: path] != other[keyPath: path] { fields.append(field) }
    }
    check("type", \.type)
    check("names", \.names)
    check("programmes", \.programmes)
    check("legal_basis", \.legalBases)
    check("listed_on", \.listedOn)
    check("last_changed", \.lastChanged)
    check("birth_dates", \.birthDates)
    check("birth_places", \.birthPlaces)
    check("countries", \.countries)
    check("addresses", \.addresses)
    check("gender", \.gender)
    check("identifiers", \.identifiers)
    check("titles", \.titles)
    check("remarks", \.remarks)
    check("linked_to", \.linkedTo)
    check("topics", \.topics)
    return fields
  }
}
