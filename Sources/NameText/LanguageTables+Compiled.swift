import CEmbeddedCorpora

/// The language tables as words are looked up in them.
///
/// Making the tables from `corpora/language` costs a process a quarter of a second, most of it ICU's for the words of
/// other scripts. So they are carried compiled (`corpora/language/compiled.tables`, made by `make embed`), in a form that is
/// searched as it stands; where that file is of another version, it is made from the source as before.
///
/// Layout: "NSLT", u32 version, the tables below in their order (`KeyTable`), u32 the longest phrase, then the places of the lines
/// of `name_frequencies.tsv` (`LinePlaces`), then by length a u32 of the first letters of legal forms. Numbers are little-endian.
struct CompiledTables: Sendable {
  /// By form.
  let words: KeyTable<LanguageTables.WordFacts>
  /// By skeleton: legal forms that are long enough to be known when a letter is left out or doubled.
  let longLegalForms: KeyTable<Relation>
  /// By form: legal forms, organisation words, places, numbers.
  let wordRelations: KeyTable<RelationRow>
  /// By skeleton: names.
  let nameRelations: KeyTable<RelationRow>
  /// By the stem of a patronymic: the given-name groups it comes from.
  let patronymicStems: KeyTable<RelationRow>
  /// Legal forms and words of organisations that are several words, by their forms joined with blanks.
  let phrases: KeyTable<Relation>
  /// First words of `phrases`.
  let phraseStarts: KeyTable<KeyMark>
  let longestPhrase: Int
  /// By skeleton: the lines of `name_frequencies.tsv`.
  let frequencies: LinePlaces

  /// By length up to `Token.maximumLength`: a bit for each letter that a legal form of that length begins with.
  private let legalForms: [UInt32]

  private static let magic = Array("NSLT".utf8)
  private static let version: UInt32 = 6

  /// Those that the binary carries.
  static let embedded: CompiledTables = {
    // Safe: the C file that embeds the tables defines both the bytes and their count.
    let bytes = UnsafeRawBufferPointer(
      start: embedded_compiled_language_bytes(), count: embedded_compiled_language_count())
    return CompiledTables(bytes) ?? CompiledTables(.fromSource(letters: LetterTable()))
  }()

  /// Of a source; the bytes stay for as long as the process runs.
  init(_ source: LanguageTables) {
    let made = CompiledTables.encode(source)
    let bytes = UnsafeMutableRawBufferPointer.allocate(byteCount: made.count, alignment: 8)
    bytes.copyBytes(from: made)
    guard let tables = CompiledTables(UnsafeRawBufferPointer(bytes)) else {
      preconditionFailure("tables that were just encoded decode")
    }
    self = tables
  }

  /// Nil unless the bytes are of this version.
  ///
  /// - Parameter bytes: Valid as long as the process runs.
  /// - Complexity: O(1).
  init?(_ bytes: UnsafeRawBufferPointer) {
    let magic = CompiledTables.magic
    guard bytes.count > magic.count, bytes.starts(with: magic) else { return nil }
    var rest = UnsafeRawBufferPointer(rebasing: bytes[magic.count...])
    guard rest.number() == CompiledTables.version,
      let words = KeyTable<LanguageTables.WordFacts>(&rest),
      let longLegalForms = KeyTable<Relation>(&rest),
      let wordRelations = KeyTable<RelationRow>(&rest),
      let nameRelations = KeyTable<RelationRow>(&rest),
      let patronymicStems = KeyTable<RelationRow>(&rest),
      let phrases = KeyTable<Relation>(&rest),
      let phraseStarts = KeyTable<KeyMark>(&rest),
      let longestPhrase = rest.number(),
      let frequencies = LinePlaces(&rest)
    else { return nil }
    var legalForms: [UInt32] = []
    while let initials = rest.number() { legalForms.append(initials) }
    guard rest.isEmpty, legalForms.count == Token.maximumLength + 1 else { return nil }
    self.legalForms = legalForms
    self.words = words
    self.longLegalForms = longLegalForms
    self.wordRelations = wordRelations
    self.nameRelations = nameRelations
    self.patronymicStems = patronymicStems
    self.phrases = phrases
    self.phraseStarts = phraseStarts
    self.longestPhrase = Int(longestPhrase)
    self.frequencies = frequencies
  }

  static func encode(_ source: LanguageTables) -> [UInt8] {
    var bytes = magic
    bytes.append(number: version)
    KeyTable<LanguageTables.WordFacts>.append(source.words, to: &bytes) { $0.append(to: &$1) }
    KeyTable<Relation>.append(source.longLegalForms, to: &bytes) { $1.append(number: $0.code) }
    for relations in [source.wordRelations, source.nameRelations, source.patronymicStems] {
      KeyTable<RelationRow>.append(relations, to: &bytes) { RelationRow.append($0, to: &$1) }
    }
    KeyTable<Relation>.append(source.phrases, to: &bytes) { $1.append(number: $0.code) }
    KeyTable<KeyMark>.append(
      Dictionary(uniqueKeysWithValues: source.phraseStarts.map { ($0, ()) }), to: &bytes
    ) { _, _ in }
    bytes.append(number: UInt32(clamping: source.longestPhrase))
    LinePlaces.append(of: NameFrequencies.table, to: &bytes)
    var legalForms = [UInt32](repeating: 0, count: Token.maximumLength + 1)
    for (form, relations) in source.wordRelations
    where form.count < legalForms.count && relations.contains(where: { $0.kind == .legalForm }) {
      legalForms[form.count] |= initial(of: form)
    }
    for initials in legalForms { bytes.append(number: initials) }
    return bytes
  }

