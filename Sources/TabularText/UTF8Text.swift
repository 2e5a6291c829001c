/// Whether bytes are well-formed UTF-8.
package enum UTF8Text {
  /// - Complexity: O(*n*); a word at a time while the text is ASCII.
  package static func isValid(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.withUnsafeBufferPointer { buffer in
      // The decoder reads inside the buffer only.
      isASCII(buffer) || String(validating: buffer, as: UTF8.self) != nil
    }
  }

  private static func isASCII(_ buffer: UnsafeBufferPointer<UInt8>) -> Bool {
    var seen: UInt8 = 0
    for byte in buffer { seen |= byte }
    return seen < 0x80
  }
}
