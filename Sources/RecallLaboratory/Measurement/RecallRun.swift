import NameScreening

/// One run of the laboratory: the questions, what a screening makes of them, and what it makes of innocent customers.
///
///     var run = RecallRun(index: try .embedded(), base: .ordinary(25_000, seed: 1), options: RecallOptions())
///     try await run.measure { step, share in print(step, share) }
///     print(run.queries.count)
package struct RecallRun: Sendable {
  package let index: ListIndex
  package let options: RecallOptions
  package internal(set) var base: InnocentCustomers
  package private(set) var queries: [LaboratoryQuery] = []
  /// Tells the questions of this run from those of any other: 8 hexadecimal digits of the SHA-256 of the list, the queries
  /// and the customers. Empty until the queries are made.
  package private(set) var fingerprint = ""
  /// By query: the score of its designation, `nil` where it cannot be screened at all.
  package private(set) var outcomes: [Outcome] = []
  package private(set) var verification = Verification()
  package private(set) var evasions: [Evasion] = []
  package private(set) var designations: [Designation] = []

  /// What a screening makes of a query.
  package struct Outcome: Sendable, Equatable {
    package var score = 0.0
    /// The listed name that met it best.
    package var matchedName = 0
  }

  /// How many queries were also screened against the whole list, and how many of these answers differ from the measured.
  package struct Verification: Sendable, Equatable {
    package var queries = 0
    package var differences: [String] = []
    /// Alerts of the verified queries, for other designations as well.
    package var hits = 0
  }

  /// What a run is doing.
  package enum Step: String, Sendable {
    case queries = "making queries"
    case scores = "scoring queries"
    case customers = "screening customers"
    case verification = "screening queries against the whole list"
    case evasion = "searching evasions"
  }

  package init(index: ListIndex, base: InnocentCustomers, options: RecallOptions) {
    self.index = index
    self.base = base
    self.options = options
  }

  /// Makes the queries: the same for the same list, seed and options.
  package mutating func makeQueries(progress: (Step, Double) -> Void = { _, _ in }) async throws {
    designations = try (0..<index.designationCount).map { ordinal throws(ListIndexError) in
      try index.designation(at: ordinal)
    }
    queries = await QueryPlan(designations, options).queries { progress(.queries, $0) }
    guard !queries.isEmpty else {
      throw LaboratoryError.badData("the list holds no name to make queries of; expected at least one")
    }
    let hash = HashedOutput(nil)
    hash.include(Array(index.contentHash.utf8))
    for query in queries {
      hash.include(Array("\n\(query.designation)\t\(query.customer.identity)".utf8))
    }
    for customer in base.customers { hash.include(Array("\n\(customer.identity)".utf8)) }
    fingerprint = String(hash.contentHash.prefix(8))
    for place in queries.indices { queries[place].customer.id = "\(fingerprint)-q\(place + 1)" }
  }

  /// Does everything.
  package mutating func measure(progress: (Step, Double) -> Void = { _, _ in }) async throws {
    if queries.isEmpty { try await makeQueries(progress: progress) }
    await score { progress(.scores, $0) }
    try await base.screen(index, options) { progress(.customers, $0) }
    try await verify { progress(.verification, $0) }
    await evade { progress(.evasion, $0) }
  }

  /// The customers alone, for questions about cut-offs.
  package mutating func screenCustomers(progress: (Step, Double) -> Void = { _, _ in }) async throws {
    try await base.screen(index, options) { progress(.customers, $0) }
  }

  // MARK: Steps

  private mutating func score(progress: (Double) -> Void) async {
    // By designation, so that its names are analysed once.
    let order = self.queries.indices.sorted {
      (self.queries[$0].designation, $0) < (self.queries[$1].designation, $1)
    }
    let size = 512
    let pieces = stride(from: 0, to: order.count, by: size).map {
      Array(order[$0..<min(order.count, $0 + size)])
    }
    let (queries, designations, screening) = (self.queries, self.designations, options.screening)
    var outcomes = [Outcome](repeating: Outcome(), count: queries.count)
    var done = 0
    await InOrder.run(pieces, threads: options.threads) { piece in
      var found: [(Int, Outcome)] = []
      var judge: (ordinal: Int, judge: DesignationJudge)?
      for place in piece {
        let query = queries[place]
        if judge?.ordinal != query.designation {
          judge = (query.designation, DesignationJudge(designations[query.designation], options: screening))
        }
        if let result = judge?.judge.judge(query.customer) {
          found.append((place, Outcome(score: result.score, matchedName: result.name)))
        }
      }
      return found
    } deliver: { found in
      for (place, outcome) in found { outcomes[place] = outcome }
      done += size
      progress(min(1, Double(done) / Double(queries.count)))
    }
    self.outcomes = outcomes
  }

  private mutating func verify(progress: (Double) -> Void) async throws {
    var random = SeededRandom(seed: options.seed, "verification")
    let sample = self.queries.indices.shuffled(using: &random).prefix(options.verified).sorted()
    let (queries, designations, outcomes) = (self.queries, self.designations, self.outcomes)
    var wanted = options.screening
    wanted.limit = 0
    wanted.explains = false
    // Every designation is to answer for itself.
    wanted.groupsListings = false
    let cutoff = wanted.cutoff
    let screener = Screener(index: index, options: wanted)
    let size = 64
    let pieces = stride(from: 0, to: sample.count, by: size).map {
      Array(sample[$0..<min(sample.count, $0 + size)])
    }
    var verification = Verification()
    var failure: ScreeningError?
    await InOrder.run(pieces, threads: options.threads) { piece -> Result<Verification, ScreeningError> in
      Result { () throws(ScreeningError) in
        var part = Verification()
        for place in piece {
          let query = queries[place]
          var hits: [Hit] = []
          do throws(ScreeningError) {
            hits = try screener.screen(query.customer)
          } catch {
            if case .damagedIndex = error { throw error }
          }
          part.queries += 1
          part.hits += hits.count
          let entity = designations[query.designation].id
          let screened = hits.first { $0.entityID == entity }?.score
          let expected = outcomes[place].score >= cutoff ? outcomes[place].score : nil
          if screened != expected {
            part.differences.append(
              "\(query.customer.name): \(entity) scores \(outcomes[place].score), screening says \(screened ?? 0)"
            )
          }
        }
        return part
      }
    } deliver: { result in
      switch result {
      case .success(let part):
        verification.queries += part.queries
        verification.hits += part.hits
        verification.differences += part.differences
      case .failure(let error): failure = error
      }
      progress(Double(verification.queries) / Double(max(1, sample.count)))
    }
    if let failure { throw failure }
    self.verification = verification
  }

  private mutating func evade(progress: (Double) -> Void) async {
    var random = SeededRandom(seed: options.seed, "evaders")
    let sample = self.designations.indices.shuffled(using: &random).prefix(
      options.evaders ?? self.designations.count
    ).sorted()
    let search = EvasionSearch(options: options)
    let designations = self.designations
    var found: [Evasion] = []
    var done = 0
    let size = 8
    let pieces = stride(from: 0, to: sample.count, by: size).map {
      Array(sample[$0..<min(sample.count, $0 + size)])
    }
    await InOrder.run(pieces, threads: options.threads) { piece in
      piece.compactMap { search.run(designations[$0], ordinal: $0) }
    } deliver: { evasions in
      found += evasions
      done += size
      progress(min(1, Double(done) / Double(max(1, sample.count))))
    }
    evasions = found.sorted {
      ($0.effort ?? .max, $0.score, $0.entity) < ($1.effort ?? .max, $1.score, $1.entity)
    }
  }
}
