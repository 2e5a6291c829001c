import Foundation
import Testing

/// The sample customers and the labelled pairs.
@Suite struct CustomersAndPairsTests {
  @Test func customersHaveTheColumnsThatScreenReads() throws {
    let customers = try Corpora.records("customers/sample.csv", .csv)
    #expect(customers.count >= 100)
    #expect(Set(customers.compactMap { $0["id"] }).count == customers.count)
    for customer in customers {
      #expect(
        Set(customer.keys) == [
          "id", "name", "dob", "country", "type", "gender", "passport", "tax_id", "wallet", "bic",
        ])
      #expect(customer["name"]?.isEmpty == false)
    }
  }

  @Test func thePageOfCustomersNamesWhoIsMeant() throws {
    let customers = Dictionary(
      uniqueKeysWithValues: try Corpora.records("customers/sample.csv", .csv).map { ($0["id"], $0["name"]) })
    let embedded = try Corpora.embedded()
    let page = try String(contentsOfFile: Corpora.path("customers/README.md"), encoding: .utf8)
    var meant = 0
    for line in page.split(separator: "\n") where line.hasPrefix("| C") {
      let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      #expect(customers[cells[0]] == cells[1], "\(line)")
      guard cells[2].hasPrefix("`") else { continue }
      let designation = try #require(embedded[cells[2].filter { $0 != "`" }], "\(line)")
      #expect(designation.names.first?.text == cells[3])
      meant += 1
    }
    #expect(meant >= 40)
  }

  @Test func pairsAreLabelled() throws {
    let pairs = try Corpora.records("pairs/labelled-pairs.tsv", .tsv)
    #expect(pairs.count >= 1000)
    for pair in pairs {
      #expect(Set(pair.keys) == ["name1", "name2", "type", "match", "quality", "category", "note"])
      #expect(pair["name1"]?.isEmpty == false && pair["name2"]?.isEmpty == false)
      #expect(["person", "organization"].contains(pair["type"]))
      #expect(["true", "false"].contains(pair["match"]))
      #expect(["strong", "medium", "weak"].contains(pair["quality"]))
    }
    let categories = Dictionary(grouping: pairs) { $0["category"] ?? "" }
    #expect(categories.count >= 15)
    #expect(Set(pairs.map { [$0["name1"], $0["name2"]] }).count == pairs.count)
    // About half of them do not match, in every category some.
    #expect(abs(pairs.count { $0["match"] == "false" } * 2 - pairs.count) * 10 < pairs.count)
    for (category, pairs) in categories {
      #expect(Set(pairs.compactMap { $0["match"] }).count == 2 && pairs.count >= 20, "\(category)")
    }
  }
}
