import NameScreening

/// How far a designation is from being missed: the cheapest edits of its name that a person could make and that bring it
/// under the cut-off.
package struct Evasion: Sendable, Equatable {
  package var designation: Int
  package var entity: String
  package var listedName: String
  /// What the edits cost together, see `Mutation.effort`; 0 where the name as customers write it is missed already, nil where
  /// nothing up to `EvasionSearch.mostEffort` is enough.
  package var effort: Int?
  /// The mutations, in order.
  package var mutations: [String]
  /// The name that slips through, or the one that came nearest to it.
  package var name: String
  package var score: Double
}

/// A beam search over the mutations, by rising effort.
///
/// From the primary name as customers write it, every mutation that a person can make is tried several times at each of the
/// best names of less effort. The first effort at which a name falls under the cut-off is the distance; a wider beam could find
/// a smaller one, never a larger. Every score is that of the whole designation, all its aliases included.
struct EvasionSearch {
  /// Beyond that the name says somebody else.
  static let mostEffort = 6
  private static let beam = 4
  private static let tries = 5

  var options: RecallOptions

  private struct State {
    var draft: NameDraft
    var mutations: [String]
    var score: Double
    var text: String
  }

  func run(_ designation: Designation, ordinal: Int) -> Evasion? {
    guard let primary = designation.names.first(where: { $0.quality != .weak }) ?? designation.names.first
    else {
      return nil
    }
    let judge = DesignationJudge(designation, options: options.screening)
    let draft = NameDraft(
      primary.text, type: designation.type, gender: designation.gender,
      countries: designation.countries.filter { $0.relation != .address }.map(\.code))
    func score(_ draft: NameDraft) -> Double {
      judge.judge(Customer(name: draft.text, type: draft.type == .unknown ? nil : draft.type))?.score ?? 0
    }
    func evasion(_ state: State, _ effort: Int?) -> Evasion {
      Evasion(
        designation: ordinal, entity: designation.id.description, listedName: primary.text, effort: effort,
        mutations: state.mutations, name: state.text, score: state.score)
    }
    let start = State(draft: draft, mutations: [], score: score(draft), text: draft.text)
    let cutoff = options.screening.cutoff
    if start.score < cutoff { return evasion(start, 0) }
    var random = SeededRandom(seed: options.seed, "evasion", designation.id.description)
    var beams: [[State]] = [[start]]
    var nearest = start
    for effort in 1...EvasionSearch.mostEffort {
      var found: [String: State] = [:]
      for mutation in Mutation.composable {
        guard let cost = mutation.effort, cost <= effort else { continue }
        for state in beams[effort - cost] {
          // A trick is not played twice, but for slips of the pen.
          guard cost == 1 && mutation.level == .character || !state.mutations.contains(mutation.id) else {
            continue
          }
          for _ in 0..<(mutation.level == .character ? EvasionSearch.tries : 2) {
            guard let changed = mutation.apply(state.draft, &random), isSomebody(changed, like: draft) else {
              continue
            }
            let text = changed.text
            guard found[text] == nil else { continue }
            found[text] = State(
              draft: changed, mutations: state.mutations + [mutation.id], score: score(changed), text: text)
          }
        }
      }
      // Equal scores are told apart by the text, so that the order of the search plays no part.
      let best = found.values.sorted { ($0.score, $0.text) < ($1.score, $1.text) }.prefix(EvasionSearch.beam)
      if let first = best.first {
        if first.score < nearest.score { nearest = first }
        if first.score < cutoff { return evasion(first, effort) }
      }
      beams.append(Array(best))
    }
    return evasion(nearest, nil)
  }

  /// Whether a bank would still take the name for one, with a given and a family name.
  private func isSomebody(_ changed: NameDraft, like draft: NameDraft) -> Bool {
    changed.words.count >= min(2, draft.words.count) || changed.separator.isEmpty
      || changed.text.count * 3 >= draft.text.count * 2
  }
}
