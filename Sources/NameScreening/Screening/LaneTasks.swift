/// Work that several tasks do block by block: each goes on to the next block when it is through with its lane of the one before.
final class LaneTasks<Output: Sendable>: @unchecked Sendable {
  // Only the one task that adds and takes touches the queue.
  private var underWay: [[Task<Output, Never>]] = []
  private let laneCount: Int
  /// One block waits behind the one that is worked at, so that no lane does while one is read or written.
  private static var most: Int { 2 }

  init(lanes: Int) { laneCount = max(1, lanes) }

  deinit { for task in underWay.joined() { task.cancel() } }

  /// Whether another block must wait for `next`.
  var isFull: Bool { underWay.count >= LaneTasks.most }

  /// Begins a block.
  ///
  /// - Parameter work: Does what there is for a lane.
  func add(_ work: @escaping @Sendable (_ lane: Int) -> Output) {
    let before = underWay.last
    underWay.append(
      (0..<laneCount).map { lane in
        let previous = before?[lane]
        return Task {
          _ = await previous?.value
          return work(lane)
        }
      })
  }

  /// What the lanes made of the oldest block; nil when there is none.
  func next() async -> [Output]? {
    guard !underWay.isEmpty else { return nil }
    var outputs: [Output] = []
    for task in underWay.removeFirst() { outputs.append(await task.value) }
    return outputs
  }
}
