/// Small operations on the text that lists are made of. They are written for both string types by hand: a
/// generic version is many times slower.
extension Substring {
  /// Without white space at its ends, and with one blank for each run of it inside: line breaks within a
  /// value are the publisher's lay-out.
  ///
  /// - Complexity: O(*n*).
  var tidied: String {
    var text = self
    // The closures here and below read inside of the text's own bytes only.
    return text.withUTF8 { Tidying.text($0) ?? String(decoding: $0, as: UTF8.self) }
  }

  /// What follows `prefix`, or nil when the text does not begin with it.
  func after(_ prefix: String) -> Substring? {
    var (text, prefix) = (self, prefix)
    let count = text.withUTF8 { text in
      prefix.withUTF8 { prefix in
        text.count >= prefix.count && ListText.areEqual(text, prefix, prefix.count) ? prefix.count : nil
      }
    }
    guard let count else { return nil }
    return self[utf8.index(startIndex, offsetBy: count)...]
  }

  /// Whether the text holds `mark`.
  func holds(_ mark: String) -> Bool {
    var (text, mark) = (self, mark)
    return text.withUTF8 { text in
      mark.withUTF8 { ListText.firstOffset(of: $0, in: text, from: 0) != nil }
    }
  }

  /// The pieces between occurrences of `mark`, none of them empty, tidied.
  func pieces(by mark: String) -> [String] {
    var (text, mark) = (self, mark)
    return text.withUTF8 { bytes in
      mark.withUTF8 { mark in
        var pieces: [String] = []
        var start = 0
        while start <= bytes.count {
          let end = ListText.firstOffset(of: mark, in: bytes, from: start) ?? bytes.count
          let slice = UnsafeBufferPointer(rebasing: bytes[start..<end])
          let piece = Tidying.text(slice) ?? String(decoding: slice, as: UTF8.self)
          if !piece.isEmpty { pieces.append(piece) }
          start = end + mark.count
        }
        return pieces
      }
    }
  }

  /// The text before and after the first occurrence of `mark`; nil without one.
  func split(at mark: String) -> (Substring, Substring)? {
    var (text, mark) = (self, mark)
    let found = text.withUTF8 { text in
      mark.withUTF8 { mark in ListText.firstOffset(of: mark, in: text, from: 0).map { ($0, mark.count) } }
    }
    guard let (offset, count) = found else { return nil }
    let start = utf8.index(startIndex, offsetBy: offset)
    return (self[..<start], self[utf8.index(start, offsetBy: count)...])
  }
}

extension String {
  /// See `Substring.tidied`.
  var tidied: String {
    var text = self
    return text.withUTF8 { Tidying.text($0) } ?? text
  }

  /// See `Substring.after`.
  func after(_ prefix: String) -> Substring? { self[...].after(prefix) }

  /// See `Substring.holds`.
  func holds(_ mark: String) -> Bool { self[...].holds(mark) }

  /// See `Substring.pieces`.
  func pieces(by mark: String) -> [String] { self[...].pieces(by: mark) }

  /// The pieces between bytes of ASCII that part them, none of them empty, tidied.
  func pieces(where parts: (UInt8) -> Bool) -> [String] {
    withBytes { text in
      var pieces: [String] = []
      var start = 0
      while start < text.count {
        var end = start
        while end < text.count, !parts(text[end]) { end += 1 }
        let piece = text.slice(start, end).tidied
        if !piece.isEmpty { pieces.append(piece) }
        start = end + 1
      }
      return pieces
    }
  }

  /// See `Substring.split`.
  func split(at mark: String) -> (Substring, Substring)? { self[...].split(at: mark) }
}

extension Array where Element: Equatable {
  /// Adds an element unless it is there already.
  mutating func addOnce(_ element: Element) {
    if !contains(element) { append(element) }
  }
}

/// Text as bytes of UTF-8.
enum ListText {
  /// The text without white space at its ends, and with one blank for each run of it inside.
  static func tidied(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    Tidying.text(bytes) ?? String(decoding: bytes, as: UTF8.self)
  }

