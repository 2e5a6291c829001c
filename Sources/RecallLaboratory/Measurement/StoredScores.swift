import FoundationEssentials
import NameScreening
import TabularText

/// Scores of a customer base that were kept, so that questions about cut-offs need no screening.
///
/// `scores.csv` is what `namescreen screen` writes at the floor, and the place of the customer in the base; `scores.json`
/// says of which customers, list, engine and options.
extension InnocentCustomers {
  package static let storedFiles = ["scores.csv", "scores.json"]

  private struct Head: Codable {
    var mark: String
    var customers: Int
    var floor: Double
  }

  package func store(in folder: ReportFolder, mark: String) throws {
    try folder.write("scores.csv") { buffer in
      buffer.append(
        "query_id,entity_id,score,name_score,list,matched_name,alias_quality,type,query_name,place\n")
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
        buffer.append(",\(hit.customer + 1)\n")
      }
    }
    try folder.write("scores.json") { buffer in
      buffer.append("{")
      buffer.append(key: "mark", isFirst: true)
      buffer.append(json: mark)
      buffer.append(key: "customers")
      buffer.append("\(customers.count)")
      buffer.append(key: "floor")
      // In full, as the scores.
      buffer.append("\(floor)")
      buffer.append("}\n")
    }
  }

  /// Takes the scores that an earlier run stored in a folder, where they bear the mark and reach down to `floor`.
  ///
  /// - Returns: Whether there were such scores.
  package mutating func restore(from path: String, mark: String, floor wanted: Double) -> Bool {
    guard let data = FileManager.default.contents(atPath: "\(path)/scores.json"),
      let head = try? JSONDecoder().decode(Head.self, from: data), head.mark == mark,
      head.customers == customers.count, head.floor <= wanted
    else { return false }
    var found: [BaseHit] = []
    do {
      var table = try DelimitedReader(ByteStream(path: "\(path)/scores.csv"), dialect: .csv)
      guard try table.next(), table.count == 10 else { return false }
      while try table.next() {
        guard let score = Double(table[2]), let nameScore = Double(table[3]), let place = Int(table[9]),
          customers.indices.contains(place - 1)
        else {
          return false
        }
        found.append(
          BaseHit(
            customer: place - 1, entity: table[1], score: score, nameScore: nameScore, matchedName: table[5],
            list: table[4], quality: table[6], type: table[7]))
      }
    } catch {
      return false
    }
    hits = found
    floor = head.floor
    return true
  }

  /// Whether a screening at the floor gives what is stored, of customers from all over the base.
  func isProven(_ index: ListIndex, _ options: RecallOptions, samples: Int) async throws -> Bool {
    let step = max(1, customers.count / max(1, samples))
    // Half of them have hits, since most customers of a base have none.
    let places = Set(stride(from: 0, to: customers.count, by: step))
      .union(
        stride(from: 0, to: hits.count, by: max(1, hits.count / max(1, samples))).map { hits[$0].customer })
    let chosen = places.sorted()
    var sample = InnocentCustomers(source: source, customers: chosen.map { customers[$0] })
    var options = options
    options.floor = floor
    try await sample.screen(index, options) { _ in }
    let expected = hits.filter { places.contains($0.customer) }
    let screened = sample.hits.map { hit in
      var hit = hit
      hit.customer = chosen[hit.customer]
      return hit
    }
    return screened == expected
  }
}

extension RecallRun {
  /// How many customers prove that stored scores still hold.
  private static let samples = 64

  /// Tells scores of these customers, this list, this engine and these options from all others: a SHA-256.
  package var baseMark: String {
    let options = options.screening
    let hash = HashedOutput(nil)
    let parts =
      [NameScreen.version, NameScreen.icuVersion] + NameScreen.tableVersions + [
        index.contentHash, options.type?.rawValue ?? "", "\(options.includesWeakAliases)",
        "\(options.groupsListings)",
      ]
    hash.include(Array(parts.joined(separator: "\t").utf8))
    for customer in base.customers {
      hash.include(Array("\n\(customer.id.utf8.count) \(customer.id)\(customer.identity)".utf8))
    }
    return hash.contentHash
  }

  /// Takes stored scores of the same customers, list, engine and options from a folder; false where there are none.
  ///
  /// What the mark cannot tell, such as another build of one version, shows in some customers who are screened again.
  package mutating func restoreCustomers(from path: String) async throws -> Bool {
    var stored = base
    guard stored.restore(from: path, mark: baseMark, floor: options.floor),
      try await stored.isProven(index, options, samples: Self.samples)
    else { return false }
    base = stored
    return true
  }
}

extension Customer {
  /// Everything but the id that a screening looks at, each with its length.
  var identity: String {
    let facts =
      [
        name, type?.rawValue ?? "", gender?.rawValue ?? "", birthDate.map { "\($0)" } ?? "",
        countries.joined(separator: ";"),
      ] + identifiers.map { "\($0.kind.rawValue):\($0.value)" }
    return facts.map { "\t\($0.utf8.count) \($0)" }.joined()
  }
}
