import Designations

/// Dates as publishers write them in English and in numbers.
enum DateText {
  /// `12 Mar 1960`, `Mar 1960`, `1960`, `circa 1960`, `1960 to 1962`, `circa 1960-1962`; nil for anything else.
  static func english(_ text: String) -> ListedDate? {
    var text = text.tidied[...]
    var isCirca = false
    if let first = text.utf8.first, first > UInt8(ascii: "9") {
      for mark in ["circa ", "c. ", "approximately ", "Approximately "] {
        if let rest = text.after(mark) {
          isCirca = true
          text = rest
          break
        }
      }
    }
    if let date = englishDate(text) { return isCirca ? .circa(date) : .exact(date) }
    if text.utf8.count < 9 { return nil }
    for mark in [" to ", "-"] {
      let ends = text.pieces(by: mark)
      if ends.count == 2, let from = englishDate(ends[0][...]), let to = englishDate(ends[1][...]) {
        return .range(from, to)
      }
    }
    return nil
  }

  private static func englishDate(_ text: Substring) -> PartialDate? {
    var text = text
    return text.withUTF8 { bytes in
      // At most three words, of which the last is the year.
      var words: [Range<Int>] = []
      var start = 0
      while start < bytes.count {
        guard words.count < 3 else { return nil }
        let end = bytes[start...].firstIndex(of: UInt8(ascii: " ")) ?? bytes.count
        if end > start { words.append(start..<end) }
        start = end + 1
      }
      guard let last = words.last, last.count == 4, let year = number(bytes[last]) else { return nil }
      if words.count == 1 { return PartialDate(validYear: year, month: nil, day: nil) }
      guard let month = month(bytes[words[words.count - 2]]) else { return nil }
      if words.count == 2 { return PartialDate(validYear: year, month: month, day: nil) }
      guard words[0].count <= 2, let day = number(bytes[words[0]]) else { return nil }
      return PartialDate(validYear: year, month: month, day: day)
    }
  }

  private static func number(_ digits: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
    var number = 0
    for digit in digits {
      guard (48...57).contains(digit) else { return nil }
      number = number * 10 + Int(digit - 48)
    }
    return digits.isEmpty ? nil : number
  }

  /// The month whose English name begins with the first three letters.
  private static func month(_ name: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
    guard name.count >= 3 else { return nil }
    let letters = name.prefix(3).reduce(0) { $0 << 8 | UInt32($1 | 0x20) }
    return months.firstIndex(of: letters).map { $0 + 1 }
  }

  private static let months: [UInt32] = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ].map { $0.utf8.reduce(0) { $0 << 8 | UInt32($1) } }

  /// `13/02/2026`, day first; zeros mean unknown: `00/00/1960`.
  static func dayFirst(_ text: String) -> PartialDate? {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[2].count == 4, let year = Int(parts[2]) else { return nil }
    return PartialDate(validYear: year, unknownAsZero: Int(parts[1]) ?? 0, day: Int(parts[0]) ?? 0)
  }

  /// `02/13/2026`, month first.
  static func monthFirst(_ text: String) -> PartialDate? {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[2].count == 4, let year = Int(parts[2]) else { return nil }
    return PartialDate(validYear: year, unknownAsZero: Int(parts[0]) ?? 0, day: Int(parts[1]) ?? 0)
  }

  /// The date at the front of an ISO date, with or without a time or a zone behind it.
  static func iso(_ text: String) -> PartialDate? {
    PartialDate(String(text.prefix(10))) ?? PartialDate(text)
  }
}

extension PartialDate {
  /// A date whose month and day are zero where unknown; a day without a month is dropped.
  init?(validYear year: Int, unknownAsZero month: Int, day: Int) {
    self.init(
      validYear: year, month: month == 0 ? nil : month, day: month == 0 || day == 0 ? nil : day)
  }
}
