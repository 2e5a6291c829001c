import NameSimilarity
import NameText

extension Comparison {
  /// Compares two names; a name without letters and digits is like no name.
  public static func of(
    _ name1: String, _ name2: String, type: EntityType? = nil, algorithm: MatchingAlgorithm = .names
  ) throws(ScreeningError) -> Comparison {
    do {
      let query = try NameAnalyzer.standard.analyze(name1)
      let listed = try NameAnalyzer.standard.analyze(name2)
      if let measure = algorithm.measure {
        let score = PlainText(query).score(PlainText(listed), by: measure)
        return Comparison(
          name1: name1, name2: name2, score: score,
          explanation: [.line(name1, name2, algorithm: algorithm, score: score)])
      }
      let comparison = NameScorer.standard.compare(
        query: query, listed: listed, type: .init(type ?? .unknown))
      return Comparison(
        name1: name1, name2: name2, score: comparison.score,
        explanation: ExplanationLine.lines(of: comparison))
    } catch {
      throw ScreeningError(error)
    }
  }

  /// The score alone, which costs less.
  static func score(
    _ name1: String, _ name2: String, type: EntityType?, algorithm: MatchingAlgorithm = .names
  ) throws(ScreeningError) -> Double {
    if algorithm != .names { return try of(name1, name2, type: type, algorithm: algorithm).score }
    do {
      return NameScorer.standard.score(
        query: try NameAnalyzer.standard.analyze(name1), listed: try NameAnalyzer.standard.analyze(name2),
        type: .init(type ?? .unknown))
    } catch {
      throw ScreeningError(error)
    }
  }
}

extension ExplanationLine {
  static func lines(of comparison: NameComparison) -> [ExplanationLine] {
    comparison.lines.map {
      ExplanationLine(
        query: $0.query, listed: $0.listed, by: $0.by, standard: $0.standard, similarity: $0.similarity,
        weight: $0.weight, note: $0.note)
    }
  }
}

extension NameType {
  package init(_ type: EntityType) {
    self =
      switch type {
      case .person: .person
      case .organization: .organization
      case .vessel: .vessel
      case .aircraft: .aircraft
      case .unknown: .unknown
      }
  }
}
