import Designations
import Foundation
import NameScreening
import TestSupport
import Testing

@testable import Rescreening

@Suite("What was cleared stays away until its evidence changes")
struct DecisionTests {
  private let folder: TestFolder
  private let store: DecisionStore
  private let customer = Customer(
    id: "17", name: "Sergei Ivanov", birthDate: PartialDate(year: 1953), countries: ["RU"])
  private let designation: Designation

  init() throws {
    folder = try TestFolder()
    store = try DecisionStore(path: folder.path + "/decisions.sqlite")
    var designation = Designation(
      id: EntityID(publisher: "test", local: "1"), list: "test", type: .person,
      names: [DesignatedName("IVANOV, Sergei Borisovich", quality: .primary)])
    designation.birthDates = [
      .exact(PartialDate(year: 1953, month: 1, day: 31)), .circa(PartialDate(year: 1950)),
    ]
    designation.identifiers = [Identifier(kind: .passport, value: "4510 123456", country: "RU")]
    designation.gender = .male
    designation.remarks = "Somebody's brother."
    self.designation = designation
  }

  private func hits(_ customer: Customer, _ designations: [Designation]) throws -> [Hit] {
    let index = try ListIndex(describing: designations)
    return try Screener(index: index).screen(customer)
  }

  /// Clears the alert of customer and designation as they are.
  private func clear(expires: String? = nil, _ outcome: Decision.Outcome = .cleared) throws {
    let memory = try DecisionMemory(store)
    let hit = try #require(hits(customer, [designation]).first)
    let id = try memory.alertID(of: hit, customer)
    try memory.flush()
    try store.decide(id, outcome, by: "A. Nalyst", reason: "somebody else", expires: expires)
  }

  private func standing(
    _ customer: Customer, _ designation: Designation, today: String = "2026-01-01"
  ) throws -> DecisionMemory.Standing {
    let memory = try DecisionMemory(store, today: today)
    return memory.standing(of: try #require(hits(customer, [designation]).first), customer)
  }

  private func changes(_ customer: Customer, _ designation: Designation) throws -> [String]? {
    switch try standing(customer, designation) {
    case .reopened(_, let changes): changes
    case .suppressed: []
    case .open, .confirmed: nil
    }
  }

  @Test("the same evidence suppresses, whatever else is listed")
  func suppression() throws {
    #expect(try standing(customer, designation) == .open)
    try clear()
    #expect(try changes(customer, designation) == [])
    var later = designation
    later.lastChanged = PartialDate(year: 2026)
    #expect(try changes(customer, later) == [])
  }

  @Test("any other evidence reopens, and is named")
  func reopening() throws {
    try clear()
    for (field, change) in GeneratedLists.changes where field != "last_changed" {
      var random = SeededRandom(seed: 3)
      var changed = designation
      change(&changed, &random)
      guard changed != designation, let now = try hits(customer, [changed]).first else { continue }
      let standing = try DecisionMemory(store).standing(of: now, customer)
      guard case .reopened(_, let changes) = standing else {
        Issue.record("\(field): \(standing)")
        continue
      }
      #expect(changes.contains(field))
    }
    var alias = designation
    alias.names.append(DesignatedName("Sergei Ivanov", quality: .weak))
    let reopened = try #require(try changes(customer, alias))
    #expect(reopened.first == "names" && reopened.count == 2 && reopened[1].hasPrefix("score 0."))
    var other = customer
    other.birthDate = PartialDate(year: 1953, month: 1)
    #expect(try changes(other, designation) == ["customer date_of_birth"])
    other = customer
    other.countries = []
    #expect(try changes(other, designation)?.first == "customer country")
    var elsewhere = designation
    elsewhere.list = "another"
    #expect(try standing(customer, elsewhere) == .open)
    other = customer
    other.id = "18"
    #expect(try standing(other, designation) == .open)
  }

  @Test("the same person on another list reopens")
  func otherLists() throws {
    func hit(_ lists: [String]) throws -> Hit {
      let listings = lists.map { list in
        var listing = designation
        (listing.list, listing.id.publisher) = (list, list)
        return listing
      }
      return try #require(hits(customer, [designation] + listings).first)
    }
    let memory = try DecisionMemory(store)
    let id = try memory.alertID(of: hit(["b", "c"]), customer)
    try memory.flush()
    try store.decide(id, .cleared, by: "A", reason: "B")
    let decided = try DecisionMemory(store)
    guard case .suppressed = try decided.standing(of: hit(["c", "b"]), customer) else {
      Issue.record("the same lists")
      return
    }
    guard
      case .reopened(_, ["listed on d", "no longer listed on c"]) = try decided.standing(
        of: hit(["b", "d"]), customer)
    else {
      Issue.record("\(try decided.standing(of: hit(["b", "d"]), customer))")
      return
    }
  }

  @Test("an expired decision reopens, a confirmed one never suppresses, the last one counts")
  func outcomes() throws {
    try clear(expires: "2026-06-30")
    guard case .suppressed = try standing(customer, designation, today: "2026-06-30") else {
      Issue.record("it holds on its last day")
      return
    }
    guard case .reopened(_, ["expired 2026-06-30"]) = try standing(customer, designation, today: "2026-07-01")
    else {
      Issue.record("it does not hold a day later")
      return
    }
    try clear(.confirmed)
    guard case .confirmed = try standing(customer, designation) else {
      Issue.record("the last decision counts")
      return
    }
    let memory = try DecisionMemory(store, upTo: 1, today: "2026-01-01")
    #expect(memory.lastNumber == 1)
    #expect(try memory.contentHash != DecisionMemory(store).contentHash)
  }

  @Test("suppressed alerts are counted, and listed where that is asked")
  func filter() throws {
    try clear()
    let hits = try hits(customer, [designation])
    for shows in [false, true] {
      let filter = DecisionFilter(try DecisionMemory(store), showsSuppressed: shows)
      let found = try filter.apply(hits, of: customer)
      #expect(found.kinds == ["suppressed": 1])
      #expect(found.hits.count == (shows ? 1 : 0))
      #expect(found.notes.first?.trailing.dropFirst().first == (shows ? .text("suppressed") : nil))
    }
  }

  @Test("an alert is named by its evidence, and only known alerts can be decided on")
  func names() throws {
    let hit = try #require(hits(customer, [designation]).first)
    let memory = try DecisionMemory(store)
    let id = try memory.alertID(of: hit, customer)
    #expect(try memory.alertID(of: hit, customer) == id && id.count == 16)
    #expect(throws: DecisionError.noAlert(id: id, file: store.path)) {
      try store.decide(id, .cleared, by: "A", reason: "B")
    }
    try memory.flush()
    #expect(try store.decide(String(id.prefix(6)), .cleared, by: "A", reason: "B").alert == id)
    for wrong in ["", "%", "zz", "\(id)0"] {
      #expect(throws: DecisionError.self) { try store.decide(wrong, .cleared, by: "A", reason: "B") }
    }
    #expect(try store.decisions().map(\.evidence) == [AlertEvidence(customer: customer, hit: hit)])
  }

