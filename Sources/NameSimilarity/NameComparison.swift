import NameText

/// What kind of thing bears a name; decides how contradictions count.
package enum NameType: Sendable {
  case person, organization, vessel, aircraft, unknown

  package var isPerson: Bool { self == .person || self == .unknown }
}

/// One line of an explanation. Every token of both names stands in exactly one line.
package struct ComparisonLine: Sendable, Equatable {
  /// As written in the query; nil where only the list has it.
  package var query: String?
  /// As written on the list; nil where only the query has it.
  package var listed: String?
  /// `equal`, `romanization`, `spelling`, `equivalent`, `international`, `nickname`, `initial`, `joined`,
  /// `translation`, `consonants`, `contradiction`, `missing` or `title`.
  package var by: String
  /// The romanization standard that explains the spelling, where one does.
  package var standard: String?
  /// 0...1.
  package var similarity: Double
  /// The line's share of what could agree, 0...1.
  package var weight: Double
  package var note: String?
}

/// The score of two names and how it came about.
package struct NameComparison: Sendable {
  package var score: Double
  package var lines: [ComparisonLine]
}

extension NameScorer {
  /// The scorer with the parameters that ship.
  package static let standard = NameScorer()

  /// The score of two names, the best over their readings.
  package func score(query: AnalyzedName, listed: AnalyzedName, type: NameType) -> Double {
    NameComparer(scorer: self).score(query, listed, isPerson: type.isPerson)
  }

  /// The score with its explanation.
  package func compare(query: AnalyzedName, listed: AnalyzedName, type: NameType) -> NameComparison {
    NameComparer(scorer: self).compare(query, listed, type: type)
  }
}

extension NameComparer {
  /// The best score over the readings of both names, with its explanation.
  package func compare(_ query: AnalyzedName, _ listed: AnalyzedName, type: NameType) -> NameComparison {
    var best: (alignment: NameAlignment, query: NameReading, listed: NameReading)?
    for a in query.readings {
      for b in listed.readings {
        let alignment = align(a, b, isPerson: type.isPerson)
        if alignment.score > (best?.alignment.score ?? -1) { best = (alignment, a, b) }
      }
    }
    guard let best else { return NameComparison(score: 0, lines: []) }
    return NameComparison(
      score: best.alignment.score,
      lines: ComparisonLine.lines(of: best.alignment, query: best.query, listed: best.listed))
  }
}

extension ComparisonLine {
  /// The lines of an alignment: what agrees, what contradicts, what is missing, titles; each in the query's order.
  static func lines(
    of alignment: NameAlignment, query: NameReading, listed: NameReading
  ) -> [ComparisonLine] {
    var total = alignment.pairs.reduce(0) { $0 + $1.weight }
    for pair in alignment.contradictions { total += pair.weight }
    for index in alignment.missingQuery { total += Double(query.tokens[index].weight) }
    for index in alignment.missingListed { total += Double(listed.tokens[index].weight) }
    func share(_ weight: Double) -> Double { total > 0 ? weight / total : 0 }
    func text(_ reading: NameReading, _ range: ClosedRange<Int>) -> String {
      range.count == 1
        ? reading.tokens[range.lowerBound].text : reading.tokens[range].map(\.text).joined(separator: " ")
    }

    var lines: [ComparisonLine] = []
    for pair in alignment.pairs.sorted(by: { $0.query.lowerBound < $1.query.lowerBound }) {
      let token = listed.tokens[pair.listed.lowerBound]
      let (queryText, listedText) = (text(query, pair.query), text(listed, pair.listed))
      lines.append(
        ComparisonLine(
          query: queryText, listed: listedText, by: pair.similarity.evidence.text,
          standard: standard(queryText, listedText),
          similarity: Double(pair.similarity.value), weight: share(pair.weight),
          note: note(query.tokens[pair.query], token)))
    }
    for pair in alignment.contradictions.sorted(by: { $0.query < $1.query }) {
      lines.append(
        ComparisonLine(
          query: query.tokens[pair.query].text, listed: listed.tokens[pair.listed].text, by: "contradiction",
          standard: nil, similarity: 0, weight: share(pair.weight), note: "another name in the same place"))
    }
    for index in alignment.missingQuery {
      let token = query.tokens[index]
      lines.append(
        ComparisonLine(
          query: token.text, listed: nil, by: "missing", standard: nil, similarity: 0,
          weight: share(Double(token.weight)), note: "not in the listed name"))
    }
    for index in alignment.missingListed {
      let token = listed.tokens[index]
      lines.append(
        ComparisonLine(
          query: nil, listed: token.text, by: "missing", standard: nil, similarity: 0,
          weight: share(Double(token.weight)), note: "not in the query"))
    }
    for title in query.titles {
      lines.append(
        ComparisonLine(
          query: title, listed: nil, by: "title", standard: nil, similarity: 0, weight: 0, note: nil))
    }
    for title in listed.titles {
      lines.append(
        ComparisonLine(
          query: nil, listed: title, by: "title", standard: nil, similarity: 0, weight: 0, note: nil))
    }
    return lines
  }

  /// The romanization standard that makes one of two spellings of the other, where one is Cyrillic and the other Latin.
  private static func standard(_ a: String, _ b: String) -> String? {
    func isCyrillic(_ text: String) -> Bool {
      text.unicodeScalars.contains { (0x400..<0x530).contains($0.value) }
    }
    guard isCyrillic(a) != isCyrillic(b) else { return nil }
    let (original, spelling) = isCyrillic(a) ? (a, b) : (b, a)
    return RomanizationStandard.explaining(original: original, spelling: spelling).first?.title
  }

  /// What is written where it is read otherwise, and what a listed token is where that decides its weight.
  private static func note(_ query: ArraySlice<NameToken>, _ listed: NameToken) -> String? {
    let notes = [
      query.lazy.compactMap(\.written).first.map { "written \($0)" },
      listed.written.map { "listed as \($0)" },
      note(listed),
    ].compactMap { $0 }
    return notes.isEmpty ? nil : notes.joined(separator: "; ")
  }

  /// What a token is, where that decides its weight.
  private static func note(_ token: NameToken) -> String? {
    let role: String? =
      switch token.role {
      case .name: nil
      case .patronymic: "patronymic"
      case .maternal: "mother's family name"
      case .particle, .servant, .lineage: "particle"
      case .initial: "initial"
      case .generation: "generation"
      case .number: "number"
      case .legalForm: "legal form"
      case .generic: "common word of organisations"
      case .place: "place"
      case .title: "title"
      }
    guard token.token.features.weight < 0.75, token.role == .name || token.role == .patronymic else {
      return role
    }
    let weight = (token.weight * 100).rounded() / 100
    return (role ?? "name") + ", borne by many: weight " + weight.description
  }
}
