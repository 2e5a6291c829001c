import Designations

/// Dates as publishers write them in English and in numbers.
enum DateText {
  /// `12 Mar 1960`, `Mar 1960`, `1960`, `circa 1960`, `1960 to 1962`, `circa 1960-1962`; nil for anything else.
  static func english(_ text: String) -> ListedDate? {
    var text = text.tidied[...]
    var isCirca = false
    for mark in ["circa ", "c. ", "approximately ", "Approximately "] {
      if let rest = text.after(mark) {
        isCirca = true
        text = rest
        break
      }
    }
    if let date = englishDate(text) { return isCirca ? .circa(date) : .exact(date) }
    for mark in [" to ", "-"] {
      let ends = text.pieces(by: mark)
      if ends.count == 2, let from = englishDate(ends[0][...]), let to = englishDate(ends[1][...]) {
        return .range(from, to)
      }
    }
    return nil
  }

  private static func englishDate(_ text: Substring) -> PartialDate? {
    let words = text.split(separator: " ")
    guard (1...3).contains(words.count), let last = words.last, last.utf8.count == 4, let year = Int(last)
    else { return nil }
    if words.count == 1 { return PartialDate(validYear: year, month: nil, day: nil) }
    guard let month = month(words[words.count - 2]) else { return nil }
    if words.count == 2 { return PartialDate(validYear: year, month: month, day: nil) }
    guard let day = Int(words[0]) else { return nil }
    return PartialDate(validYear: year, month: month, day: day)
  }

  private static func month(_ name: Substring) -> Int? {
    let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
    guard name.count >= 3 else { return nil }
    return months.firstIndex(of: name.prefix(3).lowercased()).map { $0 + 1 }
  }

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
