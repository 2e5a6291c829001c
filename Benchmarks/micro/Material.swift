import Foundation
import NameIndex
import NameScreening
import NameSimilarity
import NameText
import Synchronization
import TabularText

/// The list and customers that are measured with, of the folder that NAMESCREEN_BENCHMARK names.
final class Material: @unchecked Sendable {
  struct Side {
    var name: AnalyzedName
    var plain: PlainText
  }

  enum Missing: Error { case folder, customers }

  let listPath: String
  let indexPath: String
  let list: ListIndex
  let index: NameIndex
  let size: String
  let customers: [Customer]
  /// Words of the customers that are not in Latin letters.
  let foreignWords: [String]
  /// Customers' names with listed names.
  let pairs: [(query: Side, listed: Side)]
  // Benchmarks run one after the other.
  let session = SearchSession()
  private let words: [AnalyzedName]
  private let next = Mutex(0)

  init() throws {
    guard let folder = ProcessInfo.processInfo.environment["NAMESCREEN_BENCHMARK"] else {
      throw Missing.folder
    }
    listPath = folder + "/list.tsv"
    indexPath = folder + "/list.index"
    list = try ListIndex.open(at: indexPath)
    index = try NameIndex.open(path: indexPath)
    customers = try Self.rows(of: folder + "/customers.tsv").map { Customer(id: $0[0], name: $0[1]) }
    guard customers.count >= 2000 else { throw Missing.customers }
    let listed = try Self.rows(of: listPath, most: 5000).map { $0[3] }
    size = URL(fileURLWithPath: folder).lastPathComponent
    let words = Set(customers.flatMap { $0.name.split(separator: " ").map(String.init) }).sorted()
    foreignWords = words.filter { word in word.unicodeScalars.contains { $0.value >= 0x370 } }
    self.words = words.compactMap { try? NameAnalyzer.standard.analyze($0) }.filter { !$0.isEmpty }
    func side(_ name: String) throws -> Side {
      let analyzed = try NameAnalyzer.standard.analyze(name)
      return Side(name: analyzed, plain: PlainText(analyzed))
    }
    pairs = try zip(customers.prefix(5000), listed).map { (try side($0.name), try side($1)) }
  }

  private static func rows(of path: String, most: Int = .max) throws -> [[String]] {
    var reader = try DelimitedReader(ByteStream(path: path), dialect: .tsv)
    _ = try reader.next()
    var rows: [[String]] = []
    while rows.count < most, try reader.next() { rows.append((0..<reader.count).map { reader[$0] }) }
    return rows
  }

  /// A word that was not asked for before, as long as there are any.
  func nextWord() -> AnalyzedName {
    words[
      next.withLock { next in
        next = (next + 1) % words.count
        return next
      }]
  }

  /// Nanoseconds of processor time that each customer takes, after a thousand others.
  ///
  /// - Parameter remembers: Whether what was learned about words serves the next customer, as in a running process.
  func checks(remembers: Bool) -> [Int] {
    let screener = Screener(index: list)
    var times: [Int] = []
    for (number, customer) in customers.enumerated() {
      // What a screener learned is its own.
      let asked = remembers ? screener : Screener(index: list)
      let start = Self.threadTime()
      _ = try? asked.screen(customer)
      if number >= 1000 { times.append(Self.threadTime() - start) }
      if !remembers, number >= 3000 { break }
    }
    return times
  }

  private static func threadTime() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return time.tv_sec * 1_000_000_000 + time.tv_nsec
  }
}
