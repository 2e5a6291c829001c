import Watchlists

/// Compares the countries of a customer with those that a list connects with a designation.
enum CountryEvidence {
  /// `nil` when one side names no country that could prove anything.
  ///
  /// A programme's country says whom the sanctions are about, not where somebody is from: it neither confirms
  /// nor contradicts.
  static func compare(_ query: [String], with listed: [ListedCountry]) -> Evidence? {
    let listed = listed.filter { $0.relation != .programme }
    guard !query.isEmpty, !listed.isEmpty else { return nil }
    for country in listed where query.contains(country.code) {
      return Evidence(
        kind: .country, query: country.code, listed: country.code, effect: EvidenceWeights.countryAgrees,
        note: word(for: country.relation))
    }
    let codes = listed.reduce(into: [String]()) { codes, country in
      if !codes.contains(country.code) { codes.append(country.code) }
    }.joined(separator: ", ")
    let asked = query.joined(separator: ", ")
    let known = query.filter { Countries.code($0) != nil }
    guard known.count == query.count else {
      return Evidence(
        kind: .country, query: asked, listed: codes, effect: 0, note: "not recognised as a country")
    }
    let isBinding = listed.contains { $0.relation != .address && $0.relation != .birth }
    return Evidence(
      kind: .country, query: asked, listed: codes,
      effect: isBinding ? EvidenceWeights.otherNationality : EvidenceWeights.otherResidence,
      note: "no country in common")
  }

  private static func word(for relation: ListedCountry.Relation) -> String {
    switch relation {
    case .address: "country of residence"
    case .birth: "country of birth"
    case .nationality, .citizenship, .flag, .jurisdiction, .programme: relation.rawValue
    }
  }
}
