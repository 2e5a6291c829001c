import NameText

/// Lossless retrieval over a `NameStore`.
///
/// Why no name is missed. The score is N / (A + contradiction + missing) times factors of at most 1, so a score of c needs
/// the sum over matched pairs of m (s - c), less c times what contradicts and is missing, to be at least 0: what words
/// add by agreeing better than c must outweigh what the others take away. A pair with s < c adds nothing, so some
/// word of the query, alone or joined with its neighbour, must meet a word of the name with s >= c. Looking up every word
/// down to c finds the name; words that are less alike than the floor of similarity are no pair, so that no word is looked up
/// further.
///
/// Half a list has an initial V or an "al", so words that weigh little are better not looked up. Let all of them add G at most.
/// A name that none of the others meets at c must then lose no more than G by all of these together. So it is enough to look
/// some of them up a little further: let each be unseen where it loses more than its part of G, and no part be more than it
/// loses when it is unmatched or meets a mere initial. A name in which all of them are unseen loses more than all parts,
/// which are G. So one of them meets a word of the name with s >= c - part / m; neighbours read as one have the parts of all
/// their words. Parts are such that words are looked up equally far. Where the words are too few, they look up listed initials
/// too, so that they cannot meet one unseen, and initials of the query are looked up like words, but for the full names that
/// begin with their letter, which are many and add nothing at a cut-off that an initial does not reach. When that is not
/// enough, every name is a candidate: a query of nothing but initials below that cut-off.
///
/// Which of the plans that lose nothing is taken depends on how many names each leads to. So the work of a query is bounded:
/// no name is looked at twice, a name with fewer words than the query needs is dropped by its number of words, and the words
/// of a name are no more than `NameAnalyzer` allows.
struct NameSearch {
  let store: NameStore
  let accepts: (Int) -> Bool
  let options: SearchOptions
  let session: SearchSession

  /// Rounding must not lose a name whose score equals the cut-off.
  static let tolerance = 1e-6

  /// Names that are judged until it is asked whether too much of the index is in the memory of the process.
  private static let judgedAtOnce = 16

  /// The best name of each designation at or above the cut-off, in no order.
  func run(_ query: AnalyzedName) -> [Int: NameMatch] {
    var best: [Int: NameMatch] = [:]
    // The session's memory, held here while it is filled.
    var candidates = Candidates()
    var probe = Probe()
    swap(&candidates, &session.candidates)
    swap(&probe, &session.probe)
    defer {
      swap(&candidates, &session.candidates)
      swap(&probe, &session.probe)
    }
    for reading in query.readings where !reading.tokens.isEmpty {
      probe.set(reading, session)
      session.scored.begin()
      session.querySide.removeAll()
      for index in reading.tokens.indices {
        session.querySide.append(weight: reading.tokens[index].weight, role: reading.tokens[index].role)
      }
      if !options.isExhaustive, options.cutoff > 0 {
        let filter = session.filter(cutoff: options.cutoff - NameSearch.tolerance, in: store)
        gather(&probe, &candidates, filter)
        session.seen.remove(candidates.names)
        session.statistics.candidates += candidates.names.count
        filter.keep(&candidates, session: session)
        session.statistics.bounded += candidates.names.count
        store.keepResidentLimit()
        store.withPointers { units, _ in
          withUnsafePointer(to: units) { units in
            for (place, name) in candidates.names.enumerated() {
              if place % NameSearch.judgedAtOnce == 0 { store.keepResidentLimitOfNames() }
              judge(
                probe, store.name(Int(name)), readsJoins: place < candidates.joinedCount, bounded: units,
                &best)
            }
          }
        }
      } else {
        session.statistics.exhaustive += 1
        session.compared.begin(rows: probe.words.count + probe.joinFeatures.count, units: store.unitCount)
        for name in 0..<store.nameCount {
          if name % NameSearch.judgedAtOnce == 0 { store.keepResidentLimitOfNames() }
          judge(probe, store.name(name), readsJoins: true, bounded: nil, &best)
        }
      }
    }
    return best
  }
}
