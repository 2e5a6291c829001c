import Designations
import NameIndex
import NameSimilarity
import NameText
import Synchronization

/// The listed names as plain measures see them, made from an index when they are first asked for, once for all threads.
final class PlainNames: Sendable {
  private struct Entry: Sendable {
    var designation: Int
    var name: Int
    var type: EntityType
    var isWeak: Bool
  }

  /// The names and what finds them: a table of a measure, or all their texts to be scored one by one.
  private struct Listed<Texts: Sendable>: Sendable {
    var entries: [Entry]
    var texts: Texts
  }

  private let scanned = Mutex<Listed<[PlainText]>?>(nil)
  private let tables = Mutex<[PlainMeasure: Listed<any PlainTable>]>([:])

  /// The best name of each designation that reaches the cut-off.
  ///
  /// - Complexity: That of the measure's table; O(names) scores for an exhaustive search, which needs no table.
  ///   O(names) the first time. A table takes some 75 bytes a name by Jaro-Winkler, and 130 by trigrams.
  func search(
    _ query: AnalyzedName, by measure: PlainMeasure, options: ScreeningOptions, types: [EntityType]?,
    in index: NameIndex
  ) throws(IndexError) -> [NameMatch] {
    let text = PlainText(query)
    let entries: [Entry]
    let matches: [PlainMatch]
    // What meets nothing reaches a cut-off of 0, and no table finds that.
    if options.isExhaustive || !(options.cutoff > 0 && options.cutoff <= 1) {
      let listed = try all(of: index)
      entries = listed.entries
      matches = listed.texts.enumerated().map {
        PlainMatch(name: $0.offset, score: text.score($0.element, by: measure))
      }
    } else {
      let listed = try table(of: measure, of: index)
      entries = listed.entries
      matches = listed.texts.names(like: text, cutoff: options.cutoff)
    }
    var best: [Int: (name: Int, score: Double)] = [:]
    for match in matches where match.score >= options.cutoff {
      let entry = entries[match.name]
      guard options.includesWeakAliases || !entry.isWeak, types?.contains(entry.type) ?? true else {
        continue
      }
      // Of equal ones the first name.
      if let known = best[entry.designation],
        (match.score, known.name) <= (known.score, entry.name)
      {
        continue
      }
      best[entry.designation] = (entry.name, match.score)
    }
    return best.map { NameMatch(designation: $0.key, name: $0.value.name, score: $0.value.score) }
  }

  private func all(of index: NameIndex) throws(IndexError) -> Listed<[PlainText]> {
    try scanned.withLock { known throws(IndexError) in
      if let known { return known }
      let made = try PlainNames.read(index)
      known = made
      return made
    }
  }

  private func table(
    of measure: PlainMeasure, of index: NameIndex
  ) throws(IndexError) -> Listed<any PlainTable> {
    try tables.withLock { known throws(IndexError) in
      if let known = known[measure] { return known }
      let names = try PlainNames.read(index)
      let made = Listed<any PlainTable>(entries: names.entries, texts: measure.table(of: names.texts))
      known[measure] = made
      return made
    }
  }

  private static func read(_ index: NameIndex) throws(IndexError) -> Listed<[PlainText]> {
    var listed = Listed<[PlainText]>(entries: [], texts: [])
    for ordinal in 0..<index.designationCount {
      let designation = try index.designation(at: ordinal)
      for (number, name) in designation.names.enumerated() {
        // A listed name that is too long to be analysed meets nobody.
        guard let analyzed = try? NameAnalyzer.standard.analyze(name.text) else { continue }
        listed.entries.append(
          Entry(
            designation: ordinal, name: number, type: designation.type, isWeak: name.quality == .weak))
        listed.texts.append(PlainText(analyzed))
      }
    }
    return listed
  }
}
