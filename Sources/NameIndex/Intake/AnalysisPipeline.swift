import Designations
import Dispatch
import NameText
import Synchronization

/// Names that several threads analyse, given back in the order in which they came.
///
///     let pipeline = AnalysisPipeline(threads: 2)
///     while fill(&batch) {
///       pipeline.add(&batch)
///       while pipeline.isFull { take(pipeline.next()) }
///     }
///     while let analyzed = pipeline.next() { take(analyzed) }
///
/// `reuse` gives batches back that were taken.
///
/// The thread that adds and takes analyses too, where it would wait otherwise. What comes back is the same with any number of
/// threads. Memory: a few batches a thread, and an `AnalysisMemo` for all together.
final class AnalysisPipeline {
  /// The names of a designation.
  struct Entry: Sendable {
    var id: EntityID
    /// The number of the designation.
    var designation: Int
    var isPerson: Bool
    var names: [DesignatedName]
  }
  /// What comes of a batch.
  struct Analyzed: Sendable {
    var names = NameBatch()
    /// Names that could not be analysed, each with its designation and the reason.
    var unreadable: [String] = []
  }

  /// How many names are handed out at once, at least.
  static let batch = 256
  /// How many batches wait or are under way for each thread.
  private static let batchesOfThread = 4

  private let memo: AnalysisMemo
  private let helpers: [Helper]
  /// In the order in which they came, the ones that were given back first.
  private var pieces: [Piece] = []
  private var taken = 0
  private var added = 0
  // Arrays to be filled: large ones that come and go leave the memory in pieces, which is slow to put together again.
  private var spare: [NameBatch] = []
  private var spareEntries: [[Entry]] = []

  /// - Parameter threads: How many analyse, that which adds and takes being one of them.
  init(threads: Int) {
    let threads = max(1, threads)
    let capacity = AnalysisMemo.defaultCapacity / threads
    memo = AnalysisMemo(capacity: capacity)
    helpers = (1..<threads).map { _ in Helper(memo: AnalysisMemo(capacity: capacity)) }
  }

  /// Whether names should be taken before others are added.
  var isFull: Bool {
    pieces.count - taken > (helpers.isEmpty ? 0 : Self.batchesOfThread * (helpers.count + 1))
  }

  /// Hands names out, and leaves an empty array to be filled with others.
  func add(_ entries: inout [Entry]) {
    let piece = Piece(entries, into: spare.popLast() ?? NameBatch())
    entries = spareEntries.popLast() ?? []
    pieces.append(piece)
    guard !helpers.isEmpty else { return }
    helpers[added % helpers.count].help(with: piece)
    added += 1
  }

  /// The names that were handed out first, analysed; nil when all were taken.
  func next() -> Analyzed? {
    guard taken < pieces.count else { return nil }
    let piece = pieces[taken]
    // The last first, since helpers begin with the first.
    while !piece.isDone, let free = pieces[taken...].last(where: { $0.begin() }) { free.analyze(memo) }
    let (analyzed, emptied) = piece.wait()
    spareEntries.append(emptied)
    taken += 1
    if taken == pieces.count || taken > 64 {
      pieces.removeFirst(taken)
      taken = 0
    }
    return analyzed
  }

  /// Takes a batch back that is needed no longer.
  func reuse(_ batch: inout NameBatch) {
    batch.removeAll()
    spare.append(batch)
  }

  /// A thread of its own with what it has analysed before.
  private final class Helper: @unchecked Sendable {
    // The memo is touched by one piece of work of a serial queue after the other.
    private let memo: AnalysisMemo
    private let queue = DispatchQueue(label: "analysis")

    init(memo: AnalysisMemo) { self.memo = memo }

    func help(with piece: Piece) {
      queue.async { if piece.begin() { piece.analyze(self.memo) } }
    }
  }

  /// Names that are handed out.
  private final class Piece: @unchecked Sendable {
    // What is made of the names is written by the one who begins, and read once that is done.
    private var entries: [Entry]
    private var analyzed = Analyzed()
    private let hasBegun = Atomic(false)
    private let isMade = Atomic(false)
    private let end = DispatchSemaphore(value: 0)

    /// - Parameter batch: An empty one.
    init(_ entries: [Entry], into batch: consuming NameBatch) {
      self.entries = entries
      analyzed.names = batch
    }

    /// Whether the caller, and nobody else, is to analyse the names.
    func begin() -> Bool { !hasBegun.exchange(true, ordering: .relaxed) }

    func analyze(_ memo: AnalysisMemo) {
      var made = Analyzed()
      swap(&made, &analyzed)
      made.names.reserveCapacity(entries.reduce(0) { $0 + $1.names.count })
      let analyzer = NameAnalyzer.standard
      for entry in entries {
        for (ordinal, name) in entry.names.enumerated() {
          do throws(NameTextError) {
            made.names.add(
              try analyzer.analyze(name.text, memo: memo, joins: false), designation: entry.designation,
              ordinal: ordinal, isWeak: name.quality == .weak, isPerson: entry.isPerson)
          } catch {
            made.unreadable.append("\(entry.id): \(error)")
          }
        }
      }
      analyzed = made
      isMade.store(true, ordering: .releasing)
      end.signal()
    }

    var isDone: Bool { isMade.load(ordering: .acquiring) }

    /// What is made of the names, and the array that they were in; to be asked for once.
    func wait() -> (Analyzed, emptied: [Entry]) {
      end.wait()
      entries.removeAll(keepingCapacity: true)
      defer { (analyzed, entries) = (Analyzed(), []) }
      return (analyzed, entries)
    }
  }
}
