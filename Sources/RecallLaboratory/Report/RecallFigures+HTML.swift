import NameScreening

extension RecallFigures {
  /// The report as one page to read, print and file: no script, no network, every foreign name isolated.
  package var html: String {
    var page = """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>Recall of designated persons: \(run.index.lists.map(\.list.name).joined(separator: ", ").escaped)</title>
      <style>
      \(RecallFigures.style)
      </style>
      </head>
      <body>
      <a class="skip" href="#summary">Skip to the summary</a>
      <header>
      <h1>What this screening finds</h1>
      <p>Recall of designated names and alerts on innocent customers, measured by NameScreen \(NameScreen.version.escaped)</p>
      </header>
      <main>

      """
    page +=
      summary + measured + curve + thresholds + mutations + scriptTables + controls + comparison + evasion
      + untested
    page += """
      </main>
      <footer>
      <table class="sign"><caption>For the file</caption>
      <tbody><tr><th scope="row">Reviewed by</th><td></td><th scope="row">Date</th><td></td><th scope="row">Decision on the cut-off</th><td></td></tr></tbody></table>
      <p>Run \(run.fingerprint). The same list, options and seed make this page again, byte for byte. The same figures stand in \(RecallFigures.files.dropFirst().dropLast().joined(separator: ", ")) and \(RecallFigures.files.last ?? "") beside it.</p>
      </footer>
      </body>
      </html>

      """
    return page
  }

  // MARK: Sections

  private var summary: String {
    let differences = run.verification.differences.count
    let negative = negatives.map(\.found).reduce(Proportion(0, of: 0), +)
    return """
      <section id="summary" aria-labelledby="summary-title">
      <h2 id="summary-title">Summary</h2>
      <ul class="cards">
      \(card(recall.rate.percent, "of \(recall.total.grouped) changed names found", "recall at cut-off \(cutoff.shown(2)); 95 % sure of \(recall.interval.percent)"))
      \(card(alerted.rate.percent, "of \(alerted.total.grouped) innocent customers alerted", "95 % sure of \(alerted.interval.percent); \(alertsADay(at: cutoff)) alerts a day for \(run.options.daily.grouped) customers"))
      \(exact.found.total == 0 ? "" : card(exact.found.rate.percent, "of \(exact.found.total.grouped) exact names found", exact.found.count == exact.found.total ? "as it must be" : "must be 100 %: see the controls"))
      \(card(negative.rate.percent, "of \(negative.total.grouped) names that only look close hit", "lower is better; see the controls"))
      </ul>
      <p>\(verificationSentence(differences))</p>
      </section>

      """
  }

  private func card(_ figure: String, _ title: String, _ note: String) -> String {
    "<li><strong>\(figure)</strong> <span>\(title)</span> <small>\(note)</small></li>"
  }

  private func verificationSentence(_ differences: Int) -> String {
    let count = run.verification.queries
    if count == 0 { return "No query was screened against the whole list." }
    if differences == 0 {
      return
        "Each query is scored against every name of its designation. \(count.grouped) of the queries were also screened against the whole list, as <code>namescreen screen</code> does it: the answers and scores were the same in all of them."
    }
    return
      "<strong>Warning:</strong> of \(count.grouped) queries that were also screened against the whole list, \(differences.grouped) got another answer: \(name(run.verification.differences[0]))"
  }

  private var measured: String {
    let options = run.options
    var rows = ""
    for list in run.index.lists {
      rows +=
        "<tr><th scope=\"row\">List</th><td>\(list.list.name.escaped), \(list.list.date.map { "of \($0.escaped)" } ?? "no date in the file"): \(list.designations.grouped) designations, \(list.names.grouped) names; content SHA-256 <code>\(list.contentHash)</code></td></tr>\n"
    }
    let customers =
      run.base.source.escaped
      + (run.base.badRows > 0 ? ", \(run.base.badRows.grouped) rows without a customer" : "")
    for (title, value) in [
      (
        "Engine",
        "NameScreen \(NameScreen.version.escaped), cut-off \(cutoff.shown(2))\(options.screening.type.map { ", type \($0.rawValue)" } ?? ""), weak aliases \(options.screening.includesWeakAliases ? "screened" : "left out"), listings of one person \(options.screening.groupsListings ? "as one alert" : "each an alert")"
      ),
      (
        "Queries",
        "\(run.queries.count.grouped): \(exact.found.total.grouped) exact\(options.exactNames == nil ? " (every listed name)" : ""), \(recall.total.grouped) changed, \(negatives.map(\.found.total).reduce(0, +).grouped) of others who look close; seed \(options.seed), up to \(options.strength) changes at once"
      ),
      (
        "Customers",
        "\(run.base.customers.count.grouped): \(customers); scores of \(options.floor.shown(2)) and more kept"
      ),
      ("Intervals", "95 %, by Wilson"),
    ] {
      rows += "<tr><th scope=\"row\">\(title)</th><td>\(value)</td></tr>\n"
    }
    return """
      <section aria-labelledby="measured-title">
      <h2 id="measured-title">What was measured</h2>
      <div class="scroll" tabindex="0" role="region" aria-label="Table of what was measured"><table class="facts"><caption class="hidden">List, engine, queries and customers</caption><tbody>
      \(rows)</tbody></table></div>
      </section>

      """
  }

