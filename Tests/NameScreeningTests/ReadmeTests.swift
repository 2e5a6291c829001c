import NameScreening
import Testing

@Suite("The examples of the README work")
struct ReadmeTests {
  @Test("one customer")
  func oneCustomer() throws {
    let index = try ListIndex.embedded()
    let screener = Screener(index: index, options: ScreeningOptions(cutoff: 0.8))

    let customer = Customer(
      id: "17", name: "Путін Володимир", birthDate: PartialDate("1952-10-07"), countries: ["RU"])
    var lines: [String] = []
    for hit in try screener.screen(customer) {
      lines.append("\(hit.entityID) \(hit.score) \(hit.matchedName.text) \(hit.evidence.map(\.note))")
    }
    #expect(lines.first?.hasPrefix("ofac:35096 ") == true)
  }

  @Test("many customers")
  func manyCustomers() async throws {
    let screener = Screener(index: try .embedded())
    let customers = AsyncStream<Customer> { continuation in
      continuation.yield(Customer(id: "1", name: "Volodymyr Putin"))
      continuation.yield(Customer(id: "2", name: "Nobody Whatsoever"))
      continuation.finish()
    }
    var counts: [String: Int] = [:]
    for try await screened in screener.screen(customers) {
      counts[screened.customer.id] = try screened.hits.get().count
    }
    #expect((counts["1"] ?? 0) > 0)
    #expect(counts["2"] == 0)
  }
}
