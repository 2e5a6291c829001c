/// Reads the fields of a record one after another; anything that cannot be is `IndexError.damaged`.
struct RecordReader {
  private let bytes: MappedArray<UInt8>
  private var position = 0
  /// Where text stands: in this pool, or in the record itself.
  private let strings: StringPool?
  /// For errors.
  private let file: String
  private let section: String

  init(_ bytes: MappedArray<UInt8>, strings: StringPool?, file: String, section: String) {
    self.bytes = bytes
    self.strings = strings
    self.file = file
    self.section = section
  }

  func damaged(_ found: String, expected: String) -> IndexError {
    .damaged(file: file, section: section, found: found, expected: expected)
  }

  mutating func integer() throws(IndexError) -> UInt64 {
    var value: UInt64 = 0
    for shift in stride(from: UInt64(0), to: 64, by: 7) {
      guard let byte = bytes[position] else {
        throw damaged("a record ends inside a field", expected: "a whole record")
      }
      position += 1
      value |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return value }
    }
    throw damaged("an integer of more than 10 bytes", expected: "at most 64 bits")
  }

  /// A number of things that take at least a byte each.
  mutating func count() throws(IndexError) -> Int {
    let value = try integer()
    guard value <= UInt64(bytes.count - position) else {
      throw damaged("a record counts \(value) elements", expected: "at most \(bytes.count - position)")
    }
    return Int(value)
  }

  mutating func signed() throws(IndexError) -> Int {
    let value = try integer()
    return Int(Int64(bitPattern: value >> 1)) ^ -Int(value & 1)
  }

  mutating func code<Code: RecordCode>(_ type: Code.Type = Code.self) throws(IndexError) -> Code {
    let value = try integer()
    guard let code = Code(recordCode: value) else {
      throw damaged("code \(value) of \(type)", expected: "below \(type.recordCodes.count)")
    }
    return code
  }

  mutating func text() throws(IndexError) -> String {
    guard let strings else {
      let length = try count()
      defer { position += length }
      guard let text = bytes.slice(position..<(position + length)) else {
        throw damaged("a record ends inside a text", expected: "a whole record")
      }
      return text.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
    }
    let id = try integer()
    guard let id = UInt32(exactly: id), let text = strings.string(at: id) else {
      throw damaged("string \(id)", expected: "below \(strings.count)")
    }
    return text
  }

  mutating func texts() throws(IndexError) -> [String] {
    var texts: [String] = []
    for _ in 0..<(try count()) { texts.append(try text()) }
    return texts
  }

  mutating func optionalText() throws(IndexError) -> String? { try count() == 0 ? nil : try text() }

  /// Nothing may be left.
  func finish() throws(IndexError) {
    guard position == bytes.count else {
      throw damaged("\(bytes.count - position) bytes after a record", expected: "none")
    }
  }
}
