import Designations
import Dispatch
import NameIndex
import Synchronization
import Watchlists

/// The designations of large lists between their reading and their indexing.
final class SpooledDesignations: DesignationIntake {
  private struct List {
    var spool = DesignationSpool()
    var completion: ((inout Designation) throws(WatchlistError) -> Void)?
  }
  private var lists: [List] = []
  /// Those of `pendingList` that are not put aside yet.
  private var pending: [Designation] = []
  private var pendingList = 0
  /// Who puts them aside while others are read; nil where nobody else is at work.
  private let writer: Writer?

  /// How many designations are put aside at once.
  private static let batch = 128

  init(threads: Int) { writer = threads > 1 ? Writer() : nil }

  func beginList() -> Int {
    lists.append(List())
    return lists.count - 1
  }

  func add(_ designation: consuming Designation, to list: Int) throws(WatchlistError) {
    if list != pendingList || pending.count >= Self.batch { try handOn() }
    pendingList = list
    pending.append(designation)
  }

  /// Ends the taking of designations.
  ///
  /// - Throws: `WatchlistError` where there was no room for all of them.
  func finish() throws(WatchlistError) {
    try handOn()
    if let failure = writer?.finish() { throw .noRoom(reason: "\(failure)") }
  }

  private func handOn() throws(WatchlistError) {
    guard !pending.isEmpty else { return }
    let designations = pending
    pending = []
    pending.reserveCapacity(Self.batch)
    let spool = lists[pendingList].spool
    guard let writer else {
      do {
        for designation in designations { try spool.add(designation) }
      } catch {
        throw .noRoom(reason: "\(error)")
      }
      return
    }
    if let failure = writer.add(designations, to: spool) { throw .noRoom(reason: "\(failure)") }
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
        guard var designation = pending.take() else { return }
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

/// A thread of its own that puts designations aside in the order in which it gets them.
private final class Writer: @unchecked Sendable {
  // `@unchecked Sendable`: spools and the failure are touched by one piece of work of a serial queue after the other, and by
  // nobody else before the last has ended; the lock guards what is asked for meanwhile.
  private struct Work: @unchecked Sendable {
    let designations: [Designation]
    let spool: DesignationSpool
  }

  private let queue = DispatchQueue(label: "designations")
  /// For few batches to wait, so that memory stays bounded.
  private let room = DispatchSemaphore(value: 4)
  private let failure = Mutex<IndexError?>(nil)

  /// Hands designations over; what went wrong with earlier ones, if anything.
  func add(_ designations: [Designation], to spool: DesignationSpool) -> IndexError? {
    room.wait()
    let work = Work(designations: designations, spool: spool)
    queue.async {
      self.put(work)
      self.room.signal()
    }
    return failure.withLock { $0 }
  }

  private func put(_ work: Work) {
    guard failure.withLock({ $0 }) == nil else { return }
    do throws(IndexError) {
      for designation in work.designations { try work.spool.add(designation) }
    } catch {
      failure.withLock { $0 = error }
    }
  }

  /// Waits for all of them; what went wrong, if anything.
  func finish() -> IndexError? {
    queue.sync {}
    return failure.withLock { $0 }
  }
}