  @Test("evidence comes back as it was kept, also what an earlier version wrote")
  func evidence() throws {
    for designation in try ListIndex.embedded().sampleDesignations {
      let hit = Hit.of(customer, designation)
      let evidence = AlertEvidence(customer: customer, hit: hit)
      #expect(try AlertEvidence(encoded: evidence.encoded()) == evidence)
    }
    let short =
      #"{"customer":{"id":"1","name":"A","countries":[],"identifiers":[]},"score":0.9,"#
      + #""designation":{"id":{"publisher":"p","local":"1"},"list":"l","type":"person","names":[{"text":"A","quality":"weak"}]}}"#
    #expect(try AlertEvidence(encoded: short.utf8).designation.addresses == [])
  }

  @Test("writers at the same time lose no decision")
  func concurrentWriters() async throws {
    let memory = try DecisionMemory(store)
    let id = try memory.alertID(of: #require(hits(customer, [designation]).first), customer)
    try memory.flush()
    let path = store.path
    try await withThrowingTaskGroup(of: Void.self) { group in
      for number in 0..<8 {
        group.addTask {
          let store = try DecisionStore(path: path)
          for _ in 0..<5 { try store.decide(id, .cleared, by: "\(number)", reason: "R") }
        }
      }
      try await group.waitForAll()
    }
    #expect(try store.decisions().map(\.number) == Array(1...40))
  }

  @Test("a file that is no database is an error")
  func notADatabase() throws {
    let path = try folder.write(Array("no database at all, but long enough to be looked at".utf8), to: "x")
    #expect(throws: DecisionError.self) { try DecisionStore(path: path) }
    #expect(throws: DecisionError.missing(file: path + "y")) {
      try DecisionStore(path: path + "y", mustExist: true)
    }
  }
}
