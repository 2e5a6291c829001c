/// Writes customers' hits in one of the formats, piece by piece, so that pieces made by different tasks can be
/// put after each other.
package struct HitWriter: Sendable {
  package let format: OutputFormat
  package let style: TextStyle
  /// Whether `text` also mentions customers without hits.
  package var showsCustomersWithoutHits = false
  /// What stands beside each hit, beyond the hit itself.
  package var titles = HitNoteTitles()

  package init(format: OutputFormat, style: TextStyle = TextStyle(usesColor: false)) {
    self.format = format
    self.style = style
  }

  /// What stands before all hits.
  package var head: String {
    switch format {
    case .csv: Hit.csvHeader(titles)
    case .json: "["
    case .text, .jsonl: ""
    }
  }

  /// What stands behind them.
  package var tail: String { format == .json ? "\n]\n" : "" }

  /// The hits of one customer. In `json` each object begins with the comma that parts it from the one before:
  /// `withoutSeparator` takes the first one off.
  ///
  /// - Parameter notes: One for each hit, in the order of `titles`; may be left out when there are no titles.
  package func append(
    _ hits: [Hit], notes: [HitNotes] = [], of customer: Customer, to buffer: inout OutputBuffer
  ) {
    func note(_ index: Int) -> HitNotes { notes.indices.contains(index) ? notes[index] : HitNotes() }
    switch format {
    case .csv:
      for (index, hit) in hits.enumerated() { hit.appendCSV(to: &buffer, notes: note(index)) }
    case .jsonl:
      for (index, hit) in hits.enumerated() {
        hit.appendJSON(to: &buffer, titles: titles, notes: note(index))
        buffer.append("\n")
      }
    case .json:
      for (index, hit) in hits.enumerated() {
        buffer.append(",\n")
        hit.appendJSON(to: &buffer, titles: titles, notes: note(index))
      }
    case .text:
      if hits.isEmpty, !showsCustomersWithoutHits { return }
      buffer.append("\(customer.headline(style))\n")
      if hits.isEmpty { buffer.append("\n  no hit\n") }
      for (index, hit) in hits.enumerated() {
        hit.appendText(to: &buffer, rank: index + 1, style: style, titles: titles, notes: note(index))
      }
      buffer.append("\n")
    }
  }

  /// The same, and in `output.alerts` a line for each hit: a comma and an object of the customer, the entity, the score
  /// and the leading notes.
  package func append(
    _ hits: [Hit], notes: [HitNotes] = [], of customer: Customer, to output: inout ScreeningOutput
  ) {
    append(hits, notes: notes, of: customer, to: &output.hits)
    for (index, hit) in hits.enumerated() {
      output.alerts.append(",{")
      output.alerts.append(key: "query_id", isFirst: true)
      output.alerts.append(json: hit.queryID)
      output.alerts.append(key: "entity_id")
      output.alerts.append(json: hit.entityID.description)
      output.alerts.append(key: "list")
      output.alerts.append(json: hit.designation.list)
      output.alerts.append(key: "score")
      output.alerts.append(score: hit.score)
      if notes.indices.contains(index) {
        for (title, note) in zip(titles.leading, notes[index].leading) {
          note.appendJSON(title, to: &output.alerts)
        }
      }
      output.alerts.append("}")
    }
  }

  /// The bytes of a piece, of which the first that is not empty begins the output.
  package func joined(_ piece: OutputBuffer, isFirst: Bool) -> ArraySlice<UInt8> {
    format == .json && isFirst ? piece.bytes.dropFirst() : piece.bytes[...]
  }
}
