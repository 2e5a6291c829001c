import CEmbeddedCorpora

/// The language tables in a form that opens quickly: spelled, grouped, and free of what only their source needs.
///
/// Making the tables from `corpora/language` costs a process a quarter of a second, most of it ICU's for the words of
/// other scripts. So they are carried compiled (`corpora/language/compiled.tables`, made by `make embed`); where that file
/// is of another version, they are made from their source as before.
///
/// Layout, all numbers little-endian:
///
///     "NSLT" u32 version
///     words            u32 count, then each: key, u8 role, u8 flags (1 also a name, 2 also a legal form, 4 x where also a particle,
///                      32 a connector, 64 also a first name)
///     long legal forms u32 count, then each: key, u32 code
///     word relations   u32 count, then each: key, u16 count, u32 codes
///     name relations   the same
///     patronymic stems the same
///     phrases          u32 count, then each: key, u32 code
///     phrase starts    u32 count, then each: key
///     longest phrase   u32
///     key              u16 length, bytes; keys ascend by their bytes
extension LanguageTables {
  private static let magic = Array("NSLT".utf8)
  private static let version: UInt32 = 3

  /// The tables that the binary carries compiled; nil when they are of another version.
  static var compiled: LanguageTables? {
    // Safe: the C file that embeds the tables defines both the bytes and their count.
    LanguageTables(
      decoding: UnsafeBufferPointer(
        start: embedded_compiled_language_bytes(), count: embedded_compiled_language_count()))
  }

  /// The tables made from their source.
  static func fromSource(letters: LetterTable) -> LanguageTables {
    LanguageTables { text in
      let scalars = text.unicodeScalars.map(\.value)
      let spelling = WordSpelling.spell(scalars, language: .undecided, letters: letters)
      return (spelling.form, spelling.skeleton)
    }
  }

  // MARK: Encoding

  var encoded: [UInt8] {
    var bytes = LanguageTables.magic
    bytes.append(number: LanguageTables.version)
    bytes.append(sorted: words) { bytes, facts in
      bytes.append(facts.role.rawValue)
      bytes.append(
        (facts.isAlsoName ? 1 : 0) | (facts.isAlsoLegalForm ? 2 : 0) | facts.alsoParticle.rawValue << 2
          | (facts.isConnector ? 32 : 0) | (facts.isAlsoFirstName ? 64 : 0) | (facts.isLineage ? 128 : 0))
    }
    bytes.append(sorted: longLegalForms) { $0.append(number: $1.code) }
    for relations in [wordRelations, nameRelations, patronymicStems] {
      bytes.append(sorted: relations) { bytes, relations in
        bytes.append(number: UInt16(clamping: relations.count))
        for relation in relations.prefix(Int(UInt16.max)) { bytes.append(number: relation.code) }
      }
    }
    bytes.append(sorted: phrases) { $0.append(number: $1.code) }
    bytes.append(sorted: Dictionary(uniqueKeysWithValues: phraseStarts.map { ($0, ()) })) { _, _ in }
    bytes.append(number: UInt32(clamping: longestPhrase))
    return bytes
  }

  // MARK: Decoding

  /// Nil unless the bytes are whole and of this version.
  init?(decoding bytes: UnsafeBufferPointer<UInt8>) {
    var reader = Reader(bytes: bytes)
    guard bytes.starts(with: LanguageTables.magic) else { return nil }
    reader.position = LanguageTables.magic.count
    guard reader.number(UInt32.self) == LanguageTables.version,
      let words = reader.dictionary({ reader -> WordFacts? in
        guard let role = reader.number(UInt8.self).flatMap(TokenRole.init(rawValue:)),
          let flags = reader.number(UInt8.self), let alsoParticle = AlsoParticle(rawValue: flags >> 2 & 7)
        else { return nil }
        return WordFacts(
          role: role, isAlsoName: flags & 1 != 0, isAlsoFirstName: flags & 64 != 0,
          isConnector: flags & 32 != 0, alsoParticle: alsoParticle,
          isAlsoLegalForm: flags & 2 != 0, isLineage: flags & 128 != 0)
      }),
      let longLegalForms = reader.dictionary({ $0.number(UInt32.self).map(Relation.init(code:)) }),
      let wordRelations = reader.dictionary({ $0.relations() }),
      let nameRelations = reader.dictionary({ $0.relations() }),
      let patronymicStems = reader.dictionary({ $0.relations() }),
      let phrases = reader.dictionary({ $0.number(UInt32.self).map(Relation.init(code:)) }),
      let starts = reader.dictionary({ _ in true }),
      let longest = reader.number(UInt32.self), reader.position == bytes.count
    else { return nil }
    self.init(
      words: words, longLegalForms: longLegalForms, wordRelations: wordRelations,
      nameRelations: nameRelations,
      patronymicStems: patronymicStems,
      phrases: phrases, phraseStarts: Set(starts.keys), longestPhrase: Int(longest))
  }

  /// Reads numbers and keys one after another; nil past the end.
  private struct Reader {
    let bytes: UnsafeBufferPointer<UInt8>
    var position = 0

    mutating func number<Number: FixedWidthInteger>(_: Number.Type) -> Number? {
      let end = position + MemoryLayout<Number>.size
      guard end <= bytes.count else { return nil }
      var number: Number = 0
      for index in (position..<end).reversed() {
        number = number << 8 | Number(truncatingIfNeeded: bytes[index])
      }
      position = end
      return number
    }

    mutating func key() -> [UInt8]? {
      guard let length = number(UInt16.self) else { return nil }
      let end = position + Int(length)
      guard end <= bytes.count else { return nil }
      defer { position = end }
      return Array(UnsafeBufferPointer(rebasing: bytes[position..<end]))
    }

    mutating func relations() -> [Relation]? {
      guard let count = number(UInt16.self) else { return nil }
      var relations: [Relation] = []
      relations.reserveCapacity(Int(count))
      for _ in 0..<count {
        guard let code = number(UInt32.self) else { return nil }
        relations.append(Relation(code: code))
      }
      return relations
    }

    mutating func dictionary<Value>(_ value: (inout Reader) -> Value?) -> [[UInt8]: Value]? {
      // Each entry takes two bytes at least: a damaged count must not reserve memory.
      guard let count = number(UInt32.self), Int(count) <= (bytes.count - position) / 2 else { return nil }
      var values = [[UInt8]: Value](minimumCapacity: Int(count))
      for _ in 0..<count {
        guard let key = key(), let value = value(&self) else { return nil }
        values[key] = value
      }
      return values
    }
  }
}

extension [UInt8] {
  fileprivate mutating func append<Number: FixedWidthInteger>(number: Number) {
    for index in 0..<MemoryLayout<Number>.size { append(UInt8(truncatingIfNeeded: number >> (8 * index))) }
  }

  fileprivate mutating func append<Value>(
    sorted values: [[UInt8]: Value], _ value: (inout [UInt8], Value) -> Void
  ) {
    append(number: UInt32(clamping: values.count))
    for (key, content) in values.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
      append(number: UInt16(clamping: key.count))
      append(contentsOf: key)
      value(&self, content)
    }
  }
}

/// What the maker of the compiled tables, and the test that they are current, need of them.
package enum CompiledLanguage {
  /// The file that the source compiles to.
  package static func compile() -> [UInt8] { LanguageTables.fromSource(letters: LetterTable()).encoded }

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
    return source.encoded.withUnsafeBufferPointer { LanguageTables(decoding: $0) } == source
  }
}
