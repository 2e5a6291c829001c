import NameText
import TabularText

/// Makes a customer of the fields of a row.
struct CustomerParser {
  private let columns: CustomerColumns?
  let mapping: [CustomerField: String]

  /// For tables.
  init(columns: CustomerColumns) {
    self.columns = columns
    mapping = [:]
  }

  /// For JSON Lines, whose keys are found line by line.
  init(mapping: [CustomerField: String]) {
    columns = nil
    self.mapping = mapping
  }

  func parse(record: DelimitedReader, row: Int) throws(CustomerProblem) -> Customer {
    guard let columns else { return try customer(Fields(), row: row) }
    guard record.count == columns.count else {
      throw CustomerProblem(
        "the row has \(record.count) field\(record.count == 1 ? "" : "s")",
        expected: "\(columns.count), as the header has")
    }
    var fields = Fields()
    for (field, indices) in columns.ordered {
      for index in indices where !record.isEmpty(index) { fields.add(record[index], to: field) }
    }
    return try customer(consume fields, row: row)
  }

  /// The texts of a row by what they mean.
  struct Fields {
    var id = ""
    var name = ""
    var nameParts: [CustomerField: String] = [:]
    var birthDate = ""
    var type = ""
    var gender = ""
    var countries: [String] = []
    var identifiers: [Identifier] = []

    mutating func add(_ text: String, to field: CustomerField) {
      let text = text.trimmed
      guard !text.isEmpty else { return }
      switch field {
      case .id: id = text
      case .name: name = text
      case .firstName, .middleName, .lastName: nameParts[field] = text
      case .birthDate: birthDate = text
      case .type: type = text
      case .gender: gender = text
      case .country: countries += Self.parts(of: text).map(Customer.countryCode)
      case .passport, .taxID, .wallet, .bic:
        guard let kind = field.identifierKind else { return }
        identifiers += Self.parts(of: text).map { Identifier(kind: kind, value: $0) }
      }
    }

    /// Several values in one field are separated by semicolons.
    private static func parts(of text: String) -> [String] {
      guard text.utf8.contains(UInt8(ascii: ";")) else { return [text] }
      return text.split(separator: ";").map(\.trimmed).filter { !$0.isEmpty }
    }
  }

  func customer(_ fields: consuming Fields, row: Int) throws(CustomerProblem) -> Customer {
    var customer = Customer(id: fields.id.isEmpty ? String(row) : fields.id, name: fields.name)
    if customer.name.isEmpty {
      customer.name = [CustomerField.firstName, .middleName, .lastName]
        .compactMap { fields.nameParts[$0] }.joined(separator: " ")
    }
    customer.identifiers = fields.identifiers
    guard !customer.name.isEmpty || !customer.identifiers.isEmpty else {
      throw CustomerProblem("the row has no name", expected: "a name or an identifier")
    }
    guard customer.name.utf8.count <= NameAnalyzer.maximumLength else {
      throw CustomerProblem(
        "the name has \(customer.name.utf8.count) bytes",
        expected: "at most \(NameAnalyzer.maximumLength)")
    }
    if !fields.birthDate.isEmpty {
      guard let date = PartialDate(fields.birthDate) else {
        throw CustomerProblem(
          "'\(fields.birthDate.prefix(40))' is not a date of birth", expected: "YYYY, YYYY-MM or YYYY-MM-DD")
      }
      customer.birthDate = date
    }
    customer.countries = fields.countries
    if !fields.type.isEmpty { customer.type = Customer.entityType(fields.type) }
    if !fields.gender.isEmpty { customer.gender = Customer.gender(fields.gender) }
    return customer
  }
}

/// What is wrong with the header or a row of a customer file, and what was expected instead.
struct CustomerProblem: Error, Equatable {
  var text: String
  var expected: String

  init(_ text: String, expected: String) {
    self.text = text
    self.expected = expected
  }
}
