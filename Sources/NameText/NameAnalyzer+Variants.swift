/// Other readings of a name than the text as it stands: what a keyboard, a missing blank, another language or a phrase makes of it.
extension NameAnalyzer {
  /// A row of words that is read beside the text.
  struct Variant {
    var words: [Word]
    /// Whether words of organisations that are several words are read as one.
    var readsPhrases = false
  }

  /// The rows that a row's variants make, one for each kind that any of its words has.
  func variants(of row: [Word], _ analyses: [WordAnalysis], language: CyrillicLanguage) -> [Variant] {
    var variants: [Variant] = []
    if analyses.contains(where: { !$0.variants.isEmpty }) {
      for kind in WordVariant.allCases {
        var replaced = analyses.map { $0.variant(kind) }
        guard replaced.contains(where: { $0 != nil }) else { continue }
        if kind == .nativeLetters {
          replaced = zip(analyses, replaced).map { $1 ?? $0.variant(.foreignSounds) }
        }
        let words = zip(row, replaced).flatMap { word, words in words.map { word.replaced(by: $0) } ?? [word]
        }
        variants.append(Variant(words: words))
      }
    }
    var names = 0
    var hasUnknown = false
    var hasKind = false
    for index in analyses.indices {
      let role = analyses[index].token.role
      if role == .name { names += 1 }
      if !analyses[index].isKnown { hasUnknown = true }
      if role == .generic || role == .legalForm || analyses[index].startsPhrase { hasKind = true }
    }
    if hasUnknown && names == 1, let cut = withMissingBlanks(row, analyses) {
      variants.append(Variant(words: cut))
    }
    if hasUnknown && names > 1, let moved = withMovedBlank(row, analyses) {
      variants.append(Variant(words: moved))
    }
    if names > 1, row.contains(where: { $0.divider == .hyphen }) {
      if let name = inPinyin(row, analyses) { variants.append(Variant(words: name)) }
      if let name = withLettersInOrder(row, analyses) { variants.append(Variant(words: name)) }
    }
    if hasKind, names > 1 || analyses.contains(where: { $0.token.role == .generic }),
      let plain = withoutAdjectives(row, analyses)
    {
      variants.append(Variant(words: plain, readsPhrases: true))
    }
    if hasKind, startsWordOfOrganisations(row, analyses, language) {
      variants.append(Variant(words: row, readsPhrases: true))
    }
    return variants
  }

  /// A row with a blank that stands one letter off put where it makes known names: Myongc Hin, Razuk Iabd.
  private func withMovedBlank(_ row: [Word], _ analyses: [WordAnalysis]) -> [Word]? {
    for index in row.indices.dropLast() {
      let (left, right) = (analyses[index], analyses[index + 1])
      guard !left.isKnown || !right.isKnown, row[index + 1].divider < .comma, isSpelled(left),
        isSpelled(right),
        left.token.role != .particle, right.token.role != .particle
      else { continue }
      let (a, b) = (left.token.features.formBytes, right.token.features.formBytes)
      guard a.count > 2, b.count > 2, let last = a.last, let first = b.first else { continue }
      let pieces: [[UInt8]]
      if !left.isKnown, left.isKnownWithoutLast, becomeKnown(a.dropLast(), [last] + b) {
        pieces = [a.dropLast(), [last] + b]
      } else if !right.isKnown, right.isKnownWithoutFirst, becomeKnown(b.dropFirst(), a + [first]) {
        pieces = [a + [first], Array(b.dropFirst())]
      } else {
        continue
      }
      let words = pieces.enumerated().flatMap { offset, piece in
        row[index + offset].replaced(by: [piece.map(UInt32.init)])
      }
      return row[..<index] + words + row[(index + 2)...]
    }
    return nil
  }

