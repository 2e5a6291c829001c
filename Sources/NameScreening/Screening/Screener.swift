import NameIndex
import NameSimilarity
import NameText

/// Screens customers against lists.
///
///     let screener = Screener(index: try .embedded())
///     for hit in try screener.screen(Customer(name: "Путін Володимир")) {
///       print(hit.entityID, hit.score, hit.matchedName.text)
///     }
///
/// One screener serves any number of tasks at once. It keeps what it learned about words and names, within bounds.
public struct Screener: Sendable {
  public let index: ListIndex
  public var options: ScreeningOptions
  private(set) var sessions = SessionPool()
  private let plainNames = PlainNames()

  public init(index: ListIndex, options: ScreeningOptions = ScreeningOptions()) {
    self.index = index
    self.options = options
  }

  /// The same screening for one task: what that learned about words and names, it finds there again without waiting for others,
  /// which it asks only for what is new to it.
  ///
  /// - Parameter tasks: How many screen at once; one alone has none to ask.
  package func withOwnMemory(tasks: Int) -> Screener {
    var own = self
    own.sessions = SessionPool(common: tasks > 1 ? sessions.common : nil)
    return own
  }

  /// The designations that the customer may be: best score first, then by entity id.
  ///
  /// Each designation stands once, with the name that meets the customer's best. No designation whose score
  /// reaches the cut-off is left out, whatever the index. Designations of different lists that are proven to be the
  /// same are one hit, unless the options say otherwise.
  public func screen(_ customer: Customer) throws(ScreeningError) -> [Hit] {
    let session = sessions.take()
    defer { sessions.putBack(session) }
    return try screen(customer, session: session)
  }

  /// The same with the memory of one task.
  func screen(_ customer: Customer, session: ScreeningSession) throws(ScreeningError) -> [Hit] {
    do {
      let type = customer.type ?? options.type
      let matches = try session.found.matches(of: customer.name, type: type, options) {
        let query = try customer.analyzed(session.analysis)
        return query.isEmpty ? nil : try search(query, type: type, session: session)
      }
      if matches == nil, customer.identifiers.isEmpty { throw ScreeningError.nothingToScreen }
      let identified = try designations(identifiedBy: customer.identifiers)
      if matches?.isEmpty ?? true, identified.isEmpty { return [] }
      let query = try customer.analyzed(session.analysis)
      var hits: [(ordinal: Int, hit: Hit)] = []
      var seen: Set<Int> = []
      func add(_ ordinal: Int, name: Int, nameScore: Double) throws {
        seen.insert(ordinal)
        let hit = try hit(
          customer, ordinal, name: name, nameScore: nameScore, identifiers: identified[ordinal] ?? [])
        if let hit, hit.score >= options.cutoff { hits.append((ordinal, hit)) }
      }
      // In the order in which their records stand.
      for match in (matches ?? []).sorted(by: { $0.designation < $1.designation }) {
        try add(match.designation, name: match.name, nameScore: match.score)
      }
      for ordinal in identified.keys.sorted() where !seen.contains(ordinal) {
        let best = try bestName(of: ordinal, for: query)
        try add(ordinal, name: best.name, nameScore: best.score)
      }
      hits.sort { a, b in
        if a.hit.score != b.hit.score { return a.hit.score > b.hit.score }
        if a.hit.entityID != b.hit.entityID { return a.hit.entityID < b.hit.entityID }
        return a.hit.nameScore == b.hit.nameScore ? a.ordinal < b.ordinal : a.hit.nameScore > b.hit.nameScore
      }
      var alerts = options.groupsListings ? try grouped(hits) : hits.map(\.hit)
      if options.limit > 0 { alerts.removeLast(max(0, alerts.count - options.limit)) }
      if options.explains {
        // Lists often name one person alike.
        var known: [ExplainedName: [ExplanationLine]] = [:]
        for position in alerts.indices {
          let name = ExplainedName(alerts[position])
          let lines = known[name] ?? explain(query, alerts[position], session: session)
          known[name] = lines
          alerts[position].explanation = lines
        }
      }
      return alerts
    } catch let error as ScreeningError {
      throw error
    } catch {
      throw .damagedIndex(reason: "\(error)")
    }
  }

  /// Compares two names as if the second stood on a list.
  public func compare(
    _ name1: String, _ name2: String, type: EntityType? = nil
  ) throws(ScreeningError) -> Comparison {
    try Comparison.of(name1, name2, type: type, algorithm: options.algorithm)
  }

  // MARK: Steps

  private func search(
    _ query: AnalyzedName, type: EntityType?, session: ScreeningSession
  ) throws -> [NameMatch] {
    if let measure = options.algorithm.measure {
      return try plainNames.search(
        query, by: measure, options: options, types: type.map { [$0, .unknown] }, in: index.names)
    }
    var wanted = SearchOptions(cutoff: options.cutoff)
    wanted.isExhaustive = options.isExhaustive
    wanted.includesWeakAliases = options.includesWeakAliases
    return try index.names.search(
      query, wanted, types: type.map { [$0, .unknown] }, session: session.search)
  }

