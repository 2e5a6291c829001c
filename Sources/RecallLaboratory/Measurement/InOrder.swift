import NameScreening

/// Work on many pieces at once, delivered in their order: what comes out does not depend on the threads.
enum InOrder {
  static func run<Input: Sendable, Output: Sendable>(
    _ inputs: [Input], threads: Int, _ work: @escaping @Sendable (Input) -> Output,
    deliver: (Output) -> Void
  ) async {
    let tasks = OrderedTasks<Output>(width: max(1, threads))
    for input in inputs {
      if tasks.isFull, let output = await tasks.next() { deliver(output) }
      tasks.add { work(input) }
    }
    while let output = await tasks.next() { deliver(output) }
  }
}
