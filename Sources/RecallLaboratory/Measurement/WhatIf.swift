import NameScreening
import TabularText

/// What other cut-offs would mean for a customer base, answered from its stored scores.
package struct WhatIf: Sendable {
  /// A hit that analysts found to be true.
  package struct TrueHit: Sendable, Hashable {
    package var customer: String
    package var entity: String

    package init(customer: String, entity: String) {
      self.customer = customer
      self.entity = entity
    }
  }

  /// The answer for one cut-off.
  package struct Answer: Sendable {
    /// As it was asked for: a number or the name of a preset.
    package var title: String
    package var cutoff: Double
    package var alerted: Proportion
    package var alerts: Int
    /// Alerts more (or fewer) than at the present cut-off.
    package var change: Int
    /// Of the true hits.
    package var found: Proportion
    /// True hits that the present cut-off finds and this one does not.
    package var lost: [TrueHit]
    /// True hits that this cut-off finds and the present one does not.
    package var won: [TrueHit]
  }

  package var answers: [Answer]
  package var base: InnocentCustomers
  package var present: Double
  package var daily: Int

  /// A cut-off by number or by the name of a preset.
  package static func cutoff(_ text: String) -> Double? {
    if let preset = CutoffPreset(rawValue: text.lowercased()) { return preset.cutoff }
    guard let value = Double(text), (0...1).contains(value) else { return nil }
    return value
  }

  package init(
    _ wanted: [(title: String, cutoff: Double)], base: InnocentCustomers, present: Double,
    trueHits: [TrueHit],
    daily: Int
  ) {
    self.base = base
    self.present = present
    self.daily = daily
    var scores: [TrueHit: Double] = [:]
    let known = Set(trueHits)
    for hit in base.hits {
      let key = TrueHit(customer: base.customers[hit.customer].id, entity: hit.entity)
      if known.contains(key) { scores[key] = max(scores[key] ?? 0, hit.score) }
    }
    let now = base.alerts(at: present)
    answers = wanted.map { title, cutoff in
      func isFound(_ hit: TrueHit, _ cutoff: Double) -> Bool { (scores[hit] ?? -1) >= cutoff }
      return Answer(
        title: title, cutoff: cutoff, alerted: base.alerted(at: cutoff), alerts: base.alerts(at: cutoff),
        change: base.alerts(at: cutoff) - now,
        found: Proportion(trueHits.count { isFound($0, cutoff) }, of: trueHits.count),
        lost: trueHits.filter { isFound($0, present) && !isFound($0, cutoff) },
        won: trueHits.filter { !isFound($0, present) && isFound($0, cutoff) })
    }
  }

  /// Reads true hits: a table with the columns `query_id` and `entity_id`, one row a hit.
  ///
  /// - Throws: `LaboratoryError` where a row names nobody of the base: its hits would count as lost.
  package static func readTrueHits(path: String, of base: InnocentCustomers) throws -> [TrueHit] {
    let customers = Set(base.customers.map(\.id))
    do {
      var table = try DelimitedReader(ByteStream(path: path), dialect: path.hasSuffix(".tsv") ? .tsv : .csv)
      guard try table.next(), let customer = table.all.firstIndex(of: "query_id"),
        let entity = table.all.firstIndex(of: "entity_id")
      else {
        throw LaboratoryError.badData(
          "\(path):1: no columns query_id and entity_id; expected both in the header")
      }
      var hits: [TrueHit] = []
      var seen: Set<TrueHit> = []
      while try table.next() {
        let hit = TrueHit(customer: table[customer], entity: table[entity])
        guard customers.contains(hit.customer) else {
          throw LaboratoryError.badData(
            "\(path):\(table.line): '\(hit.customer)' is none of the customers; expected the id of one")
        }
        if seen.insert(hit).inserted { hits.append(hit) }
      }
      return hits
    } catch let error as TextFileError {
      if case .missing(let file) = error {
        throw LaboratoryError.missingFile("\(file): there is no such file; expected a table of true hits")
      }
      throw LaboratoryError.badData("\(error)")
    }
  }

  // MARK: Output

  /// For a person at a terminal.
  package var text: String {
    let hasTruth = answers.contains { $0.found.total > 0 }
    var table = TextTable(
      [.left, .right, .right, .right, .right, .right] + (hasTruth ? [.right, .right, .right] : []))
    table.add(
      ["", "cut-off", "customers alerted", "95 %", "alerts a day", "change"]
        + (hasTruth ? ["true hits found", "lost", "won"] : []))
    for answer in answers {
      let change = base.alertsADay(answer.change, of: daily)
      table.add(
        [
          answer.title == answer.cutoff.shown(2) ? "" : answer.title, answer.cutoff.shown(2),
          answer.alerted.rate.percent, answer.alerted.interval.percent,
          base.alertsADay(answer.alerts, of: daily).shown(1), (change > 0 ? "+" : "") + change.shown(1),
        ]
          + (hasTruth
            ? [
              "\(answer.found.count) of \(answer.found.total)", "\(answer.lost.count)", "\(answer.won.count)",
            ] : []))
    }
    var text = table.lines.joined(separator: "\n") + "\n"
    for answer in answers where !answer.lost.isEmpty || !answer.won.isEmpty {
      text += "\nat \(answer.cutoff.shown(2))\n"
      for (word, hits) in [("lost", answer.lost), ("won", answer.won)] {
        for hit in hits.prefix(20) { text += "  \(word) \(hit.customer) \(hit.entity)\n" }
        if hits.count > 20 { text += "  \(word) \(hits.count - 20) more\n" }
      }
    }
    text +=
      "\n\(base.customers.count.grouped) customers; alerts a day for \(daily.grouped) customers screened; change, lost and won against cut-off \(present.shown(2))\n"
    return text
  }

  /// One row a cut-off.
  package func appendCSV(to buffer: inout OutputBuffer) {
    buffer.append(
      "name,cutoff,customers,alerted,alert_rate,alert_rate_low,alert_rate_high,alerts,alerts_a_day,change_a_day,true_hits,found,lost,won\n"
    )
    for answer in answers {
      buffer.append(csv: answer.title)
      buffer.append(",")
      buffer.append(score: answer.cutoff)
      buffer.append(",\(answer.alerted.total),\(answer.alerted.count),")
      buffer.append(score: answer.alerted.rate)
      buffer.append(",")
      buffer.append(score: answer.alerted.interval.lowerBound)
      buffer.append(",")
      buffer.append(score: answer.alerted.interval.upperBound)
      buffer.append(",\(answer.alerts),")
      buffer.append(score: base.alertsADay(answer.alerts, of: daily))
      buffer.append(",")
      buffer.append(score: base.alertsADay(answer.change, of: daily))
      buffer.append(",\(answer.found.total),\(answer.found.count),\(answer.lost.count),\(answer.won.count)\n")
    }
  }
}
