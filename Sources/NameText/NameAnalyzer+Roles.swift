/// What words are in their place in a name.
extension NameAnalyzer {
  /// Settles what only the place tells: a patronymic needs two other names beside it, AS or AG ends a company's name.
  func settleRoles(_ tokens: inout [NameToken]) {
    if let last = tokens.indices.last, last > 0, tokens[last].role == .particle,
      tokens[last].token.facts?.isAlsoLegalForm == true
    {
      tokens[last].role = .legalForm
    }
    let isOrganisation = tokens.contains { $0.role == .legalForm || $0.role == .generic }
    settleParticles(&tokens, isOrganisation: isOrganisation)
    for index in tokens.indices where tokens[index].role == .name || tokens[index].role == .generation {
      let features = tokens[index].token.features
      if isOrganisation, index > 0, features.formLength > 1, number(of: tokens[index].token) != nil {
        tokens[index].role = .number
      } else if tokens[index].role == .name, index + 1 < tokens.count,
        isMisspeltParticle(tokens[index].token, isBeforeHyphen: tokens[index + 1].isHyphenated)
      {
        tokens[index].role = .particle
      }
    }
    let names = tokens.count { $0.role == .name || $0.role == .patronymic || $0.role == .initial }
    if names < 3 {
      for index in tokens.indices where tokens[index].role == .patronymic { tokens[index].role = .name }
    }
    // A title that may also be a name (Sheikh, Khan, Haji) is one only where too little else is left.
    if names >= 3, let first = tokens.first, first.role == .name,
      first.token.facts?.isAlsoName == true
    {
      tokens[0].role = .particle
    }
    if !isOrganisation { settleMaternalName(&tokens) }
    let distinctive = tokens.contains { $0.role == .name || $0.role == .patronymic }
    for index in tokens.indices {
      // "Bank Group": where nothing else tells the name apart, its common words do.
      if !distinctive,
        tokens[index].role == .generic || tokens[index].role == .place || tokens[index].role == .particle
      {
        tokens[index].role = .name
      }
      if tokens[index].role == .particle {
        tokens[index].role = particleRole(tokens[index].token, isLast: index + 1 == tokens.count)
      }
      tokens[index].weight = RoleWeights.weight(
        of: tokens[index].token.features.weight, role: tokens[index].role)
    }
  }

  /// The second of two Spanish family names, where they stand after a given name or before it.
  private func settleMaternalName(_ tokens: inout [NameToken]) {
    func isSurname(_ index: Int) -> Bool { tokens[index].token.facts?.isSpanishSurname == true }
    func isName(_ index: Int) -> Bool { tokens[index].role == .name }
    guard tokens.count > 2, let last = tokens.indices.last(where: isName),
      let beforeLast = tokens[..<last].indices.last(where: isName),
      let first = tokens[..<beforeLast].indices.first(where: isName)
    else { return }
    if isSurname(last) && isSurname(beforeLast) {
      tokens[last].role = .maternal
    } else if isSurname(first), let second = tokens[(first + 1)...].indices.first(where: isName),
      isSurname(second)
    {
      tokens[second].role = .maternal
    }
  }

  /// What kind of particle a particle is in its place.
  private func particleRole(_ token: Token, isLast: Bool) -> TokenRole {
    // The first part of a name of God's servant.
    if token.features.formBytes.starts(with: "abd".utf8) { return isLast ? .particle : .servant }
    return token.facts?.isLineage == true ? .lineage : .particle
  }

  /// A particle that is also a name is one where no name follows, or where it is one of two words: Nguyen Van, Ben Hak.
  private func settleParticles(_ tokens: inout [NameToken], isOrganisation: Bool) {
    let last = tokens.lastIndex { $0.role != .legalForm && $0.role != .generation } ?? -1
    for index in tokens.indices where tokens[index].role == .particle || tokens[index].role == .name {
      guard let facts = tokens[index].token.facts,
        facts.isAlsoName || facts.alsoParticle != .none
      else { continue }
      let isFirstOfTwo = index == 0 && tokens.count == 2
      let standsAsName =
        index == last || (isFirstOfTwo && (facts.isAlsoFirstName || facts.alsoParticle != .none))
      if tokens[index].role == .particle {
        guard !isOrganisation && facts.isAlsoName && standsAsName else { continue }
        tokens[index].role = .name
        if isFirstOfTwo { tokens[index].token = tokens[index].token.asName() }
      } else {
        switch facts.alsoParticle {
        case .none: break
        case .beforeNames: if isOrganisation || !standsAsName { tokens[index].role = .particle }
        case .inOrganisations: if isOrganisation { tokens[index].role = .particle }
        }
      }
    }
  }

  /// An unknown word that is a particle but for one slip of the pen: Adbul, xal-Assad.
  private func isMisspeltParticle(_ name: Token, isBeforeHyphen: Bool) -> Bool {
    let features = name.features
    guard isBeforeHyphen && features.formLength == 3 else { return name.resemblesParticle }
    let form = Array(features.formBytes)
    return features.frequency == 0
      && [[form[0], form[1]], [form[1], form[2]]].contains { tables.words[$0]?.role == .particle }
  }

  /// Whether a form is a particle's but for two letters in the wrong order.
  func resemblesParticle(_ form: [UInt8]) -> Bool {
    guard form.count > 4, tables.words[form] == nil else { return false }
    var tried = form
    for index in 1..<tried.count {
      tried.swapAt(index - 1, index)
      if tables.words[tried]?.role == .particle { return true }
      tried.swapAt(index - 1, index)
    }
    return false
  }
}
