import NameScreening

/// Takes the alerts away that were cleared, and says of the others what was decided.
package struct DecisionFilter: Sendable {
  package let memory: DecisionMemory
  /// Whether suppressed alerts are listed all the same.
  package let showsSuppressed: Bool
  /// Most hits for a customer after suppression; 0 for all.
  package let limit: Int

  package init(_ memory: DecisionMemory, showsSuppressed: Bool, limit: Int = 0) {
    self.memory = memory
    self.showsSuppressed = showsSuppressed
    self.limit = limit
  }

  /// The columns that hits have beyond others.
  package static let titles = ["alert", "decision", "decided_by", "reopened_by"]

  /// The hits that are shown, with their notes behind the given ones, and how many of each standing there were.
  ///
  /// - Parameter isDecided: Whether decisions count for a hit; a withdrawn one is always told.
  package func apply(
    _ hits: [Hit], notes: [HitNotes] = [], of customer: Customer, isDecided: (Int) -> Bool = { _ in true }
  ) throws(ScreeningError) -> (hits: [Hit], notes: [HitNotes], kinds: [String: Int]) {
    var shown: [Hit] = []
    var shownNotes: [HitNotes] = []
    var kinds: [String: Int] = [:]
    for (place, hit) in hits.enumerated() {
      let standing = isDecided(place) ? memory.standing(of: hit, customer) : .open
      if let word = standing.word { kinds[word, default: 0] += 1 }
      if case .suppressed = standing, !showsSuppressed { continue }
      if limit > 0, shown.count >= limit { continue }
      var note = notes.indices.contains(place) ? notes[place] : HitNotes()
      note.trailing.append(.text(try memory.alertID(of: hit, customer)))
      note.trailing += standing.notes
      shown.append(hit)
      shownNotes.append(note)
    }
    return (shown, shownNotes, kinds)
  }
}

extension FileScreening {
  /// Writes the hits of each customer that are not cleared.
  package init(screener: Screener, decisions: DecisionFilter, writer: HitWriter, threads: Int) {
    var writer = writer
    writer.titles = HitNoteTitles(trailing: DecisionFilter.titles)
    let hitWriter = writer
    self.init(writer: hitWriter, threads: threads) {
      let screener = screener.withOwnMemory(tasks: threads)
      return { (customer, output) throws(ScreeningError) in
        let found = try decisions.apply(screener.screen(customer), of: customer)
        hitWriter.append(found.hits, notes: found.notes, of: customer, to: &output)
        return Findings(hits: found.hits.count, kinds: found.kinds)
      }
    }
  }
}

extension DecisionMemory.Standing {
  /// As the column `decision` says it; `nil` where there is none.
  fileprivate var word: String? {
    switch self {
    case .open: nil
    case .suppressed: "suppressed"
    case .reopened: "reopened"
    case .confirmed: "confirmed"
    }
  }

  fileprivate var notes: [HitNote] {
    let (decision, changes): (Decision?, [String]) =
      switch self {
      case .open: (nil, [])
      case .suppressed(let decision), .confirmed(let decision): (decision, [])
      case .reopened(let decision, let changes): (decision, changes)
      }
    return [
      word.map { .text($0) } ?? .none, decision.map { .text($0.by) } ?? .none, .list(changes),
    ]
  }
}
