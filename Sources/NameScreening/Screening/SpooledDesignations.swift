import NameIndex
import Watchlists

/// The designations of large lists between their reading and their indexing.
final class SpooledDesignations: DesignationIntake {
  private struct List {
    var spool = DesignationSpool()
    var completion: ((inout Designation) throws(WatchlistError) -> Void)?
  }
  private var lists: [List] = []

  func beginList() -> Int {
    lists.append(List())
    return lists.count - 1
  }

  func add(_ designation: Designation, to list: Int) throws(WatchlistError) {
    do {
      try lists[list].spool.add(designation)
    } catch {
      throw .noRoom(reason: "\(error)")
    }
  }

  func complete(
    list: Int, by completion: @escaping (inout Designation) throws(WatchlistError) -> Void
  ) {
    lists[list].completion = completion
  }

  /// A list for an index: every designation once, complete, in the order of ids.
  func content(of number: Int, _ description: ListDescription) -> ListContent {
    let list = lists[number]
    return ListContent(description) { (body) throws(IndexError) in
      var pending: Designation?
      func handOn() throws(IndexError) {
        guard var designation = pending else { return }
        do throws(WatchlistError) {
          try list.completion?(&designation)
        } catch {
          throw .system(file: description.name, operation: "joining", reason: error.description)
        }
        try body(designation)
      }
      try list.spool.forEachInOrder(list: description.name) { (designation) throws(IndexError) in
        if pending?.id == designation.id {
          pending?.merge(designation)
        } else {
          try handOn()
          pending = designation
        }
      }
      try handOn()
    }
  }
}
