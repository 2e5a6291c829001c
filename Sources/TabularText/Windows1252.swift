/// The encoding of older Windows programs, which some publishers' files are in.
enum Windows1252 {
  static func decode(_ bytes: ArraySlice<UInt8>) -> String {
    // A byte is at most three of UTF-8.
    String(unsafeUninitializedCapacity: bytes.count * 3) { text in
      var length = 0
      for byte in bytes {
        if byte < 0x80 {
          text[length] = byte
          length += 1
          continue
        }
        for unit in UTF8.encode(byte < 0xA0 ? high[Int(byte) - 0x80] : Unicode.Scalar(byte))
          ?? UTF8.encodedReplacementCharacter
        {
          text[length] = unit
          length += 1
        }
      }
      return length
    }
  }

  /// 0x80 to 0x9F; the rest is ISO 8859-1. Source: the Encoding Standard's index of windows-1252, in which the
  /// five bytes without a character stand for controls.
  private static let high: [Unicode.Scalar] = [
    "\u{20AC}", "\u{81}", "\u{201A}", "\u{0192}", "\u{201E}", "\u{2026}", "\u{2020}", "\u{2021}",
    "\u{02C6}", "\u{2030}", "\u{0160}", "\u{2039}", "\u{0152}", "\u{8D}", "\u{017D}", "\u{8F}",
    "\u{90}", "\u{2018}", "\u{2019}", "\u{201C}", "\u{201D}", "\u{2022}", "\u{2013}", "\u{2014}",
    "\u{02DC}", "\u{2122}", "\u{0161}", "\u{203A}", "\u{0153}", "\u{9D}", "\u{017E}", "\u{0178}",
  ]
}
