import NameScreening

/// What one run was, said and rested on: a line of an `AuditLog`.
public struct AuditRecord: Sendable, Equatable, Codable {
  /// Place in the log, from 1.
  public var number: Int
  /// Hash of the record before; 64 zeros for the first.
  public var previous: String
  /// The run's own name.
  public var run: String
  /// When the run ended, UTC, ISO 8601.
  public var time: String
  public var versions: Versions
  /// The command with every option spelled out, defaults too, and absolute paths: what `replay` runs.
  public var arguments: [String]
  public var inputs: [Input]
  public var counts: Counts
  public var output: Output
  public var alerts: [AuditedAlert]
  /// Bytes of a record that a killed run had begun before this one, and that were taken away.
  public var discardedBytes: Int

  /// The engine and what it analyses names with.
  public struct Versions: Sendable, Equatable, Codable {
    public var engine: String
    public var icu: String
    public var tables: [String]

    /// Those of this program.
    public static var current: Versions {
      Versions(
        engine: NameScreen.version, icu: NameScreen.icuVersion, tables: NameScreen.tableVersions)
    }
  }

  /// Something that a run read.
  public struct Input: Sendable, Equatable, Codable {
    /// `customers`, `index`, `list CONTENT`, `old`, `new`, `decisions`.
    public var role: String
    /// Empty for what the engine carries.
    public var path: String
    /// SHA-256 in hexadecimal: of a file's bytes, or of what lists say; `nil` where it cannot be read twice, such as
    /// standard input.
    public var hash: String?
  }

  public struct Counts: Sendable, Equatable, Codable {
    public var rows: Int
    public var screened: Int
    public var reported: Int
    public var customersWithHits: Int
    public var hits: Int
    /// E.g. `new`, `suppressed`.
    public var kinds: [String: Int]

    package init(_ count: FileScreening.Count) {
      rows = count.rows
      screened = count.screened
      reported = count.bad
      customersWithHits = count.customersWithHits
      hits = count.hits
      kinds = count.kinds
    }
  }

  /// What was written.
  public struct Output: Sendable, Equatable, Codable {
    /// SHA-256 of the bytes, in hexadecimal.
    public var hash: String
    public var bytes: Int
  }
}

/// One alert of a run.
public struct AuditedAlert: Sendable, Hashable, Codable, CustomStringConvertible {
  public var queryID: String
  public var entityID: String
  public var list: String
  public var score: Double
  public var change: String?

  private enum CodingKeys: String, CodingKey {
    case queryID = "query_id"
    case entityID = "entity_id"
    case list, score, change
  }

  public var description: String {
    "customer \(queryID), \(entityID) on \(list), score \(score)" + (change.map { ", \($0)" } ?? "")
  }
}
