import NameScreening

/// Innocent customers and every score of theirs above the floor: screened once, asked for any cut-off.
package struct InnocentCustomers: Sendable {
  /// Where the customers come from, for a reader.
  package var source: String
  package var customers: [Customer]
  /// Rows of the file that hold no customer.
  package var badRows: Int
  /// Hits at the floor, by customer.
  package var hits: [BaseHit] = []
  package var floor = 0.0

  package init(source: String, customers: [Customer], badRows: Int = 0) {
    self.source = source
    self.customers = customers
    self.badRows = badRows
  }

  /// One stored score.
  package struct BaseHit: Sendable, Equatable {
    /// Place of the customer in `customers`.
    package var customer: Int
    package var entity: String
    package var score: Double
    package var nameScore: Double
    package var matchedName: String
    package var list: String
    package var quality: String
    package var type: String
  }

  /// Ordinary people and firms, the same for a seed.
  package static func ordinary(_ count: Int, seed: UInt64) -> InnocentCustomers {
    let customers = OrdinaryCustomers.make(count, seed: seed)
    return InnocentCustomers(source: "made up, ordinary people and organisations", customers: customers)
  }

  /// Reads a file of customers.
  package static func read(_ file: CustomerFile) throws -> InnocentCustomers {
    var reader = try CustomerReader(file)
    var customers: [Customer] = []
    var bad = 0
    while let row = try reader.next() {
      switch row {
      case .customer(let customer, _) where customer.name.contains { $0.isLetter || $0.isNumber }:
        customers.append(customer)
      default: bad += 1
      }
    }
    guard !customers.isEmpty else {
      throw LaboratoryError.badData(
        "\(reader.file):1: the file holds no customer with a name (\(bad) rows without); expected at least one"
      )
    }
    return InnocentCustomers(source: reader.file, customers: customers, badRows: bad)
  }

  /// Screens every customer at the floor.
  mutating func screen(_ index: ListIndex, _ options: RecallOptions, progress: (Double) -> Void) async throws
  {
    var wanted = options.screening
    wanted.cutoff = options.floor
    wanted.limit = 0
    wanted.explains = false
    floor = options.floor
    let screener = Screener(index: index, options: wanted)
    let size = 128
    let all = customers
    var found: [BaseHit] = []
    var failure: ScreeningError?
    var done = 0
    await InOrder.run(Array(stride(from: 0, to: all.count, by: size)), threads: options.threads) { start in
      Result { () throws(ScreeningError) in
        var hits: [BaseHit] = []
        for place in start..<min(all.count, start + size) {
          do throws(ScreeningError) {
            for hit in try screener.screen(all[place]) { hits.append(BaseHit(hit, customer: place)) }
          } catch {
            if case .damagedIndex = error { throw error }
            // A name that cannot be analysed alerts on nobody.
          }
        }
        return hits
      }
    } deliver: { (result: Result<[BaseHit], ScreeningError>) in
      switch result {
      case .success(let hits): found += hits
      case .failure(let error): failure = error
      }
      done += size
      progress(min(1, Double(done) / Double(max(1, all.count))))
    }
    if let failure { throw failure }
    hits = found
  }

  /// How many customers raise an alert at a cut-off that is not below the floor.
  package func alerted(at cutoff: Double) -> Proportion {
    var count = 0
    var last = -1
    for hit in hits where hit.score >= cutoff && hit.customer != last {
      count += 1
      last = hit.customer
    }
    return Proportion(count, of: customers.count)
  }

  /// How many alerts that is: a customer may meet several designations.
  package func alerts(at cutoff: Double) -> Int { hits.count { $0.score >= cutoff } }
}

extension InnocentCustomers.BaseHit {
  init(_ hit: Hit, customer: Int) {
    self.init(
      customer: customer, entity: hit.entityID.description, score: hit.score, nameScore: hit.nameScore,
      matchedName: hit.matchedName.text, list: hit.designation.list,
      quality: hit.matchedName.quality.rawValue,
      type: hit.designation.type.rawValue)
  }
}
