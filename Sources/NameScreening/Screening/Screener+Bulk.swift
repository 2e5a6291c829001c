extension Screener {
  /// Screens customers as they come, several at once, and gives their results in the same order.
  ///
  ///     for try await screened in screener.screen(customers) {
  ///       print(screened.customer.id, try screened.hits.get().count)
  ///     }
  ///
  /// A customer that cannot be screened is a result like any other and stops nothing. Memory is bounded by twice
  /// `batchSize` customers for each of `concurrency` tasks. Results come when so many were screened; in large batches, of some
  /// thousands, names share words and are screened faster. No more tasks are begun than there are processors.
  public func screen<Customers: AsyncSequence>(
    _ customers: Customers, concurrency: Int = Processors.available, batchSize: Int = 64
  ) -> ScreenedCustomers<Customers> where Customers.Element == Customer {
    ScreenedCustomers(
      customers: customers, screener: self, concurrency: min(max(1, concurrency), Processors.available),
      batchSize: max(1, batchSize))
  }
}

/// A customer and what screening said of it.
public struct ScreenedCustomer: Sendable {
  public var customer: Customer
  public var hits: Result<[Hit], ScreeningError>
}

/// The results of a bulk screening, in the order of the customers.
public struct ScreenedCustomers<Customers: AsyncSequence>: AsyncSequence
where Customers.Element == Customer {
  public typealias Element = ScreenedCustomer
  public typealias Failure = Customers.Failure

  let customers: Customers
  let screener: Screener
  let concurrency: Int
  let batchSize: Int

  public func makeAsyncIterator() -> Iterator {
    Iterator(
      customers: customers.makeAsyncIterator(), screener: screener, concurrency: concurrency,
      batchSize: batchSize)
  }

  public struct Iterator: AsyncIteratorProtocol {
    private var customers: Customers.AsyncIterator
    private let screener: Screener
    private let blockSize: Int
    private let tasks: LaneTasks<[CustomerBatch.Screened]>
    private var batches: [CustomerBatch] = []
    private var lanes: WordLanes
    private var ready: ArraySlice<ScreenedCustomer> = []
    private var atEnd = false

    init(customers: Customers.AsyncIterator, screener: Screener, concurrency: Int, batchSize: Int) {
      self.customers = customers
      self.screener = screener
      let (size, isTooLarge) = batchSize.multipliedReportingOverflow(by: concurrency)
      blockSize = isTooLarge ? .max : size
      tasks = LaneTasks(lanes: concurrency)
      lanes = WordLanes(count: concurrency)
    }

    public mutating func next() async throws(Customers.Failure) -> ScreenedCustomer? {
      try await next(isolation: nil)
    }

    public mutating func next(
      isolation actor: isolated (any Actor)?
    ) async throws(Customers.Failure) -> ScreenedCustomer? {
      while true {
        if let screened = ready.popFirst() { return screened }
        while !atEnd, !tasks.isFull {
          var customers: [Customer] = []
          while customers.count < blockSize {
            guard let customer = try await self.customers.next(isolation: actor) else {
              atEnd = true
              break
            }
            customers.append(customer)
          }
          if customers.isEmpty { break }
          let batch = CustomerBatch(customers, lanes: &lanes)
          batches.append(batch)
          tasks.add { [screener] lane in batch.screen(lane: lane, screener) }
        }
        guard let screened = await tasks.next() else { return nil }
        ready = batches.removeFirst().inOrder(screened)[...]
      }
    }
  }
}

extension ScreenedCustomers: Sendable where Customers: Sendable {}

/// Customers that are screened and given back together; see `CustomerBlock`.
private final class CustomerBatch: Sendable {
  typealias Screened = (position: Int, hits: Result<[Hit], ScreeningError>)

  private let customers: [Customer]
  private let waiting: LanePositions
  /// How many customers are taken at once.
  private static let shareSize = 16

  init(_ customers: [Customer], lanes: inout WordLanes) {
    var order = SharedWordOrder()
    for customer in customers { order.append(customer.name) }
    self.customers = customers
    waiting = LanePositions(lanes.positions(of: order), shareSize: CustomerBatch.shareSize)
  }

  /// Screens what waits in a lane, and then what waits in others.
  func screen(lane: Int, _ screener: Screener) -> [Screened] {
    let session = screener.sessions.take(lane: lane)
    defer { screener.sessions.putBack(session) }
    var screened: [Screened] = []
    while let share = waiting.next(of: lane) {
      for position in share {
        let hits = Result { () throws(ScreeningError) in
          try screener.screen(customers[position], session: session)
        }
        screened.append((position, hits))
      }
    }
    return screened
  }

  func inOrder(_ screened: [[Screened]]) -> [ScreenedCustomer] {
    screened.joined().sorted { $0.position < $1.position }.map { position, hits in
      ScreenedCustomer(customer: customers[position], hits: hits)
    }
  }
}