  private var curve: String {
    func line(_ title: String, _ style: Int, _ recall: (Point) -> Proportion) -> RecallCurve.Line? {
      guard let first = points.first, recall(first).total > 0 else { return nil }
      let mark = points.first { $0.cutoff == cutoff }.map { ($0.alerted.rate, recall($0).rate) }
      return RecallCurve.Line(
        title: title, points: points.map { ($0.alerted.rate, recall($0).rate) }, style: style, mark: mark)
    }
    var lines = [line("All changed names", 0) { $0.recall }]
    for (place, level) in Mutation.Level.shown.enumerated() {
      lines.append(line(level.title, place + 1) { $0.levels[place] })
    }
    lines.append(line("Combined changes", 6) { $0.levels[Mutation.Level.shown.count] })
    let ours = points.first { $0.cutoff == cutoff }
    let picture = RecallCurve(
      id: "curve", title: "Recall against the rate of alerts on innocent customers",
      description:
        "One line a level of change, from cut-off \(run.options.floor.shown(2)) on the right to 1.00 on the left. At cut-off \(cutoff.shown(2)) recall is \((ours?.recall.rate ?? 0).percent) and \((ours?.alerted.rate ?? 0).percent) of innocent customers are alerted. The threshold table has the numbers.",
      lines: lines.compactMap { $0 })
    return """
      <section class="whole-page" aria-labelledby="curve-title-h">
      <h2 id="curve-title-h">Recall against alerts</h2>
      <p>Every point of a line is a cut-off: further right more innocents are alerted, further up more of the designated are found. The dots are the cut-off \(cutoff.shown(2)).</p>
      <figure>\(picture.svg)</figure>
      </section>

      """
  }

