/// Countries by the names that lists and customers' files call them.
///
///     Countries.code("Korea, North")  // "KP"
///     Countries.code("ru")            // "RU"
package enum Countries {
  /// The ISO 3166-1 alpha-2 code for a code (of two or three letters) or an English name, whatever the order
  /// of its words; nil for a country it does not know.
  ///
  /// - Complexity: O(length of `text`).
  package static func code(_ text: String) -> String? {
    if let code = codesAsWritten[text] { return code }
    let key = key(text)
    return key.isEmpty ? nil : codes[key]
  }

  /// The names as the table writes them, as most lists do too, whose words need no folding.
  private static let codesAsWritten: [String: String] = {
    var codes: [String: String] = [:]
    for line in table.split(separator: "\n") {
      let columns = line.split(separator: "|")
      guard let code = columns.first else { continue }
      for column in columns { codes[String(column)] = String(code) }
      codes[code.lowercased()] = String(code)
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
  package static func code(atEndOf place: String) -> String? {
    if let comma = place.lastIndex(of: ",") {
      // `Pyongyang, Korea, North` has its comma inside the country.
      let before = place[..<comma]
      if let earlier = before.lastIndex(of: ","),
        let code = code(String(place[place.index(after: earlier)...]))
      {
        return code
      }
      return code(String(place[place.index(after: comma)...]))
    }
    return code(place)
  }

  private static let codes: [String: String] = {
    var codes: [String: String] = [:]
    for line in table.split(separator: "\n") {
      let columns = line.split(separator: "|")
      guard let code = columns.first else { continue }
      for column in columns { codes[key(String(column))] = String(code) }
    }
    return codes
  }()

  private static let names: [String: String] = {
    var names: [String: String] = [:]
    for line in table.split(separator: "\n") {
      let columns = line.split(separator: "|")
      if columns.count > 2 { names[String(columns[0])] = String(columns[2]) }
    }
    return names
  }()

  /// Words without case, accents, order, and those that carry nothing.
  private static func key(_ text: String) -> String {
    var words: [String] = []
    var word = ""
    func close() {
      if !word.isEmpty, !["the", "of", "and"].contains(word) { words.append(word) }
      word = ""
    }
    for scalar in text.unicodeScalars {
      switch scalar {
      case "a"..."z", "0"..."9": word.unicodeScalars.append(scalar)
      case "A"..."Z":
        word.unicodeScalars.append(Unicode.Scalar(UInt8(scalar.value) + 32))
      case "'", "\u{2019}", "\u{60}", ".": break
      default:
        if let letter = unaccented[scalar] { word += letter } else { close() }
      }
    }
    close()
    return words.count == 1 ? words[0] : words.sorted().joined(separator: " ")
  }

  private static let unaccented: [Unicode.Scalar: String] = [
    "\u{E9}": "e", "\u{E8}": "e", "\u{E3}": "a", "\u{E1}": "a", "\u{E7}": "c", "\u{F4}": "o", "\u{ED}": "i",
    "\u{FC}": "u", "\u{E5}": "a", "\u{C5}": "a", "\u{C9}": "e", "\u{C7}": "c", "\u{F3}": "o",
  ]

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
