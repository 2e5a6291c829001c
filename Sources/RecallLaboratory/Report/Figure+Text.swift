extension Double {
  /// With so many decimals, rounded half away from zero.
  func shown(_ decimals: Int) -> String {
    var scale = 1
    for _ in 0..<decimals { scale *= 10 }
    let units = Int((abs(self) * Double(scale)).rounded())
    let sign = self < 0 && units > 0 ? "-" : ""
    guard decimals > 0 else { return "\(sign)\(units)" }
    let fraction = String(units % scale)
    return "\(sign)\(units / scale).\(String(repeating: "0", count: decimals - fraction.count))\(fraction)"
  }

  /// `97.3 %`; small shares with another decimal.
  var percent: String { "\((self * 100).shown(abs(self) < 0.01 && self != 0 ? 2 : 1))\u{A0}%" }
}

extension ClosedRange<Double> {
  /// `96.9-97.7 %`
  var percent: String {
    let decimals = upperBound < 0.02 ? 2 : 1
    return "\((lowerBound * 100).shown(decimals))\u{2013}\((upperBound * 100).shown(decimals))\u{A0}%"
  }
}