  private static func initial(of form: some Collection<UInt8>) -> UInt32 {
    1 << UInt32((form.first ?? 0) & 31)
  }

  /// Whether a legal form is as long and begins alike; few other forms do.
  func mayBeLegalForm(_ form: UnsafeBufferPointer<UInt8>) -> Bool {
    form.count >= legalForms.count || legalForms[form.count] & CompiledTables.initial(of: form) != 0
  }

  /// Whether these hold what a source does, and nothing else.
  func hold(_ source: LanguageTables) -> Bool {
    func equal(_ row: RelationRow?, _ relations: [Relation]) -> Bool { row.map(Array.init) == relations }
    return words.count == source.words.count && longLegalForms.count == source.longLegalForms.count
      && wordRelations.count == source.wordRelations.count
      && nameRelations.count == source.nameRelations.count
      && patronymicStems.count == source.patronymicStems.count && phrases.count == source.phrases.count
      && phraseStarts.count == source.phraseStarts.count && longestPhrase == source.longestPhrase
      && source.words.allSatisfy { words[$0.key] == $0.value }
      && source.longLegalForms.allSatisfy { longLegalForms[$0.key] == $0.value }
      && source.wordRelations.allSatisfy { equal(wordRelations[$0.key], $0.value) }
      && source.nameRelations.allSatisfy { equal(nameRelations[$0.key], $0.value) }
      && source.patronymicStems.allSatisfy { equal(patronymicStems[$0.key], $0.value) }
      && source.phrases.allSatisfy { phrases[$0.key] == $0.value }
      && source.phraseStarts.allSatisfy { phraseStarts[$0] != nil }
  }
}

extension LanguageTables {
  /// The tables made from their source.
  static func fromSource(letters: LetterTable) -> LanguageTables {
    LanguageTables { text in
      let scalars = text.unicodeScalars.map(\.value)
      let spelling = WordSpelling.spell(scalars, language: .undecided, letters: letters)
      return (spelling.form, spelling.skeleton)
    }
  }
}

/// u8 role (128 more for a Spanish surname), u8 flags (1 also a name, 2 also a legal form, 4 x where also a particle, 32 a
/// connector, 64 also a first name, 128 lineage).
extension LanguageTables.WordFacts: KeyTableValue {
  init?(reading bytes: UnsafeRawBufferPointer) {
    guard bytes.count >= 2, let role = TokenRole(rawValue: bytes[0] & 0x7F),
      let alsoParticle = LanguageTables.AlsoParticle(rawValue: bytes[1] >> 2 & 7)
    else { return nil }
    let flags = bytes[1]
    self.init(
      role: role, isAlsoName: flags & 1 != 0, isAlsoFirstName: flags & 64 != 0,
      isConnector: flags & 32 != 0, alsoParticle: alsoParticle,
      isAlsoLegalForm: flags & 2 != 0, isLineage: flags & 128 != 0, isSpanishSurname: bytes[0] & 0x80 != 0)
  }

  fileprivate func append(to bytes: inout [UInt8]) {
    bytes.append(role.rawValue | (isSpanishSurname ? 0x80 : 0))
    bytes.append(
      (isAlsoName ? 1 : 0) | (isAlsoLegalForm ? 2 : 0) | alsoParticle.rawValue << 2
        | (isConnector ? 32 : 0) | (isAlsoFirstName ? 64 : 0) | (isLineage ? 128 : 0))
  }
}

extension UnsafeRawBufferPointer {
  /// Takes a number off the front; nil where the bytes end too early.
  mutating func number() -> UInt32? {
    guard count >= 4 else { return nil }
    let number = UInt32(littleEndian: loadUnaligned(as: UInt32.self))
    self = UnsafeRawBufferPointer(rebasing: self[4...])
    return number
  }
}

/// What the maker of the compiled tables, and the test that they are current, need of them.
package enum CompiledLanguage {
  /// The file that the source compiles to.
  package static func compile() -> [UInt8] {
    CompiledTables.encode(.fromSource(letters: LetterTable()))
  }

  /// The file that the binary carries.
  package static var embedded: [UInt8] {
    // Safe: the C file that embeds the tables defines both the bytes and their count.
    Array(
      UnsafeBufferPointer(
        start: embedded_compiled_language_bytes(), count: embedded_compiled_language_count()))
  }

  /// Whether compiling and opening loses nothing.
  package static func isLossless() -> Bool {
    let source = LanguageTables.fromSource(letters: LetterTable())
    return CompiledTables(source).hold(source)
      && NameFrequencies.lines.allSatisfy { NameFrequencies.level(ofSkeleton: $0.skeleton) == $0.level }
  }
}
