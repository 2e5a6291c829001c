import NameIndex
import NameText

extension Screener {
  /// Why a customer did or did not alert against the designations with an entity id: one explanation a list that gives
  /// the id, none when no list does.
  ///
  /// Nothing is told from memory: names are scored anew, and retrieval is asked again what it does with each.
  public func explain(
    _ customer: Customer, against id: EntityID
  ) throws(ScreeningError) -> [PairExplanation] {
    let query = try customer.analyzed()
    do {
      return try index.names.ordinals(of: id).compactMap { try explain(customer, query, against: $0) }
    } catch {
      throw .damagedIndex(reason: "\(error)")
    }
  }

  private func explain(
    _ customer: Customer, _ query: AnalyzedName, against ordinal: Int
  ) throws -> PairExplanation? {
    let designation = try index.names.designation(at: ordinal)
    let identifiers = try designations(identifiedBy: customer.identifiers)[ordinal] ?? []
    let scores = nameScores(of: designation, for: query)
    var best = 0
    for (name, score) in scores.enumerated()
    where score > scores[best] && isScreened(designation.names[name]) {
      best = name
    }
    guard scores.indices.contains(best),
      var hit = try hit(
        customer, ordinal, name: best, nameScore: scores[best], identifiers: identifiers)
    else { return nil }
    hit.explanation = explain(query, hit, session: ScreeningSession())
    let type = customer.type ?? options.type
    let verdict: PairExplanation.Verdict =
      if let type, identifiers.isEmpty, designation.type != type, designation.type != .unknown {
        .otherType
      } else if hit.score >= options.cutoff {
        .alert
      } else {
        hit.nameScore >= options.cutoff ? .evidenceAgainst : .nameTooFar
      }
    let names = try zip(designation.names, scores).map { name, score in
      NameTrace(name: name, score: score, retrieval: try retrieval(of: name, in: designation, for: query))
    }
    return PairExplanation(
      customer: customer, designation: designation, cutoff: options.cutoff, verdict: verdict, hit: hit,
      names: names.enumerated().sorted { a, b in
        a.element.score == b.element.score ? a.offset < b.offset : a.element.score > b.element.score
      }.map(\.element))
  }

  /// What retrieval does with one name: asked of an index that holds nothing else, where it does the same.
  private func retrieval(
    of name: DesignatedName, in designation: Designation, for query: AnalyzedName
  ) throws -> NameTrace.Retrieval {
    guard isScreened(name) else { return .notScreened }
    if options.algorithm != .names { return .scored }
    guard !query.isEmpty else { return .neverMet(by: 0) }
    var alone = designation
    alone.names = [name]
    let names = try ListIndex([alone], of: index).names
    guard names.readingCount > 0 else { return .notIndexed }

    func stage(_ cutoff: Double) throws -> Stage {
      let session = SearchSession()
      var wanted = SearchOptions(cutoff: cutoff)
      wanted.isExhaustive = options.isExhaustive
      _ = try names.search(query, wanted, session: session)
      if session.statistics.scored > 0 { return .scored }
      return session.statistics.candidates > 0 ? .met : .unmet
    }
    /// The highest cut-off, to a thousandth, at which the name gets that far.
    func highest(_ least: Stage) throws -> Double {
      var (reached, missed) = (0, Int((options.cutoff * 1000).rounded(.up)))
      while missed - reached > 1 {
        let middle = (reached + missed) / 2
        if try stage(Double(middle) / 1000) >= least { reached = middle } else { missed = middle }
      }
      // What is not reached at `missed` is under it.
      return Double(missed) / 1000
    }
    switch try stage(options.cutoff) {
    case .scored: return .scored
    case .met: return .bounded(by: try highest(.scored))
    case .unmet: return .neverMet(by: try highest(.met))
    }
  }

  private enum Stage: Int, Comparable {
    case unmet, met, scored
    static func < (a: Stage, b: Stage) -> Bool { a.rawValue < b.rawValue }
  }
}
