import Designations
import NameIndex
import NameSimilarity
import NameText
import Synchronization

/// The listed names as plain measures see them, made from an index when they are first asked for.
final class PlainNames: Sendable {
  struct Entry: Sendable {
    var designation: Int
    var name: Int
    var type: EntityType
    var isWeak: Bool
    var text: PlainText
  }

  private let made = Mutex<[Entry]?>(nil)

  /// - Complexity: O(names) the first time.
  func entries(of index: NameIndex) throws(IndexError) -> [Entry] {
    if let known = made.withLock({ $0 }) { return known }
    var entries: [Entry] = []
    for ordinal in 0..<index.designationCount {
      let designation = try index.designation(at: ordinal)
      for (number, name) in designation.names.enumerated() {
        // A listed name that is too long to be analysed meets nobody.
        guard let analyzed = try? NameAnalyzer.standard.analyze(name.text) else { continue }
        entries.append(
          Entry(
            designation: ordinal, name: number, type: designation.type, isWeak: name.quality == .weak,
            text: PlainText(analyzed)))
      }
    }
    let all = entries
    made.withLock { $0 = all }
    return entries
  }

  /// The best name of each designation that reaches the cut-off, by scoring every name whose bound does.
  ///
  /// - Complexity: O(names); one bound a name, one score for the few that it leaves.
  func search(
    _ query: AnalyzedName, by measure: PlainMeasure, options: ScreeningOptions, types: [EntityType]?,
    in index: NameIndex
  ) throws(IndexError) -> [(designation: Int, name: Int, score: Double)] {
    let text = PlainText(query)
    var best: [Int: (name: Int, score: Double)] = [:]
    for entry in try entries(of: index) {
      guard options.includesWeakAliases || !entry.isWeak, types?.contains(entry.type) ?? true else {
        continue
      }
      let least = options.isExhaustive ? 0 : options.cutoff
      let score = text.score(entry.text, by: measure, least: least)
      guard score >= options.cutoff, score > best[entry.designation]?.score ?? -1 else { continue }
      best[entry.designation] = (entry.name, score)
    }
    return best.map { ($0.key, $0.value.name, $0.value.score) }
  }
}
