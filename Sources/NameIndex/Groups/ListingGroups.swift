/// Which designations of different lists are the same person, organisation, vessel or aircraft, in an index file.
///
///     let groups = try ListingGroups(in: file, count: records.count)
///     for other in groups.others(than: ordinal) { ... }
///
/// Sections:
///
///     groups.numbers    u32  a number a designation: 0 for one that stands alone, else that of its group, from 1
///     groups.ends       u32  where the members of each group end
///     groups.members    u32  designations, ascending within a group
///
/// `Builder` says what proves that two designations are the same.
package struct ListingGroups: Sendable {
  private let numbers: MappedArray<UInt32>
  private let ends: MappedArray<UInt32>
  private let members: MappedArray<UInt32>

  /// - Throws: `IndexError` where the sections are missing or do not fit together.
  package init(in file: IndexFile, count: Int) throws(IndexError) {
    numbers = try file.section("groups.numbers")
    ends = try file.section("groups.ends")
    members = try file.section("groups.members")
    guard numbers.count == count, members.count == Int(ends[ends.count - 1] ?? 0) else {
      throw .damaged(
        file: file.name, section: "groups.numbers",
        found: "\(numbers.count) numbers, \(members.count) members",
        expected: "\(count) numbers, members to the last end")
    }
  }

  /// Groups of two designations and more.
  package var count: Int { ends.count }

  /// The number of a designation's group; nil for one that stands alone.
  package func group(of designation: Int) -> Int? {
    guard let number = numbers[designation], number > 0, number <= ends.count else { return nil }
    return Int(number) - 1
  }

  /// The members of a group, ascending.
  package func members(of group: Int) -> [Int] {
    guard let end = ends[group], Int(end) <= members.count else { return [] }
    let start = group == 0 ? 0 : ends[group - 1] ?? 0
    guard start <= end else { return [] }
    return (Int(start)..<Int(end)).compactMap { members[$0] }.map { Int($0) }.filter { $0 < numbers.count }
  }

  /// The designations that are the same as this one.
  package func others(than designation: Int) -> [Int] {
    group(of: designation).map { members(of: $0).filter { $0 != designation } } ?? []
  }
}
