import NameScreening

/// Everything a report says, counted once; HTML, JSON and CSV only write it.
package struct RecallFigures: Sendable {
  /// One row of a table of recall.
  package struct Row: Sendable, Equatable {
    package var id: String
    package var title: String
    package var found: Proportion
    /// The same at each of `points`.
    package var foundAt: [Proportion] = []
    /// Missed queries, the lowest scores first.
    package var worst: [Miss] = []
  }

  /// A query whose designation was missed (or, of a negative, was hit).
  package struct Miss: Sendable, Equatable {
    package var query: String
    package var listed: String
    package var entity: String
    package var score: Double
  }

  /// One cut-off: what is found, and what it costs.
  package struct Point: Sendable, Equatable {
    package var cutoff: Double
    package var recall: Proportion
    package var alerted: Proportion
    package var alerts: Int
    package var negatives: Proportion
    /// By `Mutation.Level.shown`, then combinations.
    package var levels: [Proportion]
  }

  /// Another engine on the same queries.
  package struct Comparison: Sendable {
    package var name: String
    /// As it answered.
    package var recall: Proportion
    package var alerted: Proportion
    /// The least score of its own at which it alerts on no more customers than we do, and its recall there.
    package var evenScore: Double?
    package var even: Proportion
    package var evenAlerted: Proportion
    /// At even alerts: found by both, by us alone, by it alone, by none.
    package var both = 0
    package var oursAlone = 0
    package var theirsAlone = 0
    package var neither = 0
    /// By purpose: ours and theirs.
    package var rows: [(title: String, ours: Proportion, theirs: Proportion)] = []
    package var oursAloneExamples: [Miss] = []
    package var theirsAloneExamples: [Miss] = []
    /// Alert rate and recall over its scores.
    package var curve: [(alerts: Double, recall: Double)] = []
  }

  package var run: RecallRun
  package var cutoff: Double
  package var recall: Proportion
  package var alerted: Proportion
  package var exact: Row
  package var levels: [(title: String, rows: [Row], total: Proportion)]
  package var combined: [Row]
  package var negatives: [Row]
  package var scripts: [Row]
  package var types: [Row]
  package var standards: [Row]
  package var points: [Point]
  package var comparisons: [Comparison]

  package init(_ run: RecallRun, rivals: [RivalAnswers] = []) {
    self.run = run
    cutoff = run.options.screening.cutoff
    let cutoff = cutoff
    let queries = run.queries
    let scores = run.outcomes.map(\.score)
    let mutated = queries.indices.filter { queries[$0].purpose.isMutation }

    let cutoffs = run.options.cutoffs

    func row(_ id: String, _ title: String, _ places: [Int], worst: Int = 3, wantsHits: Bool = false) -> Row {
      let hit = places.count { scores[$0] >= cutoff }
      // Misses from the lowest score; of negatives, hits from the highest.
      let shown = places.filter { (scores[$0] >= cutoff) == wantsHits }
        .sorted { wantsHits ? (scores[$1], $0) < (scores[$0], $1) : (scores[$0], $0) < (scores[$1], $1) }
      let sorted = places.map { scores[$0] }.sorted()
      return Row(
        id: id, title: title, found: Proportion(hit, of: places.count),
        foundAt: cutoffs.map { Proportion(sorted.count(from: $0), of: sorted.count) },
        worst: shown.prefix(worst).map { RecallFigures.miss(run, $0) })
    }

    let byPurpose = Dictionary(grouping: queries.indices) { queries[$0].purpose }
    exact = row("exact", "Exact names", byPurpose[.exact] ?? [])
    levels = Mutation.Level.shown.map { level in
      let rows = Mutation.all.indices.filter { Mutation.all[$0].level == level }.map { index in
        row(Mutation.all[index].id, Mutation.all[index].title, byPurpose[.mutation(index)] ?? [])
      }
      return (level.title, rows, rows.map(\.found).reduce(Proportion(0, of: 0), +))
    }
    combined = [2, 3].filter { $0 <= run.options.strength }.map { count in
      let purpose = LaboratoryQuery.Purpose.combined(count)
      return row(purpose.id, purpose.title, byPurpose[purpose] ?? [], worst: 6)
    }
    negatives = Mutation.negatives.indices.map { index in
      row(
        Mutation.negatives[index].id, Mutation.negatives[index].title, byPurpose[.negative(index)] ?? [],
        wantsHits: true)
    }
    let byScript = Dictionary(grouping: mutated) { queries[$0].script }
    scripts = NameScript.allCases.compactMap { script in
      byScript[script].map { row(script.rawValue, script.rawValue, $0) }
    }
    let byType = Dictionary(grouping: mutated) { run.designations[queries[$0].designation].type }
    types = EntityType.allCases.compactMap { type in
      byType[type].map { row(type.rawValue, type.rawValue, $0, worst: 0) }
    }
    let byStandard = Dictionary(
      grouping: mutated.filter { queries[$0].variant != nil && queries[$0].mutations.count == 1 }
    ) { queries[$0].variant ?? "" }
    standards = RomanizationNames.all.compactMap { id, title in
      byStandard[id].map { row(id, title, $0, worst: 1) }
    }
    recall = Proportion(mutated.count { scores[$0] >= cutoff }, of: mutated.count)
    alerted = run.base.alerted(at: cutoff)

    let negativePlaces = queries.indices.filter {
      if case .negative = queries[$0].purpose { true } else { false }
    }
    let levelPlaces =
      Mutation.Level.shown.map { level in
        mutated.filter { place in
          if case .mutation(let index) = queries[place].purpose {
            Mutation.all[index].level == level
          } else {
            false
          }
        }
      } + [
        mutated.filter { if case .combined = queries[$0].purpose { true } else { false } }
      ]
    points = cutoffs.map { cutoff in
      func proportion(_ places: [Int]) -> Proportion {
        Proportion(places.count { scores[$0] >= cutoff }, of: places.count)
      }
      return Point(
        cutoff: cutoff, recall: proportion(mutated), alerted: run.base.alerted(at: cutoff),
        alerts: run.base.alerts(at: cutoff), negatives: proportion(negativePlaces),
        levels: levelPlaces.map(proportion))
    }
    comparisons = []
    comparisons = rivals.map { compare($0, mutated, byPurpose) }
  }

  private static func miss(_ run: RecallRun, _ place: Int) -> Miss {
    let query = run.queries[place]
    let designation = run.designations[query.designation]
    return Miss(
      query: query.customer.name + (query.customer.birthDate.map { ", \($0)" } ?? ""),
      listed: designation.names.indices.contains(query.listedName)
        ? designation.names[query.listedName].text : "",
      entity: designation.id.description, score: run.outcomes[place].score)
  }

  private func compare(
    _ rival: RivalAnswers, _ mutated: [Int], _ byPurpose: [LaboratoryQuery.Purpose: [Int]]
  ) -> Comparison {
    let scores = run.outcomes.map(\.score)
    let innocents = run.base.customers.count
    // The least score at which it alerts on no more customers than we do.
    let alerts = rival.alerted.compactMap { $0 }.sorted(by: >)
    let allowed = alerted.count
    let even: Double?
    if alerts.count <= allowed {
      even = nil
    } else {
      // Above the first score that would be one alert too many.
      let tooMuch = alerts[allowed]
      even = (rival.found.compactMap { $0 } + alerts).filter { $0 > tooMuch }.min() ?? tooMuch.nextUp
    }
    func finds(_ place: Int) -> Bool {
      guard let score = rival.found[place] else { return false }
      return even.map { score >= $0 } ?? true
    }
    var comparison = Comparison(
      name: rival.name,
      recall: Proportion(mutated.count { rival.found[$0] != nil }, of: mutated.count),
      alerted: Proportion(alerts.count, of: innocents), evenScore: even,
      even: Proportion(mutated.count(where: finds), of: mutated.count),
      evenAlerted: Proportion(alerts.count { $0 >= even ?? -.infinity }, of: innocents))
    var ours: [Int] = []
    var theirs: [Int] = []
    for place in mutated {
      switch (scores[place] >= cutoff, finds(place)) {
      case (true, true): comparison.both += 1
      case (true, false):
        comparison.oursAlone += 1
        ours.append(place)
      case (false, true):
        comparison.theirsAlone += 1
        theirs.append(place)
      case (false, false): comparison.neither += 1
      }
    }
    func spread(_ places: [Int]) -> [Miss] {
      // From all over the run, not six of the first mutation.
      let step = max(1, places.count / 6)
      return stride(from: 0, to: places.count, by: step).prefix(6).map { RecallFigures.miss(run, places[$0]) }
    }
    comparison.oursAloneExamples = spread(ours)
    comparison.theirsAloneExamples = spread(theirs)
    comparison.rows = byPurpose.keys.sorted().filter(\.isMutation).compactMap { purpose in
      guard let places = byPurpose[purpose] else { return nil }
      return (
        purpose.title, Proportion(places.count { scores[$0] >= cutoff }, of: places.count),
        Proportion(places.count(where: finds), of: places.count)
      )
    }
    let foundScores = mutated.compactMap { rival.found[$0] }.sorted(by: >)
    var place = 0
    for count in 0...alerts.count {
      let isStep = count == alerts.count || count < 40 || count.isMultiple(of: max(1, alerts.count / 60))
      guard isStep else { continue }
      // Everything above the next innocent's score is found at `count` alerts.
      let limit = count < alerts.count ? alerts[count] : -Double.infinity
      while place < foundScores.count, foundScores[place] > limit { place += 1 }
      comparison.curve.append(
        (Double(count) / Double(max(1, innocents)), Double(place) / Double(max(1, mutated.count))))
    }
    return comparison
  }
}

extension [Double] {
  /// How many of these, which ascend, are no less than `limit`.
  ///
  /// - Complexity: O(log n).
  fileprivate func count(from limit: Double) -> Int {
    var (low, high) = (startIndex, endIndex)
    while low < high {
      let middle = low + (high - low) / 2
      if self[middle] < limit { low = middle + 1 } else { high = middle }
    }
    return endIndex - low
  }
}
