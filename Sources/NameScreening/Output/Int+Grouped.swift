extension Int {
  /// With commas between thousands.
  package var grouped: String {
    let digits = Array(String(self))
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index).isMultiple(of: 3), digits[index - 1] != "-" { text += "," }
      text.append(digit)
    }
    return text
  }
}
