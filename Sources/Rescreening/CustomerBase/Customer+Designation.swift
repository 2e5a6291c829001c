import NameScreening

/// A customer stored in the index of a base, where it stands like a designation on a list.
extension Customer {
  /// The list that all customers stand on.
  static let listName = "customers"

  /// The customer as a record; `row` orders the base.
  func record(row: Int) -> Designation {
    var record = Designation(
      id: EntityID(publisher: Self.key(row: row), local: id), list: Self.listName, type: type ?? .unknown,
      names: name.isEmpty ? [] : [DesignatedName(name, quality: .strong)])
    record.birthDates = birthDate.map { [.exact($0)] } ?? []
    record.countries = countries.map { ListedCountry(code: $0, relation: .nationality) }
    record.gender = gender
    record.identifiers = identifiers
    return record
  }

  /// The customer that a record is of, and its row.
  init(record: Designation) {
    self.init(
      id: record.id.local, name: record.names.first?.text ?? "", countries: record.countries.map(\.code),
      type: record.type == .unknown ? nil : record.type, gender: record.gender,
      identifiers: record.identifiers)
    if case .exact(let date)? = record.birthDates.first { birthDate = date }
  }

  /// A row as text of one width, so that it sorts as a number.
  static func key(row: Int) -> String {
    let digits = String(row, radix: 36)
    return String(repeating: "0", count: max(0, 6 - digits.utf8.count)) + digits
  }
}
