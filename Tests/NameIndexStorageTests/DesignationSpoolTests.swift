import Designations
import Testing

@testable import NameIndex

@Suite struct DesignationSpoolTests {
  @Test func `designations come back whole, in the order of their ids`() throws {
    let spool = DesignationSpool()
    var designations: [Designation] = []
    for number in [7, 36, 306, 5, 40] {
      var designation = fullDesignation()
      designation.id.local = "\(number)"
      designation.type = number == 5 ? .vessel : .person
      designations.append(designation)
      try spool.add(designation)
    }
    var second = fullDesignation()
    second.id.local = "5"
    try spool.add(second)
    designations.append(second)
    var found: [Designation] = []
    try spool.forEachInOrder(list: "ofac-sdn") { found.append($0) }
    #expect(spool.count == 6)
    #expect(found.map(\.id.local) == ["306", "36", "40", "5", "5", "7"])
    #expect(found == [2, 1, 4, 3, 5, 0].map { designations[$0] })
  }
}
