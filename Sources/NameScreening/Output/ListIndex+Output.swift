extension ListIndex {
  /// What the index holds, for a person.
  package func appendText(to buffer: inout OutputBuffer, style: TextStyle) {
    for information in lists {
      let list = information.list
      buffer.append("\(style.bold(list.name.printable))\n")
      var table = TextTable([.left, .left])
      table.add(["publisher", list.publisher.printable])
      table.add(["date", list.date ?? "not told by the file"])
      table.add(["format", list.format.printable])
      table.add(["designations", Self.shown(information.designations, information.designationsByType)])
      table.add(["programmes", Self.shown(information.designationsByProgramme)])
      table.add(["names", Self.shown(information.names, information.namesByQuality)])
      table.add(["scripts", Self.shown(information.namesByScript, information.originalScriptNames)])
      table.add(["identifiers", Self.shown(information.identifiers, information.identifiersByKind)])
      if list.damagedRows > 0 {
        table.add(["not readable", "\(list.damagedRows) row\(list.damagedRows == 1 ? "" : "s")"])
        for line in list.damage { table.add(["", line.printable]) }
        if list.damagedRows > list.damage.count {
          table.add(["", "and \(list.damagedRows - list.damage.count) more"])
        }
      }
      table.add(["content hash", information.contentHash])
      for line in table.lines { buffer.append("  \(line)\n") }
    }
    if names.groupCount > 0 {
      buffer.append("\(names.groupCount) persons, organizations or vessels stand on several lists\n")
    }
    buffer.append("\(designationCount) designations in all, content hash \(contentHash)\n")
  }

  /// `701 (person 500, organization 201)`
  private static func shown<Code: Hashable & RawRepresentable & CaseIterable>(
    _ total: Int, _ counts: [Code: Int]
  ) -> String where Code.RawValue == String {
    let parts = Code.allCases.compactMap { code in counts[code].map { "\(code.rawValue.spaced) \($0)" } }
    return "\(total)" + (parts.isEmpty ? "" : " (\(parts.joined(separator: ", ")))")
  }

  /// `BELARUS 103, RUSSIA-EO14024 4002`, in the order of the codes.
  private static func shown(_ programmes: [String: Int]) -> String {
    programmes.isEmpty
      ? "none"
      : programmes.sorted { $0.key < $1.key }.map { "\($0.key.printable) \($0.value)" }.joined(
        separator: ", ")
  }

  /// `latin 2000, cyrillic 300; 120 given as the original`
  private static func shown(_ scripts: [WritingSystem: Int], _ originals: Int) -> String {
    WritingSystem.allCases.compactMap { script in scripts[script].map { "\(script.rawValue) \($0)" } }
      .joined(separator: ", ") + (originals > 0 ? "; \(originals) given as the original" : "")
  }

  /// One object a list.
  package func appendJSON(to buffer: inout OutputBuffer, asArray: Bool) {
    if asArray { buffer.append("[") }
    for (number, information) in lists.enumerated() {
      if asArray { buffer.append(number == 0 ? "\n" : ",\n") }
      information.appendJSON(to: &buffer)
      if !asArray { buffer.append("\n") }
    }
    if asArray { buffer.append("\n]\n") }
  }

  /// One row a list.
  package func appendCSV(to buffer: inout OutputBuffer) {
    buffer.append(
      "list,publisher,list_date,format,designations,names,identifiers,damaged_rows,content_hash\n")
    for information in lists {
      let list = information.list
      let fields = [
        list.name, list.publisher, list.date ?? "", list.format, "\(information.designations)",
        "\(information.names)", "\(information.identifiers)", "\(list.damagedRows)", information.contentHash,
      ]
      for (number, field) in fields.enumerated() {
        if number > 0 { buffer.append(",") }
        buffer.append(csv: field)
      }
      buffer.append("\n")
    }
  }
}

extension ListInformation {
  fileprivate func appendJSON(to buffer: inout OutputBuffer) {
    buffer.append("{")
    buffer.append(key: "list", isFirst: true)
    buffer.append(json: list.name)
    buffer.append(key: "publisher")
    buffer.append(json: list.publisher)
    buffer.append(key: "list_date")
    if let date = list.date { buffer.append(json: date) } else { buffer.append("null") }
    buffer.append(key: "format")
    buffer.append(json: list.format)
    buffer.append(key: "designations")
    buffer.append("\(designations)")
    buffer.append(key: "designations_by_type")
    Self.append(designationsByType, to: &buffer)
    buffer.append(key: "names")
    buffer.append("\(names)")
    buffer.append(key: "names_by_quality")
    Self.append(namesByQuality, to: &buffer)
    buffer.append(key: "names_by_script")
    Self.append(namesByScript, to: &buffer)
    buffer.append(key: "original_script_names")
    buffer.append("\(originalScriptNames)")
    buffer.append(key: "identifiers")
    buffer.append("\(identifiers)")
    buffer.append(key: "identifiers_by_kind")
    Self.append(identifiersByKind, to: &buffer)
    buffer.append(key: "designations_by_programme")
    buffer.append("{")
    for (number, programme) in designationsByProgramme.sorted(by: { $0.key < $1.key }).enumerated() {
      buffer.append(key: programme.key, isFirst: number == 0)
      buffer.append("\(programme.value)")
    }
    buffer.append("}")
    buffer.append(key: "damaged_rows")
    buffer.append("\(list.damagedRows)")
    buffer.append(key: "damage")
    buffer.append(jsonArray: list.damage) { $0.append(json: $1) }
    buffer.append(key: "content_hash")
    buffer.append(json: contentHash)
    buffer.append("}")
  }

  private static func append<Code: Hashable & RawRepresentable & CaseIterable>(
    _ counts: [Code: Int], to buffer: inout OutputBuffer
  ) where Code.RawValue == String {
    buffer.append("{")
    var isFirst = true
    for code in Code.allCases {
      guard let count = counts[code] else { continue }
      buffer.append(key: code.rawValue, isFirst: isFirst)
      buffer.append("\(count)")
      isFirst = false
    }
    buffer.append("}")
  }
}
