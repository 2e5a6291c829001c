import Dispatch

/// Work that another thread does while this one goes on, where there is another.
///
///     let work = SideWork(isApart: threads > 1) { sums(of: rows) }
///     defer { work.finish() }
///     ...
///     use(work.result())
///
/// What the work reads must not change before its end.
final class SideWork<Result>: @unchecked Sendable {
  // `@unchecked Sendable`: what is made is written by the one who works, and read by the other once that is done.
  private let work: () -> Result
  private let group = DispatchGroup()
  private var made: Result?

  init(isApart: Bool, _ work: @escaping () -> Result) {
    self.work = work
    if isApart { DispatchQueue.global().async(group: group) { self.made = self.work() } }
  }

  /// What the work makes, to be asked for once.
  func result() -> Result {
    group.wait()
    defer { made = nil }
    return made ?? work()
  }

  /// Waits until nobody is at work.
  func finish() { group.wait() }
}
