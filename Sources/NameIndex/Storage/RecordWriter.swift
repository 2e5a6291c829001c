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
    var text = text
    text.withUTF8 { write(bytes: $0) }
  }

  fileprivate mutating func write(bytes text: UnsafeBufferPointer<UInt8>) {
    write(count: text.count)
    bytes.append(contentsOf: text)
  }

  /// Forgets what was written, for the next record.
  mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }
}

/// Text is a number in a pool; beside that, what a `PlainRecordWriter` writes.
struct PooledRecordWriter: RecordWriter {
  private(set) var bytes: [UInt8] = []
  private(set) var plain = PlainRecordWriter()
  /// To be set for every record: whoever has it meanwhile is its only owner.
  var strings = StringPool.Builder()

  mutating func write(_ value: UInt64) {
    bytes.append(varint: value)
    plain.write(value)
  }

  mutating func write(_ text: String) throws(IndexError) {
    var text = text
    let number = try text.withUTF8 { text in
      plain.write(bytes: text)
      return Result { () throws(IndexError) in try strings.intern(text) }
    }.get()
    bytes.append(varint: UInt64(number))
  }

  /// Writes what the plain record alone holds.
  mutating func writePlain(_ code: some RecordCode) { plain.write(code) }

  /// Forgets what was written, for the next record.
  mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    plain.removeAll()
  }
}
