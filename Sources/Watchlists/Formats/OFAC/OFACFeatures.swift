import Designations

/// The features of OFAC's advanced and enhanced XML: everything about an entry that is no name, document or address,
/// told by a label and a text.
enum OFACFeatures {
  /// Adds a feature; what no field of the model holds (`Secondary sanctions risk:`) becomes a remark.
  static func add(_ label: String, _ value: String, to designation: inout Designation) {
    guard !value.isEmpty else { return }
    switch label {
    case "Birthdate":
      if let date = DateText.english(value) { designation.birthDates.addOnce(date) }
    case "Place of Birth": OFACRemarks.add(birthPlace: value, to: &designation)
    case "Nationality Country": designation.addCountries(value, .nationality)
    case "Citizenship Country": designation.addCountries(value, .citizenship)
    case "Nationality of Registration": designation.addCountries(value, .jurisdiction)
    case "Location": OFACAddresses.add(value, country: nil, to: &designation)
    case "Gender": designation.gender = Gender(rawValue: value.lowercased()) ?? designation.gender
    case "Title": designation.titles.addOnce(value)
    case "Vessel Flag", "VESSEL FLAG": designation.addCountries(value, .flag)
    case "Vessel Owner", "VESSEL OWNER", "Other Vessel Owner": designation.linkedTo.addOnce(value)
    default:
      if let identifier = OFACIdentifiers.identifier(label: label, value: value, country: nil) {
        designation.addIdentifier(identifier)
      } else {
        designation.addRemark(label.hasSuffix(":") ? "\(label) \(value)." : "\(label): \(value).")
      }
    }
  }

  /// Adds a document, or a fact that stands in the form of one.
  static func add(
    document label: String, _ value: String, country: String?, to designation: inout Designation
  ) {
    switch label {
    case "Gender": designation.gender = Gender(rawValue: value.lowercased()) ?? designation.gender
    case "Nationality of Registration": designation.addCountries(country ?? value, .jurisdiction)
    default:
      if let identifier = OFACIdentifiers.identifier(label: label, value: value, country: country) {
        designation.addIdentifier(identifier)
      }
    }
  }

  /// A period of days that stands for a date: 1 January to 31 December for a year, the first to the last of a month
  /// for a month; nil where an end is no date.
  static func date(from first: PartialDate?, to last: PartialDate?, isApproximate: Bool) -> ListedDate? {
    guard let first = first ?? last, let last = last ?? Optional(first) else { return nil }
    let isWholeYears = first.month == 1 && first.day == 1 && last.month == 12 && last.day == 31
    if isWholeYears || first.month == nil || last.month == nil {
      let from = PartialDate(year: first.year)
      let to = PartialDate(year: last.year)
      return from == to ? isApproximate ? .circa(from) : .exact(from) : .range(from, to)
    }
    if first == last { return isApproximate ? .circa(first) : .exact(first) }
    let isMonth =
      first.year == last.year && first.month == last.month && first.day == 1
      && PartialDate(validYear: last.year, month: last.month, day: (last.day ?? 31) + 1) == nil
    if isMonth {
      let month = PartialDate(year: first.year, month: first.month)
      return isApproximate ? .circa(month) : .exact(month)
    }
    return .range(first, last)
  }

  /// The legal bases that the list names and those of the programmes, without saying one twice.
  static func legalBases(_ named: [String], programmes: [String]) -> [String] {
    named
      + OFACProgrammes.legalBases(of: programmes).filter { basis in
        !named.contains { $0.hasPrefix(basis) }
      }
  }
}
