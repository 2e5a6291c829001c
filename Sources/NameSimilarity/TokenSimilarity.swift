import NameText

/// By which evidence two tokens were found alike.
package enum TokenEvidence: UInt8, Sendable, CaseIterable {
  case none = 0
  case equal
  /// Equal skeletons: two romanizations of one word.
  case romanization
  /// A few cheap edits apart.
  case spelling
  /// One given name or patronymic in kindred languages.
  case equivalent
  case international
  case nickname
  case initial
  /// Neighbours written as one word.
  case joined
  /// One word of organisations in two languages, one place, one class of legal form, one number.
  case translation
  /// Equal consonants, for scripts that write no vowels.
  case consonants

  /// As explanations call it.
  package var text: String {
    switch self {
    case .none: "none"
    case .equal: "equal"
    case .romanization: "romanization"
    case .spelling: "spelling"
    case .equivalent: "equivalent"
    case .international: "international"
    case .nickname: "nickname"
    case .initial: "initial"
    case .joined: "joined"
    case .translation: "translation"
    case .consonants: "consonants"
    }
  }
}

/// How alike two tokens are, on one scale for every kind of evidence.
///
/// 1 is the same word; `floor` and less is no evidence at all.
package struct TokenSimilarity: Sendable {
  package static let floor: Float = 0.6
  /// What is left of a similarity across scripts of which one collapses names (`Script.isCollapsing`).
  package static let acrossScripts: Float = 0.86
  /// What a syllable that very many bear takes off `acrossScripts`, and the level of `NameFrequencies` that is so common.
  static let commonSyllable: Float = 0.025
  static let commonLevel: Float = 10
  /// How much of an ending that both words share is left out of their length (`sharedEnding`).
  static let ending: Float = 0.75
  /// What the cost of a spelling grows by, as a share, when both words are names known to be borne.
  package static let attested: Float = 1.0
  /// From this level of `NameFrequencies` on a name counts as known in full.
  package static let attestedLevel: Float = 5
  package static let romanization: Float = 0.97
  package static let equivalent: Float = 0.97
  package static let international: Float = 0.83
  package static let spelled: Float = 0.90
  package static let nickname: Float = 0.77
  package static let initial: Float = 0.80
  package static let joined: Float = 0.95
  package static let translation: Float = 0.93
  package static let consonants: Float = 0.84
  /// What rounding may take off a value that stands exactly at its limit.
  static let tolerance: Float = 1e-5
  /// What another gender adds to the cost of a spelling, in percent.
  static let genderPercent: Int32 = 120
  /// What -ov for -ev adds to the cost of a spelling.
  static let stemCost: Int32 = 40
  /// s = 1 - slope x cost / length.
  package static let slope: Float = 1.62

  package let value: Float
  package let evidence: TokenEvidence
  /// Whether one of the two is a syllable of another script, which agrees with many.
  package var isSyllable = false

  package static let none = TokenSimilarity(value: 0, evidence: .none)

  /// The best evidence that two tokens agree, or `none` below `least`.
  ///
  /// - Complexity: one edit distance where neither equality nor a relation decides first.
  package static func of(
    _ a: TokenFeatures, _ b: TokenFeatures, least: Float = floor, distance: SpellingDistance
  ) -> TokenSimilarity {
    if a.script.isCollapsing != b.script.isCollapsing, a.script.isVowelless == b.script.isVowelless {
      let found = plain(a, b, least: least / acrossScripts, distance: distance)
      let isSyllable = a.script.isSyllabic || b.script.isSyllabic
      let common = isSyllable ? min(1, Float(min(a.frequency, b.frequency)) / commonLevel) : 0
      return TokenSimilarity(
        value: found.value * (acrossScripts - commonSyllable * common), evidence: found.evidence,
        isSyllable: isSyllable)
    }
    return plain(a, b, least: least, distance: distance)
  }

  private static func plain(
    _ a: TokenFeatures, _ b: TokenFeatures, least: Float, distance: SpellingDistance
  ) -> TokenSimilarity {
    if a.formLength == b.formLength, equal(a.form, b.form, a.formLength) {
      if a.script.isVowelless == b.script.isVowelless { return TokenSimilarity(value: 1, evidence: .equal) }
    }
    if (a.role == .particle) != (b.role == .particle) { return .none }
    if a.role == .number || b.role == .number || (isNumeral(a) && isNumeral(b)) { return related(a, b) }
    if a.role == .initial || b.role == .initial { return initials(a, b) }
    if a.script.isVowelless != b.script.isVowelless {
      let related = related(a, b)
      return related.value > 0 ? related : alikeConsonants(a, b, distance: distance)
    }
    if a.skeletonLength == b.skeletonLength, equal(a.skeleton, b.skeleton, a.skeletonLength) {
      return TokenSimilarity(value: romanization, evidence: .romanization)
    }
    // Two syllables are two words, whatever Latin letters some people write them with.
    if a.script == b.script && a.script.isSyllabic { return .none }
    let related = related(a, b)
    // All usual spellings of a syllable are known: what is another syllable is no misspelling of it.
    if a.script.isSyllabic != b.script.isSyllabic, isSyllable(a), isSyllable(b) {
      return related.value >= least ? related : .none
    }
    let spelled = spelling(a, b, least: max(least, related.value), distance: distance)
    return spelled.value > related.value ? spelled : related.value >= least ? related : .none
  }

  /// Similarity of neighbours read as one word with a word of the other side.
  package static func ofJoin(
    _ join: TokenFeatures, isFuzzy: Bool, _ token: TokenFeatures, distance: SpellingDistance
  ) -> TokenSimilarity {
    if join.role == .legalForm || token.role == .legalForm {
      let found = related(join, token)
      return found.value > 0 ? TokenSimilarity(value: joined, evidence: .joined) : .none
    }
    let isAcross = join.script.isCollapsing != token.script.isCollapsing
    let left =
      isAcross && join.script.isVowelless == token.script.isVowelless ? joined * acrossScripts : joined
    if join.skeletonLength == token.skeletonLength, equal(join.skeleton, token.skeleton, join.skeletonLength)
    {
      return TokenSimilarity(value: left, evidence: .joined)
    }
    guard isFuzzy, token.skeletonLength > 3 else { return .none }
    let found = spelling(join, token, least: floor / left, distance: distance)
    return found.value > 0 ? TokenSimilarity(value: found.value * left, evidence: .joined) : .none
  }

  /// The highest cost that still leaves similarity `least` at length `length`, in the units of `SpellingCosts`.
  package static func costLimit(least: Float, length: Int) -> Int32 {
    Int32((max(0, 1 - least) * Float(length) / slope * Float(SpellingCosts.unit) + 0.01).rounded(.down))
  }

  private static func spelling(
    _ a: TokenFeatures, _ b: TokenFeatures, least: Float, distance: SpellingDistance
  ) -> TokenSimilarity {
    let length = max(a.skeletonLength, b.skeletonLength)
    let limit = costLimit(least: least, length: length)
    guard
      var cost = distance.distance(a.skeleton, a.skeletonLength, b.skeleton, b.skeletonLength, limit: limit)
    else { return .none }
    if isSlavic(a), isSlavic(b) {
      guard
        let slavic = distance.slavicDistance(
          a.skeleton, a.skeletonLength, b.skeleton, b.skeletonLength, limit: limit)
      else { return .none }
      cost = slavic + (differInStem(a, b) ? stemCost : 0)
    }
    if differInGender(a, b) { cost = cost * (100 + genderPercent) / 100 }
    let value = spelled(cost: cost, a, b)
    return value < least - tolerance ? .none : TokenSimilarity(value: value, evidence: .spelling)
  }

  /// Whether two words differ in a final a or o alone, which tells women from men: Antonia, Antonio. Not after k, where Belarusian
  /// writes a for the Ukrainian o (Lukashenka).
  private static func differInGender(_ a: TokenFeatures, _ b: TokenFeatures) -> Bool {
    let last = a.skeletonLength - 1
    guard last == b.skeletonLength - 1, last > 2, a.skeleton[last] != b.skeleton[last],
      a.skeleton[last - 1] != UInt8(ascii: "k"), equal(a.skeleton, b.skeleton, last)
    else { return false }
    let ends = [a.skeleton[last], b.skeleton[last]]
    return ends.contains(UInt8(ascii: "a")) && ends.contains(UInt8(ascii: "o"))
  }

  /// Whether a word ends as Slavic family names do.
  private static func isSlavic(_ word: TokenFeatures) -> Bool {
    guard word.skeletonLength > 4, !word.script.isCollapsing else { return false }
    return familyEndings.contains { endsIn($0, word) }
  }

  private static let familyEndings: [StaticString] = ["ov", "ev", "ova", "eva", "ski", "aia", "enko"]

  /// Whether two family names differ in -ov and -ev alone, which hard and soft consonants have: Makarov, Makarev. After a sibilant or
  /// l both are spellings of one: Gorbachov, Kovalov.
  private static func differInStem(_ a: TokenFeatures, _ b: TokenFeatures) -> Bool {
    let length = a.skeletonLength
    guard length == b.skeletonLength, length > 4 else { return false }
    let vowel = a.skeleton[length - 1] == UInt8(ascii: "a") ? length - 3 : length - 2
    let ends = [a.skeleton[vowel], b.skeleton[vowel]]
    return a.skeleton[vowel + 1] == UInt8(ascii: "v") && ends.contains(UInt8(ascii: "o"))
      && ends.contains(UInt8(ascii: "e")) && !"CSWZcl".utf8.contains(a.skeleton[vowel - 1])
      && equal(a.skeleton, b.skeleton, vowel)
      && equal(a.skeleton + vowel + 1, b.skeleton + vowel + 1, length - vowel - 1)
  }

  /// What a spelling cost leaves of the similarity of two words.
  package static func spelled(cost: Int32, _ a: TokenFeatures, _ b: TokenFeatures) -> Float {
    // Two names that people are known to bear are more often two names than two spellings of one, if not of another script.
    let known = a.script.isCollapsing == b.script.isCollapsing ? Float(min(a.frequency, b.frequency)) : 0
    var doubt = 1 + attested * min(1, known / attestedLevel)
    if doubt > 1, known < attestedLevel, differByTransposition(a, b) { doubt = 1 }
    let length = Float(max(a.skeletonLength, b.skeletonLength)) - ending * Float(sharedEnding(a, b))
    return min(1 - doubt * slope * Float(cost) / (Float(SpellingCosts.unit) * length), romanization)
  }

  /// How many letters two words end in alike that thousands of Slavic family names end in: these prove nothing.
  private static func sharedEnding(_ a: TokenFeatures, _ b: TokenFeatures) -> Int {
    guard min(a.skeletonLength, b.skeletonLength) > 4 else { return 0 }
    for ending in slavicEndings where endsIn(ending, a) && endsIn(ending, b) {
      return ending.utf8CodeUnitCount
    }
    // Hussein, Amin: after a vowel it belongs to the name.
    let ending: StaticString = "in"
    return endsIn(ending, a) && endsIn(ending, b) && !hasVowel(a, beforeLast: 2)
      && !hasVowel(b, beforeLast: 2)
      ? 2 : 0
  }

  private static let slavicEndings: [StaticString] = ["ov", "ev", "ova", "eva", "ina", "ski", "aia"]

  /// - Parameter word: Of at least five symbols.
  private static func endsIn(_ ending: StaticString, _ word: TokenFeatures) -> Bool {
    let length = ending.utf8CodeUnitCount
    return equal(word.skeleton + (word.skeletonLength - length), ending.utf8Start, length)
  }

  private static func hasVowel(_ word: TokenFeatures, beforeLast count: Int) -> Bool {
    Skeleton.isVowel(word.skeleton[word.skeletonLength - count - 1])
  }

  /// Whether two skeletons differ in the order of two neighbouring letters alone: a slip of the hand, but between two common names
  /// (Hamid, Hamdi), makes one of another so more often than people bear both.
  private static func differByTransposition(_ a: TokenFeatures, _ b: TokenFeatures) -> Bool {
    let length = a.skeletonLength
    guard length == b.skeletonLength else { return false }
    var first = 0
    while first < length, a.skeleton[first] == b.skeleton[first] { first += 1 }
    guard first + 1 < length, a.skeleton[first] == b.skeleton[first + 1],
      a.skeleton[first + 1] == b.skeleton[first]
    else { return false }
    return equal(a.skeleton + first + 2, b.skeleton + first + 2, length - first - 2)
  }

  private static func initials(_ a: TokenFeatures, _ b: TokenFeatures) -> TokenSimilarity {
    guard a.skeletonLength > 0, b.skeletonLength > 0, a.skeleton[0] == b.skeleton[0] else { return .none }
    if a.role == .initial && b.role == .initial {
      return TokenSimilarity(value: romanization, evidence: .initial)
    }
    let full = a.role == .initial ? b : a
    guard full.role == .name || full.role == .patronymic else { return .none }
    return TokenSimilarity(value: initial, evidence: .initial)
  }

  private static func alikeConsonants(
    _ a: TokenFeatures, _ b: TokenFeatures, distance: SpellingDistance
  ) -> TokenSimilarity {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 2 * Token.maximumLength) {
      buffer -> TokenSimilarity in
      // Safe: skeletons are cut to maximumLength, and each gets half of the buffer.
      guard let left = buffer.baseAddress else { return .none }
      let right = left + Token.maximumLength
      let aLength = ConsonantSkeleton.write(a.skeletonBytes, to: left)
      let bLength = ConsonantSkeleton.write(b.skeletonBytes, to: right)
      guard min(aLength, bLength) >= 2 else { return .none }
      let length = max(aLength, bLength)
      let limit = costLimit(least: floor / consonants, length: length)
      guard let cost = distance.distance(left, aLength, right, bLength, limit: limit) else { return .none }
      let agreeing = 1 - slope * Float(cost) / (Float(SpellingCosts.unit) * Float(length))
      let value = consonants * agreeing * fewConsonants(min(aLength, bLength)) * finalVowel(a, b)
      return value < floor ? .none : TokenSimilarity(value: value, evidence: .consonants)
    }
  }

  /// What few consonants leave of their agreement: many names share two.
  private static func fewConsonants(_ count: Int) -> Float {
    switch count {
    case ...2: 0.8
    case 3: 0.93
    default: 1
    }
  }

  /// What is left where only one of two words ends in the i that such scripts do write: محمدی is Mohammadi, not Mohammad.
  private static func finalVowel(_ a: TokenFeatures, _ b: TokenFeatures) -> Float {
    let (vowelless, full) = a.script.isVowelless ? (a, b) : (b, a)
    guard vowelless.formLength > 2, full.skeletonLength > 2 else { return 1 }
    // A Hebrew h at the end is a or e.
    if vowelless.script == .hebrew, vowelless.form[vowelless.formLength - 1] == UInt8(ascii: "h") { return 1 }
    let isWritten = vowelless.form[vowelless.formLength - 1] == UInt8(ascii: "y")
    let isSpoken = [UInt8(ascii: "i"), UInt8(ascii: "e")].contains(full.skeleton[full.skeletonLength - 1])
    return isWritten == isSpoken ? 1 : 0.85
  }

  /// The strongest relation that both tokens stand in.
  package static func related(_ a: TokenFeatures, _ b: TokenFeatures) -> TokenSimilarity {
    guard a.relationCount > 0, b.relationCount > 0 else { return .none }
    var best = TokenSimilarity.none
    for i in 0..<a.relationCount {
      let code = a.relations[i]
      // Only what is of one group meets.
      for j in 0..<b.relationCount where (code ^ b.relations[j]) & 0xFF_FFFF == 0 {
        let relation = Relation(code: code)
        // Latin letters that are read alike are equal already, and VII is not VIII.
        if relation.kind == .reading, !a.script.isSyllabic, !b.script.isSyllabic { continue }
        let found = meeting(relation, Relation(code: b.relations[j]))
        if found.value > best.value { best = found }
      }
    }
    return best
  }

  /// Whether a word also is a number: VIII, seven.
  private static func isNumeral(_ token: TokenFeatures) -> Bool { has(.number, token) }

  /// Whether a word is a syllable that some letter of a Chinese or Korean name is read as.
  private static func isSyllable(_ token: TokenFeatures) -> Bool { has(.reading, token) }

  private static func has(_ kind: Relation.Kind, _ token: TokenFeatures) -> Bool {
    for index in 0..<token.relationCount where token.relations[index] >> 24 == UInt32(kind.rawValue) {
      return true
    }
    return false
  }

  /// What two relations prove when they meet.
  package static func meeting(_ a: Relation, _ b: Relation) -> TokenSimilarity {
    if a == b {
      switch a.kind {
      case .givenName, .patronymic, .nicknamed:
        return TokenSimilarity(value: equivalent, evidence: .equivalent)
      case .reading: return TokenSimilarity(value: romanization, evidence: .romanization)
      case .spelled: return TokenSimilarity(value: spelled, evidence: .romanization)
      case .international: return TokenSimilarity(value: international, evidence: .international)
      case .nickname: return TokenSimilarity(value: nickname, evidence: .nickname)
      case .organisationWord, .place, .legalForm, .number:
        return TokenSimilarity(value: translation, evidence: .translation)
      case nil: return .none
      }
    }
    if a.code & 0xFF_FFFF == b.code & 0xFF_FFFF {
      switch (a.kind, b.kind) {
      case (.nicknamed, .nickname), (.nickname, .nicknamed):
        return TokenSimilarity(value: nickname, evidence: .nickname)
      default: break
      }
    }
    return .none
  }

  @inline(__always)
  static func equal(_ a: UnsafePointer<UInt8>, _ b: UnsafePointer<UInt8>, _ length: Int) -> Bool {
    for index in 0..<length where a[index] != b[index] { return false }
    return true
  }
}
