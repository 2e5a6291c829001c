import NameScreening

extension RecallFigures {
  /// The report for programs: the same figures as on the page.
  package func appendJSON(to buffer: inout OutputBuffer) {
    let options = run.options
    buffer.append("{")
    buffer.append(key: "engine", isFirst: true)
    buffer.append(json: "NameScreen \(NameScreen.version)")
    buffer.append(key: "run")
    buffer.append(json: run.fingerprint)
    buffer.append(key: "lists")
    buffer.append(jsonArray: run.index.lists) { buffer, list in
      buffer.append("{")
      buffer.append(key: "list", isFirst: true)
      buffer.append(json: list.list.name)
      buffer.append(key: "list_date")
      if let date = list.list.date { buffer.append(json: date) } else { buffer.append("null") }
      buffer.append(key: "designations")
      buffer.append("\(list.designations)")
      buffer.append(key: "names")
      buffer.append("\(list.names)")
      buffer.append(key: "content_hash")
      buffer.append(json: list.contentHash)
      buffer.append("}")
    }
    buffer.append(key: "options")
    buffer.append("{")
    for (place, (key, value)) in [
      ("seed", "\(options.seed)"), ("queries", "\(options.queries)"), ("strength", "\(options.strength)"),
      ("exact_names", options.exactNames.map(String.init) ?? "null"), ("verified", "\(options.verified)"),
      ("evaders", options.evaders.map(String.init) ?? "null"), ("daily", "\(options.daily)"),
      ("weak_aliases", "\(options.screening.includesWeakAliases)"),
      ("grouped", "\(options.screening.groupsListings)"),
    ].enumerated() {
      buffer.append(key: key, isFirst: place == 0)
      buffer.append(value)
    }
    buffer.append(key: "cutoff")
    buffer.append(score: cutoff)
    buffer.append(key: "floor")
    buffer.append(score: options.floor)
    buffer.append("}")
    buffer.append(key: "customers")
    buffer.append("{")
    buffer.append(key: "source", isFirst: true)
    buffer.append(json: run.base.source)
    buffer.append(key: "count")
    buffer.append("\(run.base.customers.count)")
    buffer.append(key: "rows_without_customer")
    buffer.append("\(run.base.badRows)")
    buffer.append("}")
    buffer.append(key: "queries")
    buffer.append("\(run.queries.count)")
    for (key, proportion) in [("recall", recall), ("exact", exact.found), ("alerted", alerted)] {
      buffer.append(key: key)
      buffer.append(proportion)
    }
    buffer.append(key: "verification")
    buffer.append("{")
    buffer.append(key: "queries", isFirst: true)
    buffer.append("\(run.verification.queries)")
    buffer.append(key: "differences")
    buffer.append(jsonArray: run.verification.differences) { $0.append(json: $1) }
    buffer.append("}")
    buffer.append(key: "mutations")
    buffer.append(jsonArray: levels.flatMap { level in level.rows.map { (level.title, $0) } }) {
      buffer, row in
      buffer.append(row.1, level: row.0)
    }
    for (key, rows) in [
      ("combined", combined), ("negatives", negatives), ("scripts", scripts), ("types", types),
      ("standards", standards),
    ] {
      buffer.append(key: key)
      buffer.append(jsonArray: rows) { $0.append($1, level: nil) }
    }
    buffer.append(key: "cutoffs")
    buffer.append(jsonArray: points) { buffer, point in
      buffer.append("{")
      buffer.append(key: "cutoff", isFirst: true)
      buffer.append(score: point.cutoff)
      for (key, proportion) in [
        ("recall", point.recall), ("alerted", point.alerted), ("negatives", point.negatives),
      ] {
        buffer.append(key: key)
        buffer.append(proportion)
      }
      buffer.append(key: "alerts")
      buffer.append("\(point.alerts)")
      buffer.append("}")
    }
    buffer.append(key: "evasion")
    buffer.append(jsonArray: run.evasions) { buffer, evasion in
      buffer.append("{")
      buffer.append(key: "entity_id", isFirst: true)
      buffer.append(json: evasion.entity)
      buffer.append(key: "listed_name")
      buffer.append(json: evasion.listedName)
      buffer.append(key: "effort")
      buffer.append(evasion.effort.map(String.init) ?? "null")
      buffer.append(key: "mutations")
      buffer.append(jsonArray: evasion.mutations) { $0.append(json: $1) }
      buffer.append(key: "name")
      buffer.append(json: evasion.name)
      buffer.append(key: "score")
      buffer.append(score: evasion.score)
      buffer.append("}")
    }
    buffer.append(key: "comparisons")
    buffer.append(jsonArray: comparisons) { buffer, comparison in
      buffer.append("{")
      buffer.append(key: "engine", isFirst: true)
      buffer.append(json: comparison.name)
      for (key, proportion) in [
        ("recall", comparison.recall), ("alerted", comparison.alerted),
        ("recall_at_even_alerts", comparison.even),
        ("alerted_at_even_alerts", comparison.evenAlerted),
      ] {
        buffer.append(key: key)
        buffer.append(proportion)
      }
      buffer.append(key: "score_at_even_alerts")
      if let score = comparison.evenScore { buffer.append(score: score) } else { buffer.append("null") }
      for (key, count) in [
        ("both", comparison.both), ("ours_alone", comparison.oursAlone),
        ("theirs_alone", comparison.theirsAlone),
        ("neither", comparison.neither),
      ] {
        buffer.append(key: key)
        buffer.append("\(count)")
      }
      buffer.append(key: "mutations")
      buffer.append(jsonArray: comparison.rows) { buffer, row in
        buffer.append("{")
        buffer.append(key: "title", isFirst: true)
        buffer.append(json: row.title)
        buffer.append(key: "ours")
        buffer.append(row.ours)
        buffer.append(key: "theirs")
        buffer.append(row.theirs)
        buffer.append("}")
      }
      buffer.append("}")
    }
    buffer.append(key: "not_tested")
    buffer.append(jsonArray: RecallFigures.notTested) { $0.append(json: $1) }
    buffer.append("}\n")
  }
}

extension OutputBuffer {
  /// `{"count":9,"total":10,"rate":0.9,"low":0.59,"high":0.98}`, the interval being the 95 % one of Wilson.
  fileprivate mutating func append(_ proportion: Proportion) {
    append("{\"count\":\(proportion.count),\"total\":\(proportion.total),\"rate\":")
    append(score: proportion.rate)
    append(",\"low\":")
    append(score: proportion.interval.lowerBound)
    append(",\"high\":")
    append(score: proportion.interval.upperBound)
    append("}")
  }

  fileprivate mutating func append(_ row: RecallFigures.Row, level: String?) {
    append("{")
    append(key: "id", isFirst: true)
    append(json: row.id)
    append(key: "title")
    append(json: row.title)
    if let level {
      append(key: "level")
      append(json: level)
    }
    append(key: "found")
    append(row.found)
    // At each of `cutoffs`, in their order.
    append(key: "found_by_cutoff")
    append(jsonArray: row.foundAt) { $0.append("\($1.count)") }
    append(key: "examples")
    append(jsonArray: row.worst) { buffer, miss in
      buffer.append("{")
      buffer.append(key: "query", isFirst: true)
      buffer.append(json: miss.query)
      buffer.append(key: "listed_name")
      buffer.append(json: miss.listed)
      buffer.append(key: "entity_id")
      buffer.append(json: miss.entity)
      buffer.append(key: "score")
      buffer.append(score: miss.score)
      buffer.append("}")
    }
    append("}")
  }
}
