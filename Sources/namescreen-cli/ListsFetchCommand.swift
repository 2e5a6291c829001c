import ArgumentParser
import ListDownloads
import NameScreening

/// `namescreen lists fetch NAME... --into FOLDER`: downloads lists from their publishers.
struct ListsFetchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fetch", abstract: "Download lists from their publishers.",
    discussion: """
      NAME is one of \(ListSource.all.map(\.name).joined(separator: ", ")), or opensanctions-DATASET, whose data may be \
      used under a licence of their own. Only what changed is downloaded. A list is replaced as a whole, once all of it \
      came in and could be read; until then the old files stay.
      """)

  @Argument(help: ArgumentHelp("The lists.", valueName: "name"))
  var names: [String]

  @Option(help: ArgumentHelp("Where the files go, as FOLDER/NAME/FILE.", valueName: "folder"))
  var into: String

  @Option(help: ArgumentHelp("Take the files from MIRROR/NAME/FILE instead.", valueName: "mirror"))
  var mirror: String?

  @Option(help: ArgumentHelp("Give up when nothing comes for that many seconds.", valueName: "seconds"))
  var timeout = 60

  @Flag(help: "No progress and no summary on standard error.")
  var quiet = false

  func validate() throws {
    for name in names where ListSource.named(name) == nil {
      throw ValidationError(
        "'\(name)' is no list; expected \(ListSource.all.map(\.name).joined(separator: ", ")) or opensanctions-DATASET"
      )
    }
    guard timeout >= 1 else { throw ValidationError("--timeout \(timeout) is too short; expected 1 or more") }
  }

  func run() throws {
    let downloads = ListDownloads(folder: into, stallSeconds: timeout)
    var failure: CommandFailure.Status?
    for source in names.compactMap(ListSource.named) {
      var progress = DownloadProgress(isQuiet: quiet)
      do {
        let outcome = try downloads.fetch(mirror.map(source.mirrored) ?? source) { progress.show($0, $1, $2) }
        progress.clear()
        report(source.name, outcome)
      } catch {
        progress.clear()
        StandardError.write("error: \(source.name): \(error.description.oneLine)\n")
        failure = failure ?? error.status
      }
    }
    if let failure { throw CommandFailure(failure) }
  }

  private func report(_ name: String, _ outcome: ListDownloads.Outcome) {
    switch outcome {
    case .unchanged:
      if !quiet { StandardError.write("\(name): unchanged\n") }
    case .replaced(let designations, let damage):
      for line in damage.prefix(20) { StandardError.write("warning: \(line.oneLine)\n") }
      if !quiet { StandardError.write("\(name): \(designations.grouped) designations\n") }
    }
  }
}

extension DownloadError {
  fileprivate var status: CommandFailure.Status {
    switch self {
    case .network, .status, .unwritable: .inputOutput
    case .content: .badData
    }
  }
}

/// Tells on standard error how far a download is: a bar on a terminal, a line every few seconds elsewhere.
private struct DownloadProgress {
  private let isQuiet: Bool
  private let isTerminal = StandardError.isTerminal
  private let clock = ContinuousClock()
  private var last: ContinuousClock.Instant
  private var isShowing = false
  private static let width = 30

  init(isQuiet: Bool) {
    self.isQuiet = isQuiet
    last = clock.now
  }

  mutating func show(_ file: String, _ received: Int64, _ total: Int64) {
    guard !isQuiet, received > 0 else { return }
    let now = clock.now
    guard now - last >= (isTerminal ? .milliseconds(100) : .seconds(5)) else { return }
    last = now
    var line = file
    if total > 0 {
      let done = Int(min(received, total) * Int64(Self.width) / total)
      line +=
        " [" + String(repeating: "#", count: done) + String(repeating: ".", count: Self.width - done) + "]"
      line += " \(min(received, total) * 100 / total) %"
    }
    line += " \(Int(received / 1000).grouped) kB"
    StandardError.write(isTerminal ? "\r\u{1B}[K\(line)" : "\(line)\n")
    isShowing = isTerminal
  }

  mutating func clear() {
    if isShowing { StandardError.write("\r\u{1B}[K") }
    isShowing = false
  }
}
