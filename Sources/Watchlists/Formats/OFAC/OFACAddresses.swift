import Designations

/// OFAC's addresses.
enum OFACAddresses {
  /// Adds an address whose country is told apart, or stands at its end.
  static func add(_ text: String, country: String?, to designation: inout Designation) {
    let text = text.tidied
    guard !text.isEmpty else { return }
    designation.addresses.addOnce(text)
    if let country, !country.isEmpty {
      designation.addCountries(country, .address)
    } else if let code = Countries.code(atEndOf: text) {
      designation.countries.addOnce(ListedCountry(code: code, relation: .address))
    }
  }
}
