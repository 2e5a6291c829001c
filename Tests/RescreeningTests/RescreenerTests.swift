import Designations
import NameScreening
import Rescreening
import TestSupport
import Testing

@Suite("Re-screening says what two full screenings differ in")
struct RescreenerTests {
  /// An alert as a line: what makes two of them equal.
  private static func line(_ change: String, _ hit: Hit, previous: Double?) -> String {
    var buffer = OutputBuffer()
    hit.appendJSON(to: &buffer)
    return "\(change) \(previous.map { "\($0)" } ?? "-") \(String(decoding: buffer.bytes, as: UTF8.self))"
  }

  /// The plain way: screens in full against each index and compares, hit by hit.
  private static func reference(_ customer: Customer, _ old: Screener, _ new: Screener) throws -> Set<String>
  {
    func byEntity(_ hits: [Hit]) -> [String: Hit] {
      Dictionary(uniqueKeysWithValues: hits.map { ("\($0.designation.list) \($0.entityID)", $0) })
    }
    let (before, after) = (byEntity(try old.screen(customer)), byEntity(try new.screen(customer)))
    var lines: Set<String> = []
    for (entity, hit) in after {
      if let previous = before[entity] {
        if previous.designation != hit.designation {
          lines.insert(line("changed", hit, previous: previous.score))
        }
      } else {
        lines.insert(line("new", hit, previous: nil))
      }
    }
    for (entity, hit) in before where after[entity] == nil {
      lines.insert(line("withdrawn", hit, previous: hit.score))
    }
    return lines
  }

  /// Compares for every customer and says how many alerts of each kind there were.
  private func compare(
    _ customers: [Customer], from old: ListIndex, to new: ListIndex, options: ScreeningOptions
  ) throws -> [Alert.Change: Int] {
    let rescreener = try Rescreener(from: old, to: new, options: options)
    // Alerts are told one a listing.
    var options = options
    options.groupsListings = false
    let (before, after) = (
      Screener(index: old, options: options), Screener(index: new, options: options)
    )
    var counts: [Alert.Change: Int] = [:]
    for customer in customers {
      let alerts = try rescreener.rescreen(customer)
      for alert in alerts { counts[alert.change, default: 0] += 1 }
      let lines = alerts.map { Self.line($0.change.rawValue, $0.hit, previous: $0.previousScore) }
      let expected = try Self.reference(customer, before, after)
      #expect(Set(lines) == expected, "\(customer)")
      #expect(lines.count == expected.count)
      #expect(alerts.map(\.hit.score) == alerts.map(\.hit.score).sorted(by: >))
    }
    return counts
  }

