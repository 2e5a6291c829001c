import Foundation
import TabularText

/// The practical limit of a screening: customers whose name is a listed name but for letter case, punctuation and the order
/// of its words, found in a hash table.
///
///     exact-join-benchmark LIST.tsv CUSTOMERS.tsv > hits.csv
///
/// The list has the columns id, list, type and name, the customers id and name; the hits are written with the first columns
/// of NameScreen's CSV. Standard error tells seconds of processor time: for the list, and for the customers.
@main
struct ExactJoinBenchmark {
  private struct Listed {
    var entityID: String
    var list: String
    var type: String
    var name: String
  }

  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 3 else {
      FileHandle.standardError.write(Data("usage: exact-join-benchmark LIST.tsv CUSTOMERS.tsv\n".utf8))
      exit(64)
    }
    var names: [String: [Listed]] = [:]
    try forEachRow(of: arguments[1], ["id", "list", "type", "name"]) { row in
      names[normalized(row[3]), default: []].append(
        Listed(entityID: "\(row[1]):\(row[0])", list: row[1], type: row[2], name: row[3]))
    }
    let listed = processorSeconds()
    var output: [UInt8] = []
    output.append(contentsOf: "query_id,entity_id,score,list,matched_name,type,query_name\n".utf8)
    try forEachRow(of: arguments[2], ["id", "name"]) { row in
      for hit in names[normalized(row[1])] ?? [] {
        let line = [row[0], hit.entityID, "1", hit.list, quoted(hit.name), hit.type, quoted(row[1])]
        output.append(contentsOf: (line.joined(separator: ",") + "\n").utf8)
      }
      if output.count > 1 << 20 {
        FileHandle.standardOutput.write(Data(output))
        output.removeAll(keepingCapacity: true)
      }
    }
    FileHandle.standardOutput.write(Data(output))
    FileHandle.standardError.write(Data("\(listed) \(processorSeconds() - listed)\n".utf8))
  }

  /// What Latin, Greek and Cyrillic letters and numbers are in lower case, as UTF-8 in one number, low byte first; 0 for what is
  /// neither, and a one for letters that need more than a table.
  private static let lowercase: [UInt16] = (0..<0x530).map { (value: UInt32) in
    guard let scalar = Unicode.Scalar(value) else { return 0 }
    if (0x300..<0x370).contains(value) { return 1 }
    guard scalar.properties.isAlphabetic || scalar.properties.numericType != nil else { return 0 }
    let bytes = Array(scalar.properties.lowercaseMapping.utf8)
    return bytes.count == 1
      ? UInt16(bytes[0]) : bytes.count == 2 ? UInt16(bytes[0]) | UInt16(bytes[1]) << 8 : 1
  }

  /// The words in lower case and in order, without what is no letter and no number.
  private static func normalized(_ name: String) -> String {
    var plain: [UInt8] = []
    plain.reserveCapacity(name.utf8.count)
    var lead: UInt8 = 0
    for byte in name.utf8 {
      var value = UInt32(byte)
      if byte >= 0x80 {
        if byte & 0xE0 == 0xC0 {
          lead = byte
          continue
        }
        guard byte & 0xC0 == 0x80, lead != 0 else { return normalizedUnicode(name) }
        value = UInt32(lead & 0x1F) << 6 | UInt32(byte & 0x3F)
        lead = 0
      }
      guard value < 0x530 else { return normalizedUnicode(name) }
      let lower = lowercase[Int(value)]
      switch lower {
      case 0: if plain.last != 0x20 { plain.append(0x20) }
      case 1: return normalizedUnicode(name)
      default:
        plain.append(UInt8(truncatingIfNeeded: lower))
        if lower > 0xFF { plain.append(UInt8(lower >> 8)) }
      }
    }
    let words = plain.split(separator: 0x20).sorted { $0.lexicographicallyPrecedes($1) }
    return String(decoding: Array(words.joined(separator: [0x20])), as: UTF8.self)
  }

  private static func normalizedUnicode(_ name: String) -> String {
    name.lowercased().split { !$0.isLetter && !$0.isNumber }.sorted().joined(separator: " ")
  }

  private static func quoted(_ field: String) -> String {
    field.utf8.contains { $0 == 0x2C || $0 == 0x22 }
      ? "\"" + field.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
      : field
  }

  private static func forEachRow(of path: String, _ columns: [String], _ use: ([String]) -> Void) throws {
    var reader = try DelimitedReader(ByteStream(path: path), dialect: .tsv)
    guard try reader.next() else { return }
    let head = (0..<reader.count).map { reader[$0].lowercased() }
    let places = columns.map { head.firstIndex(of: $0) ?? head.count }
    while try reader.next() { use(places.map { reader[$0] }) }
  }

  private static func processorSeconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
