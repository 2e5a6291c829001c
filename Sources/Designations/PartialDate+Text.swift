/// Dates as ISO 8601 text: `1952-10-07`, `1952-10`, `1952`.
extension PartialDate: LosslessStringConvertible {
  /// Nil unless `text` is exactly such a date and the calendar has it.
  public init?(_ text: String) {
    var text = text
    guard let date = text.withUTF8({ PartialDate(utf8: $0) }) else { return nil }
    self = date
  }

  /// The same of bytes.
  package init?(utf8 bytes: UnsafeBufferPointer<UInt8>) {
    func number(_ start: Int, _ end: Int) -> Int? {
      var number = 0
      for position in start..<end {
        let digit = bytes[position] &- UInt8(ascii: "0")
        guard digit <= 9 else { return nil }
        number = number * 10 + Int(digit)
      }
      return number
    }
    let count = bytes.count
    guard count == 4 || count == 7 || count == 10, let year = number(0, 4) else { return nil }
    var month: Int?
    var day: Int?
    if count > 4 {
      guard bytes[4] == UInt8(ascii: "-"), let value = number(5, 7) else { return nil }
      month = value
    }
    if count > 7 {
      guard bytes[7] == UInt8(ascii: "-"), let value = number(8, 10) else { return nil }
      day = value
    }
    self.init(validYear: year, month: month, day: day)
  }

  /// Nil unless the calendar has the date; a day needs a month.
  public init?(validYear year: Int, month: Int?, day: Int?) {
    guard (1...9999).contains(year) else { return nil }
    if let month {
      guard (1...12).contains(month) else { return nil }
      if let day, !(1...Self.days(inMonth: month, of: year)).contains(day) { return nil }
    } else if day != nil {
      return nil
    }
    self.init(year: year, month: month, day: day)
  }

  public var description: String {
    var text = Self.padded(year, to: 4)
    if let month {
      text += "-" + Self.padded(month, to: 2)
      if let day { text += "-" + Self.padded(day, to: 2) }
    }
    return text
  }

  private static func padded(_ number: Int, to width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
  }

  private static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

/// Listed dates as text: `1952-10-07`, `circa 1960`, `1960..1962`; the form of our own lists.
extension ListedDate: LosslessStringConvertible {
  public init?(_ text: String) {
    if text.hasPrefix("circa ") {
      guard let date = PartialDate(String(text.dropFirst(6))) else { return nil }
      self = .circa(date)
    } else if let date = PartialDate(text) {
      self = .exact(date)
    } else {
      // Two dates with two points between them.
      let bytes = Array(text.utf8)
      guard let point = bytes.firstIndex(of: UInt8(ascii: ".")),
        let from = PartialDate(String(decoding: bytes[..<point], as: UTF8.self)),
        bytes[point...].starts(with: Array("..".utf8)),
        let to = PartialDate(String(decoding: bytes[(point + 2)...], as: UTF8.self))
      else { return nil }
      self = .range(from, to)
    }
  }

  public var description: String {
    switch self {
    case .exact(let date): date.description
    case .circa(let date): "circa \(date)"
    case .range(let from, let to): "\(from)..\(to)"
    }
  }
}
