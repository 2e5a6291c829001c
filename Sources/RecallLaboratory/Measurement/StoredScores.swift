import FoundationEssentials
import NameScreening
import TabularText

/// Scores of a customer base that were kept, so that questions about cut-offs need no screening.
///
/// `scores.csv` is what `namescreen screen` writes at the floor; `scores.json` says of which customers, list and engine.
extension InnocentCustomers {
  package static let storedFiles = ["scores.csv", "scores.json"]

  private struct Head: Codable {
    var mark: String
    var customers: Int
    var floor: Double
  }

  package func store(in folder: ReportFolder, mark: String) throws {
    try folder.write("scores.csv") { buffer in
      buffer.append("query_id,entity_id,score,name_score,list,matched_name,alias_quality,type,query_name\n")
      for hit in hits {
        let customer = customers[hit.customer]
        buffer.append(csv: customer.id)
        buffer.append(",")
        buffer.append(csv: hit.entity)
        buffer.append(",")
        // In full: a rounded score could reach a cut-off that the true one misses.
        buffer.append("\(hit.score),\(hit.nameScore)")
        for text in [hit.list, hit.matchedName, hit.quality, hit.type, customer.name] {
          buffer.append(",")
          buffer.append(csv: text)
        }
        buffer.append("\n")
      }
    }
    try folder.write("scores.json") { buffer in
      buffer.append("{")
      buffer.append(key: "mark", isFirst: true)
      buffer.append(json: mark)
      buffer.append(key: "customers")
      buffer.append("\(customers.count)")
      buffer.append(key: "floor")
      buffer.append(score: floor)
      buffer.append("}\n")
    }
  }

  /// Takes the scores that an earlier run stored in a folder, where they are of these customers, this list and this engine.
  ///
  /// - Returns: Whether there were such scores.
  package mutating func restore(from path: String, mark: String) -> Bool {
    guard let data = FileManager.default.contents(atPath: "\(path)/scores.json"),
      let head = try? JSONDecoder().decode(Head.self, from: data), head.mark == mark,
      head.customers == customers.count
    else { return false }
    let places = Dictionary(
      customers.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    var found: [BaseHit] = []
    do {
      var table = try DelimitedReader(ByteStream(path: "\(path)/scores.csv"), dialect: .csv)
      guard try table.next(), table.count == 9 else { return false }
      while try table.next() {
        guard let place = places[table[0]], let score = Double(table[2]), let nameScore = Double(table[3])
        else {
          return false
        }
        found.append(
          BaseHit(
            customer: place, entity: table[1], score: score, nameScore: nameScore, matchedName: table[5],
            list: table[4], quality: table[6], type: table[7]))
      }
    } catch {
      return false
    }
    hits = found
    floor = head.floor
    return true
  }
}

extension RecallRun {
  /// Tells scores of these customers, this list and this engine from all others.
  package var baseMark: String {
    var text =
      "\(NameScreen.version) \(index.contentHash) \(options.floor) \(options.screening.type?.rawValue ?? "")"
    for customer in base.customers {
      text +=
        "\n\(customer.id)\t\(customer.name)\t\(customer.type?.rawValue ?? "")\t\(customer.gender?.rawValue ?? "")"
      text += "\t\(customer.birthDate.map { "\($0)" } ?? "")\t\(customer.countries.joined(separator: ";"))"
      text += customer.identifiers.map { "\t\($0.kind.rawValue):\($0.value)" }.joined()
    }
    var random = SeededRandom(seed: 0, text)
    return String(random.next(), radix: 16)
  }

  /// Takes stored scores of the same customers, list and engine from a folder; false where there are none.
  package mutating func restoreCustomers(from path: String) -> Bool {
    base.restore(from: path, mark: baseMark)
  }
}
