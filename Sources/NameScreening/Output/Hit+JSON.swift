extension Hit {
  /// One object without a line end; the keys and their order are stable.
  package func appendJSON(
    to buffer: inout OutputBuffer, titles: HitNoteTitles = HitNoteTitles(), notes: HitNotes = HitNotes()
  ) {
    buffer.append("{")
    buffer.append(key: "query_id", isFirst: true)
    buffer.append(json: queryID)
    buffer.append(key: "query_name")
    buffer.append(json: queryName)
    buffer.append(key: "entity_id")
    buffer.append(json: entityID.description)
    buffer.append(key: "list")
    buffer.append(json: designation.list)
    buffer.append(key: "list_date")
    if let listDate { buffer.append(json: listDate) } else { buffer.append("null") }
    buffer.append(key: "score")
    buffer.append(score: score)
    buffer.append(key: "name_score")
    buffer.append(score: nameScore)
    buffer.append(key: "matched_name")
    buffer.append(json: matchedName.text)
    buffer.append(key: "alias_quality")
    buffer.append(json: matchedName.quality.rawValue)
    buffer.append(key: "type")
    buffer.append(json: designation.type.rawValue)
    for (title, note) in zip(titles.leading, notes.leading) { note.appendJSON(title, to: &buffer) }
    buffer.append(key: "programmes")
    buffer.append(jsonArray: designation.programmes) { $0.append(json: $1) }
    buffer.append(key: "legal_basis")
    buffer.append(json: designation.legalBases.joined(separator: "; "))
    buffer.append(key: "evidence")
    buffer.append(jsonArray: evidence) { $1.appendJSON(to: &$0) }
    buffer.append(key: "explanation")
    buffer.append(jsonArray: explanation) { $1.appendJSON(to: &$0) }
    buffer.append(key: "listings")
    buffer.append(jsonArray: listings) { $1.appendJSON(to: &$0) }
    for (title, note) in zip(titles.trailing, notes.trailing) { note.appendJSON(title, to: &buffer) }
    buffer.append("}")
  }
}

extension Listing {
  func appendJSON(to buffer: inout OutputBuffer) {
    buffer.append("{")
    buffer.append(key: "entity_id", isFirst: true)
    buffer.append(json: entityID.description)
    buffer.append(key: "list")
    buffer.append(json: designation.list)
    buffer.append(key: "list_date")
    if let listDate { buffer.append(json: listDate) } else { buffer.append("null") }
    buffer.append(key: "score")
    if let score { buffer.append(score: score) } else { buffer.append("null") }
    buffer.append(key: "matched_name")
    buffer.append(json: matchedName.text)
    buffer.append(key: "alias_quality")
    buffer.append(json: matchedName.quality.rawValue)
    buffer.append(key: "programmes")
    buffer.append(jsonArray: designation.programmes) { $0.append(json: $1) }
    buffer.append(key: "legal_basis")
    buffer.append(json: designation.legalBases.joined(separator: "; "))
    buffer.append("}")
  }
}

extension Evidence {
  func appendJSON(to buffer: inout OutputBuffer) {
    buffer.append("{")
    buffer.append(key: "kind", isFirst: true)
    buffer.append(json: kind.rawValue)
    buffer.append(key: "query")
    buffer.append(json: query)
    buffer.append(key: "listed")
    buffer.append(json: listed)
    buffer.append(key: "effect")
    buffer.append(score: effect)
    buffer.append(key: "note")
    buffer.append(json: note)
    buffer.append("}")
  }
}

extension ExplanationLine {
  /// `query` and `listed` are always there, as `null` where a side has no token; `standard` and `note` only
  /// where they say something.
  func appendJSON(to buffer: inout OutputBuffer) {
    buffer.append("{")
    buffer.append(key: "query", isFirst: true)
    if let query { buffer.append(json: query) } else { buffer.append("null") }
    buffer.append(key: "listed")
    if let listed { buffer.append(json: listed) } else { buffer.append("null") }
    buffer.append(key: "by")
    buffer.append(json: by)
    if let standard {
      buffer.append(key: "standard")
      buffer.append(json: standard)
    }
    buffer.append(key: "similarity")
    buffer.append(score: similarity)
    buffer.append(key: "weight")
    buffer.append(score: weight)
    if let note {
      buffer.append(key: "note")
      buffer.append(json: note)
    }
    buffer.append("}")
  }
}

extension Comparison {
  /// One object without a line end.
  package func appendJSON(to buffer: inout OutputBuffer) {
    buffer.append("{")
    buffer.append(key: "name1", isFirst: true)
    buffer.append(json: name1)
    buffer.append(key: "name2")
    buffer.append(json: name2)
    buffer.append(key: "score")
    buffer.append(score: score)
    buffer.append(key: "explanation")
    buffer.append(jsonArray: explanation) { $1.appendJSON(to: &$0) }
    buffer.append("}")
  }
}
