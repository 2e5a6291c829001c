/// Turns the text of a name into an `AnalyzedName`. Lists and queries go through the same analyser, or people are lost.
///
/// raw text -> words (`WordSplitter`) -> readings (`ReadingBuilder`) -> tokens with roles.
///
/// - Complexity: O(n) in the bytes of the name, besides the joins of neighbouring words. Cyrillic and Latin go through
///   tables; other scripts through ICU, each word once.
package final class NameAnalyzer: Sendable {
  /// The analyser over the embedded tables.
  package static let standard = NameAnalyzer()

  /// Longest text that is analysed, in bytes of UTF-8.
  package static let maximumLength = 4096
  /// Most words that one reading may have.
  package static let maximumWords = 64
  /// Most words that a name may have: one of more than `maximumWords` has several readings (`ReadingBuilder.stretches`).
  package static let longestName = 512

  let letters = LetterTable()
  let tables = CompiledTables.embedded

  private init() {}

  /// Analyses a name.
  ///
  /// - Parameter joins: Whether the readings get their joins; who needs few of them asks `forEachJoin` instead.
  /// - Throws: `NameTextError` when the text is longer than `maximumLength` or has more than `longestName` words.
  package func analyze(
    _ text: String, memo: AnalysisMemo? = nil, joins: Bool = true
  ) throws(NameTextError) -> AnalyzedName {
    let count = text.utf8.count
    guard count <= NameAnalyzer.maximumLength else {
      throw .tooLong(bytes: count, limit: NameAnalyzer.maximumLength)
    }
    let words = WordSplitter.split(text, letters: letters, memo: memo)
    let language = words.language
    var readings: [NameReading] = []
    guard words.words.count <= NameAnalyzer.longestName else {
      throw .tooManyWords(count: words.words.count, limit: NameAnalyzer.longestName)
    }
    let rows = ReadingBuilder.stretches(
      of: ReadingBuilder.readings(of: words.words, kind: { self.kind(of: $0, language) }))
    readings.reserveCapacity(rows.count)
    // Behind the readings of the text as it stands.
    var others: [Variant] = []
    var typed: WordSplitter.Result?
    for (number, row) in rows.enumerated() {
      let analyses = row.map { analysis(of: $0, language: language, memo: memo) }
      let reading = self.reading(of: row, analyses, language: language, joins: joins)
      if !reading.tokens.isEmpty || readings.isEmpty { readings.append(reading) }
      others += variants(of: row, analyses, language: language)
      if number == 0 { typed = typedOtherwise(text, analyses) }
    }
    func add(_ row: [Word], language: CyrillicLanguage, readsPhrases: Bool = false) {
      guard row.count <= NameAnalyzer.maximumWords else { return }
      let analyses = row.map { analysis(of: $0, language: language, memo: memo) }
      readings.append(
        reading(of: row, analyses, language: language, joins: joins, readsPhrases: readsPhrases))
    }
    for variant in others { add(variant.words, language: language, readsPhrases: variant.readsPhrases) }
    if let typed {
      let words = typed.words.map { word in
        var word = word
        word.written = text
        return word
      }
      add(words, language: typed.language)
    }
    return AnalyzedName(readings: readings)
  }

  private func kind(of word: Word, _ language: CyrillicLanguage) -> ReadingBuilder.WordKind {
    let spelling = spelling(word, language)
    switch tables.words[spelling.form]?.role {
    case .place: return .place
    case .particle: return .particle
    default: break
    }
    return Patronymic.stem(ofPatronymic: spelling.skeleton) == nil ? .plain : .patronymic
  }

  /// The skeleton of a single word, as generators of tables need it.
  package func skeleton(ofWord word: String) -> [UInt8] {
    WordSpelling.spell(word.unicodeScalars.map(\.value), language: .undecided, letters: letters).skeleton
  }

  /// The tokens, joins and titles of one row of words.
  ///
  /// - Parameters:
  ///   - joins: Whether it gets its joins.
  ///   - readsPhrases: Whether words of organisations that are several words are read as one.
  private func reading(
    of words: [Word], _ analyses: [WordAnalysis], language: CyrillicLanguage, joins: Bool,
    readsPhrases: Bool = false
  ) -> NameReading {
    var tokens: [NameToken] = []
    var titles: [NameToken] = []
    tokens.reserveCapacity(words.count)
    var index = 0
    while index < words.count {
      if analyses[index].startsPhrase,
        let (length, relation) = phrase(at: index, in: words, language: language),
        readsPhrases || relation.kind == .legalForm
      {
        let text = words[index..<(index + length)].map(\.text).joined(separator: " ")
        let form = Array(words[index..<(index + length)].flatMap { spelling($0, language).form })
        let role: TokenRole = relation.kind == .legalForm ? .legalForm : .generic
        tokens.append(named(form: form, skeleton: form, role: role, relations: [relation], text: text))
        index += length
        continue
      }
      let place = index
      let token = analyses[place].token
      index += 1
      guard token.features.formLength > 0 else { continue }
      if index < words.count, NameAnalyzer.isNumberMark(token), analyses[index].token.role == .number {
        titles.append(NameToken(token: token, role: .title, weight: 0, written: words[place].written))
        continue
      }
      // What a name sounds like in Latin letters is no title: Γκόουβ is Gove.
      let isTitle = token.role == .title && !words[place].isTranscribed
      let placed = NameToken(
        token: token, role: token.role == .title && !isTitle ? .name : token.role, weight: 0,
        isHyphenated: words[place].divider == .hyphen, written: words[place].written)
      if isTitle || words[place].divider == .period && isDomainEnding(token) {
        titles.append(placed)
      } else if let units = number(of: token), let last = tokens.last,
        let number = composed(last, placed, units)
      {
        tokens[tokens.count - 1] = number
      } else {
        tokens.append(placed)
      }
    }
    if tokens.isEmpty {
      // A title alone is all the name there is.
      tokens = titles
      titles = []
      for index in tokens.indices { tokens[index].role = .name }
    }
    settleRoles(&tokens)
    return NameReading(
      tokens: tokens, joins: joins ? self.joins(of: tokens) : [], titles: titles.map(\.text))
  }

  /// What only says that a number follows: № 17, No. 17, Nr. 17.
  private static func isNumberMark(_ token: Token) -> Bool {
    let form = token.features.formBytes
    return form.count == 2 && form[0] == UInt8(ascii: "n")
      && (form[1] == UInt8(ascii: "o") || form[1] == UInt8(ascii: "r"))
  }

  /// The end of an internet address, where it stands behind a period: sputniknews.com.
  private func isDomainEnding(_ token: Token) -> Bool { NameAnalyzer.domainEndings.contains(token.form) }

  private static let domainEndings: Set<String> = [
    "com", "org", "net", "info", "biz", "ru", "su", "ua", "by", "ir", "cn",
  ]

  /// A phrase of the tables that begins at `index`, and how many words it takes.
  func phrase(at index: Int, in words: [Word], language: CyrillicLanguage) -> (Int, Relation)? {
    var key = spelling(words[index], language).form
    var found: (Int, Relation)?
    for next in (index + 1)..<max(index + 1, min(words.count, index + tables.longestPhrase)) {
      key.append(UInt8(ascii: " "))
      key.append(contentsOf: spelling(words[next], language).form)
      if let relation = tables.phrases[key] { found = (next - index + 1, relation) }
    }
    return found
  }

  private func spelling(_ word: Word, _ language: CyrillicLanguage) -> WordSpelling {
    WordSpelling.spell(word.scalars, language: language, letters: letters)
  }

  func analysis(of word: Word, language: CyrillicLanguage, memo: AnalysisMemo?) -> WordAnalysis {
    if let known = word.letters.analysis(language) { return known }
    guard let memo, !word.letters.isKept else {
      let made = analysis(of: word, language: language)
      word.letters.keep(made, language)
      return made
    }
    return memo.word(.init(word: word.scalars, language: language)) { analysis(of: word, language: language) }
  }

  /// The context-free token of a word, without its text.
  func token(of word: Word, language: CyrillicLanguage) -> Token {
    token(for: word, spelling(word, language), text: "")
  }

  private func analysis(of word: Word, language: CyrillicLanguage) -> WordAnalysis {
    let spelling = spelling(word, language)
    let token = token(for: word, spelling, text: word.text)
    let features = token.features
    let isKnown = features.role != .name || features.frequency > 0 || features.relationCount > 0
    let mayLoseLetter =
      !isKnown && features.formLength > 3 && (features.script == .latin || features.script == .cyrillic)
    return WordAnalysis(
      token: token, startsPhrase: tables.phraseStarts[spelling.form] != nil, isKnown: isKnown,
      isKnownWithoutFirst: mayLoseLetter && self.isKnown(spelling.form.dropFirst()),
      isKnownWithoutLast: mayLoseLetter && self.isKnown(spelling.form.dropLast()),
      adjectiveEnding: features.role == .name && features.relationCount == 0
        ? NameAnalyzer.adjectiveEnding(of: spelling.form) : 0,
      variants: WordVariants.of(
        word.scalars, form: spelling.form, script: features.script, language: language, isKnown: isKnown,
        letters: letters, knows: { (self.level(ofForm: $0) ?? 0) >= $1 }))
  }

  /// Whether a form is that of a name that people bear, or of a word of the tables.
  func isKnown(_ form: some Collection<UInt8>) -> Bool {
    form.withContiguousStorageIfAvailable(isKnown(letters:))
      ?? Array(form).withUnsafeBufferPointer(isKnown(letters:))
  }

  private func isKnown(letters: UnsafeBufferPointer<UInt8>) -> Bool {
    tables.words[letters] != nil || level(ofForm: letters) != nil
  }

  private func token(for word: Word, _ spelling: WordSpelling, text: String) -> Token {
    let form = spelling.form
    let facts = tables.words[form]
    var role = facts?.role ?? .name
    let isForeign = (word.scalars.first ?? 0) >= 0x530
    // What is made of another script may look like a title or a preposition: عمر is "mr", پور "pour".
    if role == .title, facts?.isAlsoName == true || spelling.script.isCollapsing || isForeign { role = .name }
    // Neither is a syllable a particle: 도 is "do".
    if role == .particle, isForeign && facts?.isConnector == true || spelling.script.isSyllabic {
      role = .name
    }
    var relations: [Relation] = []
    if let found = tables.wordRelations[form] { relations.append(contentsOf: found) }
    if facts == nil, let spelled = tables.longLegalForms[spelling.skeleton] {
      role = .legalForm
      relations.append(spelled)
    }
    if let found = tables.nameRelations[spelling.skeleton] { relations.append(contentsOf: found) }
    if form.allSatisfy({ $0 <= UInt8(ascii: "9") }) && !form.isEmpty {
      role = .number
      if let value = Int(String(decoding: form.prefix(6), as: UTF8.self)) {
        relations.append(Relation(.number, value))
      }
    } else if word.scalars.count == 1 && spelling.script != .han && spelling.script != .hangul {
      role = .initial
    } else if role == .name, let stem = Patronymic.stem(ofPatronymic: spelling.skeleton) {
      if let found = tables.patronymicStems[stem] { relations.append(contentsOf: found) }
      role = .patronymic
    }
    var frequency = NameFrequencies.level(ofSkeleton: spelling.skeleton) ?? 0
    if spelling.script.isSyllabic, let letter = word.scalars.first {
      var skeleton: [UInt8] = []
      for reading in SyllableReadings.spellings(of: letter) {
        Skeleton.fold(Array(reading), into: &skeleton)
        if let found = tables.nameRelations[skeleton] {
          relations.append(contentsOf: found.lazy.filter { $0.kind == .reading })
        }
        frequency = max(frequency, NameFrequencies.level(ofSkeleton: skeleton) ?? 0)
      }
    }
    return Token.of(
      form: form, skeleton: spelling.skeleton, script: spelling.script, role: role,
      frequency: UInt8(clamping: frequency),
      relations: relations.count > 1 ? Array(Set(relations)) : relations,
      resemblesParticle: role == .name && frequency == 0 && resemblesParticle(form), text: text,
      facts: form.count <= Token.maximumLength ? facts : self.facts(ofForm: form))
  }

  /// What the tables say of as much of a form as a token keeps.
  private func facts(ofForm form: [UInt8]) -> LanguageTables.WordFacts? {
    tables.words[Array(form.prefix(Token.maximumLength))]
  }

  private func named(
    form: [UInt8], skeleton: [UInt8], role: TokenRole, relations: [Relation], text: String
  ) -> NameToken {
    NameToken(
      token: Token.of(
        form: form, skeleton: skeleton, script: .latin, role: role, relations: relations, text: text,
        facts: facts(ofForm: form)),
      role: role, weight: 0)
  }

  /// One number of two words: forty-four, forty 4.
  ///
  /// - Parameter lower: The number that the second is.
  private func composed(_ tens: NameToken, _ units: NameToken, _ lower: Int) -> NameToken? {
    guard tens.token.role == .name, let upper = number(of: tens.token),
      (20...90).contains(upper), upper % 10 == 0, (1...9).contains(lower)
    else { return nil }
    let form = Array(String(upper + lower).utf8)
    return named(
      form: form, skeleton: form, role: .number, relations: [Relation(.number, upper + lower)],
      text: tens.text + " " + units.text)
  }

  func number(of token: Token) -> Int? {
    token.features.relationCodes.first { Relation(code: $0).isNumber }.map { Int($0 & 0xFF_FFFF) }
  }
}
