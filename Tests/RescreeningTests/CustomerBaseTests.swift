import Designations
import Foundation
import NameScreening
import TestSupport
import Testing

@testable import Rescreening

@Suite("A base of customers says what re-screening each of them says")
struct CustomerBaseTests {
  private let folder: TestFolder
  private var path: String { folder.path + "/customers.base" }

  init() throws { folder = try TestFolder() }

  /// What alerts say, a line each.
  private static func lines(_ customer: Customer, _ alerts: [Alert]) -> [String] {
    alerts.map { alert in
      var buffer = OutputBuffer()
      alert.hit.appendJSON(to: &buffer, titles: Alert.titles, notes: alert.notes)
      return "\(customer.id) \(String(decoding: buffer.bytes, as: UTF8.self))"
    }
  }

  private func expectEqual(_ customers: [Customer], _ rescreener: Rescreener) throws -> Int {
    var plain: [String] = []
    for customer in customers { plain += try Self.lines(customer, rescreener.rescreen(customer)) }
    var found: [String] = []
    try CustomerBase.open(at: path).rescreen(by: rescreener) { found += Self.lines($0, $1) }
    #expect(found == plain)
    return plain.count
  }

  @Test(
    "on generated changes, of every type, evidence and script",
    arguments: [(1, 0.82), (2, 0.75), (3, 0.9)] as [(UInt64, Double)])
  func equality(seed: UInt64, cutoff: Double) throws {
    let embedded = try ListIndex.embedded()
    var random = SeededRandom(seed: seed)
    let sample = try SampleList.embedded(every: 9).designations
    let lists = GeneratedLists(sample, seed: seed)
    var customers = lists.customers
    // Several of a name, names of other designations, words left out, exchanged and changed.
    for designation in try SampleList.embedded(every: 23).designations {
      guard let name = random.pick(designation.names)?.text else { continue }
      var words = name.split(separator: " ").map(String.init)
      if words.count > 1, random.chance(0.3) { words.removeLast() }
      if random.chance(0.3) { words.reverse() }
      var customer = Customer(id: "x\(customers.count)", name: words.joined(separator: " "))
      if random.chance(0.3) { customer.type = random.pick(EntityType.allCases.filter { $0 != .unknown }) }
      customers.append(customer)
    }
    try CustomerBase.index(Array(customers.prefix(50)), at: path)
    try CustomerBase.add(Array(customers.dropFirst(50)), to: path)
    let rescreener = try Rescreener(
      from: ListIndex(lists.before, of: embedded), to: ListIndex(lists.after, of: embedded),
      options: ScreeningOptions(cutoff: cutoff, explains: false))
    #expect(try expectEqual(customers, rescreener) > 20)
  }

  @Test("on OFAC's list of 23 February and 6 May 2022")
  func realChange() throws {
    guard let before = SharedLists.path("us_ofac/csv_2022-02-23"),
      let after = SharedLists.path("us_ofac/csv_2022-05-06")
    else { return }
    var random = SeededRandom(seed: 5)
    let rescreener = try Rescreener(
      from: .build(from: [before]), to: .build(from: [after]), options: ScreeningOptions(explains: false))
    let changed = rescreener.difference.before + rescreener.difference.after
    var near: [Designation] = []
    for _ in 0..<150 { if let designation = random.pick(changed) { near.append(designation) } }
    let customers = GeneratedLists.customers(near: near, random: &random)
    try CustomerBase.index(customers, at: path)
    #expect(try expectEqual(customers, rescreener) > 30)
  }

  @Test("customers come back as they were, in their order")
  func customers() throws {
    var random = SeededRandom(seed: 1)
    var customers = GeneratedLists.customers(
      near: try SampleList.embedded(every: 17).designations, random: &random)
    customers.append(
      Customer(
        id: "last:one", name: "", birthDate: PartialDate(year: 1970, month: 5), countries: ["??", "RU"],
        type: .vessel, gender: .male, identifiers: [Identifier(kind: .imo, value: "1234567", country: "PA")]))
    try CustomerBase.index(customers, at: path)
    var found: [Customer] = []
    try CustomerBase.open(at: path).forEachCustomer { found.append($0) }
    #expect(found == customers)
    #expect(CustomerBase.isBase(path))
  }

