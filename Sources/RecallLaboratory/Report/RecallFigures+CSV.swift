import NameScreening

extension RecallFigures {
  /// Every table of recall in one: `table` says which.
  package func appendMutationsCSV(to buffer: inout OutputBuffer) {
    buffer.append("table,id,title,level,queries,found,rate,low,high\n")
    func add(_ table: String, _ row: Row, _ level: String = "") {
      for text in [table, row.id, row.title, level] {
        buffer.append(csv: text)
        buffer.append(",")
      }
      buffer.append("\(row.found.total),\(row.found.count),")
      buffer.append(score: row.found.rate)
      buffer.append(",")
      buffer.append(score: row.found.interval.lowerBound)
      buffer.append(",")
      buffer.append(score: row.found.interval.upperBound)
      buffer.append("\n")
    }
    add("control", exact)
    for level in levels { for row in level.rows { add("mutation", row, level.title) } }
    for row in combined { add("mutation", row, "Combined") }
    for row in negatives { add("negative", row) }
    for row in scripts { add("script", row) }
    for row in types { add("type", row) }
    for row in standards { add("standard", row) }
  }

  /// One row a cut-off.
  package func appendCutoffsCSV(to buffer: inout OutputBuffer) {
    buffer.append(
      "cutoff,queries,found,recall,recall_low,recall_high,customers,alerted,alert_rate,alert_rate_low,alert_rate_high,alerts,alerts_a_day,negatives,negatives_hit\n"
    )
    for point in points {
      buffer.append(score: point.cutoff)
      for proportion in [point.recall, point.alerted] {
        buffer.append(",\(proportion.total),\(proportion.count),")
        buffer.append(score: proportion.rate)
        buffer.append(",")
        buffer.append(score: proportion.interval.lowerBound)
        buffer.append(",")
        buffer.append(score: proportion.interval.upperBound)
      }
      buffer.append(",\(point.alerts),")
      buffer.append(score: run.base.alertsADay(point.alerts, of: run.options.daily))
      buffer.append(",\(point.negatives.total),\(point.negatives.count)\n")
    }
  }

  /// One row for each kind of query at each cut-off.
  package func appendMutationCutoffsCSV(to buffer: inout OutputBuffer) {
    buffer.append("table,id,title,cutoff,queries,found,rate,low,high\n")
    func add(_ table: String, _ row: Row) {
      for (point, found) in zip(points, row.foundAt) {
        for text in [table, row.id, row.title] {
          buffer.append(csv: text)
          buffer.append(",")
        }
        buffer.append(score: point.cutoff)
        buffer.append(",\(found.total),\(found.count),")
        buffer.append(score: found.rate)
        buffer.append(",")
        buffer.append(score: found.interval.lowerBound)
        buffer.append(",")
        buffer.append(score: found.interval.upperBound)
        buffer.append("\n")
      }
    }
    add("control", exact)
    for row in levels.flatMap(\.rows) + combined { add("mutation", row) }
    for row in negatives { add("negative", row) }
    for row in scripts { add("script", row) }
  }

  /// One row a query: what was asked and what came of it.
  package func appendQueriesCSV(to buffer: inout OutputBuffer) {
    buffer.append("id,name,type,dob,purpose,mutations,variant,script,entity_id,listed_name,score,found\n")
    for (place, query) in run.queries.enumerated() {
      let designation = run.designations[query.designation]
      let name =
        designation.names.indices.contains(query.listedName) ? designation.names[query.listedName].text : ""
      for text in [
        query.customer.id, query.customer.name, query.customer.type?.rawValue ?? "",
        query.customer.birthDate.map { "\($0)" } ?? "", query.purpose.id,
        query.mutations.joined(separator: ";"),
        query.variant ?? "", query.script.rawValue, designation.id.description, name,
      ] {
        buffer.append(csv: text)
        buffer.append(",")
      }
      let score = run.outcomes[place].score
      buffer.append(score: score)
      buffer.append(score >= cutoff ? ",true\n" : ",false\n")
    }
  }

  /// One row a designation that was tried.
  package func appendEvasionCSV(to buffer: inout OutputBuffer) {
    buffer.append("entity_id,listed_name,effort,mutations,name,score\n")
    for evasion in run.evasions {
      for text in [
        evasion.entity, evasion.listedName, evasion.effort.map(String.init) ?? "",
        evasion.mutations.joined(separator: ";"), evasion.name,
      ] {
        buffer.append(csv: text)
        buffer.append(",")
      }
      buffer.append(score: evasion.score)
      buffer.append("\n")
    }
  }
}

extension RecallFigures {
  /// One line for who waits for the run.
  package var headline: String {
    "\(run.queries.count.grouped) queries: recall \(recall.rate.percent) at \(alerted.rate.percent) of \(alerted.total.grouped) customers alerted\(exact.found.total == 0 ? "" : ", exact names \(exact.found.rate.percent)")"
  }
}

extension InnocentCustomers {
  /// Alerts that screening so many customers a day raises.
  package func alertsADay(_ alerts: Int, of daily: Int) -> Double {
    Double(alerts) / Double(max(1, customers.count)) * Double(daily)
  }
}

extension RecallRun {
  /// The queries and the customers as a file of customers, for this engine or another.
  package func appendEmittedCSV(to buffer: inout OutputBuffer) {
    buffer.append("id,name,type,dob,country,gender\n")
    func add(_ id: String, _ customer: Customer) {
      buffer.append(csv: id)
      for text in [
        customer.name, customer.type?.rawValue ?? "", customer.birthDate.map { "\($0)" } ?? "",
        customer.countries.joined(separator: ";"), customer.gender?.rawValue ?? "",
      ] {
        buffer.append(",")
        buffer.append(csv: text)
      }
      buffer.append("\n")
    }
    for query in queries { add(query.customer.id, query.customer) }
    for (place, customer) in base.customers.enumerated() { add("\(fingerprint)-c\(place + 1)", customer) }
  }

  /// The names of the list, one a row, so that another engine needs no reader of lists.
  package func appendNamesCSV(to buffer: inout OutputBuffer) {
    buffer.append("entity_id,list,type,alias_quality,name\n")
    for designation in designations {
      for name in designation.names {
        for text in [
          designation.id.description, designation.list, designation.type.rawValue, name.quality.rawValue,
        ] {
          buffer.append(csv: text)
          buffer.append(",")
        }
        buffer.append(csv: name.text)
        buffer.append("\n")
      }
    }
  }
}
