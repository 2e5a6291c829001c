/// Rows of cells, padded so that columns stand under each other on a terminal.
package struct TextTable {
  package enum Alignment: Sendable { case left, right }

  private var rows: [[String]] = []
  private let alignments: [Alignment]

  package init(_ alignments: [Alignment]) { self.alignments = alignments }

  /// Adds a row with as many cells as there are alignments.
  package mutating func add(_ cells: [String]) { rows.append(cells) }

  /// The lines, without blanks at their ends.
  package var lines: [String] {
    var widths = [Int](repeating: 0, count: alignments.count)
    for row in rows {
      for (column, cell) in row.enumerated() { widths[column] = max(widths[column], cell.displayWidth) }
    }
    return rows.map { row in
      var line = ""
      for (column, cell) in row.enumerated() {
        if column > 0 { line += "  " }
        let padding = String(repeating: " ", count: max(0, widths[column] - cell.displayWidth))
        line += alignments[column] == .left ? cell + padding : padding + cell
      }
      let blank = UInt8(ascii: " ")
      return line.utf8.lastIndex { $0 != blank }.map { String(line[...$0]) } ?? ""
    }
  }
}

extension String {
  /// Columns that the text takes on a terminal: none for marks, two for East Asian wide characters.
  var displayWidth: Int {
    unicodeScalars.reduce(0) { width, scalar in
      switch scalar.value {
      case 0x20..<0x7F: return width + 1
      case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
        0xFF00...0xFF60, 0x20000...0x3FFFD:
        return width + 2
      default:
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format, .control: return width
        default: return width + 1
        }
      }
    }
  }

  /// The text without characters that move the cursor or turn the direction of writing: names are foreign
  /// input, and a terminal must not obey them.
  var printable: String {
    if utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) { return self }
    var text = ""
    for scalar in unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control, .lineSeparator, .paragraphSeparator: text.unicodeScalars.append(" ")
      case .format: break
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text
  }
}