  /// Hits on the same person or thing as one, the best of them with the others as its listings.
  private func grouped(_ hits: [(ordinal: Int, hit: Hit)]) throws -> [Hit] {
    var alerts: [Hit] = []
    var positions: [Int: Int] = [:]
    var listed: Set<Int> = []
    for (ordinal, hit) in hits {
      guard let group = index.names.group(of: ordinal) else {
        alerts.append(hit)
        continue
      }
      listed.insert(ordinal)
      if let known = positions[group] {
        alerts[known].listings.append(
          Listing(
            designation: hit.designation, listDate: hit.listDate, matchedName: hit.matchedName,
            score: hit.score))
      } else {
        positions[group] = alerts.count
        alerts.append(hit)
      }
    }
    for (group, position) in positions {
      for ordinal in index.names.members(ofGroup: group) where !listed.contains(ordinal) {
        let designation = try index.names.designation(at: ordinal)
        guard let name = designation.names.first else { continue }
        alerts[position].listings.append(
          Listing(
            designation: designation, listDate: index.date(ofList: designation.list), matchedName: name,
            score: nil))
      }
    }
    return alerts
  }

  /// The designations that share an identifier with the customer, or nearly do, with what that proves.
  func designations(identifiedBy identifiers: [Identifier]) throws -> [Int: [Evidence]] {
    var found: [Int: [Evidence]] = [:]
    for identifier in identifiers {
      for match in try index.names.lookup(identifier) {
        found[match.designation, default: []].append(IdentifierEvidence.evidence(of: identifier, match))
      }
    }
    return found
  }

  /// Whether a name counts: weak aliases may not.
  func isScreened(_ name: DesignatedName) -> Bool { options.includesWeakAliases || name.quality != .weak }

  /// The name of a designation that is nearest to the query, however far.
  private func bestName(of ordinal: Int, for query: AnalyzedName) throws -> (name: Int, score: Double) {
    var best = (name: 0, score: 0.0)
    let designation = try index.names.designation(at: ordinal)
    for (name, score) in nameScores(of: designation, for: query).enumerated()
    where score > best.score && isScreened(designation.names[name]) {
      best = (name, score)
    }
    return best
  }

  /// How well each name of a designation agrees with the query, in their order.
  func nameScores(of designation: Designation, for query: AnalyzedName) -> [Double] {
    if query.isEmpty { return designation.names.map { _ in 0 } }
    if let measure = options.algorithm.measure {
      let text = PlainText(query)
      return designation.names.map { name in
        guard let listed = try? NameAnalyzer.standard.analyze(name.text) else { return 0 }
        return text.score(PlainText(listed), by: measure)
      }
    }
    let comparer = NameComparer(scorer: .standard)
    let isPerson = NameType(designation.type).isPerson
    return designation.names.map { name in
      // A listed name that is too long to be analysed meets nobody.
      guard let listed = try? NameAnalyzer.standard.analyze(name.text) else { return 0 }
      return comparer.score(query, listed, isPerson: isPerson)
    }
  }

  /// The hit of a match with its evidence, whatever its score; `nil` where the designation has no such name.
  func hit(
    _ customer: Customer, _ ordinal: Int, name: Int, nameScore: Double, identifiers: [Evidence]
  ) throws -> Hit? {
    let designation = try index.names.designation(at: ordinal)
    guard designation.names.indices.contains(name) else {
      guard designation.names.isEmpty else {
        throw ScreeningError.damagedIndex(reason: "\(designation.id) has no name \(name)")
      }
      return nil
    }
    let evidence = identifiers + Evidence.all(of: customer, against: designation)
    let score = Evidence.score(nameScore: nameScore, evidence)
    return Hit(
      queryID: customer.id, queryName: customer.name, designation: designation,
      listDate: index.date(ofList: designation.list), matchedName: designation.names[name],
      nameScore: nameScore, score: score, evidence: evidence, explanation: [])
  }

  func explain(_ query: AnalyzedName, _ hit: Hit, session: ScreeningSession) -> [ExplanationLine] {
    if options.algorithm != .names {
      return [
        .line(hit.queryName, hit.matchedName.text, algorithm: options.algorithm, score: hit.nameScore)
      ]
    }
    guard let listed = try? NameAnalyzer.standard.analyze(hit.matchedName.text, memo: session.analysis)
    else { return [] }
    return ExplanationLine.lines(
      of: session.comparer.compare(query, listed, type: .init(hit.designation.type)))
  }
}

/// What an explanation is of, for one customer.
private struct ExplainedName: Hashable {
  let text: String
  let type: EntityType

  init(_ hit: Hit) {
    text = hit.matchedName.text
    type = hit.designation.type
  }
}
