import Designations

/// A list that an index is to hold: its description, and a way to its designations.
package struct ListContent {
  package var description: ListDescription
  /// Calls its argument with every designation in the order of ids, each id once.
  package var forEachInOrder: (_ body: (Designation) throws(IndexError) -> Void) throws(IndexError) -> Void

  package init(
    _ description: ListDescription,
    forEachInOrder: @escaping (_ body: (Designation) throws(IndexError) -> Void) throws(IndexError) -> Void
  ) {
    self.description = description
    self.forEachInOrder = forEachInOrder
  }

  /// A list in memory, in any order.
  package init(_ description: ListDescription, _ designations: [Designation]) {
    self.init(description) { (body) throws(IndexError) in
      for place in designations.indices.sorted(by: { designations[$0].id < designations[$1].id }) {
        try body(designations[place])
      }
    }
  }
}