  /// Whether a text surely is tidy; false also of some that are, where a byte may begin white space beyond ASCII.
  static func isTidy(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool { Tidying.isTidy(bytes) }

  /// Whether two texts, each of at least that length, begin alike.
  static func areEqual(_ a: UnsafeBufferPointer<UInt8>, _ b: UnsafeBufferPointer<UInt8>, _ count: Int) -> Bool
  {
    for index in 0..<count where a[index] != b[index] { return false }
    return true
  }

  /// Where `mark` stands first, at `start` or behind it.
  static func firstOffset(
    of mark: UnsafeBufferPointer<UInt8>, in bytes: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> Int? {
    guard let first = mark.first, bytes.count >= mark.count else { return nil }
    var offset = start
    while offset <= bytes.count - mark.count {
      if bytes[offset] == first {
        var length = 1
        while length < mark.count, bytes[offset + length] == mark[length] { length += 1 }
        if length == mark.count { return offset }
      }
      offset += 1
    }
    return nil
  }
}

/// White space in UTF-8 bytes.
private enum Tidying {
  /// The tidied text; nil when it is tidy already.
  static func text(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
    if isTidy(bytes) { return nil }
    // Tidying never makes a text longer.
    return String(unsafeUninitializedCapacity: bytes.count) { tidy in
      var length = 0
      var position = 0
      while position < bytes.count {
        let space = whiteSpace(bytes, at: position)
        if space == 0 {
          tidy[length] = bytes[position]
          length += 1
          position += 1
        } else {
          if length > 0, tidy[length - 1] != UInt8(ascii: " ") {
            tidy[length] = UInt8(ascii: " ")
            length += 1
          }
          position += space
        }
      }
      if length > 0, tidy[length - 1] == UInt8(ascii: " ") { length -= 1 }
      return length
    }
  }

  /// False also where a byte may begin white space beyond ASCII.
  static func isTidy(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = bytes.first, let last = bytes.last else { return true }
    let blank = UInt8(ascii: " ")
    if first == blank || last == blank { return false }
    let raw = UnsafeRawBufferPointer(bytes)
    var position = 0
    var previousIsBlank = false
    // Eight bytes at once, which lie within the text; every line tells whether some byte is of a kind (S. E. Anderson,
    // "Bit twiddling hacks").
    let (ones, tops): (UInt64, UInt64) = (0x0101_0101_0101_0101, 0x8080_8080_8080_8080)
    while position + 8 <= bytes.count {
      let word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: position, as: UInt64.self))
      if (word &- ones &* 0x20) & ~word & tops != 0 { return false }
      if word & tops != 0 {
        let afterC2 = word ^ ones &* 0xC2
        let afterE0 = (word & (ones &* 0xFC)) ^ ones &* 0xE0
        if ((afterC2 &- ones) & ~afterC2 | (afterE0 &- ones) & ~afterE0) & tops != 0 { return false }
      }
      let notBlank = word ^ ones &* 0x20
      let blanks = ~(((notBlank & ~tops) &+ ~tops) | notBlank) & tops
      if blanks & (blanks << 8) != 0 || previousIsBlank && blanks & 0x80 != 0 { return false }
      previousIsBlank = blanks >> 63 != 0
      position += 8
    }
    while position < bytes.count {
      let byte = bytes[position]
      let isBlank = byte == blank
      if byte < blank || isBlank && previousIsBlank || byte == 0xC2 || byte &- 0xE1 <= 2 { return false }
      previousIsBlank = isBlank
      position += 1
    }
    return true
  }

  /// The length in bytes of the white space or control character at a place; 0 where there is none. Beyond
  /// ASCII: U+0085, U+00A0, U+1680, U+2000 to U+200A, U+2028, U+2029, U+202F, U+205F, U+3000.
  private static func whiteSpace(_ bytes: UnsafeBufferPointer<UInt8>, at position: Int) -> Int {
    let byte = bytes[position]
    if byte <= 0x20 { return 1 }
    guard byte == 0xC2 || (0xE1...0xE3).contains(byte), position + 1 < bytes.count else { return 0 }
    let second = bytes[position + 1]
    if byte == 0xC2 { return second == 0x85 || second == 0xA0 ? 2 : 0 }
    guard position + 2 < bytes.count else { return 0 }
    switch (byte, second, bytes[position + 2]) {
    case (0xE1, 0x9A, 0x80), (0xE2, 0x80, 0x80...0x8A), (0xE2, 0x80, 0xA8), (0xE2, 0x80, 0xA9),
      (0xE2, 0x80, 0xAF), (0xE2, 0x81, 0x9F), (0xE3, 0x80, 0x80):
      return 3
    default: return 0
    }
  }
}
