/// Lays out the readings of a text that holds more than one spelling of a name.
///
/// `Petro YAROSH (IAROSH)` is Petro Yarosh and Petro Iarosh; `A B C / D E F` is two names; `X, Russian: Y` too. Rules come
/// from how sanctions lists print names (EU and UK annexes, Canada, Ukraine), not from grammar.
enum ReadingBuilder {
  /// Beyond this many readings the rest are left out; the whole text always stands first.
  static let maximumReadings = 8

  /// - Parameter kind: What a word is by itself; asked for few.
  /// - Complexity: O(words x readings).
  static func readings(of words: [Word], kind: (Word) -> WordKind) -> [[Word]] {
    guard let whole = withWholeWords(words) else { return plainReadings(of: words, kind: kind) }
    return (plainReadings(of: words, kind: kind) + [whole]).suffix(maximumReadings)
  }

  /// Rows with more words than a reading holds, as the stretches of `NameAnalyzer.maximumWords` that begin at every half of one:
  /// whoever writes such a name as the list does meets the same stretches, also behind a few words more or less.
  ///
  /// At most `maximumStretches`, which are all of the first row; other rows are left out where there are too many.
  static func stretches(of rows: [[Word]]) -> [[Word]] {
    let length = NameAnalyzer.maximumWords
    guard rows.contains(where: { $0.count > length }) else { return rows }
    var stretches: [[Word]] = []
    for row in rows {
      var start = 0
      repeat {
        stretches.append(Array(row[start..<min(start + length, row.count)]))
        start += length / 2
      } while start + length / 2 < row.count
    }
    return Array(stretches.prefix(maximumStretches))
  }

  /// As many as a name of `NameAnalyzer.longestName` words has.
  static let maximumStretches = NameAnalyzer.longestName * 2 / NameAnalyzer.maximumWords - 1

  /// Korean syllables put together to the words that they were written as, where these may be those of a foreign name: two and
  /// more words of two and more syllables each or one of them of three, or one word of five.
  private static func withWholeWords(_ words: [Word]) -> [Word]? {
    func isSyllable(_ word: Word) -> Bool { word.letters.isHangulSyllable }
    guard words.contains(where: isSyllable) else { return nil }
    var whole: [Word] = []
    var lengths: [Int] = []
    for word in words {
      if isSyllable(word), word.divider == .hyphen, !lengths.isEmpty, lengths[lengths.count - 1] > 0 {
        whole[whole.count - 1].scalars += word.scalars
        lengths[lengths.count - 1] += 1
      } else {
        whole.append(word)
        // A word that is known is whole already.
        lengths.append(word.scalars.first.map(ForeignScript.script(of:)) == .hangul ? word.scalars.count : 0)
      }
    }
    let spoken = lengths.filter { $0 > 0 }
    let longest = spoken.max() ?? 0
    guard spoken.count > 1 ? longest > 2 || !spoken.contains(1) : longest > 4 else { return nil }
    return whole
  }

  private static func plainReadings(of words: [Word], kind: (Word) -> WordKind) -> [[Word]] {
    guard isComposite(words) else {
      return twoNames(words, kind: kind).map { [words] + $0 } ?? [words]
    }
    let words = withoutPlaceBrackets(words, kind: kind)
    guard isComposite(words) else { return [words] }
    var readings: [[Word]] = [words.filter { !$0.isLabel }]
    func add(_ row: [Word]) {
      guard !row.isEmpty, readings.count < maximumReadings else { return }
      if !readings.contains(where: { $0.map(\.scalars) == row.map(\.scalars) }) { readings.append(row) }
    }
    for segment in segments(of: words, kind: kind) {
      for row in choices(in: segment) { add(row) }
    }
    return readings
  }

  /// What a word may be, as far as readings depend on it.
  enum WordKind { case plain, patronymic, place, particle }

  /// A place in brackets tells a branch from its parent, so it is read as if there were no brackets: X (France) SARL.
  private static func withoutPlaceBrackets(_ words: [Word], kind: (Word) -> WordKind) -> [Word] {
    let others = Set(words.filter { $0.bracket > 0 && kind($0) != .place }.map(\.bracket))
    var words = words
    for index in words.indices where !others.contains(words[index].bracket) { words[index].bracket = 0 }
    return words
  }

  /// Two names without anything between: each has a patronymic, or each its script.
  private static func twoNames(_ words: [Word], kind: (Word) -> WordKind) -> [[Word]]? {
    guard words.count >= 4 else { return nil }
    if let change = words.indices.dropFirst().first(where: { isLatin(words[$0]) != isLatin(words[0]) }),
      change >= 2, words.count - change >= 2,
      words[change...].allSatisfy({ isLatin($0) != isLatin(words[0]) })
    {
      return [Array(words[..<change]), Array(words[change...])]
    }
    let half = words.count / 2
    guard words.count.isMultiple(of: 2), half >= 3,
      (0..<half).contains(where: { kind(words[$0]) == .patronymic && kind(words[$0 + half]) == .patronymic })
    else { return nil }
    return [Array(words[..<half]), Array(words[half...])]
  }

  private static func isComposite(_ words: [Word]) -> Bool {
    words.contains { word in
      word.isLabel || word.bracket > 0 || word.divider >= .slash || word.letters.isConjunction
    } || words.count { $0.divider == .comma } > 0 && words.count >= 4
  }

