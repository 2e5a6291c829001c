import NameIndex

/// What an identifier that a customer shares with a designation proves: equal ones decide by themselves, doubtful
/// ones are suspected.
enum IdentifierEvidence {
  static func evidence(of query: Identifier, _ match: IdentifierMatch) -> Evidence {
    let reasons = reasons(query, match)
    // A branch does not make another bank.
    let decides = match.doubts.subtracting(.branch).isEmpty
    return Evidence(
      kind: decides ? .identifier : .suspectedIdentifier, query: query.shown, listed: match.listed.shown,
      effect: 0, note: reasons.isEmpty ? "equal" : reasons.joined(separator: "; "))
  }

  private static func reasons(_ query: Identifier, _ match: IdentifierMatch) -> [String] {
    var reasons: [String] = []
    if match.doubts.contains(.branch) {
      reasons.append(
        "same bank, \(branch(query)) against \(branch(match.listed)) on the list")
    }
    if match.doubts.contains(.letterCase) {
      reasons.append("equal but for letter case, which matters in this kind of address: copied carelessly?")
    }
    if match.doubts.contains(.country) { reasons.append("same number, issued by another country") }
    if match.doubts.contains(.kind) { reasons.append("same number, of another kind of document") }
    if match.doubts.contains(.short) { reasons.append("too short to identify anybody by itself") }
    return reasons
  }

  private static func branch(_ bic: Identifier) -> String {
    bic.branch.map { "branch \($0)" } ?? "head office"
  }
}

extension Identifier {
  /// Kind and value, for a reader: `bic VTBRRUMM`.
  fileprivate var shown: String { "\(kind.rawValue) \(value)" }
}
