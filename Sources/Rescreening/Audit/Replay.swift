import NameScreening

/// Holds a run that was done again against the record of the first.
public enum Replay {
  /// The inputs and versions that are not what they were, a sentence each; empty where a replay must be equal.
  package static func changedInputs(
    of record: AuditRecord, now inputs: [AuditRecord.Input]
  ) -> [String] {
    var changes: [String] = []
    func change(_ what: String, _ was: String, _ isNow: String) {
      if was != isNow { changes.append("\(what) differs: \(was) recorded, \(isNow) now") }
    }
    for input in record.inputs {
      let now = inputs.first { $0.role == input.role && $0.path == input.path }
      change(
        "input \(input.role)\(input.path.isEmpty ? "" : " \(input.path)")", input.hash ?? "no hash",
        now.map { $0.hash ?? "no hash" } ?? "nothing")
    }
    for input in inputs
    where !record.inputs.contains(where: { $0.role == input.role && $0.path == input.path }) {
      changes.append("input \(input.role) \(input.path) is new: \(input.hash ?? "no hash") now")
    }
    let versions = AuditRecord.Versions.current
    change("engine", record.versions.engine, versions.engine)
    change("ICU", record.versions.icu, versions.icu)
    change(
      "tables", record.versions.tables.joined(separator: " "), versions.tables.joined(separator: " "))
    return changes
  }

  /// What the run says otherwise than the record, a sentence each; empty where they are equal byte for byte.
  package static func differences(
    of record: AuditRecord, now count: FileScreening.Count, output: AuditRecord.Output,
    alerts: [AuditedAlert]
  ) -> [String] {
    var differences: [String] = []
    let counts = AuditRecord.Counts(count)
    if counts != record.counts {
      differences.append(
        "counts differ: \(record.counts.rows) rows and \(record.counts.hits) hits recorded, "
          + "\(counts.rows) and \(counts.hits) now")
    }
    let (before, after) = (Set(record.alerts), Set(alerts))
    differences += record.alerts.filter { !after.contains($0) }.map { "alert recorded, not found now: \($0)" }
    differences += alerts.filter { !before.contains($0) }.map { "alert found now, not recorded: \($0)" }
    if output != record.output {
      differences.append("output differs: SHA-256 \(record.output.hash) recorded, \(output.hash) now")
    }
    return differences
  }
}
