extension PairExplanation {
  /// The verdict in a sentence.
  var sentence: String {
    switch verdict {
    case .alert:
      return "alert: the score \(hit.score.shown) reaches the cut-off \(cutoff.shown)"
    case .otherType:
      let type = customer.type?.rawValue ?? "another type"
      return "no alert: the customer is \(type), the designation \(designation.type.rawValue)"
    case .nameTooFar:
      return
        "no alert: the best name has a score of \(hit.nameScore.shown), under the cut-off \(cutoff.shown)"
    case .evidenceAgainst:
      return
        "no alert: the name has a score of \(hit.nameScore.shown), and evidence brings it to \(hit.score.shown), "
        + "under the cut-off \(cutoff.shown)"
    }
  }

  /// For a person: the verdict, the names, and the best of them as a hit.
  package func appendText(to buffer: inout OutputBuffer, style: TextStyle) {
    buffer.append("\(customer.headline(style))\n")
    buffer.append("\(designation.id.description.printable)  \(designation.list.printable)\n\n")
    buffer.append("  \(style.bold(sentence))\n\n")
    var table = TextTable([.left, .left, .right, .left])
    table.add(["name", "quality", "score", "retrieval"])
    for name in names {
      table.add([
        name.name.text.printable, name.name.quality.rawValue, name.score.shown, name.retrieval.sentence,
      ])
    }
    for (index, line) in table.lines.enumerated() {
      buffer.append("  \(index == 0 ? style.dim(line) : line)\n")
    }
    hit.appendText(to: &buffer, rank: 1, style: style, titles: HitNoteTitles(), notes: HitNotes())
  }

  /// One object without a line end.
  package func appendJSON(to buffer: inout OutputBuffer) {
    buffer.append("{")
    buffer.append(key: "verdict", isFirst: true)
    buffer.append(json: verdict.word)
    buffer.append(key: "sentence")
    buffer.append(json: sentence)
    buffer.append(key: "cutoff")
    buffer.append(score: cutoff)
    buffer.append(key: "names")
    buffer.append(jsonArray: names) { $1.appendJSON(to: &$0) }
    buffer.append(key: "best")
    hit.appendJSON(to: &buffer)
    buffer.append("}")
  }
}

extension PairExplanation.Verdict {
  fileprivate var word: String {
    switch self {
    case .alert: "alert"
    case .otherType: "other_type"
    case .nameTooFar: "name_too_far"
    case .evidenceAgainst: "evidence_against"
    }
  }
}

extension NameTrace.Retrieval {
  fileprivate var sentence: String {
    switch self {
    case .scored: "scored"
    case .bounded(let bound): "not scored: its words allow less than \(bound.shown)"
    case .neverMet(let bound): "never looked at: no word agrees at a cut-off of \(bound.shown) or more"
    case .notScreened: "not screened: a weak alias"
    case .notIndexed: "not indexed: it cannot be analysed"
    }
  }

  fileprivate var word: (stage: String, bound: Double?) {
    switch self {
    case .scored: ("scored", nil)
    case .bounded(let bound): ("bounded", bound)
    case .neverMet(let bound): ("never_met", bound)
    case .notScreened: ("not_screened", nil)
    case .notIndexed: ("not_indexed", nil)
    }
  }
}

extension NameTrace {
  fileprivate func appendJSON(to buffer: inout OutputBuffer) {
    buffer.append("{")
    buffer.append(key: "name", isFirst: true)
    buffer.append(json: name.text)
    buffer.append(key: "alias_quality")
    buffer.append(json: name.quality.rawValue)
    buffer.append(key: "score")
    buffer.append(score: score)
    buffer.append(key: "retrieval")
    buffer.append(json: retrieval.word.stage)
    buffer.append(key: "bound")
    if let bound = retrieval.word.bound { buffer.append(score: bound) } else { buffer.append("null") }
    buffer.append("}")
  }
}
