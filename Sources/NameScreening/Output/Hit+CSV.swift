extension Hit {
  /// The columns, the first nine of them in a fixed order; more may be added behind them.
  package static let csvHeader = csvHeader(HitNoteTitles())

  /// The columns with those of notes.
  package static func csvHeader(_ titles: HitNoteTitles) -> String {
    let columns =
      ["query_id,entity_id,score,name_score,list,matched_name,alias_quality,type,query_name"] + titles.leading
      + ["list_date,programmes,legal_basis,evidence,listings"] + titles.trailing
    return columns.joined(separator: ",") + "\n"
  }

  /// One row with its line end. Several programmes are joined by semicolons; evidence reads
  /// `KIND: NOTE (EFFECT)`, listings are entity ids.
  package func appendCSV(to buffer: inout OutputBuffer, notes: HitNotes = HitNotes()) {
    buffer.append(csv: queryID)
    buffer.append(",")
    buffer.append(csv: entityID.description)
    buffer.append(",")
    buffer.append(score: score)
    buffer.append(",")
    buffer.append(score: nameScore)
    buffer.append(",")
    buffer.append(csv: designation.list)
    buffer.append(",")
    buffer.append(csv: matchedName.text)
    buffer.append(",")
    buffer.append(csv: matchedName.quality.rawValue)
    buffer.append(",")
    buffer.append(csv: designation.type.rawValue)
    buffer.append(",")
    buffer.append(csv: queryName)
    for note in notes.leading { note.appendCSV(to: &buffer) }
    buffer.append(",")
    buffer.append(csv: listDate ?? "")
    buffer.append(",")
    buffer.append(csv: designation.programmes.joined(separator: "; "))
    buffer.append(",")
    buffer.append(csv: designation.legalBases.joined(separator: "; "))
    buffer.append(",")
    if !evidence.isEmpty {
      buffer.append(csv: evidence.map(\.summary).joined(separator: "; "))
    }
    buffer.append(",")
    if !listings.isEmpty {
      buffer.append(csv: listings.map(\.entityID.description).joined(separator: "; "))
    }
    for note in notes.trailing { note.appendCSV(to: &buffer) }
    buffer.append("\n")
  }
}

extension Evidence {
  /// `date_of_birth: same year (0.0)`
  var summary: String {
    var effectText = OutputBuffer()
    effectText.append(score: effect)
    return "\(kind.rawValue): \(note) (\(String(decoding: effectText.bytes, as: UTF8.self)))"
  }
}
