extension Hit {
  /// The columns, the first nine of them in a fixed order; more may be added behind them.
  package static let csvHeader =
    "query_id,entity_id,score,name_score,list,matched_name,alias_quality,type,query_name,list_date,programmes,"
    + "legal_basis,evidence\n"

  /// One row with its line end. Several programmes are joined by semicolons; evidence reads
  /// `KIND: NOTE (EFFECT)`.
  package func appendCSV(to buffer: inout OutputBuffer) {
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
