/// Small operations on the text that lists are made of.
extension StringProtocol {
  /// Without white space at its ends, and with one blank for each run of it inside: line breaks within a
  /// value are the publisher's lay-out.
  ///
  /// - Complexity: O(*n*).
  var tidied: String {
    var text = String(self)
    return text.withUTF8 { bytes in
      // The closure reads inside of the text's own bytes only.
      isTidy(bytes) ? nil : tidied(bytes)
    } ?? text
  }

  private func isTidy(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var previousIsBlank = true
    for byte in bytes {
      let isBlank = byte == UInt8(ascii: " ")
      if isBlank && previousIsBlank || byte < 0x20 || mayBeginWhiteSpace(byte) { return false }
      previousIsBlank = isBlank
    }
    return !previousIsBlank || bytes.isEmpty
  }

  /// The first bytes of the white space that is not ASCII, U+0085, U+00A0, U+1680, U+2000 and on, U+3000.
  private func mayBeginWhiteSpace(_ byte: UInt8) -> Bool {
    byte == 0xC2 || byte == 0xE1 || byte == 0xE2 || byte == 0xE3
  }

  private func tidied(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    var tidy: [UInt8] = []
    tidy.reserveCapacity(bytes.count)
    var position = 0
    while position < bytes.count {
      let length = whiteSpace(bytes, at: position)
      if length == 0 {
        tidy.append(bytes[position])
        position += 1
      } else {
        if let last = tidy.last, last != UInt8(ascii: " ") { tidy.append(UInt8(ascii: " ")) }
        position += length
      }
    }
    if tidy.last == UInt8(ascii: " ") { tidy.removeLast() }
    return String(decoding: tidy, as: UTF8.self)
  }

  /// The length in bytes of the white space or control character at a place; 0 where there is none.
  private func whiteSpace(_ bytes: UnsafeBufferPointer<UInt8>, at position: Int) -> Int {
    let byte = bytes[position]
    if byte <= 0x20 { return 1 }
    guard mayBeginWhiteSpace(byte), position + 1 < bytes.count else { return 0 }
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

  /// What follows `prefix`, or nil when the text does not begin with it.
  func after(_ prefix: String) -> SubSequence? {
    guard utf8.starts(with: prefix.utf8) else { return nil }
    return self[utf8.index(startIndex, offsetBy: prefix.utf8.count)...]
  }

  /// The pieces between occurrences of `mark`, none of them empty, tidied.
  func pieces(by mark: String) -> [String] {
    let mark = Array(mark.utf8)
    let bytes = utf8
    var pieces: [String] = []
    var start = startIndex
    var position = startIndex
    while position < endIndex {
      if bytes[position] == mark[0], bytes[position...].starts(with: mark) {
        pieces.append(self[start..<position].tidied)
        position = bytes.index(position, offsetBy: mark.count)
        start = position
      } else {
        position = bytes.index(after: position)
      }
    }
    pieces.append(self[start..<endIndex].tidied)
    return pieces.filter { !$0.isEmpty }
  }

  /// The text before and after the first occurrence of `mark`; nil without one.
  func split(at mark: String) -> (SubSequence, SubSequence)? {
    let mark = Array(mark.utf8)
    let bytes = utf8
    var position = startIndex
    while position < endIndex {
      if bytes[position] == mark[0], bytes[position...].starts(with: mark) {
        return (self[..<position], self[bytes.index(position, offsetBy: mark.count)...])
      }
      position = bytes.index(after: position)
    }
    return nil
  }
}

extension Array where Element: Equatable {
  /// Adds an element unless it is there already.
  mutating func addOnce(_ element: Element) {
    if !contains(element) { append(element) }
  }
}
