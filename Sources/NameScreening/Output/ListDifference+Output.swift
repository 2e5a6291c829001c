extension ListDifference {
  /// A line for each change, and their counts at the end.
  package func appendText(to buffer: inout OutputBuffer) {
    var counts = (added: 0, removed: 0, changed: 0)
    for change in changes {
      switch change {
      case .added: counts.added += 1
      case .removed: counts.removed += 1
      case .changed: counts.changed += 1
      }
      buffer.append("\(change.mark) \(change.designation.shown)")
      if !change.fields.isEmpty { buffer.append(": \(change.fields.joined(separator: ", ").spaced)") }
      buffer.append("\n")
    }
    buffer.append("\(counts.added) added, \(counts.removed) removed, \(counts.changed) changed\n")
  }

  /// One object a change.
  package func appendJSON(to buffer: inout OutputBuffer, asArray: Bool) {
    if asArray { buffer.append("[") }
    for (number, change) in changes.enumerated() {
      if asArray { buffer.append(number == 0 ? "\n" : ",\n") }
      change.appendJSON(to: &buffer)
      if !asArray { buffer.append("\n") }
    }
    if asArray { buffer.append("\n]\n") }
  }

  /// One row a change.
  package func appendCSV(to buffer: inout OutputBuffer) {
    buffer.append("change,entity_id,list,type,name,fields\n")
    for change in changes {
      let designation = change.designation
      let fields = [
        change.word, designation.id.description, designation.list, designation.type.rawValue,
        designation.names.first?.text ?? "", change.fields.joined(separator: "; "),
      ]
      for (number, field) in fields.enumerated() {
        if number > 0 { buffer.append(",") }
        buffer.append(csv: field)
      }
      buffer.append("\n")
    }
  }
}

extension ListDifference.Change {
  /// The designation as it is now, or as it last was.
  var designation: Designation {
    switch self {
    case .added(let designation), .removed(let designation), .changed(_, let designation, _): designation
    }
  }

  var fields: [String] {
    if case .changed(_, _, let fields) = self { fields } else { [] }
  }

  fileprivate var word: String {
    switch self {
    case .added: "added"
    case .removed: "removed"
    case .changed: "changed"
    }
  }

  fileprivate var mark: String {
    switch self {
    case .added: "+"
    case .removed: "-"
    case .changed: "~"
    }
  }

  fileprivate func appendJSON(to buffer: inout OutputBuffer) {
    buffer.append("{")
    buffer.append(key: "change", isFirst: true)
    buffer.append(json: word)
    buffer.append(key: "entity_id")
    buffer.append(json: designation.id.description)
    buffer.append(key: "list")
    buffer.append(json: designation.list)
    buffer.append(key: "type")
    buffer.append(json: designation.type.rawValue)
    buffer.append(key: "name")
    buffer.append(json: designation.names.first?.text ?? "")
    buffer.append(key: "fields")
    buffer.append(jsonArray: fields) { $0.append(json: $1) }
    buffer.append("}")
  }
}

extension Designation {
  /// Id, type and first name, for a reader.
  fileprivate var shown: String { "\(id)  \(type.rawValue)  \(names.first?.text ?? "")".printable }
}
