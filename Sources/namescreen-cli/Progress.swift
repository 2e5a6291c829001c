import NameScreening

/// Tells on standard error how far a bulk run is: a line that renews itself on a terminal, a line every few
/// seconds elsewhere, nothing when quiet.
struct Progress {
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

  mutating func show(_ count: FileScreening.Count) {
    guard !isQuiet else { return }
    let now = clock.now
    guard now - last >= (isTerminal ? .milliseconds(100) : .seconds(5)) else { return }
    last = now
    let line = "\(count.rows.grouped) customers, \(count.hits.grouped) hits, \(rate(count)) a second"
    StandardError.write(isTerminal ? "\r\u{1B}[K\(line)" : "\(line)\n")
    isShowing = isTerminal
  }

  /// Takes the renewed line away, for something that stays.
  mutating func clear() {
    if isShowing { StandardError.write("\r\u{1B}[K") }
    isShowing = false
  }

  mutating func finish(_ count: FileScreening.Count) {
    clear()
    guard !isQuiet else { return }
    var line =
      "\(count.rows.grouped) rows: \(count.screened.grouped) screened, \(count.bad.grouped) reported; "
    line += "\(count.hits.grouped) hits on \(count.customersWithHits.grouped) customers; "
    line += "\(rate(count)) customers a second\n"
    StandardError.write(line)
  }

  private func rate(_ count: FileScreening.Count) -> String {
    let seconds = max(1e-6, (clock.now - start) / .seconds(1))
    return Int(min(1e12, Double(count.rows) / seconds)).grouped
  }
}

/// The same for work of several steps, each of which knows how much of it is done.
struct StepProgress {
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

  /// - Parameter share: 0...1 of the step.
  mutating func show(_ step: String, _ share: Double) {
    guard !isQuiet else { return }
    let now = clock.now
    guard now - last >= (isTerminal ? .milliseconds(100) : .seconds(5)) else { return }
    last = now
    let line = "\(step): \(Int(min(1, max(0, share)) * 100)) %"
    StandardError.write(isTerminal ? "\r\u{1B}[K\(line)" : "\(line)\n")
    isShowing = isTerminal
  }

  mutating func clear() {
    if isShowing { StandardError.write("\r\u{1B}[K") }
    isShowing = false
  }

  mutating func finish(_ summary: String) {
    clear()
    guard !isQuiet else { return }
    StandardError.write("\(summary); \(Int((clock.now - start) / .seconds(1))) s\n")
  }
}

extension Int {
  /// With commas between thousands.
  var grouped: String {
    let digits = Array(String(self))
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index).isMultiple(of: 3), digits[index - 1] != "-" { text += "," }
      text.append(digit)
    }
    return text
  }
}
