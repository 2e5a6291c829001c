import NameIndex

/// Compares identifiers: equal ones decide by themselves, nearly equal ones are suspected.
enum IdentifierEvidence {
  static func compare(_ query: [Identifier], with listed: [Identifier]) -> [Evidence] {
    var found: [Evidence] = []
    for asked in query {
      var best: Evidence?
      for candidate in listed {
        guard let next = compare(asked, with: candidate) else { continue }
        if best == nil || best?.kind == .suspectedIdentifier && next.kind == .identifier { best = next }
      }
      if let best { found.append(best) }
    }
    return found
  }

  private static func compare(_ query: Identifier, with listed: Identifier) -> Evidence? {
    guard query.kind == listed.kind else { return nil }
    return query.value == listed.value
      ? Evidence(
        kind: .identifier, query: query.value, listed: listed.value, effect: 0, note: "equal \(query.kind.rawValue)")
      : nil
  }
}