  private var thresholds: String {
    var rows = ""
    for point in points {
      let isOurs = point.cutoff == cutoff
      rows +=
        "<tr\(isOurs ? " class=\"ours\"" : "")><th scope=\"row\">\(point.cutoff.shown(2))\(isOurs ? "<span class=\"hidden\"> (measured)</span>" : "")</th>"
      rows += "<td>\(point.recall.rate.percent)</td><td class=\"soft\">\(point.recall.interval.percent)</td>"
      rows +=
        "<td>\(point.alerted.rate.percent)</td><td class=\"soft\">\(point.alerted.interval.percent)</td>"
      rows += "<td>\(alertsADay(point.alerts))</td><td>\(point.negatives.rate.percent)</td></tr>\n"
    }
    return """
      <section aria-labelledby="thresholds-title">
      <h2 id="thresholds-title">Cut-offs</h2>
      \(table("What each cut-off finds and costs; alerts a day for \(run.options.daily.grouped) customers screened", ["Cut-off", "Recall", "95 %", "Customers alerted", "95 %", "Alerts a day", "Look-alikes hit"], rows))
      </section>

      """
  }

  private var mutations: String {
    var text = """
      <section aria-labelledby="mutations-title">
      <h2 id="mutations-title">By change of name</h2>
      <p>Recall at cut-off \(cutoff.shown(2)). Under each change stand its worst misses: what was asked, what is listed, and the score. A mark that one does not see is shown as \u{2423}.</p>

      """
    for level in levels where level.total.total > 0 {
      text += "<h3>\(level.title): \(level.total.rate.percent) of \(level.total.total.grouped)</h3>\n"
      text += recallTable(level.title, level.rows, showsExample: true)
    }
    if !combined.isEmpty {
      text += "<h3>Combined</h3>\n" + recallTable("Combined changes", combined, showsExample: false)
    }
    return text + otherCutoffs + "</section>\n"
  }

  /// The same at some cut-offs beside each other: the floor, the presets, the measured one, and the strictest.
  private var otherCutoffs: String {
    let wanted = CutoffPreset.allCases.map(\.cutoff) + [cutoff, 0.94, 1]
    let places = points.indices.filter { place in
      place == 0 || wanted.contains { abs($0 - points[place].cutoff) < 0.001 }
    }
    let heads = places.map { place in
      let point = points[place].cutoff
      let preset = CutoffPreset.allCases.first { abs($0.cutoff - point) < 0.001 }
      return point.shown(2) + (preset.map { " \($0.rawValue)" } ?? "")
    }
    var rows = ""
    func add(_ row: Row) {
      rows += "<tr><th scope=\"row\">\(row.title.escaped)</th>"
      for place in places { rows += "<td>\(row.foundAt[place].rate.percent)</td>" }
      rows += "</tr>\n"
    }
    for row in [exact] + levels.flatMap(\.rows) + combined where row.found.total > 0 { add(row) }
    for row in negatives where row.found.total > 0 { add(row) }
    rows += "<tr class=\"ours\"><th scope=\"row\">Innocent customers alerted</th>"
    for place in places { rows += "<td>\(points[place].alerted.rate.percent)</td>" }
    return "<h3>At other cut-offs</h3>\n"
      + table(
        "Found at each cut-off; the last rows are those to be left alone. mutation-cutoffs.csv has every cut-off with its interval",
        ["Query"] + heads, rows + "</tr>\n")
  }

  private var scriptTables: String {
    var text =
      "<section aria-labelledby=\"scripts-title\">\n<h2 id=\"scripts-title\">By script, type and romanization standard</h2>\n"
    text += "<h3>Script of the query</h3>\n" + recallTable("By script", scripts, showsExample: false)
    text += "<h3>Type of the designation</h3>\n" + recallTable("By type", types, showsExample: false)
    if !standards.isEmpty {
      text +=
        "<h3>Romanization standard</h3>\n"
        + recallTable("By standard, of single changes", standards, showsExample: false)
    }
    return text + "</section>\n"
  }

  private var controls: String {
    """
    <section aria-labelledby="controls-title">
    <h2 id="controls-title">Controls</h2>
    <h3>Must be found</h3>
    \(exact.found.total == 0 ? "<p>No name was asked for as it is listed.</p>\n" : recallTable("Names exactly as listed", [exact], showsExample: false))<h3>Must be left alone</h3>
    <p>The designation's own name with one part replaced. A hit is an alert that an analyst has to clear; the worst are shown.</p>
    \(recallTable("Names that look close and are somebody else", negatives, showsExample: false, verb: "Hit", isGoodHigh: false))</section>

    """
  }

  private var comparison: String {
    guard !comparisons.isEmpty else { return "" }
    var text = """
      <section aria-labelledby="comparison-title">
      <h2 id="comparison-title">Compared with other engines</h2>
      <p>The same \(recall.total.grouped) changed names and \(alerted.total.grouped) innocent customers. "At even alerts" sets the other engine's least score so that it alerts on no more of the customers than this screening does.</p>

      """
    var rows =
      "<tr class=\"ours\"><th scope=\"row\">NameScreen, cut-off \(cutoff.shown(2))</th><td>\(recall.rate.percent)</td><td>\(alerted.rate.percent)</td><td>\(recall.rate.percent)</td><td>\(alerted.rate.percent)</td><td>–</td><td>–</td></tr>\n"
    for other in comparisons {
      rows +=
        "<tr><th scope=\"row\">\(other.name.escaped)</th><td>\(other.recall.rate.percent)</td><td>\(other.alerted.rate.percent)</td><td>\(other.even.rate.percent)</td><td>\(other.evenAlerted.rate.percent)</td><td>\(other.oursAlone.grouped)</td><td>\(other.theirsAlone.grouped)</td></tr>\n"
    }
    text += table(
      "Side by side",
      [
        "Engine", "Recall as answered", "Alerted", "Recall at even alerts", "Alerted", "Found by us alone",
        "Found by it alone",
      ], rows)
    var lines = [
      RecallCurve.Line(
        title: "NameScreen", points: points.map { ($0.alerted.rate, $0.recall.rate) }, style: 0,
        mark: (alerted.rate, recall.rate))
    ]
    for (place, other) in comparisons.enumerated() {
      lines.append(
        RecallCurve.Line(
          title: other.name, points: other.curve.map { ($0.alerts, $0.recall) }, style: place % 6 + 1,
          mark: nil))
    }
    text +=
      "<figure>"
      + RecallCurve(
        id: "comparison-curve", title: "Recall against alerts of every engine",
        description: comparisons.map {
          "\($0.name): recall \($0.even.rate.percent) at \($0.evenAlerted.rate.percent) of customers alerted."
        }.joined(separator: " "), lines: lines
      ).svg + "</figure>\n"
    for other in comparisons {
      text += "<h3>NameScreen and \(other.name.escaped), at even alerts</h3>\n"
      text +=
        "<p>Both found \(other.both.grouped), NameScreen alone \(other.oursAlone.grouped), \(other.name.escaped) alone \(other.theirsAlone.grouped), neither \(other.neither.grouped).</p>\n"
      var rows = ""
      for row in other.rows where row.ours.total > 0 {
        rows +=
          "<tr><th scope=\"row\">\(row.title.escaped)</th><td>\(row.ours.total.grouped)</td><td>\(row.ours.rate.percent)</td><td>\(row.theirs.rate.percent)</td></tr>\n"
      }
      text += table(
        "By change of name, NameScreen and \(other.name)", ["Change", "Queries", "NameScreen", other.name],
        rows)
      for (title, misses) in [
        ("Found by NameScreen alone", other.oursAloneExamples),
        ("Found by \(other.name) alone", other.theirsAloneExamples),
      ] where !misses.isEmpty {
        text += "<h4>\(title.escaped), for example</h4>\n<ul class=\"misses\">"
        for miss in misses { text += "<li>\(shown(miss))</li>" }
        text += "</ul>\n"
      }
    }
    return text + "</section>\n"
  }

  private var evasion: String {
    guard !run.evasions.isEmpty else { return "" }
    var counts: [Int: Int] = [:]
    for evasion in run.evasions { counts[evasion.effort ?? EvasionSearch.mostEffort + 1, default: 0] += 1 }
    var rows = ""
    for effort in 0...(EvasionSearch.mostEffort + 1) {
      let share = Proportion(counts[effort] ?? 0, of: run.evasions.count)
      let title =
        effort == 0
        ? "0: missed as customers write the name"
        : effort > EvasionSearch.mostEffort ? "more than \(EvasionSearch.mostEffort)" : "\(effort)"
      rows +=
        "<tr><th scope=\"row\">\(title)</th><td>\(share.count.grouped)</td><td>\(share.rate.percent)</td><td>\(bar(share.rate))</td></tr>\n"
    }
    var easiest = ""
    for evasion in run.evasions.prefix(25) where evasion.effort != nil {
      let steps = evasion.mutations.compactMap { Mutation.named($0)?.title.lowercasedFirst.escaped }.joined(
        separator: ", ")
      easiest +=
        "<tr><th scope=\"row\">\(name(evasion.listedName)) <small>\(evasion.entity.escaped)</small></th><td>\(evasion.effort ?? 0)</td><td class=\"text\">\(name(evasion.name))</td><td class=\"text\">\(steps.isEmpty ? "as it is written" : steps)</td><td>\(evasion.score.shown(3))</td></tr>\n"
    }
    return """
      <section aria-labelledby="evasion-title">
      <h2 id="evasion-title">Easiest to evade</h2>
      <p>For \(run.evasions.count == run.designations.count ? "each of the \(run.evasions.count.grouped) designations" : "\(run.evasions.count.grouped) of the \(run.designations.count.grouped) designations\(run.options.evaders == nil ? ", all that have a name" : " drawn by the seed")"): the least effort with which a person can change the primary name so that nothing of the designation reaches the cut-off. A slip of the pen costs 1, leaving something out or adding it 2, what needs another document 3. Found by search: the true effort may be less, not more. evasion.csv ranks all of them.</p>
      \(table("Effort to evade", ["Effort", "Designations", "Share", ""], rows))
      \(table("The easiest", ["Listed name", "Effort", "Written as", "By", "Score"], easiest))
      </section>

      """
  }

  private var untested: String {
    var text =
      "<section aria-labelledby=\"untested-title\">\n<h2 id=\"untested-title\">What was not tested</h2>\n<ul>\n"
    for line in RecallFigures.notTested { text += "<li>\(line.escaped)</li>\n" }
    let idle = levels.flatMap(\.rows).filter { $0.found.total == 0 }.map(\.title)
    if !idle.isEmpty {
      text +=
        "<li>No name of this list can be changed in these ways: \(idle.map { $0.lowercasedFirst }.joined(separator: "; ").escaped).</li>\n"
    }
    return text + "</ul>\n</section>\n"
  }

  /// What a reader must not take the figures for.
  package static let notTested = [
    "Weak aliases as a starting point of changed names: lists give them to decide a hit, not to raise one.",
    "Pseudonyms and new names that no list tells: no comparison of names can find them.",
    "Identifiers: an equal passport, tax number, BIC or wallet address decides by itself, whatever the name.",
    "Translations of names of organisations beyond legal forms and numbers.",
    "Dates of birth, countries and gender in general: but for the identity level, names are asked for alone.",
    "The quality of the list itself, and whether the newest list is the one that is screened against.",
    "What happens to an alert after it is raised.",
  ]

  // MARK: Pieces

  private func alertsADay(at cutoff: Double) -> String { alertsADay(run.base.alerts(at: cutoff)) }

  private func alertsADay(_ alerts: Int) -> String {
    let count = run.base.alertsADay(alerts, of: run.options.daily)
    return count < 100 ? count.shown(1) : Int(count.rounded()).grouped
  }

  /// A name in a page of another language and perhaps another direction.
  private func name(_ text: String) -> String { "<bdi>\(text.escaped)</bdi>" }

  private func shown(_ miss: Miss) -> String {
    "\(name(miss.query)) <span class=\"soft\">listed as</span> \(name(miss.listed)) <small>\(miss.entity.escaped), \(miss.score.shown(3))</small>"
  }

  /// - Parameter isGrouped: The rows bring their own groups, and the heading above says what the caption says.
  private func table(_ caption: String, isGrouped: Bool = false, _ heads: [String], _ rows: String) -> String
  {
    let columns = heads.map {
      "<th scope=\"col\">\($0.isEmpty ? "<span class=\"hidden\">Picture</span>" : $0.escaped)</th>"
    }.joined()
    return """
      <div class="scroll" tabindex="0" role="region" aria-label="Table: \(caption.escaped)"><table><caption\(isGrouped ? " class=\"hidden\"" : "")>\(caption.escaped)</caption>
      <thead><tr>\(columns)</tr></thead>
      \(isGrouped ? rows : "<tbody>\n\(rows)</tbody>")</table></div>

      """
  }

  private func recallTable(
    _ caption: String, _ rows: [Row], showsExample: Bool, verb: String = "Found", isGoodHigh: Bool = true
  ) -> String {
    var text = ""
    for row in rows where row.found.total > 0 {
      let mutation = showsExample ? Mutation.named(row.id) : nil
      let example = mutation.map {
        "<small>\(name($0.example.before)) → \(name($0.example.after))</small>"
      }
      text +=
        "<tbody\(row.worst.isEmpty ? "" : " class=\"pair\"")><tr><th scope=\"row\">\(row.title.escaped)\(example.map { " \($0)" } ?? "")</th><td>\(row.found.total.grouped)</td><td>\(row.found.rate.percent)</td><td class=\"soft\">\(row.found.interval.percent)</td><td>\(bar(row.found.rate, isGood: isGoodHigh))</td></tr>\n"
      if !row.worst.isEmpty {
        text += "<tr class=\"misses\"><td colspan=\"5\"><ul>"
        for miss in row.worst { text += "<li>\(shown(miss))</li>" }
        text += "</ul></td></tr>\n"
      }
      text += "</tbody>\n"
    }
    return table(
      caption, isGrouped: true, [caption.hasPrefix("By") ? "Of" : "Change", "Queries", verb, "95 %", ""], text
    )
  }

  private func bar(_ rate: Double, isGood: Bool = true) -> String {
    "<svg class=\"bar\(isGood ? "" : " bad")\" viewBox=\"0 0 100 10\" aria-hidden=\"true\"><rect class=\"whole\" width=\"100\" height=\"10\"/><rect class=\"part\" width=\"\((rate * 100).shown(1))\" height=\"10\"/></svg>"
  }
}

extension String {
  fileprivate var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
