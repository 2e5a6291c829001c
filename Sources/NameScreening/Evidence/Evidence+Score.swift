extension Evidence {
  /// Everything beyond name and identifiers that customer and designation both tell.
  static func all(of customer: Customer, against designation: Designation) -> [Evidence] {
    var evidence: [Evidence] = []
    if let date = customer.birthDate,
      let line = BirthDateEvidence.compare(date, with: designation.birthDates)
    {
      evidence.append(line)
    }
    if let line = CountryEvidence.compare(customer.countries, with: designation.countries) {
      evidence.append(line)
    }
    if let gender = customer.gender, let line = GenderEvidence.compare(gender, with: designation.gender) {
      evidence.append(line)
    }
    return evidence
  }

  /// The score of a hit: 1 when an identifier is equal; else the name score with all effects, or what a
  /// suspected identifier is worth when that is more.
  static func score(nameScore: Double, _ evidence: [Evidence]) -> Double {
    if evidence.contains(where: { $0.kind == .identifier }) { return EvidenceWeights.equalIdentifierScore }
    let sum = evidence.reduce(nameScore) { $0 + $1.effect }
    let least =
      evidence.contains { $0.kind == .suspectedIdentifier } ? EvidenceWeights.suspectedIdentifierScore : 0
    return min(1, max(sum, least))
  }
}
