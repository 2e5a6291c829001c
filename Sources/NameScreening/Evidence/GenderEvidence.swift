/// Compares genders.
enum GenderEvidence {
  static func compare(_ query: Gender, with listed: Gender?) -> Evidence? {
    guard let listed else { return nil }
    return Evidence(
      kind: .gender, query: query.rawValue, listed: listed.rawValue,
      effect: query == listed ? EvidenceWeights.genderAgrees : EvidenceWeights.otherGender,
      note: query == listed ? "equal" : "differs")
  }
}
