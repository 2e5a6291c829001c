import Designations
import NameSimilarity
import NameText

extension ListingGroups {
  /// Finds the designations of different lists that are the same.
  ///
  /// Two are when they are of one type and
  ///
  /// - have an identifier in common that names one thing in the world: a passport or other document of the same kind and
  ///   country, a tax or registration number, a BIC, an IMO number, an LEI, a wallet, or the number that one publisher's list
  ///   gives of the other's; unless a list gives that number to several of its entries; or
  /// - are persons born on the same day, with a name in common under any romanization. The first of January, which stands for
  ///   an unknown day too often, proves nothing, and neither do weak aliases or single words.
  ///
  /// A name alone never joins anybody. A group holds at most one designation of a list: the publisher knows two apart.
  ///
  /// - Complexity: O(n) in designations and identifiers, and one comparison of names for every two persons of different
  ///   lists who share a birthday.
  struct Builder {
    private struct Person {
      var designation: Int
      var names: [String]
      var gender: Gender?
    }
    private struct Birthday: Hashable, Comparable {
      var year: Int
      var month: Int
      var day: Int

      static func < (a: Self, b: Self) -> Bool { (a.year, a.month, a.day) < (b.year, b.month, b.day) }
    }

    private var lists: [Int] = []
    private var types: [EntityType] = []
    private var listNumbers: [String: Int] = [:]
    private var holders: [IdentityKey: [Int]] = [:]
    private var birthdays: [Birthday: [Person]] = [:]

    /// Least score of names that are the same.
    static let sameName = 0.9

    /// Adds a designation; they are numbered as they come.
    mutating func add(_ designation: Designation) {
      let number = lists.count
      let list = listNumbers[designation.list] ?? listNumbers.count
      listNumbers[designation.list] = list
      lists.append(list)
      types.append(designation.type)
      for key in Set(designation.identifiers.flatMap { IdentityKey.keys(of: $0) }) {
        holders[key, default: []].append(number)
      }
      guard designation.type == .person else { return }
      let names = designation.names.filter { $0.quality != .weak }.map(\.text)
      for case .exact(let date) in designation.birthDates {
        guard let month = date.month, let day = date.day, (month, day) != (1, 1) else { continue }
        birthdays[Birthday(year: date.year, month: month, day: day), default: []].append(
          Person(designation: number, names: names, gender: designation.gender))
      }
    }

    /// Adds the sections.
    func add(to writer: inout IndexFileWriter) {
      var groups = DisjointGroups(lists: lists)
      if listNumbers.count > 1 {
        joinByIdentifier(&groups)
        joinByBirthday(&groups)
      }
      let members = groups.members
      var numbers = [UInt32](repeating: 0, count: lists.count)
      var ends: [UInt32] = []
      var all: [UInt32] = []
      for (group, members) in members.enumerated() {
        for member in members {
          numbers[member] = UInt32(group + 1)
          all.append(UInt32(member))
        }
        ends.append(UInt32(all.count))
      }
      writer.add(section: "groups.numbers", elements: numbers)
      writer.add(section: "groups.ends", elements: ends)
      writer.add(section: "groups.members", elements: all)
    }

    private func joinByIdentifier(_ groups: inout DisjointGroups) {
      // In an order of their own, because a group that is full refuses whoever comes later.
      for (_, holders) in holders.filter({ $0.value.count > 1 }).sorted(by: { $0.key < $1.key }) {
        let lists = holders.map { self.lists[$0] }
        guard Set(lists).count == lists.count else { continue }
        for other in holders.dropFirst() where areCompatible(holders[0], other) {
          groups.join(holders[0], other)
        }
      }
    }

