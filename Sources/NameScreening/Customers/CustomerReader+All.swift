import NameText

extension CustomerReader {
  /// Every customer that can be screened; the other rows go to `badRow`, as when they are screened.
  package mutating func screenableCustomers(badRow: (BadRow) throws -> Void) throws -> [Customer] {
    let memo = AnalysisMemo()
    var customers: [Customer] = []
    while let row = try next() {
      switch row {
      case .bad(let row): try badRow(row)
      case .customer(let customer, let line):
        do throws(ScreeningError) {
          _ = try customer.analyzed(memo)
          customers.append(customer)
        } catch {
          try badRow(BadRow(file: file, line: line, error))
        }
      }
    }
    return customers
  }
}
