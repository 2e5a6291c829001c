import TabularText

/// A file of customers, read row by row: CSV, TSV or JSON Lines, plain or gzip.
///
/// Memory does not grow with the number of rows. Each iteration opens the file anew.
///
///     for try await row in CustomerFile(path: "customers.csv") {
///       switch row {
///       case .customer(let customer, _): print(try screener.screen(customer).count)
///       case .bad(let row): print("error: \(row)")
///       }
///     }
public struct CustomerFile: AsyncSequence, Sendable {
  public typealias Element = CustomerRow
  public typealias Failure = CustomerFileError

  /// How the rows are written.
  public enum Format: String, Sendable, CaseIterable {
    /// RFC 4180, with a header.
    case csv
    /// Tab-separated and taken literally, with a header.
    case tsv
    /// One JSON object a line.
    case jsonl

    /// The format that a file's extension tells, also before `.gz`.
    public init?(extensionOf path: String) {
      var name = path[...]
      if name.lowercased().hasSuffix(".gz") { name = name.dropLast(3) }
      guard let point = name.lastIndex(of: ".") else { return nil }
      switch name[name.index(after: point)...].lowercased() {
      case "csv": self = .csv
      case "tsv", "tab": self = .tsv
      case "jsonl", "ndjson", "json": self = .jsonl
      default: return nil
      }
    }
  }

  /// The path, or `-` for standard input.
  public var path: String
  /// `nil` takes the extension's word, and the content's where the extension says nothing.
  public var format: Format?
  var mapping: [CustomerField: String] = [:]

  public init(path: String, format: Format? = nil) {
    self.path = path
    self.format = format
  }

  /// Takes a field from the column (or JSON key) of that title, whatever the titles mean by themselves.
  ///
  /// Fields are `id`, `name`, `first_name`, `middle_name`, `last_name`, `dob`, `country`, `type`, `gender`,
  /// `passport`, `tax_id`, `wallet` and `bic`; another word is refused with `false`.
  public mutating func map(field: String, toColumn column: String) -> Bool {
    guard let field = CustomerField(rawValue: field.lowercased()) else { return false }
    mapping[field] = column
    return true
  }

  public func makeAsyncIterator() -> Iterator { Iterator(file: self) }

  public struct Iterator: AsyncIteratorProtocol {
    private let file: CustomerFile
    private var reader: CustomerReader?

    init(file: CustomerFile) { self.file = file }

    public mutating func next() async throws(CustomerFileError) -> CustomerRow? {
      if reader == nil { reader = try CustomerReader(file) }
      return try reader?.next()
    }
  }
}

/// Why a file of customers cannot be read at all. A bad row is no error of the file, see `BadRow`.
public enum CustomerFileError: Error, Sendable, Equatable, CustomStringConvertible {
  case missing(file: String)
  case unreadable(file: String, reason: String)
  case malformed(file: String, line: Int, problem: String, expected: String)

  init(_ error: TextFileError) {
    switch error {
    case .missing(let file): self = .missing(file: file)
    case .unreadable(let file, let reason): self = .unreadable(file: file, reason: reason)
    case .malformed(let file, let line, let problem, let expected):
      self = .malformed(file: file, line: line, problem: problem, expected: expected)
    }
  }

  public var description: String {
    switch self {
    case .missing(let file): "\(file): there is no such file; expected the path of a file of customers"
    case .unreadable(let file, let reason): "\(file): \(reason); expected a file that can be read"
    case .malformed(let file, let line, let problem, let expected):
      "\(file):\(line): \(problem); expected \(expected)"
    }
  }
}
