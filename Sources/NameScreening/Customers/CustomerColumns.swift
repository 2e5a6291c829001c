/// Which column of a customer file holds which field.
struct CustomerColumns: Sendable {
  /// The fields that the file has, each with its columns in the order of the file.
  let ordered: [(field: CustomerField, columns: [Int])]
  /// How many columns the header has, and so how many fields a row must have.
  let count: Int

  /// Reads a header; `mapping` names the columns that the header's own words do not tell.
  ///
  /// Throws a sentence, `what is wrong; what was expected`.
  init(header: [String], mapping: [CustomerField: String]) throws(CustomerProblem) {
    count = header.count
    var indices: [CustomerField: [Int]] = [:]
    let folded = header.map(CustomerField.folded)
    var taken: Set<Int> = []
    for (field, column) in mapping.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      guard let index = folded.firstIndex(of: CustomerField.folded(column)) else {
        throw CustomerProblem(
          "there is no column '\(column)' to take the \(field.rawValue) from",
          expected: "one of: \(header.joined(separator: ", "))")
      }
      indices[field] = [index]
      taken.insert(index)
    }
    for (index, title) in header.enumerated() where !taken.contains(index) {
      guard let field = CustomerField(header: title), mapping[field] == nil else { continue }
      if let first = indices[field]?.first, !field.isRepeatable {
        throw CustomerProblem(
          "the columns '\(header[first])' and '\(title)' both mean the \(field.rawValue)",
          expected: "one of them, or --map \(field.rawValue)=COLUMN")
      }
      indices[field, default: []].append(index)
    }
    let finds: (CustomerField) -> Bool = {
      $0 == .name || $0 == .firstName || $0 == .lastName || $0.identifierKind != nil
    }
    guard indices.keys.contains(where: finds) else {
      throw CustomerProblem(
        "no column holds the name (the header has: \(header.joined(separator: ", ")))",
        expected: "a column 'name', 'full_name' or 'first_name' and 'last_name', or --map name=COLUMN")
    }
    ordered = CustomerField.allCases.compactMap { field in indices[field].map { (field, $0) } }
  }
}
