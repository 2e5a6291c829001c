import Designations
import NameScreening

extension ListIndex {
  /// An index of designations, with lists of no more than their names.
  init(describing designations: [Designation]) throws {
    let lists = Set(designations.map(\.list)).sorted().map {
      ListDescription(name: $0, publisher: "test", format: "test")
    }
    try self.init(designations, on: lists)
  }

  var sampleDesignations: [Designation] {
    get throws { try stride(from: 0, to: designationCount, by: 29).map { try designation(at: $0) } }
  }
}

extension Hit {
  /// A hit of a customer with a designation, by its first name.
  static func of(_ customer: Customer, _ designation: Designation) -> Hit {
    Hit(
      queryID: customer.id, queryName: customer.name, designation: designation, listDate: nil,
      matchedName: designation.names[0], nameScore: 0.9, score: 0.9, evidence: [], explanation: [])
  }
}
