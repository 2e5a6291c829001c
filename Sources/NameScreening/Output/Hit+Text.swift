/// Colours of a terminal, or none.
package struct TextStyle: Sendable {
  package var usesColor: Bool
  package init(usesColor: Bool) { self.usesColor = usesColor }

  func bold(_ text: String) -> String { usesColor ? "\u{1B}[1m\(text)\u{1B}[0m" : text }
  func dim(_ text: String) -> String { usesColor ? "\u{1B}[2m\(text)\u{1B}[0m" : text }
}

extension Customer {
  /// The customer as the head of its hits: id, name and what else is known.
  func headline(_ style: TextStyle) -> String {
    var facts: [String] = []
    if let type { facts.append(type.rawValue) }
    if let birthDate { facts.append("born \(birthDate)") }
    if !countries.isEmpty { facts.append(countries.joined(separator: ", ").printable) }
    if let gender { facts.append(gender.rawValue) }
    facts += identifiers.map { "\($0.kind.rawValue) \($0.value)".printable }
    return "\(id.printable)  \(style.bold(name.printable))"
      + (facts.isEmpty ? "" : "  (\(facts.joined(separator: "; ")))")
  }
}

extension Hit {
  /// The hit as a block of lines for a person to read and file.
  func appendText(
    to buffer: inout OutputBuffer, rank: Int, style: TextStyle, titles: HitNoteTitles, notes: HitNotes
  ) {
    let margin = "     "
    buffer.append(
      "\n  \(rank). \(style.bold(matchedName.text.printable))  score \(style.bold(score.shown))\n")
    var source = "\(entityID), \(designation.type.rawValue), \(matchedName.quality.rawValue) name"
    source += " on \(designation.list)" + (listDate.map { " of \($0)" } ?? "")
    buffer.append("\(margin)\(source.printable)\n")
    for (title, note) in zip(titles.leading + titles.trailing, notes.leading + notes.trailing)
    where !note.text.isEmpty {
      buffer.append("\(margin)\(title.spaced): \(style.bold(note.text.printable))\n")
    }
    if let primary = designation.names.first, primary != matchedName {
      buffer.append("\(margin)listed as: \(primary.text.printable)\n")
    }
    if !designation.programmes.isEmpty {
      buffer.append("\(margin)programme: \(designation.programmes.joined(separator: ", ").printable)\n")
    }
    if !designation.legalBases.isEmpty {
      buffer.append("\(margin)legal basis: \(designation.legalBases.joined(separator: "; ").printable)\n")
    }
    for listing in listings {
      var line = "also listed: \(listing.entityID) on \(listing.designation.list)"
      line += listing.listDate.map { " of \($0)" } ?? ""
      line +=
        listing.designation.programmes.isEmpty
        ? "" : ", \(listing.designation.programmes.joined(separator: ", "))"
      line += ", \(listing.matchedName.quality.rawValue) name \(listing.matchedName.text)"
      buffer.append("\(margin)\(line.printable)\n")
    }
    let lines = ExplanationLine.table(explanation, style: style)
    if !lines.isEmpty { buffer.append("\n") }
    for line in lines { buffer.append("\(margin)\(line)\n") }
    var table = TextTable([.left, .left, .left, .left, .right])
    if !evidence.isEmpty {
      buffer.append("\n")
      table.add(["evidence", "customer", "listed", "", "effect"])
      for line in evidence {
        table.add([
          line.kind.rawValue.spaced, line.query.printable, line.listed.printable, line.note.printable,
          line.effect.shown,
        ])
      }
      for (index, line) in table.lines.enumerated() {
        buffer.append("\(margin)\(index == 0 ? style.dim(line) : line)\n")
      }
    }
    buffer.append("\n\(margin)name score \(nameScore.shown)")
    if evidence.contains(where: { $0.kind == .identifier }) {
      buffer.append(", an equal identifier decides: score \(score.shown)\n")
    } else if score != nameScore {
      buffer.append(", with evidence \(score.shown)\n")
    } else {
      buffer.append("\n")
    }
  }
}

extension ExplanationLine {
  /// The lines as a table with a head.
  static func table(_ explanation: [ExplanationLine], style: TextStyle) -> [String] {
    guard !explanation.isEmpty else { return [] }
    var table = TextTable([.left, .left, .left, .right, .right, .left])
    table.add(["customer", "listed", "agreement", "similarity", "weight", ""])
    for line in explanation {
      table.add([
        line.query?.printable ?? "-", line.listed?.printable ?? "-",
        line.by.spaced,
        line.query != nil && line.listed != nil ? line.similarity.shown : "", line.weight.shown,
        [line.note, line.standard].compactMap { $0?.printable }.joined(separator: "; "),
      ])
    }
    var lines = table.lines
    lines[0] = style.dim(lines[0])
    return lines
  }
}

extension Comparison {
  /// The comparison as a block of lines for a person to read and file.
  package func appendText(to buffer: inout OutputBuffer, style: TextStyle) {
    buffer.append("\(style.bold(name1.printable))\n\(style.bold(name2.printable))\n")
    buffer.append("score \(style.bold(score.shown))\n")
    for line in ExplanationLine.table(explanation, style: style) { buffer.append("  \(line)\n") }
  }
}

extension Double {
  /// Three decimals, for reading.
  var shown: String {
    let thousandths = Int((abs(self) * 1000).rounded())
    let digits = String(thousandths % 1000)
    let sign = self < 0 && thousandths > 0 ? "-" : ""
    return "\(sign)\(thousandths / 1000).\(String(repeating: "0", count: 3 - digits.utf8.count))\(digits)"
  }
}

extension String {
  /// `date_of_birth` as words.
  var spaced: String { String(map { $0 == "_" ? " " : $0 }) }
}
