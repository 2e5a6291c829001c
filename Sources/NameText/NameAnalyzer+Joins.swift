/// Neighbouring words read as one.
extension NameAnalyzer {
  /// Neighbours that may be one word on the other side, and runs of initials that may be an acronym.
  func joins(of tokens: [NameToken]) -> [NameJoin] {
    joins(count: tokens.count) { (tokens[$0].token.features, tokens[$0].role) }
  }

  /// The same of `count` words of which only what is compared is known, each with its role in its place.
  package func joins(
    count: Int, _ word: (Int) -> (features: TokenFeatures, role: TokenRole)
  ) -> [NameJoin] {
    guard count > 1 else { return [] }
    var joins: [NameJoin] = []
    joins.reserveCapacity(count - 1)
    forEachJoin(count: count, word) { joins.append($0.join) }
    return joins
  }

  /// Calls `body` with the joins of a reading, none of which is a token yet.
  package func forEachJoin(of reading: NameReading, _ body: (JoinedWord) -> Void) {
    let tokens = reading.tokens
    forEachJoin(count: tokens.count, { (tokens[$0].token.features, tokens[$0].role) }, body)
  }

  private func forEachJoin(
    count: Int, _ word: (Int) -> (features: TokenFeatures, role: TokenRole), _ body: (JoinedWord) -> Void
  ) {
    guard count > 1 else { return }
    // A numeral in letters is no part of a longer word: "Fund III" would sound like "Fund II".
    func isNumeral(_ index: Int) -> Bool {
      let (features, role) = word(index)
      return role == .number && features.role != .number
    }
    func role(_ index: Int) -> TokenRole { word(index).role }
    for first in 0..<(count - 1) {
      var last = first + 1
      if isNumeral(first) || isNumeral(last) || repeatsInitial(word(first), word(last)) { continue }
      join(first, last, word, body)
      // Abd al-Rahman, Abdalrahman; van der Meer, Vandermeer; Nur al-Din, Noureddine
      if last + 1 < count, role(last).isParticle,
        role(first).isParticle || (role(first) == .name && endsCompound(word(last + 1).features))
      {
        join(first, last + 1, word, body)
      }
      if role(first) == .initial && role(last) == .initial {
        while last + 1 < count, role(last + 1) == .initial, last - first < 5 {
          last += 1
          join(first, last, word, body)
        }
      }
    }
  }

  /// Whether a word is the initial of the next, in which it would vanish: V. Vinogradova is no spelling of Vinogradova.
  private func repeatsInitial(
    _ word: (features: TokenFeatures, role: TokenRole), _ next: (features: TokenFeatures, role: TokenRole)
  ) -> Bool {
    word.role == .initial && next.role != .initial
      && word.features.formBytes.first == next.features.formBytes.first
  }

  /// Whether a word ends names that the article holds together: Nur al-Din, Zia ur-Rahman, Saif al-Islam.
  private func endsCompound(_ word: TokenFeatures) -> Bool {
    word.formLength < 8 && NameAnalyzer.compoundEnds.contains(Array(word.formBytes))
  }

  private static let compoundEnds = Set(
    ["din", "deen", "dine", "addin", "eddin", "eddine", "rahman", "rehman", "haq", "haqq", "islam", "abidin"]
      .map {
        Array($0.utf8)
      })

  private func join(
    _ first: Int, _ last: Int, _ word: (Int) -> (features: TokenFeatures, role: TokenRole),
    _ body: (JoinedWord) -> Void
  ) {
    var count = 0
    for index in first...last { count += word(index).features.formLength }
    // Safe: the forms are as long as was counted, and a fold is at most twice as long.
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 3 * count + 1) { buffer in
      var length = 0
      var hasShortPart = false
      // What tells one bearer of a name from another is no misspelt part of it.
      var isExact = false
      for index in first...last {
        let (features, role) = word(index)
        for byte in features.formBytes {
          buffer[length] = byte
          length += 1
        }
        // The article sounds as the letter after it: Nur al-Din is Nuraddin, Zia ul-Rahman Ziaurrahman.
        if index > first, index < last, features.formLength == 2,
          let next = word(index + 1).features.formBytes.first,
          buffer[length - 1] == UInt8(ascii: "l"), "dnrstz".utf8.contains(next)
        {
          buffer[length - 1] = next
        }
        if role == .number || role == .generation || role == .initial { isExact = true }
        if features.formLength <= 2 || features.role == .particle { hasShortPart = true }
      }
      let form = UnsafeBufferPointer(rebasing: buffer[..<length])
      let folded = buffer.baseAddress.map { Skeleton.fold(form, to: $0 + length) } ?? 0
      let script = word(first).features.script
      let relations =
        tables.mayBeLegalForm(form)
        ? tables.wordRelations[form]?.filter { $0.kind == .legalForm } ?? [] : []
      body(
        JoinedWord(
          first: first, last: last, form: form,
          skeleton: UnsafeBufferPointer(
            rebasing: buffer[length..<(length + min(folded, Token.maximumLength))]),
          script: script, relations: relations,
          isFuzzy: (hasShortPart || script == .hangul) && !isExact))
    }
  }
}