  @Test("on generated changes of every field", arguments: [1, 2] as [UInt64])
  func generatedChanges(seed: UInt64) throws {
    let embedded = try ListIndex.embedded()
    let sample = try SampleList.embedded(every: 12).designations
    let lists = GeneratedLists(sample, seed: seed)
    let old = try ListIndex(lists.before, of: embedded)
    let new = try ListIndex(lists.after, of: embedded)
    let counts = try compare(
      lists.customers, from: old, to: new,
      options: ScreeningOptions(cutoff: seed == 1 ? 0.75 : 0.82, explains: seed == 1))
    for change in Alert.Change.allCases { #expect(counts[change] ?? 0 > 0, "\(change) is tried") }
  }

  @Test("each field by itself is noticed, and named", arguments: GeneratedLists.changes.indices)
  func everyField(number: Int) throws {
    var random = SeededRandom(seed: 7)
    let embedded = try ListIndex.embedded()
    let sample = Array(
      try SampleList.embedded(every: 40).designations.filter { $0.type == .person }.prefix(4))
    let first = try #require(sample.first)
    var changed = first
    GeneratedLists.changes[number].apply(&changed, &random)
    guard changed != first else { return }
    let old = try ListIndex(sample, of: embedded)
    let new = try ListIndex([changed] + sample.dropFirst(), of: embedded)
    let rescreener = try Rescreener(from: old, to: new)
    let alerts = try rescreener.rescreen(Customer(name: first.names[0].text))
    let alert = try #require(alerts.first { $0.hit.entityID == first.id })
    if alert.change == .changed {
      #expect(alert.changedFields == [GeneratedLists.changes[number].field])
    } else {
      #expect(alert.change == .withdrawn)
    }
  }

  @Test("no field of a designation goes untried")
  func everyPropertyIsTried() throws {
    var random = SeededRandom(seed: 3)
    func properties(_ designation: Designation) -> [String: String] {
      Dictionary(
        uniqueKeysWithValues: Mirror(reflecting: designation).children.map { ($0.label ?? "", "\($0.value)") }
      )
    }
    let designations = try SampleList.embedded(every: 5).designations
    var tried: Set<String> = []
    for change in GeneratedLists.changes {
      for designation in designations {
        var changed = designation
        change.apply(&changed, &random)
        let (before, after) = (properties(designation), properties(changed))
        let differing = before.keys.filter { before[$0] != after[$0] }
        #expect(differing.count <= 1)
        tried.formUnion(differing)
      }
    }
    // Another id or list is another designation: removed and added.
    #expect(tried.union(["id", "list"]) == Set(properties(try #require(designations.first)).keys))
  }

  @Test("a designation that takes another id, or another list, is withdrawn and new")
  func movedDesignations() throws {
    let embedded = try ListIndex.embedded()
    let lists = embedded.lists.map(\.list.name)
    var random = SeededRandom(seed: 4)
    let before = try SampleList.embedded(every: 15).designations
    let after = before.enumerated().map { number, designation in
      var moved = designation
      if number % 3 == 0 { moved.id = EntityID(publisher: moved.id.publisher, local: "moved-\(number)") }
      if number % 3 == 1 { moved.list = lists.first { $0 != moved.list } ?? moved.list }
      return moved
    }
    let counts = try compare(
      GeneratedLists.customers(near: before, random: &random), from: ListIndex(before, of: embedded),
      to: ListIndex(after, of: embedded), options: ScreeningOptions(explains: false))
    #expect(counts[.new] ?? 0 > 5 && counts[.withdrawn] ?? 0 > 5)
  }

  @Test("equal lists change nothing, whatever their date")
  func nothing() throws {
    let index = try ListIndex.embedded()
    let rescreener = try Rescreener(from: index, to: index)
    #expect(rescreener.difference.changes.isEmpty)
    #expect(try rescreener.rescreen(Customer(name: "Vladimir Putin")).isEmpty)
  }

  @Test("a customer that cannot be screened is an error here too")
  func unusable() throws {
    let index = try ListIndex.embedded()
    let rescreener = try Rescreener(from: index, to: index)
    #expect(throws: ScreeningError.nothingToScreen) { try rescreener.rescreen(Customer(name: "--")) }
  }

  @Test("on OFAC's list of 23 February and 6 May 2022")
  func realChange() throws {
    guard let before = SharedLists.path("us_ofac/csv_2022-02-23"),
      let after = SharedLists.path("us_ofac/csv_2022-05-06")
    else { return }
    let old = try ListIndex.build(from: [before])
    let new = try ListIndex.build(from: [after])
    let difference = try ListDifference(from: old, to: new)
    #expect(difference.changes.count > 500)
    var random = SeededRandom(seed: 2022)
    let changed = difference.before + difference.after
    var near: [Designation] = []
    for _ in 0..<50 { if let designation = random.pick(changed) { near.append(designation) } }
    for case .removed(let designation) in difference.changes.prefix(400) where near.count < 60 {
      near.append(designation)
    }
    let customers = GeneratedLists.customers(near: near, random: &random)
    let counts = try compare(customers, from: old, to: new, options: ScreeningOptions(explains: false))
    #expect(counts[.new] ?? 0 > 10)
    #expect(counts[.withdrawn] ?? 0 > 0)
  }
}
