/// The name of a section of an index file: up to 20 ASCII bytes, e.g. `tokens.nodes`.
///
///     extension SectionName {
///       static let namePostings: SectionName = "names.postings"
///     }
package struct SectionName: Sendable, Hashable, ExpressibleByStringLiteral, CustomStringConvertible {
  /// Bytes that a name takes in the table of contents.
  static let width = 20
  let text: String

  /// A longer name is cut at 20 bytes.
  package init(_ text: String) {
    assert(text.utf8.count <= Self.width && text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F })
    self.text = String(decoding: text.utf8.prefix(Self.width), as: UTF8.self)
  }

  package init(stringLiteral text: String) { self.init(text) }

  /// The name as it stands in a table of contents; nil for anything that no writer writes.
  init?(stored: UnsafeRawBufferPointer) {
    let name = stored.prefix { $0 != 0 }
    guard !name.isEmpty, name.allSatisfy({ $0 > 0x20 && $0 < 0x7F }),
      stored[name.endIndex...].allSatisfy({ $0 == 0 })
    else { return nil }
    text = String(decoding: name, as: UTF8.self)
  }

  package var description: String { text }

  /// `prefix.suffix`, for parts that several structures of one kind have: `names` + `bytes`.
  package static func part(_ prefix: String, _ suffix: String) -> SectionName {
    SectionName("\(prefix).\(suffix)")
  }
}