  @Test("adding and removing leaves what making a base anew would hold")
  func updates() throws {
    func customer(_ id: String, _ name: String = "Sergei Ivanov") -> Customer { Customer(id: id, name: name) }
    func ids() throws -> [String] {
      var ids: [String] = []
      try CustomerBase.open(at: path).forEachCustomer { ids.append("\($0.id) \($0.name)") }
      return ids
    }
    try CustomerBase.index([customer("a"), customer("b"), customer("c")], at: path)
    let first = try CustomerBase.open(at: path).contentHash
    #expect(try CustomerBase.add([customer("d"), customer("b", "Ivan Petrov")], to: path) == 1)
    #expect(try ids() == ["a Sergei Ivanov", "c Sergei Ivanov", "d Sergei Ivanov", "b Ivan Petrov"])
    #expect(try CustomerBase.remove(["a", "d", "nobody"], from: path) == 2)
    #expect(try ids() == ["c Sergei Ivanov", "b Ivan Petrov"])
    #expect(try CustomerBase.open(at: path).count == 2)
    #expect(try CustomerBase.open(at: path).contentHash != first)
    #expect(try CustomerBase.remove(["b", "c"], from: path) == 2)
    #expect(try ids() == [])
    #expect(try folder.names.filter { $0.hasSuffix(".segment") } == [])
    try CustomerBase.index([customer("z")], at: path)
    #expect(try ids() == ["z Sergei Ivanov"])
    #expect(try folder.names.filter { $0.hasSuffix(".segment") }.count == 1)
  }

  @Test("what killed processes left beside a base goes with the next change, and nothing else does")
  func leftovers() throws {
    func customer(_ id: String) -> Customer { Customer(id: id, name: "Sergei Ivanov") }
    try CustomerBase.index([customer("a")], at: path)
    let others = [
      "customers.base2", "customers.base.x.partial", "customers.base.hits.partial", "customers.csv",
      "customers.base.old.segment", "customers.base.0123456789abc.csv",
      "customers.base.2.0123456789abc.segment",
    ]
    for file in others { try folder.write([], to: file) }
    let left = [
      "customers.base.0123456789abc.segment", "customers.base.0123456789abc.segment.17.0.tmp",
      "customers.base.4711.partial",
    ]
    for file in left { try folder.write([], to: file) }
    try CustomerBase.add([customer("b")], to: path)
    let names = try folder.names
    #expect(others.allSatisfy(names.contains))
    #expect(!names.contains(where: left.contains))
    #expect(try CustomerBase.open(at: path).count == 2)
  }

  @Test("who opens a base while it is changed finds it as it was or as it is")
  func concurrentReaders() async throws {
    let path = path
    try CustomerBase.index([Customer(id: "a", name: "Sergei Ivanov")], at: path)
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask {
        for number in 0..<20 {
          try CustomerBase.index([Customer(id: "\(number)", name: "Sergei Ivanov")], at: path)
        }
      }
      group.addTask {
        for _ in 0..<200 {
          let count = try CustomerBase.open(at: path).count
          #expect(count == 1)
        }
      }
      try await group.waitForAll()
    }
  }

  @Test("what is no base, or no whole one, is an error")
  func damage() throws {
    #expect(throws: CustomerBaseError.missing(file: path)) { try CustomerBase.open(at: path) }
    #expect(throws: CustomerBaseError.missing(file: path)) { try CustomerBase.add([], to: path) }
    try folder.write(Array("id,name\n1,A\n".utf8), to: "customers.base")
    #expect(throws: CustomerBaseError.notABase(file: path)) { try CustomerBase.open(at: path) }
    #expect(!CustomerBase.isBase(path))
    try FileManager.default.removeItem(atPath: path)
    try CustomerBase.index([Customer(id: "1", name: "Sergei Ivanov")], at: path)
    let segment = try #require(folder.names.first { $0.hasSuffix(".segment") })
    try folder.write(Array(folder.bytes(segment).dropLast(64)), to: segment)
    #expect(throws: CustomerBaseError.self) { try CustomerBase.open(at: path) }
  }
}
