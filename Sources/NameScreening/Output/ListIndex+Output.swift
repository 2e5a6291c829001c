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
      Self.add(
        "designations", "\(information.designations.grouped)",
        Self.counts(EntityType.allCases, information.designationsByType), to: &table)
      let programmes = information.designationsByProgramme.sorted { $0.key < $1.key }
      Self.add(
        "programmes", programmes.isEmpty ? "none" : "\(programmes.count.grouped)",
        programmes.map { "\($0.key.printable) \($0.value.grouped)" }, to: &table)
      Self.add(
        "names", "\(information.names.grouped)",
        Self.counts(AliasQuality.allCases, information.namesByQuality),
        to: &table)
      let originals = information.originalScriptNames
      Self.add(
        "scripts", originals > 0 ? "\(originals.grouped) names given as the original" : "",
        Self.counts(WritingSystem.allCases, information.namesByScript), to: &table)
      Self.add(
        "identifiers", "\(information.identifiers.grouped)",
        Self.counts(Identifier.Kind.allCases, information.identifiersByKind), to: &table)
      if list.damagedRows > 0 {
        table.add(["not readable", "\(list.damagedRows.grouped) row\(list.damagedRows == 1 ? "" : "s")"])
        for line in list.damage { table.add(["", line.printable]) }
        if list.damagedRows > list.damage.count {
          table.add(["", "and \((list.damagedRows - list.damage.count).grouped) more"])
        }
      }
      table.add(["content hash", information.contentHash])
      for line in table.lines { buffer.append("  \(line)\n") }
    }
    if names.groupCount > 0 {
      buffer.append("\(names.groupCount.grouped) persons, organizations or vessels stand on several lists\n")
    }
    buffer.append("\(designationCount.grouped) designations in all, content hash \(contentHash)\n")
  }

  /// Columns that a line of counts may take.
  private static let width = 84

  /// Adds a total and its parts, `701: person 500, organization 201`, on as many lines as they need.
  private static func add(_ label: String, _ total: String, _ parts: [String], to table: inout TextTable) {
    var lines: [String] = []
    var line = total + (total.isEmpty || parts.isEmpty ? "" : ":")
    for (number, part) in parts.enumerated() {
      let part = number + 1 < parts.count ? part + "," : part
      if !line.isEmpty, line.displayWidth + 1 + part.displayWidth > width {
        lines.append(line)
        line = ""
      }
      line += line.isEmpty ? part : " " + part
    }
    lines.append(line)
    for (number, line) in lines.enumerated() { table.add([number == 0 ? label : "", line]) }
  }

  /// `person 500`, `organization 201`, in the order of the codes.
  private static func counts<Code: Hashable & RawRepresentable>(
    _ codes: some Sequence<Code>, _ counts: [Code: Int]
  ) -> [String] where Code.RawValue == String {
    codes.compactMap { code in counts[code].map { "\(code.rawValue.spaced) \($0.grouped)" } }
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