  /// A Chinese name of three syllables in Wade-Giles, as pinyin writes it: Chiang Ching-kuo, Tse-tung Mao.
  private func inPinyin(_ row: [Word], _ analyses: [WordAnalysis]) -> [Word]? {
    guard row.count == 3, analyses.allSatisfy({ $0.token.features.script == .latin }) else { return nil }
    let forms = analyses.map { Array($0.token.features.formBytes) }
    let isFamilyFirst = row[2].divider == .hyphen
    guard isFamilyFirst != (row[1].divider == .hyphen) else { return nil }
    let (family, first) = isFamilyFirst ? (0, 1) : (2, 0)
    guard
      let name = WadeGiles.pinyin(
        family: forms[family], given: (forms[first], forms[first + 1]), level: { self.level(ofForm: $0) })
    else { return nil }
    let given = Word(
      scalars: name.given.map(UInt32.init), divider: row[first].divider, bracket: row[first].bracket,
      written: row[first].text + "-" + row[first + 1].text)
    let surname = row[family].replaced(by: [name.family.map(UInt32.init)])
    return isFamilyFirst ? surname + [given] : [given] + surname
  }

  /// A row with a word that was cut at a capital, because its letters stand in another order: nitPu.
  private func withLettersInOrder(_ row: [Word], _ analyses: [WordAnalysis]) -> [Word]? {
    for index in row.indices.dropFirst() where row[index].divider == .hyphen {
      let (head, tail) = (analyses[index - 1].token, analyses[index].token)
      guard head.role == .name, tail.role == .name,
        let name = DisorderedLetters.name(
          in: row[index - 1].scalars + row[index].scalars,
          form: Array(head.features.formBytes) + Array(tail.features.formBytes), letters: letters)
      else { continue }
      var word = row[index - 1]
      word.written = row[index - 1].text + row[index].text
      word.scalars = name
      return row[..<(index - 1)] + [word] + row[(index + 1)...]
    }
    return nil
  }

  /// Whether both words that a blank makes, of which the shorter is known, are so, or that one is a particle.
  private func becomeKnown(_ shortened: some Sequence<UInt8>, _ lengthened: [UInt8]) -> Bool {
    isKnown(lengthened) || tables.words[Array(shortened)]?.role == .particle
  }

  /// Whether a word's form has a letter for what was written.
  private func isSpelled(_ analysis: WordAnalysis) -> Bool {
    let features = analysis.token.features
    return (features.script == .latin || features.script == .cyrillic) && features.role != .number
      && features.role != .initial
  }

  /// Whether a row has a word of organisations that is several words.
  private func startsWordOfOrganisations(
    _ row: [Word], _ analyses: [WordAnalysis], _ language: CyrillicLanguage
  ) -> Bool {
    row.indices.contains { index in
      analyses[index].startsPhrase
        && phrase(at: index, in: row, language: language)?.1.kind == .organisationWord
    }
  }

  /// An organisation with its place as a noun: Курганский завод is Kurgan Plant.
  private func withoutAdjectives(_ row: [Word], _ analyses: [WordAnalysis]) -> [Word]? {
    guard analyses.contains(where: { $0.adjectiveEnding > 0 }) else { return nil }
    return zip(row, analyses).flatMap { word, analysis in
      guard analysis.adjectiveEnding > 0 else { return [word] }
      return word.replaced(by: [
        analysis.token.features.formBytes.dropLast(analysis.adjectiveEnding).map(UInt32.init)
      ])
    }
  }

  /// How many letters of a word's form are the ending of an adjective that may be made of a place's name; 0 for none.
  static func adjectiveEnding(of form: [UInt8]) -> Int {
    adjectiveEndings.first { form.count >= $0.count + 4 && form.suffix($0.count) == $0[...] }?.count ?? 0
  }

  /// The endings of adjectives that Russian, Ukrainian and Belarusian make of the names of places, as forms.
  private static let adjectiveEndings: [[UInt8]] = [
    "skogo", "skaya", "skaia", "skoye", "skoho", "skiy", "skii", "skij", "skyi", "skyy", "skoe", "skoi",
    "skoy", "skaja",
    "sky", "ski", "ska", "ske",
  ].map { Array($0.utf8) }