  /// Words that join two spellings of one name.
  static func isConjunction(_ scalars: [UInt32]) -> Bool { scalars == or || scalars == and }

  private static func isMarker(_ word: Word) -> Bool {
    let text = word.text.lowercased()
    return markers.contains(text)
  }

  private static let markers: Set<String> = [
    "born", "née", "nee", "né", "formerly", "aka", "alias", "maiden", "married", "урожденная", "урождённая",
    "або",
    "или", "also", "spelled", "spelt", "known", "previously",
  ]

  /// The parts of the text that hold one whole name each.
  private static func segments(of words: [Word], kind: (Word) -> WordKind) -> [[Word]] {
    var segments: [[Word]] = []
    var current: [Word] = []
    func plainCount(_ row: some Sequence<Word>) -> Int { row.reduce(0) { $0 + ($1.bracket == 0 ? 1 : 0) } }
    for (index, word) in words.enumerated() {
      let rest = words[index...]
      let next = rest.prefix { $0.bracket == 0 && !$0.isLabel }
      var ends = word.isLabel || word.divider == .semicolon
      if !ends && word.bracket == 0 && !current.isEmpty {
        let ahead = next.dropFirst().prefix { $0.divider < .comma }.count + 1
        let behind = plainCount(current.reversed().prefix(while: { $0.divider < .comma })) + 1
        switch word.divider {
        case .slash: ends = plainCount(current) >= 2 && ahead >= 2
        case .comma:
          ends =
            plainCount(current) >= 2 && ahead >= 2
            && (changesScript(current, word)
              || min(behind, plainCount(current)) == ahead && ahead >= 3
                && hasTwoNames(current.suffix(behind), kind) && hasTwoNames(next.prefix(ahead), kind))
        default: break
        }
        if word.letters.isConjunction, index + 1 < words.count,
          isSpellingPair(current, Array(rest.dropFirst()))
        {
          segments.append(current)
          current = []
          continue
        }
      }
      if ends {
        segments.append(current)
        current = []
      }
      if !word.isLabel { current.append(word) }
    }
    segments.append(current)
    return segments.filter { !$0.isEmpty }
  }

  /// Whether a word in other letters follows those of a name: X, Икс.
  private static func changesScript(_ name: [Word], _ word: Word) -> Bool {
    guard let last = name.last(where: { $0.bracket == 0 }) else { return false }
    return isLatin(last) != isLatin(word)
  }

  private static func isLatin(_ word: Word) -> Bool { (word.scalars.first ?? 0) < 0x250 }

  /// Whether more than one word is no particle: AL BEN MAHMOUD is half a name.
  private static func hasTwoNames(_ words: some Sequence<Word>, _ kind: (Word) -> WordKind) -> Bool {
    words.reduce(0) { $0 + (kind($1) == .particle ? 0 : 1) } > 1
  }

  /// Whether `and` or `or` stands between two spellings of one name rather than inside a name: the words on both sides
  /// are as many, and begin alike or are not in Latin letters.
  private static func isSpellingPair(_ before: [Word], _ after: [Word]) -> Bool {
    guard before.count >= 2, before.count == after.count else { return false }
    return !before.contains { ($0.scalars.first ?? 0) < 0x250 }
  }

  /// The readings of one segment: without what stands in brackets, and with it in place of the words before.
  private static func choices(in segment: [Word]) -> [[Word]] {
    let plain = segment.filter { $0.bracket == 0 && !isMarker($0) }
    var rows: [[Word]] = []
    let base = withoutAlternatives(plain)
    rows.append(base)
    rows.append(contentsOf: slashAlternatives(plain))
    var seen: Set<Int32> = []
    for (index, word) in segment.enumerated() where word.bracket > 0 && seen.insert(word.bracket).inserted {
      let inside = segment.filter { $0.bracket == word.bracket && !isMarker($0) }
      let before = segment[..<index].filter { $0.bracket == 0 && !isMarker($0) }
      let after = segment[index...].filter { $0.bracket == 0 && !isMarker($0) }
      guard !inside.isEmpty else { continue }
      let kept = withoutAlternatives(Array(before.dropLast(inside.count)))
      rows.append(kept + inside + withoutAlternatives(after))
      if inside.count >= 2 { rows.append(inside) }
    }
    return rows
  }

  /// `Artyom/ Artem SHEYNIN`, `X or Y`: the first of each pair.
  private static func withoutAlternatives(_ words: [Word]) -> [Word] {
    var row: [Word] = []
    var skipsNext = false
    for word in words {
      if isOr(word) {
        skipsNext = true
        continue
      }
      if skipsNext || (word.divider == .slash && !row.isEmpty) {
        skipsNext = false
        continue
      }
      row.append(word)
    }
    return row
  }

  /// The same with the second of each pair.
  private static func slashAlternatives(_ words: [Word]) -> [[Word]] {
    guard words.contains(where: { $0.divider == .slash || isOr($0) }) else { return [] }
    var row: [Word] = []
    var replacesLast = false
    for word in words {
      if isOr(word) {
        replacesLast = true
        continue
      }
      if replacesLast || word.divider == .slash, !row.isEmpty { row.removeLast() }
      replacesLast = false
      row.append(word)
    }
    return [row]
  }

  private static func isOr(_ word: Word) -> Bool {
    word.scalars == or
  }

  private static let or = "or".unicodeScalars.map(\.value)
  private static let and = "and".unicodeScalars.map(\.value)
}
