import Testing

@testable import NameScreening

@Suite("Customers are dealt to tasks by the word that came least often")
struct CustomerLanesTests {
  private let given = ["Ivan", "Sergei", "Anna", "Olga", "Pyotr", "Maria"]
  private let patronymics = ["Aleksandrovich", "Konstantinovich", "Vladimirovna"]

  /// Names of which a few words come in many, and each family name in a few.
  private func names(_ count: Int) -> [String] {
    (0..<count).map { number in
      let family = String(number / 3 % 400, radix: 7).map {
        ["ba", "ko", "li", "mu", "ne", "ru", "sa"][$0.hexDigitValue ?? 0]
      }
      return [
        given[number % given.count], patronymics[number % 5 % patronymics.count],
        "Q" + family.joined() + "OV",
      ]
      .joined(separator: " ")
    }
  }

  @Test("Every row is in one lane, with its place and in its order", arguments: [1, 2, 3, 8])
  func dealsEveryRow(count: Int) {
    let rows: [CustomerRow] =
      names(500).enumerated().map { .customer(Customer(id: "\($0)", name: $1), line: $0) }
      + [
        .bad(BadRow(file: "f", line: 1, problem: "p", expected: "e")),
        .customer(Customer(name: ""), line: 2), .customer(Customer(name: " ,-"), line: 3),
      ]
    var lanes = CustomerLanes(count: count)
    let dealt = lanes.dealt(rows)
    #expect(dealt.count == count)
    for lane in dealt { #expect(lane.map(\.place) == lane.map(\.place).sorted()) }
    #expect(dealt.flatMap { $0.map(\.place) }.sorted() == Array(rows.indices))
    for (place, row) in dealt.joined() {
      if case .customer(let customer, _) = row, place < 500 { #expect(customer.id == "\(place)") }
    }
  }

  @Test("A family name comes to one lane, in whatever case, once the words beside it are known to repeat")
  func keepsFamilyNamesTogether() {
    var lanes = CustomerLanes(count: 2)
    for name in names(300) { _ = lanes.lane(of: name) }
    var found: [Substring: Set<Int>] = [:]
    for name in names(2400) {
      let family = name.split(separator: " ")[2]
      found[family, default: []].insert(lanes.lane(of: name))
      found[family, default: []].insert(lanes.lane(of: name.lowercased()))
    }
    #expect(found.values.allSatisfy { $0.count == 1 })
    #expect(Set(found.values.joined()) == [0, 1])
  }

  @Test("Lanes get about as many customers each", arguments: [2, 5])
  func isEven(count: Int) {
    var lanes = CustomerLanes(count: count)
    var counts = [Int](repeating: 0, count: count)
    for name in names(10_000) { counts[lanes.lane(of: name)] += 1 }
    for found in counts { #expect(abs(found - 10_000 / count) < 2_500 / count) }
  }
}
