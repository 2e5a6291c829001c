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
    /// A designation that has an identifier which names one thing in the world.
    private struct Holder {
      /// The number of the key, and of the scope within which it names one.
      var key: UInt32
      var scope: UInt32
      var keyClass: UInt8
      var designation: UInt32
    }
    /// A person born on a day; the names, as numbers of texts in the index, stand in `names`.
    private struct Person {
      /// Year, month and day, so that it sorts.
      var birthday: Int32
      var designation: UInt32
      var gender: Gender?
      var names: Range<Int>
    }

    /// Whether designations are compared at all.
    private let areGrouped: Bool
    /// The list of each designation, by its number in `listNumbers`.
    private var lists: [UInt16] = []
    private var types: [EntityType] = []
    private var listNumbers: [String: UInt16] = [:]
    private var scopes: [String] = []
    private var scopeNumbers: [String: UInt32] = [:]
    private var holders: [Holder] = []
    private var persons: [Person] = []
    private var names: [UInt32] = []

    /// Least score of names that are the same.
    static let sameName = 0.9

    init(areGrouped: Bool) { self.areGrouped = areGrouped }

    /// Adds a designation; they are numbered as they come.
    ///
    /// - Parameters:
    ///   - keys: The keys of its identifiers.
    ///   - strings: The pool of the index, which holds its names already.
    mutating func add(
      _ designation: Designation, keys: [IdentifierTable.Builder.Key], strings: inout StringPool.Builder
    ) throws(IndexError) {
      let number = UInt32(clamping: lists.count)
      let list = listNumbers[designation.list] ?? UInt16(clamping: listNumbers.count)
      listNumbers[designation.list] = list
      lists.append(list)
      types.append(designation.type)
      guard areGrouped else { return }
      let first = holders.count
      for key in keys where key.keyClass != .caselessWallet {
        guard let scope = Self.scope(of: designation.identifiers[key.place]) else { continue }
        let holder = Holder(
          key: key.number, scope: self.number(ofScope: scope), keyClass: key.keyClass.rawValue,
          designation: number)
        let isKnown = holders[first...].contains { $0.key == holder.key && $0.scope == holder.scope }
        if !isKnown { holders.append(holder) }
      }
      guard designation.type == .person else { return }
      let start = names.count
      for case .exact(let date) in designation.birthDates {
        guard let month = date.month, let day = date.day, (month, day) != (1, 1) else { continue }
        if names.count == start {
          for name in designation.names where name.quality != .weak {
            names.append(try strings.intern(name.text))
          }
        }
        persons.append(
          Person(
            birthday: Int32(clamping: date.year * 10_000 + month * 100 + day), designation: number,
            gender: designation.gender, names: start..<names.count))
      }
    }

    private mutating func number(ofScope scope: String) -> UInt32 {
      if let number = scopeNumbers[scope] { return number }
      let number = UInt32(clamping: scopes.count)
      scopes.append(scope)
      scopeNumbers[scope] = number
      return number
    }

    /// Adds the sections.
    func add(to writer: inout IndexFileWriter, strings: StringPool.Builder, keys: IdentifierTable.Builder) {
      var numbers = [UInt32](repeating: 0, count: lists.count)
      var ends: [UInt32] = []
      var all: [UInt32] = []
      for (group, members) in members(strings: strings, keys: keys).enumerated() {
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

    /// The members of each group, by the first of them.
    private func members(strings: StringPool.Builder, keys: IdentifierTable.Builder) -> [[Int]] {
      guard listNumbers.count > 1 else { return [] }
      var groups = DisjointGroups(lists: lists)
      joinByIdentifier(&groups, keys)
      joinByBirthday(&groups, strings)
      return groups.members
    }

    private func joinByIdentifier(_ groups: inout DisjointGroups, _ keys: IdentifierTable.Builder) {
      let sorted = holders.sorted { ($0.key, $0.scope, $0.designation) < ($1.key, $1.scope, $1.designation) }
      var shared: [(text: String, holders: [Int])] = []
      var start = 0
      while start < sorted.count {
        let first = sorted[start]
        var end = start + 1
        while end < sorted.count, sorted[end].key == first.key, sorted[end].scope == first.scope { end += 1 }
        if end - start > 1 {
          let bytes = String(decoding: keys.bytes(ofKey: first.key), as: UTF8.self)
          shared.append(
            (
              "\(first.keyClass) \(scopes[Int(first.scope)]) \(bytes)",
              sorted[start..<end].map { Int($0.designation) }
            ))
        }
        start = end
      }
      // In an order of their own, because a group that is full refuses whoever comes later.
      for (_, holders) in shared.sorted(by: { $0.text < $1.text }) {
        let lists = holders.map { self.lists[$0] }
        guard Set(lists).count == lists.count else { continue }
        for other in holders.dropFirst() where areCompatible(holders[0], other) {
          groups.join(holders[0], other)
        }
      }
    }

    private func joinByBirthday(_ groups: inout DisjointGroups, _ strings: StringPool.Builder) {
      let memo = AnalysisMemo()
      var analyzed: [UInt32: AnalyzedName] = [:]
      func analysis(_ name: UInt32) -> AnalyzedName? {
        if let known = analyzed[name] { return known }
        let text = String(decoding: strings.strings[Int(name)], as: UTF8.self)
        let analysis = try? NameAnalyzer.standard.analyze(text, memo: memo)
        analyzed[name] = analysis
        return analysis
      }
      let order = persons.indices.sorted { (persons[$0].birthday, $0) < (persons[$1].birthday, $1) }
      var start = 0
      while start < order.count {
        var end = start + 1
        while end < order.count, persons[order[end]].birthday == persons[order[start]].birthday { end += 1 }
        analyzed.removeAll(keepingCapacity: true)
        for position in start..<end {
          let person = persons[order[position]]
          for other in order[(position + 1)..<end].lazy.map({ persons[$0] })
          where groups.canJoin(Int(person.designation), Int(other.designation)) {
            if let gender = person.gender, let otherGender = other.gender, gender != otherGender { continue }
            let names = self.names[person.names].compactMap(analysis)
            let isSame = self.names[other.names].contains { text in
              guard let name = analysis(text) else { return false }
              return names.contains { Self.isSame($0, name) }
            }
            if isSame { groups.join(Int(person.designation), Int(other.designation)) }
          }
        }
        start = end
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

extension ListingGroups.Builder {
  /// Within which equal identifiers of one kind name one thing in the world; nil of one that is too short, or of a kind that
  /// several may share.
  private static func scope(of identifier: Identifier) -> String? {
    let scope: String
    switch identifier.kind {
    case .passport, .nationalID:
      guard let country = identifier.country else { return nil }
      scope = "\(identifier.kind.rawValue) \(country)"
    case .taxID, .registration: scope = identifier.country ?? (isRussian(identifier) ? "RU" : "")
    case .bic, .imo, .lei, .wallet: scope = ""
    case .other:
      guard let detail = identifier.detail, references.contains(detail) else { return nil }
      scope = detail
    case .mmsi, .callSign: return nil
    }
    return identifier.notes.isEmpty ? scope : nil
  }

  private static func isRussian(_ identifier: Identifier) -> Bool {
    let words = (identifier.detail ?? "").uppercased().split { !$0.isLetter }
    return words.contains("INN") || words.contains("OGRN")
  }

  /// Numbers that lists give of each other's entries.
  private static let references: Set<String> = ["UN reference number", "UK Sanctions List reference"]
}

/// Groups of numbers that come together, of which no group holds two from one list.
private struct DisjointGroups {
  private let lists: [UInt16]
  private var parents: [Int]
  /// The members of groups of two and more, ascending, by the number that stands for the group.
  private var joined: [Int: [Int]] = [:]

  init(lists: [UInt16]) {
    self.lists = lists
    parents = Array(lists.indices)
  }

  private func root(_ number: Int) -> Int {
    var number = number
    while parents[number] != number { number = parents[number] }
    return number
  }

  private func members(of root: Int) -> [Int] { joined[root] ?? [root] }

  func canJoin(_ a: Int, _ b: Int) -> Bool {
    let (x, y) = (root(a), root(b))
    guard x != y else { return false }
    let others = members(of: y)
    return members(of: x).allSatisfy { member in !others.contains { lists[$0] == lists[member] } }
  }

  /// Joins the groups of two numbers unless a list would stand there twice.
  mutating func join(_ a: Int, _ b: Int) {
    guard canJoin(a, b) else { return }
    let (x, y) = (min(root(a), root(b)), max(root(a), root(b)))
    parents[y] = x
    joined[x] = (members(of: x) + members(of: y)).sorted()
    joined[y] = nil
  }

  /// The groups of two and more, by their first members.
  var members: [[Int]] { joined.sorted { $0.key < $1.key }.map(\.value) }
}
