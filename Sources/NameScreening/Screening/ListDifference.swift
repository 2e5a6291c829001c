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

  /// - Complexity: O(n log n) in the designations of both, all of which are decoded.
  public init(from old: ListIndex, to new: ListIndex) throws(ListIndexError) {
    do {
      var before: [Key: Designation] = [:]
      for ordinal in 0..<old.designationCount {
        let designation = try old.names.designation(at: ordinal)
        before[Key(designation)] = designation
      }
      var found: [(Key, Change)] = []
      for ordinal in 0..<new.designationCount {
        let designation = try new.names.designation(at: ordinal)
        let key = Key(designation)
        if let earlier = before.removeValue(forKey: key) {
          let fields = designation.fields(differingFrom: earlier)
          if !fields.isEmpty { found.append((key, .changed(old: earlier, new: designation, fields: fields))) }
        } else {
          found.append((key, .added(designation)))
        }
      }
      found += before.map { ($0.key, .removed($0.value)) }
      changes = found.sorted { $0.0 < $1.0 }.map(\.1)
    } catch {
      throw ListIndexError(error)
    }
  }

  private struct Key: Hashable, Comparable {
    var list: String
    var id: EntityID

    init(_ designation: Designation) {
      list = designation.list
      id = designation.id
    }

    static func < (a: Key, b: Key) -> Bool { a.list == b.list ? a.id < b.id : a.list < b.list }
  }
}

extension Designation {
  fileprivate func fields(differingFrom other: Designation) -> [String] {
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
