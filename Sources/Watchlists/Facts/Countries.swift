/// Countries by the names that lists and customers' files call them.
///
///     Countries.code("Korea, North")  // "KP"
///     Countries.code("ru")            // "RU"
package enum Countries {
  /// The ISO 3166-1 alpha-2 code for a code (of two or three letters) or an English name, whatever the order
  /// of its words; nil for a country it does not know.
  ///
  /// - Complexity: O(length of `text`).
  package static func code(_ text: String) -> String? { text.withBytes { code($0) } }

  static func code(_ text: ByteText) -> String? {
    if let code = codesAsWritten[text] { return code }
    // A folded text is never longer, and holds a blank behind each word.
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: text.count + 1) { folded in
      guard let words = fold(text, into: folded) else { return nil }
      return words.first.flatMap { first in
        words.count == 1
          ? codes[first] : key(words).withUnsafeBufferPointer { codes[ByteText($0)] }
      }
    }
  }

  /// The names as the table writes them, as most lists do too, whose words need no folding.
  private static let codesAsWritten: TextTable<String> = {
    var codes = TextTable<String>()
    for line in table.split(separator: "\n") {
      let columns = line.split(separator: "|").map(String.init)
      for column in columns { codes.insert(column, columns[0]) }
      codes.insert(columns[0].lowercased(), columns[0])
    }
    return codes
  }()

  /// The codes of every country in a cell that may name several, or say something about one:
  /// `Sudan/South Sudan`, `Libya (in custody)`, `possibly Palestinian`, `Region: Gaza`.
  package static func codes(in text: String) -> [String] {
    if text.isEmpty { return [] }
    if let code = code(text) { return [code] }
    var found: [String] = []
    for part in parts(of: text) {
      if let code = code(part), !found.contains(code) { found.append(code) }
    }
    return found
  }

  /// The English short name; nil for a code that is not one.
  package static func name(ofCode code: String) -> String? {
    names[code]
  }

  /// The country at the end of a place: `Leningrad, Russia`.
  package static func code(atEndOf place: String) -> String? { place.withBytes { code(atEndOf: $0) } }

  static func code(atEndOf place: ByteText) -> String? {
    let comma = UInt8(ascii: ",")
    guard let last = place.lastOffset(of: comma) else { return code(place) }
    // `Pyongyang, Korea, North` has its comma inside the country.
    if let earlier = place.slice(0, last).lastOffset(of: comma), let code = code(place.dropFirst(earlier + 1))
    {
      return code
    }
    return code(place.dropFirst(last + 1))
  }

  /// The names by their words in order, folded.
  private static let codes: TextTable<String> = {
    var codes = TextTable<String>()
    for line in table.split(separator: "\n") {
      let columns = line.split(separator: "|").map(String.init)
      for column in columns { codes.insert(folded(column), columns[0]) }
    }
    return codes
  }()

  /// Every word of the names, folded: a text with another one is no country.
  private static let words: TextTable<Void> = {
    var words = TextTable<Void>()
    for word in table.split(whereSeparator: { $0 == "\n" || $0 == "|" }).flatMap({
      folded(String($0)).split(separator: " ")
    }) {
      words.insert(String(word), ())
    }
    return words
  }()

  private static let names: [String: String] = {
    var names: [String: String] = [:]
    for line in table.split(separator: "\n") {
      let columns = line.split(separator: "|")
      if columns.count > 2 { names[String(columns[0])] = String(columns[2]) }
    }
    return names
  }()

  /// The words of a name without case and accents, in byte order, without those that carry nothing.
  private static func folded(_ text: String) -> String {
    text.withBytes { text in
      withUnsafeTemporaryAllocation(of: UInt8.self, capacity: text.count + 1) { folded in
        String(decoding: key(fold(text, into: folded, isKnown: { _ in true }) ?? []), as: UTF8.self)
      }
    }
  }

  private static func key(_ words: [ByteText]) -> [UInt8] {
    Array(
      words.sorted { $0.bytes.lexicographicallyPrecedes($1.bytes) }.map(\.bytes).joined(separator: [0x20]))
  }

  /// Writes the folded words of a text into `folded`, which has room for them and a byte more; nil when one of them is in
  /// no name.
  private static func fold(
    _ text: ByteText, into folded: UnsafeMutableBufferPointer<UInt8>,
    isKnown: (ByteText) -> Bool = { words[$0] != nil }
  ) -> [ByteText]? {
    var found: [ByteText] = []
    var start = 0
    var end = 0
    func close() -> Bool {
      defer { start = end }
      guard start < end else { return true }
      let word = ByteText(UnsafeBufferPointer(rebasing: folded[start..<end]))
      if word == "the" || word == "of" || word == "and" { return true }
      found.append(word)
      return isKnown(word)
    }
    var position = 0
    while position < text.count {
      let byte = text[position]
      position += 1
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
        folded[end] = byte
        end += 1
      case UInt8(ascii: "A")...UInt8(ascii: "Z"):
        folded[end] = byte | 0x20
        end += 1
      case UInt8(ascii: "'"), UInt8(ascii: "`"), UInt8(ascii: "."): break
      case 0xC3 where position < text.count && unaccented[text[position]] != nil:
        folded[end] = unaccented[text[position]] ?? 0
        end += 1
        position += 1
      case 0xE2 where text.dropFirst(position).hasPrefix([0x80, 0x99]):
        position += 2
      default:
        guard close() else { return nil }
      }
    }
    return close() ? found : nil
  }

  /// The letter behind an accented one, by the second byte of that in UTF-8; the first is 0xC3.
  private static let unaccented: [UInt8: UInt8] = Dictionary(
    uniqueKeysWithValues: [
      ("\u{E9}", "e"), ("\u{E8}", "e"), ("\u{E3}", "a"), ("\u{E1}", "a"), ("\u{E7}", "c"), ("\u{F4}", "o"),
      ("\u{ED}", "i"), ("\u{FC}", "u"), ("\u{E5}", "a"), ("\u{C5}", "a"), ("\u{C9}", "e"), ("\u{C7}", "c"),
      ("\u{F3}", "o"),
    ].map { (accented: String, plain: String) in (Array(accented.utf8)[1], Array(plain.utf8)[0]) })

  private static func parts(of text: String) -> [String] {
    var parts = [text]
    for mark in ["/", ";", "\n", " or ", " and "] {
      parts = parts.flatMap { $0.pieces(by: mark) }
    }
    return parts.map { part in
      var part = part[...]
      for prefix in ["Region:", "possibly ", "Possibly ", "or ", "formerly "] {
        part = part.after(prefix) ?? part
      }
      if let end = part.firstIndex(where: { "(.,:".contains($0) }), end > part.startIndex {
        part = part[..<end]
      }
      return part.tidied
    }
  }
}
