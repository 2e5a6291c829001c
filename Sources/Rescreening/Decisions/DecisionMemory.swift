import NameIndex
import NameScreening
import Synchronization

/// What was decided, held against the alerts of a run: what is cleared stays away while its evidence is the same.
///
/// Decisions are read once, when the run begins; those recorded later count in the next run.
public final class DecisionMemory: Sendable {
  /// What became of an alert.
  public enum Standing: Sendable, Equatable {
    /// Nobody decided on it.
    case open
    /// Cleared, and the evidence is the same.
    case suppressed(Decision)
    /// Cleared, but `changes` speak for another look.
    case reopened(Decision, changes: [String])
    case confirmed(Decision)
  }

  private let store: DecisionStore
  private let latest: [AlertEvidence.Subject: Decision]
  private let today: String
  /// The number of the last decision that counts.
  public let lastNumber: Int
  /// SHA-256 of all decisions that count, in hexadecimal.
  public let contentHash: String
  private let unwritten = Mutex<[DecisionStore.KeptAlert]>([])

  /// - Parameters:
  ///   - last: The number of the last decision that counts.
  ///   - today: `YYYY-MM-DD`; decides what has expired.
  public init(
    _ store: DecisionStore, upTo last: Int = .max, today: String? = nil
  ) throws(DecisionError) {
    self.store = store
    self.today = today ?? String(timeNow().prefix(10))
    var latest: [AlertEvidence.Subject: Decision] = [:]
    var hash = SHA256()
    var number = 0
    for decision in try store.decisions(upTo: last) {
      latest[decision.evidence.subject] = decision
      number = decision.number
      let fields = [
        "\(decision.number)", decision.alert, decision.outcome.rawValue, decision.by, decision.reason,
        decision.expires ?? "", decision.time,
      ]
      for field in fields { hash.update(Array(field.utf8) + [0]) }
    }
    self.latest = latest
    lastNumber = number
    contentHash = hash.digest.hexadecimal
  }

  /// The day that decides what has expired.
  public var day: String { today }

  /// What was decided on a customer's hit.
  ///
  /// - Complexity: O(1) expected, and one comparison of the evidence.
  public func standing(of hit: Hit, _ customer: Customer) -> Standing {
    guard !latest.isEmpty else { return .open }
    let subject = AlertEvidence.Subject(
      customer: customer.id, list: hit.designation.list, entity: hit.designation.id)
    guard let decision = latest[subject] else { return .open }
    if decision.outcome == .confirmed { return .confirmed(decision) }
    var changes = decision.evidence.changes(to: customer, hit)
    if let expires = decision.expires, expires < today { changes.append("expired \(expires)") }
    return changes.isEmpty ? .suppressed(decision) : .reopened(decision, changes: changes)
  }

  /// The id of an alert that is shown, which is kept so that it can be decided on; see `flush`.
  func alertID(of hit: Hit, _ customer: Customer) throws(ScreeningError) -> String {
    let evidence = AlertEvidence(customer: customer, hit: hit)
    let encoded: [UInt8]
    do {
      encoded = try evidence.encoded()
    } catch {
      throw .damagedIndex(reason: "\(error)")
    }
    let id = AlertEvidence.alertID(of: encoded)
    let kept = DecisionStore.KeptAlert(id: id, subject: evidence.subject, evidence: encoded)
    unwritten.withLock { $0.append(kept) }
    return id
  }

  /// Writes the alerts that were shown and wait; without it they cannot be decided on.
  ///
  /// - Parameter least: Waits until there are so many.
  package func flush(least: Int = 1) throws(DecisionError) {
    let waiting: [DecisionStore.KeptAlert] = unwritten.withLock { waiting in
      guard waiting.count >= least else { return [] }
      defer { waiting = [] }
      return waiting
    }
    try store.keep(waiting)
  }

  /// How many alerts are written at once.
  package static let batch = 2000
}
