/// The plain letters under accented Latin ones, by the names that Unicode gives them:
/// `LATIN SMALL LETTER A WITH ACUTE` is an `a`.
enum LatinMarks {
  static func base(of character: Character) -> Character? {
    guard let scalar = character.unicodeScalars.first, !scalar.isASCII,
      let name = scalar.properties.name, let with = name.range(of: " WITH ")
    else { return nil }
    let words = name[..<with.lowerBound].split(separator: " ")
    guard words.count == 4, words[0] == "LATIN", words[2] == "LETTER", let letter = words[3].first,
      words[3].count == 1
    else { return nil }
    return words[1] == "SMALL" ? letter.lowercase : letter
  }
}

extension String {
  fileprivate func range(of other: String) -> Range<Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(other) { return start..<index(start, offsetBy: other.count) }
      formIndex(after: &start)
    }
    return nil
  }
}
