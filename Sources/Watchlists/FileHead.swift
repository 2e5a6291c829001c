import TabularText

/// The beginning of a file, by which its format is known.
struct FileHead {
  /// How much of a file a format may look at, in bytes.
  static let size = 1 << 14

  let bytes: [UInt8]
  /// The name of the root element, without prefix, and what else its tag says; nil when this is not XML.
  let rootElement: String?
  let rootTag: String
  /// The first line that is not empty, without byte order mark.
  let firstLine: String

  init(_ bytes: [UInt8]) {
    let bytes = Array(bytes.prefix(Self.size))
    self.bytes = bytes
    var text = bytes[...]
    if text.starts(with: [0xEF, 0xBB, 0xBF]) { text = text.dropFirst(3) }
    text = text.drop { $0 <= 0x20 }
    firstLine = String(decoding: text.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self).tidied
    let tag = text.first == UInt8(ascii: "<") ? Self.rootTag(text) : nil
    rootTag = tag ?? ""
    rootElement = tag.map { tag in
      let name = tag.prefix { !" \t\r\n/>".contains($0) }
      return String(name.split(separator: ":").last ?? "")
    }
  }

  /// The first records as a table of this dialect, at most five, without one that may be cut off.
  func rows(_ dialect: DelimitedReader.Dialect) -> [[String]] {
    var whole = bytes[...]
    if bytes.count == Self.size, let end = whole.lastIndex(of: UInt8(ascii: "\n")) {
      whole = whole[...end]
    }
    guard
      var reader = try? DelimitedReader(ByteStream(bytes: Array(whole), name: ""), dialect: dialect)
    else { return [] }
    var rows: [[String]] = []
    while rows.count < 5, (try? reader.next()) == true {
      rows.append((HeaderedRows.unquoted(reader, dialect) ?? reader).all)
    }
    return rows
  }

  /// The first tag that is an element: behind the XML declaration, comments and a document type.
  private static func rootTag(_ text: ArraySlice<UInt8>) -> String? {
    var rest = text
    while let open = rest.firstIndex(of: UInt8(ascii: "<")) {
      let inside = rest[(open + 1)...]
      guard let first = inside.first else { return nil }
      let isMarkup = first == UInt8(ascii: "?") || first == UInt8(ascii: "!")
      guard let close = inside.firstIndex(of: UInt8(ascii: ">")) else { return nil }
      if !isMarkup { return String(decoding: inside[..<close], as: UTF8.self) }
      rest = rest[(close + 1)...]
    }
    return nil
  }
}
