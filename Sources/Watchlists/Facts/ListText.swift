/// Small operations on the text that lists are made of.
extension StringProtocol {
  /// Without white space at its ends, and with one blank for each run of it inside: line breaks within a
  /// value are the publisher's lay-out.
  var tidied: String {
    let bytes = utf8
    // Most values are tidy already.
    var previousIsBlank = true
    var isTidy = true
    for byte in bytes {
      let isBlank = byte == UInt8(ascii: " ")
      if isBlank && previousIsBlank || byte < 0x20 || byte == 0xC2 || byte == 0xE2 || byte == 0xE3 {
        isTidy = false
        break
      }
      previousIsBlank = isBlank
    }
    if isTidy && (!previousIsBlank || bytes.isEmpty) { return String(self) }
    var text = ""
    for scalar in unicodeScalars {
      if scalar.properties.isWhitespace || scalar.value < 0x20 {
        if text.last != " ", !text.isEmpty { text += " " }
      } else {
        text.unicodeScalars.append(scalar)
      }
    }
    if text.last == " " { text.removeLast() }
    return text
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
