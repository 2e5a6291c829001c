/// Recall against the rate of alerts on innocents, as an SVG picture that reads without scripts and in black and white.
struct RecallCurve {
  struct Line {
    var title: String
    var points: [(x: Double, y: Double)]
    /// A CSS class of the page, `s0`...`s7`; also decides the dashes.
    var style: Int
    /// A point to mark: the cut-off that is measured.
    var mark: (x: Double, y: Double)?
  }

  var id: String
  var title: String
  var description: String
  var lines: [Line]

  private static let size = (width: 720.0, height: 400.0)
  private static let margin = (left: 84.0, right: 20.0, top: 14.0, bottom: 60.0)

  /// The logarithm of the least rate that is drawn: rates are drawn by their logarithms, since what matters happens below
  /// one per cent.
  private var leastPower: Double {
    let rates = lines.flatMap { $0.points.map(\.x) }.filter { $0 > 0 }
    return max(-4, min(-2, log10(rates.min() ?? 0.001).rounded(.down)))
  }

  private func x(_ rate: Double, most: Double) -> Double {
    let least = leastPower
    let power = rate > 0 ? max(least, log10(rate)) : least
    let share = (power - least) / (most - least)
    return Self.margin.left + share * (Self.size.width - Self.margin.left - Self.margin.right)
  }

  private func y(_ recall: Double, least: Double) -> Double {
    let share = (1 - recall) / (1 - least)
    return Self.margin.top + share * (Self.size.height - Self.margin.top - Self.margin.bottom)
  }

  private func log10(_ value: Double) -> Double {
    // A natural logarithm by its series, so that no mathematics library is needed: value = m x 2^e.
    let mantissa = value.significand
    let t = (mantissa - 1) / (mantissa + 1)
    var term = t
    var sum = 0.0
    for n in stride(from: 1, through: 41, by: 2) {
      sum += term / Double(n)
      term *= t * t
    }
    let natural = 2 * sum + Double(value.exponent) * 0.693_147_180_559_945_3
    return natural / 2.302_585_092_994_046
  }

  /// The picture and its legend.
  var svg: String {
    let rates = lines.flatMap { $0.points.map(\.x) }
    let most = max(-1.0, log10(max(1e-3, rates.max() ?? 0.01)))
    let lowest = lines.flatMap { $0.points.map(\.y) }.min() ?? 0
    let least = max(0, min(0.8, (lowest * 10).rounded(.down) / 10))
    var text = """
      <svg viewBox="0 0 \(Int(Self.size.width)) \(Int(Self.size.height))" role="img" aria-labelledby="\(id)-title \(id)-desc">
      <title id="\(id)-title">\(title.escaped)</title><desc id="\(id)-desc">\(description.escaped)</desc>
      <g class="grid">

      """
    let right = Self.size.width - Self.margin.right
    let bottom = Self.size.height - Self.margin.bottom
    var level = least
    while level <= 1.0001 {
      let place = y(level, least: least)
      text +=
        "<line x1=\"\(Self.margin.left.shown(1))\" x2=\"\(right.shown(1))\" y1=\"\(place.shown(1))\" y2=\"\(place.shown(1))\"/>"
      text +=
        "<text x=\"\((Self.margin.left - 8).shown(1))\" y=\"\((place + 4).shown(1))\" text-anchor=\"end\">\((level * 100).shown(0)) %</text>\n"
      level += least < 0.5 ? 0.2 : 0.1
    }
    for (rate, label) in [(1e-4, "0.01 %"), (1e-3, "0.1 %"), (1e-2, "1 %"), (1e-1, "10 %"), (1.0, "100 %")]
    where log10(rate) <= most + 0.001 && log10(rate) >= leastPower - 0.001 {
      let place = x(rate, most: most)
      text +=
        "<line x1=\"\(place.shown(1))\" x2=\"\(place.shown(1))\" y1=\"\(Self.margin.top.shown(1))\" y2=\"\(bottom.shown(1))\"/>"
      text +=
        "<text x=\"\(place.shown(1))\" y=\"\((bottom + 20).shown(1))\" text-anchor=\"middle\">\(label)</text>\n"
    }
    text += "</g>\n"
    text +=
      "<text class=\"axis\" x=\"\(((Self.margin.left + right) / 2).shown(1))\" y=\"\((Self.size.height - 8).shown(1))\" text-anchor=\"middle\">innocent customers alerted (logarithmic)</text>\n"
    text +=
      "<text class=\"axis\" transform=\"translate(14 \(((Self.margin.top + bottom) / 2).shown(1))) rotate(-90)\" text-anchor=\"middle\">recall</text>\n"
    for line in lines {
      let path = line.points.map { "\(x($0.x, most: most).shown(1)),\(y($0.y, least: least).shown(1))" }
      text += "<polyline class=\"line s\(line.style)\" points=\"\(path.joined(separator: " "))\"/>\n"
      if let mark = line.mark {
        text +=
          "<circle class=\"mark s\(line.style)\" cx=\"\(x(mark.x, most: most).shown(1))\" cy=\"\(y(mark.y, least: least).shown(1))\" r=\"5\"/>\n"
      }
    }
    text += "</svg>\n<ul class=\"legend\">\n"
    for line in lines {
      text +=
        "<li><svg viewBox=\"0 0 40 10\" aria-hidden=\"true\"><line class=\"line s\(line.style)\" x1=\"0\" x2=\"40\" y1=\"5\" y2=\"5\"/></svg> \(line.title.escaped)</li>\n"
    }
    return text + "</ul>\n"
  }
}

extension String {
  /// With the characters that HTML reserves written as references, and without those that HTML forbids.
  var escaped: String {
    var text = ""
    for scalar in unicodeScalars {
      switch scalar {
      case "&": text += "&amp;"
      case "<": text += "&lt;"
      case ">": text += "&gt;"
      case "\"": text += "&quot;"
      default:
        switch scalar.properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator, .unassigned, .privateUse: text += " "
        case .format: text += "\u{2423}"
        default: text.unicodeScalars.append(scalar)
        }
      }
    }
    return text
  }
}