    private func joinByBirthday(_ groups: inout DisjointGroups) {
      let memo = AnalysisMemo()
      var analyzed: [String: AnalyzedName] = [:]
      func analysis(_ text: String) -> AnalyzedName? {
        if let known = analyzed[text] { return known }
        let name = try? NameAnalyzer.standard.analyze(text, memo: memo)
        analyzed[text] = name
        return name
      }
      for (_, persons) in birthdays.filter({ $0.value.count > 1 }).sorted(by: { $0.key < $1.key }) {
        analyzed.removeAll(keepingCapacity: true)
        for (position, person) in persons.enumerated() {
          for other in persons[(position + 1)...]
          where groups.canJoin(person.designation, other.designation) {
            if let gender = person.gender, let otherGender = other.gender, gender != otherGender { continue }
            let names = person.names.compactMap(analysis)
            let isSame = other.names.contains { text in
              guard let name = analysis(text) else { return false }
              return names.contains { Self.isSame($0, name) }
            }
            if isSame { groups.join(person.designation, other.designation) }
          }
        }
      }
    }

    private static func isSame(_ a: AnalyzedName, _ b: AnalyzedName) -> Bool {
      guard a.readings.contains(where: { $0.tokens.count > 1 }),
        b.readings.contains(where: { $0.tokens.count > 1 })
      else { return false }
      return NameScorer.standard.score(query: a, listed: b, type: .person) >= sameName
    }

    private func areCompatible(_ a: Int, _ b: Int) -> Bool {
      types[a] == types[b] || types[a] == .unknown || types[b] == .unknown
    }
  }
}

/// An identifier that names one thing in the world, in the form under which equal ones are found.
private struct IdentityKey: Hashable, Comparable {
  private var text: String

  /// The keys of an identifier; none of one that is too short, or of a kind that several may share.
  static func keys(of identifier: Identifier) -> [IdentityKey] {
    let scope: String
    switch identifier.kind {
    case .passport, .nationalID:
      guard let country = identifier.country else { return [] }
      scope = "\(identifier.kind.rawValue) \(country)"
    case .taxID, .registration: scope = identifier.country ?? (isRussian(identifier) ? "RU" : "")
    case .bic, .imo, .lei, .wallet: scope = ""
    case .other:
      guard let detail = identifier.detail, references.contains(detail) else { return [] }
      scope = detail
    case .mmsi, .callSign: return []
    }
    guard identifier.notes.isEmpty else { return [] }
    return IdentifierKey.keys(for: identifier).filter { $0.keyClass != .caselessWallet }.map {
      IdentityKey(text: "\($0.keyClass.rawValue) \(scope) \(String(decoding: $0.bytes, as: UTF8.self))")
    }
  }

  private static func isRussian(_ identifier: Identifier) -> Bool {
    let words = (identifier.detail ?? "").uppercased().split { !$0.isLetter }
    return words.contains("INN") || words.contains("OGRN")
  }

  /// Numbers that lists give of each other's entries.
  private static let references: Set<String> = ["UN reference number", "UK Sanctions List reference"]

  static func < (a: Self, b: Self) -> Bool { a.text < b.text }
}

/// Groups of numbers that come together, of which no group holds two from one list.
private struct DisjointGroups {
  private var parents: [Int]
  private var listsOfRoot: [Set<Int>]

  init(lists: [Int]) {
    parents = Array(lists.indices)
    listsOfRoot = lists.map { [$0] }
  }

  private func root(_ number: Int) -> Int {
    var number = number
    while parents[number] != number { number = parents[number] }
    return number
  }

  func canJoin(_ a: Int, _ b: Int) -> Bool {
    let (x, y) = (root(a), root(b))
    return x != y && listsOfRoot[x].isDisjoint(with: listsOfRoot[y])
  }

  /// Joins the groups of two numbers unless a list would stand there twice.
  mutating func join(_ a: Int, _ b: Int) {
    guard canJoin(a, b) else { return }
    let (x, y) = (min(root(a), root(b)), max(root(a), root(b)))
    parents[y] = x
    listsOfRoot[x].formUnion(listsOfRoot[y])
    listsOfRoot[y] = []
  }

  /// The groups of two and more, by their first members.
  var members: [[Int]] {
    var byRoot: [Int: [Int]] = [:]
    for number in parents.indices {
      let root = root(number)
      if root != number || listsOfRoot[root].count > 1 { byRoot[root, default: []].append(number) }
    }
    return byRoot.sorted { $0.key < $1.key }.map(\.value)
  }
}
