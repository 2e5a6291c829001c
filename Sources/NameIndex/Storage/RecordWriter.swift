/// Takes the fields of a record one after another.
protocol RecordWriter {
  mutating func write(_ value: UInt64)
  mutating func write(_ text: String) throws(IndexError)
}

extension RecordWriter {
  mutating func write(_ code: some RecordCode) { write(code.recordCode) }

  mutating func write(count: Int) { write(UInt64(count)) }

  /// Small negative numbers stay short: 0, -1, 1, -2 ... are 0, 1, 2, 3 ...
  mutating func write(signed value: Int) { write(UInt64(bitPattern: Int64((value << 1) ^ (value >> 63)))) }

  mutating func write(_ texts: [String]) throws(IndexError) {
    write(count: texts.count)
    for text in texts { try write(text) }
  }

  mutating func write(optional text: String?) throws(IndexError) {
    write(count: text == nil ? 0 : 1)
    if let text { try write(text) }
  }
}

/// Text stands in the record itself, after its length: what a record says, whatever file it is in.
struct PlainRecordWriter: RecordWriter {
  private(set) var bytes: [UInt8] = []

  mutating func write(_ value: UInt64) { bytes.append(varint: value) }

  mutating func write(_ text: String) {
    write(count: text.utf8.count)
    bytes += text.utf8
  }
}

/// Text is a number in a pool.
struct PooledRecordWriter: RecordWriter {
  private(set) var bytes: [UInt8] = []
  private(set) var strings: StringPool.Builder

  init(strings: consuming StringPool.Builder) { self.strings = strings }

  mutating func write(_ value: UInt64) { bytes.append(varint: value) }

  mutating func write(_ text: String) throws(IndexError) { write(UInt64(try strings.intern(text))) }
}
