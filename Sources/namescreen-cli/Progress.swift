import NameScreening

/// Tells on standard error how far a bulk run is.
struct Progress {
  private var line: ProgressLine

  init(isQuiet: Bool) { line = ProgressLine(isQuiet: isQuiet) }

  mutating func show(_ count: FileScreening.Count) {
    line.show { seconds in
      "\(count.rows.grouped) customers, \(count.hits.grouped) hits, \(Progress.rate(count, seconds)) a second"
    }
  }

  /// Takes the renewed line away, for something that stays.
  mutating func clear() { line.clear() }

  mutating func finish(_ count: FileScreening.Count) {
    line.finish { seconds in
      "\(count.rows.grouped) rows: \(count.screened.grouped) screened, \(count.bad.grouped) reported; "
        + "\(count.hits.grouped) hits on \(count.customersWithHits.grouped) customers; "
        + "\(Progress.rate(count, seconds)) customers a second"
    }
  }

  private static func rate(_ count: FileScreening.Count, _ seconds: Double) -> String {
    Int(min(1e12, Double(count.rows) / max(1e-6, seconds))).grouped
  }
}

/// The same for work of several steps, each of which knows how much of it is done.
struct StepProgress {
  private var line: ProgressLine

  init(isQuiet: Bool) { line = ProgressLine(isQuiet: isQuiet) }

  /// - Parameter share: 0...1 of the step.
  mutating func show(_ step: String, _ share: Double) {
    line.show { _ in "\(step): \(Int(min(1, max(0, share)) * 100)) %" }
  }

  mutating func clear() { line.clear() }

  mutating func finish(_ summary: String) {
    line.finish { seconds in "\(summary); \(Int(seconds)) s" }
  }
}

/// A line that renews itself on a terminal, a line every few seconds elsewhere, nothing when quiet. Texts are made from the
/// seconds since the start, when they are due.
private struct ProgressLine {
  private let isQuiet: Bool
  private let isTerminal = StandardError.isTerminal
  private let clock = ContinuousClock()
  private let start: ContinuousClock.Instant
  private var last: ContinuousClock.Instant
  private var isShowing = false

  init(isQuiet: Bool) {
    self.isQuiet = isQuiet
    start = clock.now
    last = start
  }

  mutating func show(_ text: (_ seconds: Double) -> String) {
    guard !isQuiet else { return }
    let now = clock.now
    guard now - last >= (isTerminal ? .milliseconds(100) : .seconds(5)) else { return }
    last = now
    let line = text((now - start) / .seconds(1))
    StandardError.write(isTerminal ? "\r\u{1B}[K\(line)" : "\(line)\n")
    isShowing = isTerminal
  }

  mutating func clear() {
    if isShowing { StandardError.write("\r\u{1B}[K") }
    isShowing = false
  }

  mutating func finish(_ text: (_ seconds: Double) -> String) {
    clear()
    guard !isQuiet else { return }
    StandardError.write(text((clock.now - start) / .seconds(1)) + "\n")
  }
}
