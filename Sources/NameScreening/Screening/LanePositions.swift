import Synchronization

/// Positions that wait in lanes, taken by tasks of which each has one.
final class LanePositions: Sendable {
  /// Gone through from behind.
  private let waiting: Mutex<[[Int]]>
  private let shareSize: Int

  /// - Parameter shareSize: How many are taken at once.
  init(_ lanes: [[Int]], shareSize: Int) {
    waiting = Mutex(lanes)
    self.shareSize = shareSize
  }

  /// The next ones that wait in a lane, or else where most do.
  func next(of lane: Int) -> [Int]? {
    waiting.withLock { lanes in
      let fullest = lanes.indices.max { lanes[$0].count < lanes[$1].count } ?? lane
      let from = lanes[lane].isEmpty ? fullest : lane
      // No slice, which would have all that waits copied.
      let share = Array(lanes[from].suffix(shareSize).reversed())
      lanes[from].removeLast(share.count)
      return share.isEmpty ? nil : share
    }
  }
}