  /// A row of one name, in two or more where it is made of names that people bear.
  private func withMissingBlanks(_ row: [Word], _ analyses: [WordAnalysis]) -> [Word]? {
    let names = analyses.indices.filter { analyses[$0].token.role == .name }
    guard names.count == 1, let index = names.first, !analyses.contains(where: { $0.token.role == .initial }),
      analyses[index].token.features.frequency == 0, analyses[index].token.features.relationCount == 0
    else { return nil }
    // Pieces are looked up by their letters as they are spelled here, so a form must have one letter for each.
    let features = analyses[index].token.features
    guard features.script == .latin || features.script == .cyrillic,
      let cuts = MissingBlanks.cuts(of: Array(features.formBytes), level: { self.level(ofForm: $0) })
    else { return nil }
    let form = features.formBytes.map(UInt32.init)
    let pieces = zip([0] + cuts, cuts + [form.count]).map { Array(form[$0..<$1]) }
    return Array(row[..<index]) + row[index].replaced(by: pieces) + Array(row[(index + 1)...])
  }

  /// The level of a name by its form; a patronymic of a known name counts as common.
  func level(ofForm form: some Collection<UInt8>) -> Int? {
    form.withContiguousStorageIfAvailable(level(ofLetters:))
      ?? Array(form).withUnsafeBufferPointer(level(ofLetters:))
  }

  private func level(ofLetters form: UnsafeBufferPointer<UInt8>) -> Int? {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 2 * form.count + 1) { buffer in
      // Safe: a fold is at most twice as long as the form.
      let count = buffer.baseAddress.map { Skeleton.fold(form, to: $0) } ?? 0
      let skeleton = UnsafeBufferPointer(rebasing: buffer[..<count])
      if let stem = Patronymic.stem(ofPatronymic: skeleton), tables.patronymicStems[stem] != nil { return 8 }
      return NameFrequencies.level(ofSkeleton: skeleton)
    }
  }

  /// The words that the same keys write on another keyboard, where these are likelier names than the words as they stand.
  ///
  /// - Parameter analyses: Of the words as they stand.
  func typedOtherwise(_ text: String, _ analyses: [WordAnalysis]) -> WordSplitter.Result? {
    var here = Likelihood()
    for index in analyses.indices { here += analyses[index].likelihood }
    guard here.known + here.unknown > 4,
      here.known == 0 || (here.hasUnspeakable && 3 * here.known < here.known + here.unknown)
    else { return nil }
    for other in KeyboardLayout.otherTexts(of: text) {
      let split = WordSplitter.split(other, letters: letters)
      let there = split.words.reduce(into: Likelihood()) {
        $0 += Likelihood(token(of: $1, language: split.language))
      }
      guard there.known >= here.known else { continue }
      if there.known >= there.unknown && there.longestKnown >= 4
        || there.known > here.known && here.hasUnspeakable && !there.hasUnspeakable
      {
        return split
      }
    }
    return nil
  }
}

/// How likely words are names.
struct Likelihood: Sendable {
  /// Letters in words that are known as names, in others, and in the longest known one.
  private(set) var known: Int32 = 0
  private(set) var unknown: Int32 = 0
  private(set) var longestKnown: Int32 = 0
  /// Whether a word that is not known has four consonants in a row.
  private(set) var hasUnspeakable = false

  init() {}

  init(_ word: Token) {
    let features = word.features
    if features.frequency > 2 || features.role == .patronymic || features.relationCount > 0 {
      known = Int32(features.formLength)
      longestKnown = known
    } else {
      unknown = Int32(features.formLength)
      // What the features show lives as long as the word.
      hasUnspeakable = withExtendedLifetime(word) { Likelihood.isUnspeakable(features.skeletonBytes) }
    }
  }

  static func += (a: inout Likelihood, b: Likelihood) {
    a.known += b.known
    a.unknown += b.unknown
    a.longestKnown = max(a.longestKnown, b.longestKnown)
    if b.hasUnspeakable { a.hasUnspeakable = true }
  }

  private static func isUnspeakable(_ skeleton: UnsafeBufferPointer<UInt8>) -> Bool {
    var run = 0
    for symbol in skeleton {
      run = Skeleton.isVowel(symbol) ? 0 : run + 1
      if run == 4 { return true }
    }
    return false
  }
}
