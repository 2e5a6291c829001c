import ArgumentParser
import NameIndex
import NameScreening
import NameText

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// How long one check takes in a running process: one after another on one thread, against an opened index.
///
///     search-latency-benchmark lists.index customers.tsv
///     search-latency-benchmark lists.index --hard          queries made to be slow
@main
struct SearchLatencyBenchmark: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search-latency-benchmark",
    abstract: "Times single checks against an index: how long the median takes, and the slowest.")

  @Argument(help: "An index that 'namescreen index' wrote.") var index: String
  @Argument(help: "Customers as CSV or TSV.") var customers: String?
  @Option(help: "Customers who are checked before, untimed, as in a process that has run for a while.")
  var after: String?
  @Option(help: "The cut-off.") var cutoff = 0.8
  @Option(help: "How many of the slowest queries are listed.") var slowest = 5
  @Flag(help: "Asks what could be slow: very long names, the commonest words, single letters.") var hard =
    false

  @Flag(help: "Asks every query with nothing remembered of those before.") var forget = false

  func run() async throws {
    let opening = Self.processorTime()
    let list = try ListIndex.open(at: index)
    print("opening: \(Self.processorTime() - opening) µs of processor time")
    var screener = Screener(index: list, options: ScreeningOptions(cutoff: cutoff))
    var names: [String] = hard ? HardQueries.all : []
    if let customers { names += try await Self.names(of: customers) }
    guard !names.isEmpty else { return }
    // What the first queries read from the disk is not what a running process waits for.
    var before = Array(names.prefix(200))
    if let after { before = try await Self.names(of: after) }
    for name in before { _ = try? screener.screen(Customer(name: name)) }
    // With other options whole names are forgotten, but not their words.
    var other = screener
    other.options.includesWeakAliases.toggle()
    _ = try? other.screen(Customer(name: "Nobody"))
    var times: [(time: Int, name: String)] = []
    for name in names {
      if forget { screener = Screener(index: list, options: screener.options) }
      let start = Self.processorTime()
      _ = try? screener.screen(Customer(name: name))
      times.append((Self.processorTime() - start, name))
    }
    times.sort { $0.time < $1.time }
    func at(_ share: Double) -> Int { times[min(times.count - 1, Int(share * Double(times.count)))].time }
    print("\(times.count) checks: mean \(times.reduce(0) { $0 + $1.time } / times.count) µs")
    print("median \(at(0.5)), 90 % \(at(0.9)), 99 % \(at(0.99)), 99.9 % \(at(0.999)), most \(at(1)) µs")
    let work = try NameIndex.open(path: index)
    for (time, name) in times.suffix(slowest).reversed() {
      let shown = name.prefix(60) + (name.count > 60 ? "..." : "")
      print("\(time) µs  \(shown)  \(Self.work(name, work, cutoff))")
    }
  }

  private static func names(of customers: String) async throws -> [String] {
    var names: [String] = []
    for try await row in CustomerFile(path: customers) {
      if case .customer(let customer, _) = row { names.append(customer.name) }
    }
    return names
  }

  /// Microseconds that this thread has run: what others do on the machine does not count.
  private static func processorTime() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return time.tv_sec * 1_000_000 + time.tv_nsec / 1000
  }

  /// What a search did.
  private static func work(_ name: String, _ index: NameIndex, _ cutoff: Double) -> String {
    let session = SearchSession()
    guard let query = try? NameAnalyzer.standard.analyze(name) else { return "cannot be analysed" }
    let found = (try? index.search(query, SearchOptions(cutoff: cutoff), session: session))?.count ?? 0
    let did = session.statistics
    return
      "words looked up \(did.probedWords), candidates \(did.candidates), left by the bound \(did.scored), "
      + "found \(found)"
  }
}

/// Queries that could be slow.
private enum HardQueries {
  static var all: [String] {
    let common = [
      "Ivan", "Petrov", "Mohammed", "Ali", "Wei", "Wang", "Kim", "Company", "Bank", "John", "Smith",
    ]
    func row(_ count: Int) -> String { (0..<count).map { common[$0 % common.count] }.joined(separator: " ") }
    let letters = ["A", "I", "X", "Я", "李"]
    return common + letters + letters.map { "\($0). \($0)." } + letters.map { "\($0). Ivanov" } + [
      "Al", "bin", "Ltd", "OOO", "42", "Co Ltd", "A B C D E F", "Ivan Ivanovich Ivanov", "Mohammed Ali",
      "Kim", "Li Wei",
      "Aleksandr", "Vladimir Vladimirovich", "Bank of Company Limited", "محمد", "محمد علي", "王伟", "김정은",
      row(10), row(20), row(31), row(32), row(50), row(64),
      String(repeating: "a", count: 1000), String(repeating: "Ivan", count: 1000),
      String(repeating: "Ivan Petrov ", count: 800),
    ]
  }
}
