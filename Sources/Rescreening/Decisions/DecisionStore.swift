import FoundationEssentials
import GRDB
import NameIndex
import NameScreening

/// Alerts and the decisions on them, in one SQLite database.
///
///     let store = try DecisionStore(path: "decisions.sqlite")
///     try store.decide("5f0c...", .cleared, by: "M. Muster", reason: "another date of birth")
///
/// Any number of processes read and write at once: writers wait for each other, and what was recorded survives the end of
/// the process and the loss of power.
///
///     alerts     alert (16 hex digits) | query_id | list | entity_id | evidence (JSON) | first_seen
///     decisions  number | alert | outcome | decided_by | reason | expires | time
///
/// Rows are only ever added.
public struct DecisionStore: Sendable {
  public let path: String
  private let database: DatabaseQueue

  /// Opens the database; makes it where there is none, unless `mustExist`.
  public init(path: String, mustExist: Bool = false) throws(DecisionError) {
    self.path = path
    if mustExist, !FileManager.default.fileExists(atPath: path) { throw .missing(file: path) }
    var configuration = Configuration()
    configuration.busyMode = .timeout(60)
    configuration.foreignKeysEnabled = true
    configuration.prepareDatabase { database in
      // Readers do not wait for writers; every commit is on the disk before it returns.
      try database.execute(sql: "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL")
    }
    do {
      database = try DatabaseQueue(path: path, configuration: configuration)
      try database.write { database in
        try database.execute(
          sql: """
            CREATE TABLE IF NOT EXISTS alerts (
              alert TEXT PRIMARY KEY NOT NULL, query_id TEXT NOT NULL, list TEXT NOT NULL, entity_id TEXT NOT NULL,
              evidence BLOB NOT NULL, first_seen TEXT NOT NULL) WITHOUT ROWID;
            CREATE TABLE IF NOT EXISTS decisions (
              number INTEGER PRIMARY KEY AUTOINCREMENT, alert TEXT NOT NULL REFERENCES alerts (alert),
              outcome TEXT NOT NULL CHECK (outcome IN ('cleared', 'confirmed')), decided_by TEXT NOT NULL,
              reason TEXT NOT NULL, expires TEXT, time TEXT NOT NULL);
            """)
      }
    } catch {
      throw .database(file: path, reason: "\(error)".oneLine)
    }
  }

  /// Records a decision on an alert, of which an unambiguous beginning of the id is enough.
  ///
  /// - Returns: The decision, when it is safe on the disk.
  @discardableResult
  public func decide(
    _ alert: String, _ outcome: Decision.Outcome, by: String, reason: String, expires: String? = nil
  ) throws(DecisionError) -> Decision {
    let time = timeNow()
    let pattern = alert.filter { $0.isHexDigit }
    let found: (ids: [String], evidence: Data?, number: Int64)
    do {
      found = try database.write { database in
        let rows = try Row.fetchAll(
          database, sql: "SELECT alert, evidence FROM alerts WHERE alert >= ? AND alert < ? LIMIT 2",
          arguments: [pattern, pattern + "g"])
        let ids: [String] = rows.map { $0["alert"] }
        guard pattern == alert, !alert.isEmpty, rows.count == 1, let row = rows.first else {
          return (alert.isEmpty || pattern != alert ? [] : ids, nil, 0)
        }
        try database.execute(
          sql:
            "INSERT INTO decisions (alert, outcome, decided_by, reason, expires, time) VALUES (?, ?, ?, ?, ?, ?)",
          arguments: [ids[0], outcome.rawValue, by, reason, expires, time])
        return (ids, row["evidence"], database.lastInsertedRowID)
      }
    } catch {
      throw .database(file: path, reason: "\(error)".oneLine)
    }
    guard let id = found.ids.first else { throw .noAlert(id: alert, file: path) }
    guard let evidence = found.evidence else { throw .ambiguousAlert(id: alert, file: path) }
    return Decision(
      number: Int(found.number), alert: id, outcome: outcome, by: by, reason: reason, expires: expires,
      time: time, evidence: try AlertEvidence(encoded: evidence))
  }

  /// All decisions up to a number, in their order.
  public func decisions(upTo last: Int = .max) throws(DecisionError) -> [Decision] {
    let rows: [Row]
    do {
      rows = try database.read { database in
        try Row.fetchAll(
          database,
          sql: "SELECT * FROM decisions JOIN alerts USING (alert) WHERE number <= ? ORDER BY number",
          arguments: [last])
      }
    } catch {
      throw .database(file: path, reason: "\(error)".oneLine)
    }
    var decisions: [Decision] = []
    for row in rows {
      let data: Data = row["evidence"]
      guard let outcome = Decision.Outcome(rawValue: row["outcome"]) else { continue }
      decisions.append(
        Decision(
          number: row["number"], alert: row["alert"], outcome: outcome, by: row["decided_by"],
          reason: row["reason"], expires: row["expires"], time: row["time"],
          evidence: try AlertEvidence(encoded: data)))
    }
    return decisions
  }

  /// Keeps alerts that a run shows, so that they can be decided on; those that are known stay as they are.
  func keep(_ alerts: [KeptAlert]) throws(DecisionError) {
    guard !alerts.isEmpty else { return }
    let time = timeNow()
    do {
      try database.write { database in
        let statement = try database.cachedStatement(
          sql: "INSERT OR IGNORE INTO alerts VALUES (?, ?, ?, ?, ?, ?)")
        for alert in alerts {
          try statement.execute(arguments: [
            alert.id, alert.subject.customer, alert.subject.list, alert.subject.entity.description,
            Data(alert.evidence), time,
          ])
        }
      }
    } catch {
      throw .database(file: path, reason: "\(error)".oneLine)
    }
  }

  struct KeptAlert: Sendable {
    var id: String
    var subject: AlertEvidence.Subject
    var evidence: [UInt8]
  }
}
