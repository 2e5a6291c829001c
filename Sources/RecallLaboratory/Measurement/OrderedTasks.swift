/// Work handed to tasks, whose results come back in the order in which it was handed out.
///
/// At most `width` pieces are under way, so memory is bounded by the caller's pieces.
final class OrderedTasks<Output: Sendable>: @unchecked Sendable {
  // Only the one task that adds and takes touches the queue; tasks know their own piece alone.
  private var running: [Task<Output, Never>] = []
  private var first = 0
  private let width: Int

  /// - Parameter width: How many pieces are under way at once, at least 1.
  init(width: Int) { self.width = max(1, width) }

  deinit { for task in running[first...] { task.cancel() } }

  /// Whether nothing is under way.
  var isEmpty: Bool { first == running.count }
  /// Whether another piece must wait for `next`.
  var isFull: Bool { running.count - first >= width }

  /// Begins a piece of work.
  func add(_ work: sending @escaping () -> Output) {
    running.append(Task { work() })
  }

  /// The result of the oldest piece.
  func next() async -> Output? {
    guard first < running.count else { return nil }
    let task = running[first]
    first += 1
    if first == running.count {
      running.removeAll(keepingCapacity: true)
      first = 0
    }
    return await task.value
  }
}
