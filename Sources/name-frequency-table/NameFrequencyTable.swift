import Foundation
import NameText

/// Folds the name parts that `corpora/language/generate_name_frequencies.py` gathers to the table that the engine carries:
///
///     python3 corpora/language/generate_name_frequencies.py ... PARTS
///     swift run name-frequency-table PARTS corpora/language/name_frequencies.tsv
///
/// Parts are lines of a word, its script, its source and its bearers per million. Words of one skeleton add up within a
/// script; between scripts the larger count stands, since they count the same people.
@main
struct NameFrequencyTable {
  /// Parts with fewer bearers per million are left out.
  static let leastShare = 2.0

  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 3 else {
      FileHandle.standardError.write(Data("usage: name-frequency-table PARTS OUTPUT\n".utf8))
      exit(64)
    }
    let text = try String(contentsOfFile: arguments[1], encoding: .utf8)
    var shares: [String: [Substring: Double]] = [:]
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      guard !line.isEmpty, !line.hasPrefix("#") else { continue }
      let fields = line.split(separator: "\t")
      guard fields.count == 4, let share = Double(fields[3]) else {
        let message =
          "error: \(arguments[1]):\(number + 1): \(fields.count) fields; expected word, script, source, share\n"
        FileHandle.standardError.write(Data(message.utf8))
        exit(65)
      }
      let skeleton = String(
        decoding: NameAnalyzer.standard.skeleton(ofWord: String(fields[0])), as: UTF8.self)
      if skeleton.utf8.count >= 2 { shares[skeleton, default: [:]][fields[1], default: 0] += share }
    }
    var table = """
      # How many people bear a name part: skeleton, level. Level n stands for 2^n bearers per million people.
      # Made by name-frequency-table from what generate_name_frequencies.py gathers; README.md names the sources.

      """
    for (skeleton, byScript) in shares.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }) {
      let share = byScript.values.max() ?? 0
      if share >= leastShare { table += "\(skeleton)\t\(Int(log2(share)))\n" }
    }
    try table.write(toFile: arguments[2], atomically: true, encoding: .utf8)
  }
}
