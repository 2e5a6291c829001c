extension Screener {
  /// Screens customers as they come, several at once, and gives their results in the same order.
  ///
  ///     for try await screened in screener.screen(customers) {
  ///       print(screened.customer.id, try screened.hits.get().count)
  ///     }
  ///
  /// A customer that cannot be screened is a result like any other and stops nothing. Memory is bounded by
  /// `batchSize` customers for each of `concurrency` tasks. In large batches, of some thousands, names share words, and are
  /// screened faster; results come a batch at a time.
  public func screen<Customers: AsyncSequence>(
    _ customers: Customers, concurrency: Int = Processors.available, batchSize: Int = 64
  ) -> ScreenedCustomers<Customers> where Customers.Element == Customer {
    ScreenedCustomers(
      customers: customers, screener: self, concurrency: max(1, concurrency), batchSize: max(1, batchSize))
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
      customers: customers.makeAsyncIterator(), screener: screener, batchSize: batchSize,
      tasks: OrderedTasks(width: concurrency))
  }

  public struct Iterator: AsyncIteratorProtocol {
    var customers: Customers.AsyncIterator
    let screener: Screener
    let batchSize: Int
    let tasks: OrderedTasks<[ScreenedCustomer]>
    private var ready: ArraySlice<ScreenedCustomer> = []
    private var atEnd = false

    init(
      customers: Customers.AsyncIterator, screener: Screener, batchSize: Int,
      tasks: OrderedTasks<[ScreenedCustomer]>
    ) {
      self.customers = customers
      self.screener = screener
      self.batchSize = batchSize
      self.tasks = tasks
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
          var batch: [Customer] = []
          while batch.count < batchSize {
            guard let customer = try await customers.next(isolation: actor) else {
              atEnd = true
              break
            }
            batch.append(customer)
          }
          if batch.isEmpty { break }
          let screener = screener
          let customers = batch
          tasks.add { screener.screen(batch: customers) }
        }
        guard let screened = await tasks.next() else { return nil }
        ready = screened[...]
      }
    }
  }
}

extension ScreenedCustomers: Sendable where Customers: Sendable {}

extension Screener {
  fileprivate func screen(batch: [Customer]) -> [ScreenedCustomer] {
    let session = sessions.take()
    defer { sessions.putBack(session) }
    var order = SharedWordOrder()
    for customer in batch { order.append(customer.name) }
    var results = [Result<[Hit], ScreeningError>](repeating: .success([]), count: batch.count)
    for position in order.positions {
      results[position] = Result { () throws(ScreeningError) in
        try screen(batch[position], session: session)
      }
    }
    return zip(batch, results).map { ScreenedCustomer(customer: $0, hits: $1) }
  }
}
