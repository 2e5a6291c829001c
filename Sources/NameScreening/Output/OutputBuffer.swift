/// Bytes of a result on their way out; text is appended with the escapes of its format.
package struct OutputBuffer: Sendable {
  package private(set) var bytes: [UInt8] = []

  package init() {}

  package var isEmpty: Bool { bytes.isEmpty }

  package mutating func append(byte: UInt8) { bytes.append(byte) }

  package mutating func append(_ text: String) { bytes.append(contentsOf: text.utf8) }

  package mutating func append(contentsOf other: some Collection<UInt8>) { bytes.append(contentsOf: other) }

  package mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }

  // MARK: Numbers

  /// A score or an effect with at most six decimals, and at least one: `1.0`, `0.98`, `-0.05`.
  package mutating func append(score: Double) {
    guard score.isFinite, abs(score) < 1e6 else {
      append("0.0")
      return
    }
    var millionths = Int((abs(score) * 1e6).rounded())
    if score < 0, millionths > 0 { bytes.append(UInt8(ascii: "-")) }
    append(String(millionths / 1_000_000))
    bytes.append(UInt8(ascii: "."))
    millionths %= 1_000_000
    var place = 100_000
    repeat {
      bytes.append(UInt8(ascii: "0") + UInt8(millionths / place))
      millionths %= place
      place /= 10
    } while millionths > 0
  }

  // MARK: CSV and TSV

  /// A field of RFC 4180, in quotes where it needs them.
  package mutating func append(csv field: String) {
    let start = bytes.count
    bytes.append(contentsOf: field.utf8)
    let needsQuotes = bytes[start...].contains { byte in
      byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\n")
        || byte == UInt8(ascii: "\r")
    }
    guard needsQuotes else { return }
    bytes.removeSubrange(start...)
    bytes.append(UInt8(ascii: "\""))
    for byte in field.utf8 {
      if byte == UInt8(ascii: "\"") { bytes.append(byte) }
      bytes.append(byte)
    }
    bytes.append(UInt8(ascii: "\""))
  }

  // MARK: JSON

  /// A JSON string with its quotes.
  package mutating func append(json text: String) {
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"):
        bytes.append(UInt8(ascii: "\\"))
        bytes.append(byte)
      case UInt8(ascii: "\n"): append("\\n")
      case UInt8(ascii: "\r"): append("\\r")
      case UInt8(ascii: "\t"): append("\\t")
      case 0..<0x20:
        append("\\u00")
        bytes.append(Self.hexadecimal[Int(byte >> 4)])
        bytes.append(Self.hexadecimal[Int(byte & 15)])
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// `"key":`, after a comma unless the object begins with it.
  package mutating func append(key: String, isFirst: Bool = false) {
    if !isFirst { bytes.append(UInt8(ascii: ",")) }
    append(json: key)
    bytes.append(UInt8(ascii: ":"))
  }

  /// An array of what `element` appends.
  package mutating func append<Element>(
    jsonArray elements: [Element], _ element: (inout OutputBuffer, Element) -> Void
  ) {
    bytes.append(UInt8(ascii: "["))
    for (index, value) in elements.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      element(&self, value)
    }
    bytes.append(UInt8(ascii: "]"))
  }

  private static let hexadecimal = Array("0123456789abcdef".utf8)
}
