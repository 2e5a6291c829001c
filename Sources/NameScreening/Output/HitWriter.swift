/// Writes customers' hits in one of the formats, piece by piece, so that pieces made by different tasks can be
/// put after each other.
package struct HitWriter: Sendable {
  package let format: OutputFormat
  package let style: TextStyle
  /// Whether `text` also mentions customers without hits.
  package var showsCustomersWithoutHits = false

  package init(format: OutputFormat, style: TextStyle = TextStyle(usesColor: false)) {
    self.format = format
    self.style = style
  }

  /// What stands before all hits.
  package var head: String {
    switch format {
    case .csv: Hit.csvHeader
    case .json: "["
    case .text, .jsonl: ""
    }
  }

  /// What stands behind them.
  package var tail: String { format == .json ? "\n]\n" : "" }

  /// The hits of one customer. In `json` each object begins with the comma that parts it from the one before:
  /// `withoutSeparator` takes the first one off.
  package func append(_ hits: [Hit], of customer: Customer, to buffer: inout OutputBuffer) {
    switch format {
    case .csv:
      for hit in hits { hit.appendCSV(to: &buffer) }
    case .jsonl:
      for hit in hits {
        hit.appendJSON(to: &buffer)
        buffer.append("\n")
      }
    case .json:
      for hit in hits {
        buffer.append(",\n")
        hit.appendJSON(to: &buffer)
      }
    case .text:
      if hits.isEmpty, !showsCustomersWithoutHits { return }
      buffer.append("\(customer.headline(style))\n")
      if hits.isEmpty { buffer.append("\n  no hit\n") }
      for (index, hit) in hits.enumerated() { hit.appendText(to: &buffer, rank: index + 1, style: style) }
      buffer.append("\n")
    }
  }

  /// The bytes of a piece, of which the first that is not empty begins the output.
  package func joined(_ piece: OutputBuffer, isFirst: Bool) -> ArraySlice<UInt8> {
    format == .json && isFirst ? piece.bytes.dropFirst() : piece.bytes[...]
  }
}
