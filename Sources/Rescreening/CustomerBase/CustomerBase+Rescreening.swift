import NameIndex
import NameScreening
import NameSimilarity
import NameText

extension CustomerBase {
  /// Says what a change of lists means for the base: exactly what re-screening every customer says, in the order of the
  /// base.
  ///
  /// The changed designations are looked up among the customers. Two names have one score, whichever is asked for, so that
  /// this finds everybody who could have a hit; these few are then re-screened like any customer.
  ///
  /// - Returns: How many customers were re-screened.
  @discardableResult
  public func rescreen(
    by rescreener: Rescreener, _ body: (Customer, [Alert]) throws -> Void
  ) throws -> Int {
    var places: Set<Place> = []
    let designations = rescreener.difference.before + rescreener.difference.after
    let cutoff = rescreener.options.cutoff
    for (number, segment) in segments.enumerated() {
      for ordinal in try segment.found(for: designations, cutoff: cutoff)
      where !segment.removed.contains(ordinal) {
        places.insert(Place(segment: number, ordinal: ordinal))
      }
    }
    for place in places.sorted() {
      let customer = try customer(place)
      let alerts = try rescreener.rescreen(customer)
      if !alerts.isEmpty { try body(customer, alerts) }
    }
    return places.count
  }
}

extension CustomerBase.Segment {
  /// Everybody with a name or an identifier near to one of the designations.
  fileprivate func found(for designations: [Designation], cutoff: Double) throws -> Set<Int> {
    var found: Set<Int> = []
    let sessions = (person: SearchSession(), other: SearchSession(scorer: Self.otherScorer))
    let memo = AnalysisMemo()
    var asked: Set<Question> = []
    for designation in designations {
      let session = NameType(designation.type).isPerson ? sessions.person : sessions.other
      let types: [EntityType]? = designation.type == .unknown ? nil : [designation.type, .unknown]
      for name in designation.names where asked.insert(Question(name: name.text, types: types)).inserted {
        // A listed name that cannot be analysed meets nobody.
        guard let query = try? NameAnalyzer.standard.analyze(name.text, memo: memo), !query.isEmpty else {
          continue
        }
        for match in try index.search(query, SearchOptions(cutoff: cutoff), types: types, session: session) {
          found.insert(match.designation)
        }
      }
      for identifier in designation.identifiers {
        for match in try index.lookup(identifier) { found.insert(match.designation) }
      }
    }
    return found
  }

  /// Customers stand in the index as persons, since what is met decides whether it is one: this judges their names where it
  /// is none. The index bounds what persons' names can score, so that these must lose no more.
  private static let otherScorer: NameScorer = {
    var scorer = NameScorer.standard
    scorer.judgesAsPersons = false
    scorer.parameters.personFactor = scorer.parameters.organisationFactor
    return scorer
  }()

  /// A changed designation has most of its names before and after: each is asked for once.
  private struct Question: Hashable {
    var name: String
    var types: [EntityType]?
  }
}
