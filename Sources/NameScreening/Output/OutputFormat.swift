/// How results are written.
public enum OutputFormat: String, Sendable, CaseIterable {
  /// For a person; not stable.
  case text
  /// One array of objects, for programs.
  case json
  /// One object a line.
  case jsonl
  /// RFC 4180 with a header.
  case csv

  /// The format that a file's extension tells.
  public init?(extensionOf path: String) {
    guard let point = path.lastIndex(of: ".") else { return nil }
    switch path[path.index(after: point)...].lowercased() {
    case "ndjson": self = .jsonl
    case "txt": self = .text
    case let word: self.init(rawValue: word)
    }
  }
}
