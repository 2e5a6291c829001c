/// What stands beside hits in a run's output, by titles that all its hits share.
package struct HitNoteTitles: Sendable, Equatable {
  /// Behind the first columns, whose order is fixed.
  package var leading: [String]
  /// Behind all columns.
  package var trailing: [String]

  package init(leading: [String] = [], trailing: [String] = []) {
    self.leading = leading
    self.trailing = trailing
  }
}

/// What stands beside one hit, in the order of the titles.
package struct HitNotes: Sendable, Equatable {
  package var leading: [HitNote]
  package var trailing: [HitNote]

  package init(leading: [HitNote] = [], trailing: [HitNote] = []) {
    self.leading = leading
    self.trailing = trailing
  }
}

/// One value beside a hit.
package enum HitNote: Sendable, Equatable {
  /// Nothing to say: empty in a table, `null` in JSON.
  case none
  case text(String)
  case score(Double)
  case list([String])

  /// As a cell of a table; several values are joined by semicolons.
  var text: String {
    switch self {
    case .none: return ""
    case .text(let text): return text
    case .list(let texts): return texts.joined(separator: "; ")
    case .score(let score):
      var buffer = OutputBuffer()
      buffer.append(score: score)
      return String(decoding: buffer.bytes, as: UTF8.self)
    }
  }

  func appendCSV(to buffer: inout OutputBuffer) {
    buffer.append(",")
    buffer.append(csv: text)
  }

  func appendJSON(_ title: String, to buffer: inout OutputBuffer) {
    buffer.append(key: title)
    switch self {
    case .none: buffer.append("null")
    case .text(let text): buffer.append(json: text)
    case .score(let score): buffer.append(score: score)
    case .list(let texts): buffer.append(jsonArray: texts) { $0.append(json: $1) }
    }
  }
}
