import Glibc
package enum Tuning {
  private static let values: [String: Double] = {
    var result: [String: Double] = [:]
    guard let text = getenv("NST") else { return result }
    for pair in String(cString: text).split(separator: ",") {
      let parts = pair.split(separator: "=")
      if parts.count == 2 { result[String(parts[0])] = strtod(String(parts[1]), nil) }
    }
    return result
  }()
  package static func value(_ name: String, _ standard: Double) -> Double { values[name] ?? standard }
}
