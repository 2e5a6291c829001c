/// How many bytes the sections of an index take, all and a name.
package struct SectionSizes {
  private let sections: [(name: String, bytes: Int)]
  private let names: Int
  /// What is counted: names, customers.
  private let of: String

  package init(_ sections: [(name: String, bytes: Int)], names: Int, of: String) {
    self.sections = sections
    self.names = names
    self.of = of
  }

  /// The section that holds the text: names, identifiers and all else that lists say in words.
  private static let text = "strings.bytes"

  /// A line a section, then all of them without and with the text.
  package func appendText(to buffer: inout OutputBuffer) {
    var table = TextTable([.left, .right, .right])
    table.add(["section", "bytes", "a \(of)"])
    for (name, bytes) in sections where bytes > 0 { add(name, bytes, to: &table) }
    let all = sections.reduce(0) { $0 + $1.bytes }
    add(
      "all but the text", all - sections.filter { $0.name == Self.text }.reduce(0) { $0 + $1.bytes },
      to: &table)
    add("all", all, to: &table)
    for line in table.lines { buffer.append("\(line)\n") }
  }

  package func appendCSV(to buffer: inout OutputBuffer) {
    buffer.append("section,bytes,bytes_a_\(of)\n")
    for (name, bytes) in sections { buffer.append("\(name),\(bytes),\(share(bytes))\n") }
  }

  /// One object a section.
  package func appendJSON(to buffer: inout OutputBuffer, asArray: Bool) {
    if asArray { buffer.append("[") }
    for (number, section) in sections.enumerated() {
      if asArray { buffer.append(number == 0 ? "\n" : ",\n") }
      buffer.append("{")
      buffer.append(key: "section", isFirst: true)
      buffer.append(json: section.name)
      buffer.append(key: "bytes")
      buffer.append("\(section.bytes)")
      buffer.append(key: "bytes_a_\(of)")
      buffer.append(share(section.bytes))
      buffer.append("}")
      if !asArray { buffer.append("\n") }
    }
    if asArray { buffer.append("\n]\n") }
  }

  private func add(_ name: String, _ bytes: Int, to table: inout TextTable) {
    table.add([name, bytes.grouped, share(bytes)])
  }

  /// Hundredths of a byte a name.
  private func share(_ bytes: Int) -> String {
    let hundredths = names > 0 ? (bytes * 100 + names / 2) / names : 0
    let rest = hundredths % 100
    return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
  }
}

extension ListIndex {
  /// What the sections of the index take, all and a name.
  package var sectionSizes: SectionSizes {
    SectionSizes(names.sections, names: lists.reduce(0) { $0 + $1.names }, of: "name")
  }
}
