import Designations

/// Dates as publishers write them in English and in numbers.
enum DateText {
  /// `12 Mar 1960`, `Mar 1960`, `1960`, `circa 1960`, `1960 to 1962`, `circa 1960-1962`; nil for anything else.
  static func english(_ text: String) -> ListedDate? { text.tidied.withBytes { english($0) } }

  /// The same of text that is tidy.
  static func english(_ text: ByteText) -> ListedDate? {
    var text = text
    var isCirca = false
    if let first = text.first, first > UInt8(ascii: "9") {
      for mark in ["circa ", "c. ", "approximately ", "Approximately "] as [StaticString] {
        if let rest = text.after(mark) {
          isCirca = true
          text = rest
          break
        }
      }
    }
    if let date = englishDate(text) { return isCirca ? .circa(date) : .exact(date) }
    if text.count < 9 { return nil }
    for mark in [" to ", "-"] as [StaticString] {
      if let (from, to) = text.split(at: mark), let from = englishDate(from), let to = englishDate(to) {
        return .range(from, to)
      }
    }
    return nil
  }

  private static func englishDate(_ text: ByteText) -> PartialDate? {
    // At most three words, of which the last is the year.
    var words = (ByteText?.none, ByteText?.none, ByteText?.none)
    var start = 0
    while start < text.count {
      let end = text.offset(of: UInt8(ascii: " "), from: start) ?? text.count
      if end > start {
        guard words.0 == nil else { return nil }
        words = (words.1, words.2, text.slice(start, end))
      }
      start = end + 1
    }
    guard let last = words.2, last.count == 4, let year = number(last) else { return nil }
    guard let middle = words.1 else { return PartialDate(validYear: year, month: nil, day: nil) }
    guard let month = month(middle) else { return nil }
    guard let first = words.0 else { return PartialDate(validYear: year, month: month, day: nil) }
    guard first.count <= 2, let day = number(first) else { return nil }
    return PartialDate(validYear: year, month: month, day: day)
  }

  private static func number(_ digits: ByteText) -> Int? {
    var number = 0
    for digit in digits.bytes {
      guard (48...57).contains(digit) else { return nil }
      number = number * 10 + Int(digit - 48)
    }
    return digits.isEmpty ? nil : number
  }

  /// The month whose English name begins with the first three letters.
  private static func month(_ name: ByteText) -> Int? {
    guard name.count >= 3 else { return nil }
    let letters = UInt32(name[0] | 0x20) << 16 | UInt32(name[1] | 0x20) << 8 | UInt32(name[2] | 0x20)
    return months.firstIndex(of: letters).map { $0 + 1 }
  }

  private static let months: [UInt32] = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ].map { $0.utf8.reduce(0) { $0 << 8 | UInt32($1) } }

  /// `13/02/2026`, day first; zeros mean unknown: `00/00/1960`.
  static func dayFirst(_ text: String) -> PartialDate? {
    text.withBytes { text in
      guard let (first, second, year) = slashed(text) else { return nil }
      return PartialDate(validYear: year, unknownAsZero: number(second) ?? 0, day: number(first) ?? 0)
    }
  }

  /// `02/13/2026`, month first.
  static func monthFirst(_ text: String) -> PartialDate? {
    text.withBytes { text in
      guard let (first, second, year) = slashed(text) else { return nil }
      return PartialDate(validYear: year, unknownAsZero: number(first) ?? 0, day: number(second) ?? 0)
    }
  }

  private static func slashed(_ text: ByteText) -> (ByteText, ByteText, year: Int)? {
    guard let (first, rest) = text.split(at: "/"), let (second, last) = rest.split(at: "/"), last.count == 4,
      let year = number(last), first.count <= 4, second.count <= 4
    else { return nil }
    return (first, second, year)
  }

  /// The date at the front of an ISO date, with or without a time or a zone behind it.
  static func iso(_ text: String) -> PartialDate? { text.withBytes { iso($0) } }

  static func iso(_ text: ByteText) -> PartialDate? {
    PartialDate(utf8: text.slice(0, min(10, text.count)).bytes)
  }
}

extension PartialDate {
  /// A date whose month and day are zero where unknown; a day without a month is dropped.
  init?(validYear year: Int, unknownAsZero month: Int, day: Int) {
    self.init(
      validYear: year, month: month == 0 ? nil : month, day: month == 0 || day == 0 ? nil : day)
  }
}
